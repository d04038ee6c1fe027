package dev.kubechat.kubectl;

import org.jspecify.annotations.Nullable;

/**
 * What a command would connect to a person's terminal.
 *
 * @param attach null leaves it to {@code stdin}
 * @param quiet only the program's own output
 */
public record Terminal(boolean stdin, boolean tty, @Nullable Boolean attach, boolean quiet) {

    static Terminal of(Said said) {
        return new Terminal(
                said.is("stdin"), said.is("tty"), said.choice("attach"), said.is("quiet"));
    }

    /** Whether the command stays with the program until it ends. */
    public boolean attaches() {
        return attach == null ? stdin : attach;
    }

    Terminal checked() {
        if (tty && !stdin) {
            throw new Unreadable("-t goes with -i only. A chat has no terminal: leave both out.");
        }
        return this;
    }

    LineBuilder write(LineBuilder line) {
        return line.flag("stdin", stdin)
                .flag("tty", tty)
                .flag("attach", attach == null ? null : attach.toString())
                .flag("quiet", quiet);
    }
}
