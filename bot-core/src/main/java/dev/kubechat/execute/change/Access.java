package dev.kubechat.execute.change;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Discovery;
import dev.kubechat.execute.api.GrantingRoles;
import dev.kubechat.execute.api.Refusals;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.ChangeCommand;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ReadCommand;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.List;
import java.util.stream.Stream;

/** Asks the cluster, before anything is tried, whether the person may do it and whether KubeChat may in their name. */
public final class Access {

    public static final ApiPath REVIEWS =
            new ApiPath("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews");

    private final ClusterDoor door;
    private final Discovery discovery;

    public Access(ClusterDoor door, Discovery discovery) {
        this.door = door;
        this.discovery = discovery;
    }

    /**
     * May the command be run, as far as can be told before its objects have been looked at?
     *
     * @param command one that changes something, with its namespace filled in; a read is answered by the cluster itself
     * @throws ClusterUnavailable if the cluster did not answer
     */
    public Permission ask(KubectlCommand command, Caller caller) {
        try {
            return answer(needs(command, sight(caller)), caller);
        } catch (No no) {
            return new Permission.Denied(no.sentence());
        }
    }

    /** @throws ClusterUnavailable if the cluster did not answer */
    public Permission ask(List<Step> steps, Caller caller) {
        try {
            return answer(steps.stream().map(Need::of).toList(), caller);
        } catch (No no) {
            return new Permission.Denied(no.sentence());
        }
    }

    /**
     * May the person read now what this command printed earlier? What cannot be told from the command alone is not allowed.
     *
     * @param command one that changes nothing, with its namespace filled in
     * @throws ClusterUnavailable if the cluster did not answer
     */
    public Permission askToRead(KubectlCommand command, Caller caller) {
        try {
            var needs = ReadNeeds.of(command, sight(caller));
            return needs.isEmpty()
                    ? new Permission.Denied(
                            "Whether you may see that again cannot be asked of the cluster; run `%s` anew."
                                    .formatted(command.canonical()))
                    : answer(needs, caller);
        } catch (No no) {
            return new Permission.Denied(no.sentence());
        }
    }

    private Sight sight(Caller caller) {
        return new Sight(new Api(caller.cluster(), door.forPerson(caller)), discovery, caller);
    }

    private static List<Need> needs(KubectlCommand command, Sight sight) {
        return switch (command) {
            case KubectlCommand.Scale scale ->
                    needs(scale.selection(), scale.scope(), "patch", "scale", sight);
            case KubectlCommand.RolloutRestart restart ->
                    needs(restart.selection(), restart.scope(), "patch", "", sight);
            case KubectlCommand.Delete delete ->
                    needs(delete.selection(), delete.scope(), "delete", "", sight);
            case KubectlCommand.Get _,
                    KubectlCommand.Raw _,
                    KubectlCommand.Describe _,
                    KubectlCommand.Logs _,
                    KubectlCommand.Events _,
                    ReadCommand _,
                    ChangeCommand _,
                    KubectlCommand.NotYet _ ->
                    List.of();
        };
    }

    private static List<Need> needs(
            Selection selection, Scope scope, String verb, String subresource, Sight sight) {
        return switch (selection) {
            case Selection.Named(var names) ->
                    names.stream()
                            .flatMap(name -> needs(name, scope, verb, subresource, sight))
                            .toList();
            case Selection.Matching _, Selection.InFiles _ -> List.of();
        };
    }

    // what is changed is looked at before
    private static Stream<Need> needs(
            ObjectName name, Scope scope, String verb, String subresource, Sight sight) {
        var resource =
                subresource.equals("scale")
                        ? ScaleVerb.scalable(sight, name)
                        : sight.resource(name.type());
        var namespace = Sight.namespace(scope, resource);
        var need =
                new Need(
                        verb,
                        resource.group(),
                        resource.plural(),
                        subresource,
                        namespace,
                        name.name());
        return Stream.of(need.withVerb("get"), need);
    }

    private Permission answer(List<Need> needs, Caller caller) {
        var person = new Api(caller.cluster(), door.forPerson(caller));
        var lacking = new Reviews(person, caller).lacking(needs);
        if (lacking.isPresent()) {
            return new Permission.Denied(ofPerson(lacking.get(), person, caller));
        }
        var itself = new Api(caller.cluster(), door.itself(caller.cluster()));
        return new Bound(new Reviews(itself, caller), caller).answer(needs);
    }

    private static String ofPerson(Need need, Api person, Caller caller) {
        var where = Refusals.where(need.namespace());
        var roles = GrantingRoles.sentence(person, need.verb(), need.resource(), need.group());
        return (Refusals.rights(need.verb(), need.what(), where, caller) + " " + roles).strip();
    }

    /**
     * What KubeChat may do in anyone's name. The server looks for the rights of constrained impersonation first and falls back
     * to the older all-or-nothing ones, so both are asked for.
     */
    private record Bound(Reviews itself, Caller caller) {

        private static final String ON = "impersonate-on:user-info:";

        Permission answer(List<Need> needs) {
            var bounds = needs.stream().map(need -> need.withVerb(ON + need.verb())).toList();
            var lacking = itself.lacking(bounds);
            if (lacking.isEmpty() || mayAnything()) {
                return new Permission.Granted();
            }
            var need = lacking.get();
            return new Permission.Denied(
                    Refusals.bound(
                            need.verb().substring(ON.length()),
                            need.what(),
                            Refusals.where(need.namespace()),
                            caller));
        }

        private boolean mayAnything() {
            return itself.lacking(
                            Stream.concat(
                                            Stream.of(impersonate("users", caller.who().user())),
                                            caller.who().groups().stream()
                                                    .map(group -> impersonate("groups", group)))
                                    .toList())
                    .isEmpty();
        }

        private static Need impersonate(String plural, String name) {
            return new Need("impersonate", "", plural, "", null, name);
        }
    }
}
