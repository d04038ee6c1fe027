package dev.kubechat.execute.pod;

/** What became of a program that was to run in a container. */
public sealed interface ProgramEnd {

    /** @param code its exit status; 0 if all went well */
    record Exited(int code) implements ProgramEnd {}

    /**
     * The node could not run it, or not to its end.
     *
     * @param message the node's words
     */
    record Broken(String message) implements ProgramEnd {}

    /** The server answered something else than yes: nothing ran. */
    record Refused(int code, String body) implements ProgramEnd {}

    /** The connection was never there; what that means for the program, the cause says. */
    record Unopened(Throwable cause) implements ProgramEnd {}

    /** It runs for longer than it is waited for, and may go on. */
    record Overtime() implements ProgramEnd {}

    /** The connection broke off before its end was told. */
    record Lost() implements ProgramEnd {}
}
