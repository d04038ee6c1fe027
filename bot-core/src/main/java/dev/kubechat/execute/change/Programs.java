package dev.kubechat.execute.change;

import dev.kubechat.cluster.Caller;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.Fate;
import dev.kubechat.execute.api.LineMask;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.pod.OneFile;
import dev.kubechat.execute.pod.PodProgram;
import dev.kubechat.execute.pod.ProgramEnd;
import dev.kubechat.execute.pod.Written;
import dev.kubechat.risk.Classifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Runs the step of a program in a container. The server knows no condition for this, so the pod's uid is compared right before: a
 * pod made anew under the same name in between, within milliseconds, would get the program (P14).
 */
public final class Programs {

    /** Longest wait of a chat for a program's end. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of a terminal: whoever sits there ends it. */
    public static final Duration TO_ITS_END = Duration.ofDays(365);

    /** Knows the programs that only read. */
    static final Classifier READERS = new Classifier();

    private static final String NOTHING = " Nothing ran.";

    private final Api api;
    private final Caller caller;
    private final Clock clock;
    private final boolean plain;

    /** @param plain whether this is a terminal, which gets what it writes as it is and waits for its end; a chat gets no credentials (P9) */
    Programs(Api api, Caller caller, Clock clock, boolean plain) {
        this.api = api;
        this.caller = caller;
        this.clock = clock;
        this.plain = plain;
    }

    /** @param notAfter by this moment nobody waits for it any more */
    StepResult perform(Step step, Instant notAfter) {
        var looked = api.call(new Call("GET", ApiPath.of(step.object()), Api.JSON, ""));
        if (!(looked instanceof Fate.Answered(Reply reply)) || !reply.ok()) {
            // it was only looked at
            var why = Verdicts.of(step, looked, caller);
            return why instanceof StepResult.Unknown(String sentence)
                    ? new StepResult.NotSent(sentence)
                    : why;
        }
        var uid = reply.json().path("metadata").path("uid").asString("");
        if (!uid.equals(step.object().uid())) {
            var sentence =
                    "pod/%s is another pod of the same name now. Ask again to see it."
                            .formatted(step.object().name());
            return new StepResult.Failed(sentence + NOTHING, "error: " + sentence + "\n");
        }
        var ran = api.run(ExecVerb.path(step), patience(notAfter));
        return switch (step.action()) {
            case COPY -> copied(step, ran);
            default -> ended(step, ran);
        };
    }

    Duration patience(Instant notAfter) {
        var now = clock.instant();
        var longest = plain ? TO_ITS_END : PATIENCE;
        return now.plus(longest).isBefore(notAfter)
                ? longest
                : Duration.between(now, notAfter).plusMillis(1);
    }

    private StepResult ended(Step step, PodProgram.Ran ran) {
        return switch (ran.end()) {
            case ProgramEnd.Exited(int code) ->
                    new StepResult.Ran(
                            shown(ran.out()),
                            said(step) + shown(ran.errors()),
                            code == 0
                                    ? ""
                                    : "command terminated with exit code %d\n".formatted(code),
                            code,
                            notes(ran, code));
            case ProgramEnd.Broken(String message) -> broken(step, ran, message);
            default -> unfinished(step, ran);
        };
    }

    private StepResult broken(Step step, PodProgram.Ran ran, String message) {
        var words = Masking.text(message.strip());
        return new StepResult.Ran(
                shown(ran.out()),
                said(step) + shown(ran.errors()),
                "error: Internal error occurred: %s\n".formatted(words),
                1,
                "The node could not run it, or not to its end: " + words);
    }

    private StepResult unfinished(Step step, PodProgram.Ran ran) {
        var output = (shown(ran.out()) + shown(ran.errors())).strip();
        var wrote = output.isEmpty() ? "" : " It wrote so far:\n" + output;
        return switch (ran.end()) {
            case ProgramEnd.Refused(int code, String body) when code >= 400 && code < 500 -> {
                var reply = new Reply(code, body);
                yield new StepResult.Failed(
                        Verdicts.sentence(step, reply, caller) + NOTHING, reply.asKubectlSaysIt());
            }
            case ProgramEnd.Unopened(Throwable cause) -> Verdicts.of(step, api.fate(cause), caller);
            case ProgramEnd.Overtime _ ->
                    new StepResult.Unknown(
                            "A chat waits %d s for a program at most; it ran longer, may run on, and what it writes from now on is not shown.%s"
                                    .formatted(PATIENCE.toSeconds(), wrote));
            default ->
                    new StepResult.Unknown(
                            "Cluster %s broke off before the program's end was told: it may have run. It is not run again by itself.%s"
                                    .formatted(caller.cluster(), wrote));
        };
    }

    private StepResult copied(Step step, PodProgram.Ran ran) {
        if (!(ran.end() instanceof ProgramEnd.Exited(int code))) {
            return ran.end() instanceof ProgramEnd.Broken(String message)
                    ? broken(step, ran, message)
                    : unfinished(step, ran);
        }
        var errors = shown(ran.errors());
        if (code != 0) {
            return new StepResult.Failed(
                    "tar in the container ended with exit status %d: %s"
                            .formatted(code, errors.strip()),
                    said(step)
                            + errors
                            + "error: command terminated with exit code %d\n".formatted(code));
        }
        return switch (OneFile.in(ran.out().bytes(), ran.out().isCut())) {
            case OneFile.None(String why) ->
                    new StepResult.Failed(
                            "%s is not copied. %s".formatted(path(step), why),
                            "error: %s\n".formatted(why));
            case OneFile.Found file -> delivered(step, file, said(step) + errors);
        };
    }

    private StepResult delivered(Step step, OneFile.Found file, String errors) {
        var to = ExecVerb.body(step).path("to").asString("");
        if (plain) {
            return new StepResult.Copied(to, errors, ByteBuffer.wrap(file.bytes()));
        }
        return file.text()
                .<StepResult>map(text ->
                        new StepResult.Copied(
                                to, errors, StandardCharsets.UTF_8.encode(masked(text))))
                .orElseGet(() ->
                        new StepResult.Failed(
                                "%s is not shown: it is no text, so it cannot be looked through for credentials. Copy it with kubectl at the cluster."
                                        .formatted(path(step)),
                                "error: it is no text\n"));
    }

    private static String path(Step step) {
        return Objects.requireNonNullElse(step.changes().getFirst().becomes(), "It");
    }

    private static String said(Step step) {
        var said = Objects.requireNonNull(step.request()).done();
        return said.isEmpty() ? "" : said + "\n";
    }

    private String shown(Written written) {
        return plain ? written.text() : masked(written.text());
    }

    private static String masked(String text) {
        var mask = new LineMask();
        return Arrays.stream(text.split("(?<=\n)", -1))
                .map(mask::line)
                .collect(Collectors.joining());
    }

    private static String notes(PodProgram.Ran ran, int code) {
        var status = code == 0 ? "" : "It ended with exit status %d. ".formatted(code);
        return (status + cut(ran)).strip();
    }

    private static String cut(PodProgram.Ran ran) {
        return ran.out().isCut() || ran.errors().isCut()
                ? "It wrote more than 1 MiB; the beginning is kept."
                : "";
    }
}
