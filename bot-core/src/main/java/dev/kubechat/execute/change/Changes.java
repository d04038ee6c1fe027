package dev.kubechat.execute.change;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.AttachedFiles;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.Discovery;
import dev.kubechat.execute.api.Entry;
import dev.kubechat.execute.api.Refusals;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.Gone;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.Warnings;
import dev.kubechat.execute.change.Rehearsal.Form;
import dev.kubechat.kubectl.ChangeCommand;
import dev.kubechat.kubectl.ChangeOutput;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.MarkCommand;
import dev.kubechat.kubectl.NodeCommand;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ReadCommand;
import dev.kubechat.kubectl.RolloutChange;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import dev.kubechat.kubectl.SetCommand;
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

    public Changes(ClusterDoor door, Discovery discovery, Clock clock) {
        this(Entry.of(door), discovery, clock, false);
    }

    /** @param secretValues whether values of secrets may be set; a chat must not hold them (P9) */
    public Changes(Entry entry, Discovery discovery, Clock clock, boolean secretValues) {
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
            Told.check(output(command));
            var preview = plan(command, sight);
            return preview instanceof Preview.Planned planned
                    ? planned.with(AttachedFiles.named(command, files))
                    : preview;
        } catch (No no) {
            return new Preview.Impossible(
                    no.advised().sentence(), Warnings.lines(sight.warnings()) + no.errors());
        }
    }

    private static ChangeOutput output(KubectlCommand command) {
        return switch (command) {
            case KubectlCommand.Scale scale -> scale.options().output();
            case KubectlCommand.RolloutRestart restart -> restart.options().output();
            case ChangeCommand change -> change.options().output();
            default -> ChangeOutput.words();
        };
    }

    public Sight sight(Caller caller) {
        return new Sight(entry.api(caller), discovery, caller);
    }

    private Preview plan(KubectlCommand command, Sight sight) {
        return switch (command) {
            case KubectlCommand.Scale scale ->
                    plan(
                            scale,
                            scale.selection(),
                            scale.scope(),
                            new NamedWords(sight, scale.scope(), scale.options(), Form.LOOSE)
                                    .of(new ScaleVerb(sight, scale)::plan),
                            sight);
            case KubectlCommand.RolloutRestart restart ->
                    plan(
                            restart,
                            RestartVerb.chosen(restart),
                            restart.scope(),
                            new NamedWords(
                                            sight,
                                            restart.scope(),
                                            restart.options(),
                                            Form.TYPED_ALONE)
                                    .of(new RestartVerb(sight, restart)::plan),
                            sight);
            case KubectlCommand.Delete delete -> {
                var named = delete.change().output().format().equals("name");
                var plannings =
                        new DeleteVerb(sight, delete)
                                .plans(planning ->
                                        tried(named ? planning.named() : planning, sight));
                // kubectl takes it for done
                yield plannings.isEmpty()
                        ? new Preview.Unchanged(
                                "No object fits that. Nothing would be deleted.",
                                List.of("No resources found"))
                        : preview(plannings, sight);
            }
            case ChangeCommand change -> {
                var plannings =
                        new ChangePlans(
                                        sight,
                                        Alteration.meant(sight, secretValues, change),
                                        clock.instant())
                                .of(change);
                yield plannings.isEmpty() ? nothing(change) : preview(plannings, sight);
            }
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
            KubectlCommand command,
            Selection selection,
            Scope scope,
            Function<ObjectName, Planning> plan,
            Sight sight) {
        var plannings =
                Chosen.each(
                        selection,
                        ChangePlans.names(selection, scope, sight),
                        name -> tried(plan.apply(name), sight));
        return plannings.isEmpty() ? nothing(command) : preview(plannings, sight);
    }

    // where a selector meets nothing, kubectl has nothing to say, but for some
    private static Preview nothing(KubectlCommand command) {
        var sentence = "No object fits that. Nothing would be changed.";
        return switch (command) {
            case KubectlCommand.Scale _ ->
                    new Preview.Impossible(sentence, "error: no objects passed to scale\n");
            case KubectlCommand.RolloutRestart _,
                    MarkCommand _,
                    NodeCommand _,
                    RolloutChange _,
                    SetCommand _ ->
                    new Preview.Unchanged(sentence, List.of());
            default -> new Preview.Impossible(sentence, "No resources found\n");
        };
    }

    private static Preview preview(List<Planning> plannings, Sight sight) {
        var steps = new ArrayList<Step>();
        var sentences = new ArrayList<String>();
        var said = new ArrayList<String>();
        var before = new ArrayList<Integer>();
        for (var planning : plannings) {
            planning.said().forEach(_ -> before.add(steps.size()));
            planning.step().ifPresent(steps::add);
            sentences.addAll(planning.sentences());
            said.addAll(planning.said());
        }
        return steps.isEmpty()
                ? new Preview.Unchanged(
                        String.join(" ", sentences) + " Nothing would be changed.",
                        said,
                        sight.warnings())
                : new Preview.Planned(
                        steps,
                        consequences(plannings, sight),
                        said,
                        Map.of(),
                        sight.warnings(),
                        before,
                        undos(plannings));
    }

    private static List<String> consequences(List<Planning> plannings, Sight sight) {
        var all = new ArrayList<>(new Consequences(sight).of(plannings));
        sight.warnings().forEach(warning -> all.add("Warning: " + warning));
        return all;
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
        sight.warned(reply);
        if (reply.code() == 404) {
            throw new Gone(Verdicts.sentence(step, reply, sight.caller()), reply.asKubectlSaysIt());
        }
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
        if (step.action() == Step.Action.CREATE) {
            return new Makings(api, caller, clock, Evictions::sleep)
                    .perform(step, call(step, clock.instant()), notAfter);
        }
        return Verdicts.of(step, api.call(call(step, clock.instant())), caller);
    }

    /** The same, but that what may be done later is tried until then, on this thread. */
    public StepResult performPatiently(Step step, Caller caller, Instant notAfter) {
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
