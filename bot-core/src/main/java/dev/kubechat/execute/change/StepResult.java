package dev.kubechat.execute.change;

import java.nio.ByteBuffer;
import java.util.List;

/** How one step ended. */
public sealed interface StepResult {

    /**
     * @param line what kubectl would have printed, such as {@code deployment.apps/checkout scaled}
     * @param warnings what the server says beside it, without credentials
     */
    record Done(String line, List<String> warnings) implements StepResult {
        public Done {
            warnings = List.copyOf(warnings);
        }

        public Done(String line) {
            this(line, List.of());
        }
    }

    /**
     * A program ran to its end.
     *
     * @param out what it wrote; so {@code errors}, to its standard error
     * @param said what kubectl writes of its own to standard error after that, whole lines; may be empty
     * @param exit its exit status, or 1 where it has none
     * @param note sentences for people on how it ended and what is left out; may be empty
     */
    record Ran(String out, String errors, String said, int exit, String note)
            implements StepResult {}

    /**
     * A file came out of a container.
     *
     * @param to as the command calls it
     * @param said what the program wrote beside it
     */
    record Copied(String to, String said, ByteBuffer content) implements StepResult {
        public Copied {
            content = content.asReadOnlyBuffer();
        }
    }

    /**
     * It was told to go, and goes in its own time.
     *
     * @param line what kubectl would have printed
     * @param sentence what it waits for, and how to see it through
     */
    record Going(String line, String sentence) implements StepResult {}

    /**
     * It was to be deleted, and was gone already; nothing was changed by this step.
     *
     * @param errors what kubectl would have written to its standard error for an object that was named, whole lines
     */
    record Gone(String sentence, String errors) implements StepResult {}

    /**
     * The API server answered and did not do it; nothing was changed by this step.
     *
     * @param errors what kubectl would have written to its standard error, whole lines
     * @param outdated whether the object was no longer what the step was made for (P14)
     */
    record Failed(String sentence, String errors, boolean outdated) implements StepResult {

        Failed(String sentence, String errors) {
            this(sentence, errors, false);
        }
    }

    /**
     * The API server answered that it does not do it now; nothing was changed by this step, and it may be asked again, for a while.
     *
     * @param errors what kubectl would have written to its standard error, whole lines
     */
    record Later(String sentence, String errors) implements StepResult {}

    /** The call went out and no answer came back: it may or may not have happened. It is never sent again by itself (P8). */
    record Unknown(String sentence) implements StepResult {}

    /** The time in which it might be sent had passed, or the door was shut: it was not sent. */
    record NotSent(String sentence) implements StepResult {}
}
