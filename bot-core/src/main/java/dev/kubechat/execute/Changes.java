package dev.kubechat.execute;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.execute.Rehearsal.Form;
import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.ChangeCommand;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ReadCommand;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The door for changing: finds out as the person what a command would do, and does it, one object and one request at a time. */
public final class Changes {

    private final Entry entry;
    private final Discovery discovery;
    private final Clock clock;
    private final boolean secretValues;

    Changes(ClusterDoor door, Discovery discovery, Clock clock) {
        this(Entry.of(door), discovery, clock, false);
    }

    /** @param secretValues whether values of secrets may be set; a chat must not hold them (P9) */
    Changes(Entry entry, Discovery discovery, Clock clock, boolean secretValues) {
        this.secretValues = secretValues;
        this.entry = entry;
        this.discovery = discovery;
        this.clock = clock;
    }

    /**
     * Reads the objects, lets the server try each step without effect and says what hangs on them. Changes nothing.
     *
     * @param command one that changes something, with its namespace filled in
     * @throws ClusterUnavailable if the cluster did not answer in time
     */
    public Preview preview(KubectlCommand command, Caller caller) {
        return preview(command, caller, AttachedFiles.none());
    }

    /**
     * The same of a command that may take its objects out of files.
     *
     * @param files what came with it; those that it names are kept with what was planned
     */
    public Preview preview(KubectlCommand command, Caller caller, AttachedFiles files) {
        var sight = new Sight(entry.api(caller), discovery, caller, files);
        try {
            var preview = plan(command, sight);
            return preview instanceof Preview.Planned planned
                    ? planned.with(AttachedFiles.named(command, files))
                    : preview;
        } catch (No no) {
            return new Preview.Impossible(no.advised().sentence(), no.errors());
        }
    }

    private Preview plan(KubectlCommand command, Sight sight) {
        return switch (command) {
            case KubectlCommand.Scale scale ->
                    plan(
                            scale.selection(),
                            scale.scope(),
                            new NamedWords(sight, scale.scope(), scale.options(), Form.LOOSE)
                                    .of(new ScaleVerb(sight, scale)::plan),
                            sight);
            case KubectlCommand.RolloutRestart restart ->
                    plan(
                            restart.selection(),
                            restart.scope(),
                            new NamedWords(
                                            sight,
                                            restart.scope(),
                                            restart.options(),
                                            Form.TYPED_ALONE)
                                    .of(new RestartVerb(sight, restart)::plan),
                            sight);
            case KubectlCommand.Delete delete -> {
                var verb = new DeleteVerb(sight, delete);
                var names = ChangePlans.names(delete.selection(), delete.scope(), sight);
                // kubectl takes it for done
                yield names.isEmpty()
                        ? new Preview.Unchanged(
                                "No object fits that. Nothing would be deleted.",
                                List.of("No resources found"))
                        : plan(
                                delete.selection(),
                                delete.scope(),
                                new NamedWords(sight, delete.scope(), delete.change(), Form.LOOSE)
                                        .of(verb::plan),
                                sight);
            }
            case ChangeCommand change ->
                    preview(
                            new ChangePlans(
                                            sight,
                                            Alteration.meant(sight, secretValues, change),
                                            clock.instant())
                                    .of(change),
                            sight);
            case KubectlCommand.NotYet _ ->
                    new Preview.Impossible(
                            "kubectl %s is understood, but not run yet.".formatted(command.verb()));
            case KubectlCommand.Get _,
                    KubectlCommand.Raw _,
                    KubectlCommand.Describe _,
                    KubectlCommand.Logs _,
                    KubectlCommand.Events _,
                    ReadCommand _ ->
                    throw new IllegalArgumentException(
                            "\"%s\" changes nothing".formatted(command.verb()));
        };
    }

    private Preview plan(
            Selection selection, Scope scope, Function<ObjectName, Planning> plan, Sight sight) {
        return preview(
                ChangePlans.names(selection, scope, sight).stream()
                        .map(plan)
                        .map(planning -> tried(planning, sight))
                        .toList(),
                sight);
    }

    private static Preview preview(List<Planning> plannings, Sight sight) {
        var steps = new ArrayList<Step>();
        var sentences = new ArrayList<String>();
        var said = new ArrayList<String>();
        for (var planning : plannings) {
            planning.step().ifPresent(steps::add);
            sentences.addAll(planning.sentences());
            said.addAll(planning.said());
        }
        if (plannings.isEmpty()) {
            return new Preview.Impossible(
                    "No object fits that. Nothing would be changed.", "No resources found\n");
        }
        return steps.isEmpty()
                ? new Preview.Unchanged(
                        String.join(" ", sentences) + " Nothing would be changed.", said)
                : new Preview.Planned(
                        steps,
                        new Consequences(sight).of(plannings),
                        said,
                        Map.of(),
                        undos(plannings));
    }

    private static List<Optional<Undo>> undos(List<Planning> plannings) {
        return plannings.stream()
                .filter(planning -> planning.step().isPresent())
                .map(Planning::undo)
                .toList();
    }

    private Planning tried(Planning planning, Sight sight) {
        planning.step().ifPresent(step -> tried(step, sight));
        return planning;
    }

    private void tried(Step step, Sight sight) {
        tried(step, sight, clock.instant());
    }

    /** @throws No if the server would not do it */
    static void tried(Step step, Sight sight, Instant now) {
        var call = call(step, now).dry();
        var reply = sight.api().answered(sight.api().call(call));
        if (!reply.ok()) {
            throw new No(
                    Verdicts.sentence(step, reply, sight.caller()),
                    reply.asKubectlSaysIt(),
                    () -> reply.code() == 403 ? Refusals.granting(reply, sight.api()) : "");
        }
    }

    /**
     * Does the step as the person, on its conditions: one request, never sent again but where it certainly was not done. The caller has recorded the intent before.
     *
     * @param notAfter the request is not handed to the network at this time or later
     */
    public StepResult perform(Step step, Caller caller, Instant notAfter) {
        var api = entry.api(caller, notAfter);
        if (step.action() == Step.Action.EXEC || step.action() == Step.Action.COPY) {
            return new Programs(api, caller, clock, secretValues).perform(step, notAfter);
        }
        if (isOfDrain(step)) {
            return evictions(api, caller).once(step, call(step, clock.instant()), notAfter);
        }
        if (step.action() == Step.Action.TOKEN) {
            return TokenVerb.ended(step, api.call(call(step, clock.instant())), caller);
        }
        if (step.action() == Step.Action.SCALE) {
            return NamedWords.read(step, api.call(call(step, clock.instant())), api, caller);
        }
        return Verdicts.of(step, api.call(call(step, clock.instant())), caller);
    }

    /** The same, but that what may be done later is tried until then, on this thread. */
    StepResult performPatiently(Step step, Caller caller, Instant notAfter) {
        return isOfDrain(step)
                ? evictions(entry.api(caller, notAfter), caller)
                        .patiently(step, call(step, clock.instant()), notAfter)
                : perform(step, caller, notAfter);
    }

    private Evictions evictions(Api api, Caller caller) {
        return new Evictions(api, caller, clock, Evictions::sleep);
    }

    private static boolean isOfDrain(Step step) {
        return step.action() == Step.Action.EVICT
                || (step.action() == Step.Action.DELETE
                        && step.request() != null
                        && step.request().method().equals(DrainVerb.DELETES));
    }

    private static Call call(Step step, Instant now) {
        return switch (step.action()) {
            case SCALE -> ScaleVerb.call(step);
            case RESTART -> RestartVerb.call(step, now);
            case DELETE -> DeleteVerb.call(step);
            case EXEC, COPY -> throw new IllegalArgumentException("a program is not one call");
            case CHANGE, EVICT, TOKEN -> sent(step, ApiPath.of(step.object()));
            case CREATE ->
                    sent(
                            step,
                            ServerApplyVerb.applies(step)
                                    ? ApiPath.of(step.object())
                                    : ApiPath.ofAll(step.object()));
        };
    }

    private static Call sent(Step step, ApiPath path) {
        var request = Objects.requireNonNull(step.request());
        return new Call(
                request.method(),
                (request.subresource().isEmpty() ? path : path.at(request.subresource()))
                        .asked(request.query()),
                request.contentType(),
                ServerApplyVerb.applies(step) ? ServerApplyVerb.body(step) : request.body());
    }
}
