package dev.kubechat.pipeline;

import dev.kubechat.chat.Message;
import dev.kubechat.cluster.Caller;
import dev.kubechat.execute.PersonsInventory;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.Near;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.List;
import java.util.Optional;

/**
 * Finds what plain words mean in the cluster: "restart web" where web is a stateful set, "scale chekout" where there is a
 * checkout. What was typed as kubectl means what it says and is left alone, and so is what is not known.
 */
final class Resolve {

    private static final List<ResourceType> WORKLOADS =
            List.of(
                    ResourceType.of("deployments"),
                    ResourceType.of("statefulsets"),
                    ResourceType.of("daemonsets"));
    private static final int NEAREST = 3;

    private final KubectlReader reader;
    private final PersonsInventory inventory;

    Resolve(KubectlReader reader, PersonsInventory inventory) {
        this.reader = reader;
        this.inventory = inventory;
    }

    Stage names(Stage.Planned planned) {
        return planned.planner().equals(MakePlan.TYPED)
                ? planned
                : object(planned).map(object -> resolved(planned, object)).orElse(planned);
    }

    /** The one workload that is spoken of. */
    private static Optional<ObjectName> object(Stage.Planned planned) {
        var selection =
                switch (planned.command()) {
                    case KubectlCommand.Scale scale -> scale.selection();
                    case KubectlCommand.RolloutRestart restart -> restart.selection();
                    case KubectlCommand.Logs logs -> logs.selection();
                    case KubectlCommand.Describe describe -> describe.selection();
                    case KubectlCommand.Delete delete -> delete.selection();
                    default -> null;
                };
        return selection instanceof Selection.Named(var objects)
                        && objects.size() == 1
                        && WORKLOADS.contains(objects.getFirst().type())
                ? Optional.of(objects.getFirst())
                : Optional.empty();
    }

    private Stage resolved(Stage.Planned planned, ObjectName object) {
        var caller = planned.asked().caller();
        if (!(planned.command().scope() instanceof Scope.In(var namespace))
                || !inventory.knows(caller, object.type(), namespace)
                || isThere(caller, object.type(), namespace, object.name())) {
            return planned;
        }
        var others =
                WORKLOADS.stream()
                        .filter(type -> isThere(caller, type, namespace, object.name()))
                        .toList();
        if (others.size() == 1) {
            return as(planned, object, others.getFirst());
        }
        return missing(planned, object, namespace);
    }

    private boolean isThere(Caller caller, ResourceType type, Namespace namespace, String name) {
        return inventory.names(caller, type, namespace).contains(name);
    }

    /** The same command about the object of that name that there is. */
    private Stage as(Stage.Planned planned, ObjectName object, ResourceType type) {
        var line =
                planned.command()
                        .canonical()
                        .replace(object.toString(), new ObjectName(type, object.name()).toString());
        return reader.read(line) instanceof Reading.Command read
                ? new Stage.Planned(
                        planned.asked(), read.command(), planned.planner(), planned.filter())
                : planned;
    }

    private Stage missing(Stage.Planned planned, ObjectName object, Namespace namespace) {
        var caller = planned.asked().caller();
        var known =
                WORKLOADS.stream()
                        .flatMap(type -> inventory.names(caller, type, namespace).stream())
                        .distinct()
                        .toList();
        var near = Near.several(object.name(), known, NEAREST);
        if (near.isEmpty()) {
            return planned; // the cluster says itself that there is none
        }
        var words = planned.asked().message().text();
        return new Stage.Answered(
                planned,
                Message.of(
                        "There is no %s in namespace %s of cluster %s. Nothing was run. Which one is meant?"
                                .formatted(object.name(), namespace, caller.cluster()),
                        String.join(
                                "\n",
                                near.stream()
                                        .map(name -> words.replace(object.name(), name))
                                        .toList())),
                Stage.End.ASKED_BACK);
    }
}
