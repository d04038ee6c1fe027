package dev.kubechat.kubectl;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line calls a cluster, with {@code --context}. That one of this name is registered is not said. */
public record ClusterName(String value) {

    static final String FLAG = "context";

    // contexts of kubeconfigs hold more than our clusters' names do, like admin@prod
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,252}");

    /** @throws InvalidName if no cluster can be called like that */
    public ClusterName {
        if (!NAME.matcher(value).matches()) {
            throw new InvalidName(
                    "%s cannot be the name of a cluster. Name one that is registered here, like --context=staging."
                            .formatted(Shown.quoted(value)));
        }
    }

    /** The one the line names; null if it names none, so that the thread's is meant. */
    static @Nullable ClusterName of(CommandLine line) {
        String context = line.flag(FLAG);
        return context == null || context.isEmpty() ? null : new ClusterName(context);
    }

    @Override
    public String toString() {
        return value;
    }
}
