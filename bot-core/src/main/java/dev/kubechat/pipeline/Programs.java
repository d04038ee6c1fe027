package dev.kubechat.pipeline;

import dev.kubechat.chat.Attachment;
import dev.kubechat.execute.change.Step;
import dev.kubechat.execute.change.StepResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What programs in containers wrote, on its way into a thread; no credential is in it any more (P9). */
final class Programs {

    private Programs() {}

    /** Both outputs, and how it ended where that is not well. */
    static String told(StepResult.Ran ran) {
        var text = new StringBuilder(ran.out());
        if (!ran.errors().isEmpty()) {
            line(text).append("Standard error:\n").append(ran.errors());
        }
        if (!ran.note().isEmpty()) {
            line(text).append(ran.note());
        }
        return text.isEmpty() ? "It ended well and wrote nothing." : text.toString();
    }

    private static StringBuilder line(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? text : text.append('\n');
    }

    /** The file's text; one that is no text does not come this far. */
    static String text(StepResult.Copied copied) {
        return StandardCharsets.UTF_8.decode(copied.content().duplicate()).toString();
    }

    /** The file that the step brought; none for other steps. */
    static List<Attachment> files(Run.StepEnd end) {
        return isFile(end)
                ? List.of(new Attachment(name(end.step()), "text/plain", end.message()))
                : List.of();
    }

    static boolean isFile(Run.StepEnd end) {
        return end.step().action() == Step.Action.COPY && end.state() == Run.StepState.DONE;
    }

    /** By the file's own name in the container: what the asker calls it is a path on a machine of theirs. */
    private static String name(Step step) {
        var path = String.valueOf(step.changes().getFirst().becomes());
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.matches("[A-Za-z0-9._-]{1,100}") ? name : "file.txt";
    }

    /** What the trail keeps: that there was output, and how much; not the output itself. */
    static String kept(Run.StepEnd end) {
        return switch (end.step().action()) {
            case EXEC, COPY -> "%d characters of output".formatted(end.message().length());
            case SCALE, RESTART, DELETE, CHANGE, CREATE, EVICT, TOKEN -> end.message();
        };
    }
}
