package dev.kubechat.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kubechat.cluster.ClusterBusy;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.cluster.DoorShut;
import dev.kubechat.cluster.KubeconfigRefused;
import dev.kubechat.cluster.OperatorDoor;
import dev.kubechat.execute.Terminal;
import dev.kubechat.execute.api.AttachedFiles;
import dev.kubechat.execute.api.ManifestPlace;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.SecretValues;
import dev.kubechat.execute.change.Preview;
import dev.kubechat.execute.change.Step;
import dev.kubechat.execute.change.StepResult;
import dev.kubechat.kubectl.CreateCommand;
import dev.kubechat.kubectl.CreateWorkload;
import dev.kubechat.kubectl.DryRun;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.risk.Classifier;
import dev.kubechat.risk.Level;
import dev.kubechat.risk.RiskContext;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code kubechat kubectl [FLAGS] -- WORDS}: one kubectl command from a terminal, read, judged and run as in a chat. The flags are
 * the operator's; the words are a stranger's. Prints what kubectl would print, and ends as kubectl would end.
 */
final class KubectlVerb {

    private static final int FAILED = 1;
    // which ends with 1 where there are differences
    private static final int TROUBLE_OF_DIFF = 2;

    // what the configuration of a registered cluster starts with
    private static final Set<Namespace> PROTECTED =
            Stream.of("kube-system", "kube-public", "kube-node-lease", "default")
                    .map(Namespace::new)
                    .collect(Collectors.toUnmodifiableSet());

    private final PrintStream out;
    private final PrintStream errors;
    private final Clock clock;
    private final Set<String> warned = new HashSet<>();

    KubectlVerb(PrintStream out, PrintStream errors, Clock clock) {
        this.out = out;
        this.errors = errors;
        this.clock = clock;
    }

    /** The verb of this process; the caller ends it with the status. */
    static int inProcess(String[] words) {
        try (var out = stream(FileDescriptor.out);
                var errors = stream(FileDescriptor.err)) {
            return new KubectlVerb(out, errors, Clock.systemUTC())
                    .run(List.of(words), System.getenv());
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), false, UTF_8);
    }

    /**
     * @param environment where the kubeconfig is looked for when no flag names one
     * @return kubectl's exit status
     */
    int run(List<String> words, Map<String, String> environment) {
        return switch (KubectlWords.of(words, environment)) {
            case KubectlWords.Wrong(String sentence) -> failed(sentence);
            case KubectlWords.Right right -> run(right);
        };
    }

    private int run(KubectlWords.Right words) {
        return switch (new KubectlReader().read(words.command())) {
            case Reading.Rejected(String sentence, var instead) -> {
                failed(instead == null ? sentence : sentence + " Instead: " + instead);
                yield words.command().getFirst().equals("diff") ? TROUBLE_OF_DIFF : FAILED;
            }
            case Reading.Command(KubectlCommand command, var cluster) ->
                    cluster == null
                            ? run(words, command)
                            : failed(
                                    "The cluster is chosen before the --, and not by the command:"
                                            + " kubechat kubectl --context %s -- …"
                                                    .formatted(cluster.value()));
        };
    }

    private int run(KubectlWords.Right words, KubectlCommand command) {
        try (var door = OperatorDoor.open(words.operator())) {
            var files = new FolderFiles(words.files());
            var whole =
                    isWithoutNamespace(command)
                            ? command
                            : command.in(ManifestPlace.of(command, files, door.namespace()));
            var no = refusal(whole, words.yes(), door, files);
            if (no != null) {
                return failed(no);
            }
            var terminal = new Terminal(door, clock);
            return whole.changes()
                    ? change(whole, terminal, files)
                    : read(whole, words.yes(), terminal, files);
        } catch (KubeconfigRefused | ClusterUnavailable | ClusterBusy | DoorShut away) {
            return failed(String.valueOf(away.getMessage()));
        }
    }

    // kubectl writes no namespace into what it would make, unless the line names one
    private static boolean isWithoutNamespace(KubectlCommand command) {
        return command instanceof CreateCommand create
                && create.options().dryRun() == DryRun.CLIENT
                && !(create instanceof CreateWorkload.Job);
    }

    /** Null if the command may run. What a read shows is masked, so a read needs nobody's word. */
    private static @Nullable String refusal(
            KubectlCommand command, boolean yes, OperatorDoor door, AttachedFiles files) {
        var verdict =
                new Classifier()
                        .classify(
                                command,
                                new RiskContext(door.cluster().value(), false, PROTECTED),
                                List.copyOf(AttachedFiles.named(command, files).values()));
        var reasons = String.join(" ", verdict.reasons());
        if (verdict.level() == Level.FORBIDDEN) {
            return reasons;
        }
        if (command instanceof KubectlCommand.NotYet) {
            return "kubectl %s is understood, but not run yet.".formatted(command.verb());
        }
        var asks = command.changes() && verdict.level() != Level.SAFE;
        return asks && !yes
                ? reasons + " Nothing was changed. To run it, put --yes before the --."
                : null;
    }

    private int read(KubectlCommand command, boolean yes, Terminal terminal, AttachedFiles files) {
        var shown = new StringBuilder();
        var outcome =
                terminal.read(
                        command,
                        yes ? SecretValues.AS_NAMED : SecretValues.HIDDEN,
                        text -> {
                            shown.append(text);
                            out.print(text);
                            out.flush();
                        },
                        files);
        return switch (outcome) {
            case Outcome.Printed printed -> {
                out.print(printed.text().substring(shown.length()));
                errors.print(printed.errors());
                yield printed.exit();
            }
            case Outcome.Refused refused -> {
                errors.print(refused.errors());
                yield FAILED;
            }
        };
    }

    private int change(KubectlCommand command, Terminal terminal, AttachedFiles files) {
        return switch (terminal.preview(command, files)) {
            case Preview.Impossible(_, String said) -> {
                errors.print(said);
                yield FAILED;
            }
            case Preview.Unchanged(_, var said, var warnings) -> {
                warn(warnings);
                said.forEach(line -> out.print(line + "\n"));
                yield 0;
            }
            case Preview.Planned planned -> {
                warn(planned.warnings());
                yield perform(command, planned, terminal);
            }
        };
    }

    /** What comes after the first step that was not done is not begun. */
    private int perform(KubectlCommand command, Preview.Planned planned, Terminal terminal) {
        var exit = 0;
        var going = new ArrayList<Step>();
        var began = clock.instant();
        for (var done = 0; done < planned.steps().size(); done++) {
            var step = planned.steps().get(done);
            say(planned, done);
            switch (terminal.perform(step, terminal.lastMoment(command, began))) {
                case StepResult.Done(String line, var warnings) -> {
                    warn(warnings);
                    // kubectl tells of a scale when it is there
                    var late =
                            command instanceof KubectlCommand.Scale
                                    ? terminal.await(command, List.of(step))
                                    : "";
                    if (!late.isEmpty()) {
                        errors.print(late);
                        return FAILED;
                    }
                    out.print(printed(step, line));
                }
                case StepResult.Going(String line, _) -> {
                    out.print(printed(step, line));
                    going.add(step);
                }
                case StepResult.Gone(_, String said) -> {
                    if (!Terminal.passesOver(command)) {
                        errors.print(said);
                        exit = FAILED;
                    }
                }
                case StepResult.Ran ran -> {
                    ended(ran);
                    if (ran.exit() != 0) {
                        return ran.exit();
                    }
                }
                case StepResult.Copied copied -> {
                    var failure = LocalFile.write(copied);
                    if (!failure.isEmpty()) {
                        return failed(failure);
                    }
                    out.print(copied.said());
                }
                case StepResult.Later(_, String said) -> {
                    errors.print(said);
                    return FAILED;
                }
                case StepResult.Failed(_, String said, _) -> {
                    errors.print(said);
                    return FAILED;
                }
                case StepResult.Unknown(String sentence) -> {
                    return failed(sentence);
                }
                case StepResult.NotSent(String sentence) -> {
                    return failed(sentence);
                }
            }
        }
        say(planned, planned.steps().size());
        var late = terminal.await(command, going);
        errors.print(late);
        return late.isEmpty() ? exit : FAILED;
    }

    private void say(Preview.Planned planned, int done) {
        planned.saidAfter(done).forEach(line -> out.print(line + "\n"));
    }

    // each once, as kubectl does
    private void warn(List<String> warnings) {
        warnings.stream()
                .filter(warned::add)
                .forEach(warning -> errors.print("Warning: " + warning + "\n"));
    }

    private static String printed(Step step, String line) {
        var request = step.request();
        var whole = line.isEmpty() || (request != null && request.told() != null);
        return whole ? line : line + "\n";
    }

    private void ended(StepResult.Ran ran) {
        out.print(ran.out());
        errors.print(ran.errors());
        errors.print(ran.said());
    }

    private int failed(String sentence) {
        errors.print("error: " + sentence + "\n");
        return FAILED;
    }
}
