package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Sight;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.List;

/** The rights that a read takes, as far as its command tells. */
final class ReadNeeds {

    private static final ResourceType PODS = ResourceType.of("pods");
    private static final ResourceType EVENTS = ResourceType.of("events");

    private ReadNeeds() {}

    /** None where the command does not tell. */
    static List<Need> of(KubectlCommand command, Sight sight) {
        return switch (command) {
            case KubectlCommand.Get get -> of(get.selection(), get.scope(), sight);
            case KubectlCommand.Describe describe ->
                    of(describe.selection(), describe.scope(), sight);
            case KubectlCommand.Logs logs -> logs(logs, sight);
            case KubectlCommand.Events events ->
                    List.of(need("list", EVENTS, "", events.scope(), sight, ""));
            default -> List.of();
        };
    }

    private static List<Need> of(Selection selection, Scope scope, Sight sight) {
        return switch (selection) {
            case Selection.Named(var names) ->
                    names.stream()
                            .map(name -> need("get", name.type(), "", scope, sight, name.name()))
                            .toList();
            case Selection.InFiles _ -> List.of();
            case Selection.Matching matching ->
                    matching.types().stream()
                            .map(type -> need("list", type, "", scope, sight, ""))
                            .toList();
        };
    }

    /** A workload's or a selector's pods are not known here, so all pods' logs of the namespace are asked for. */
    private static List<Need> logs(KubectlCommand.Logs logs, Sight sight) {
        var name =
                logs.selection() instanceof Selection.Named(var names)
                                && names.getFirst().type().equals(PODS)
                        ? names.getFirst().name()
                        : "";
        return List.of(need("get", PODS, "log", logs.scope(), sight, name));
    }

    private static Need need(
            String verb,
            ResourceType type,
            String subresource,
            Scope scope,
            Sight sight,
            String name) {
        var resource = sight.resource(type);
        return new Need(
                verb,
                resource.group(),
                resource.plural(),
                subresource,
                Sight.namespace(scope, resource),
                name);
    }
}
