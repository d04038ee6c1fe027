package dev.kubechat.kubectl;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What keeps pods off a node.
 *
 * @param value empty for none
 * @param effect null only where a taint is taken away, for every effect
 */
public record Taint(String key, String value, @Nullable Effect effect) {

    /** What it does to pods that do not bear it. */
    public enum Effect {
        NO_SCHEDULE("NoSchedule"),
        PREFER_NO_SCHEDULE("PreferNoSchedule"),
        NO_EXECUTE("NoExecute");

        private final String typed;

        Effect(String typed) {
            this.typed = typed;
        }

        /** As it is typed, and as the server has it. */
        public String typed() {
            return typed;
        }

        static Effect of(String typed) {
            return Arrays.stream(values())
                    .filter(effect -> effect.typed.equals(typed))
                    .findFirst()
                    .orElseThrow(() ->
                            new Unreadable(
                                    "%s is no effect of a taint: NoSchedule, PreferNoSchedule and NoExecute are."
                                            .formatted(Shown.quoted(typed))));
        }
    }

    static boolean isTaint(String word) {
        return word.contains("=") || word.contains(":") || word.endsWith("-");
    }

    static Taint of(String word) {
        String[] parts = word.split(":", -1);
        if (parts.length > 2) {
            throw unknown(word);
        }
        String[] pair = parts[0].split("=", -1);
        boolean valueWithoutEffect = parts.length == 1 && pair.length > 1;
        if (pair.length > 2 || valueWithoutEffect) {
            throw unknown(word);
        }
        String value = pair.length > 1 ? pair[1] : "";
        Syntax.labelValue(pair[0], value);
        Syntax.qualifiedName(pair[0], "taint");
        return new Taint(pair[0], value, parts.length == 1 ? null : Effect.of(parts[1]));
    }

    private static Unreadable unknown(String word) {
        return new Unreadable(
                "%s is no taint: it is KEY=VALUE:EFFECT, like dedicated=builds:NoSchedule, and KEY- takes it away."
                        .formatted(Shown.quoted(word)));
    }

    @Override
    public String toString() {
        String pair = value.isEmpty() ? key : key + "=" + value;
        return effect == null ? pair : pair + ":" + effect.typed;
    }
}
