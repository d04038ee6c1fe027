package dev.kubechat.kubectl;

import org.jspecify.annotations.Nullable;

/**
 * A file or folder in a container.
 *
 * @param namespace null for the command's
 * @param pod by name
 */
public record PodFile(@Nullable Namespace namespace, ObjectName pod, String path) {

    private static final ResourceType PODS = ResourceType.of("pods");

    /** Null if the word names a file outside of pods. */
    static @Nullable PodFile of(String word) {
        int colon = word.indexOf(':');
        if (colon < 0) {
            return null;
        }
        String[] parts = word.substring(0, colon).split("/", -1);
        if (colon == 0 || parts.length > 2) {
            throw new Unreadable(
                    "%s is no file in a pod: it is POD:PATH or NAMESPACE/POD:PATH."
                            .formatted(Shown.quoted(word)));
        }
        String path = word.substring(colon + 1);
        if (path.isEmpty()) {
            throw new Unreadable("%s needs a path behind the colon.".formatted(Shown.quoted(word)));
        }
        return new PodFile(
                parts.length == 1 ? null : new Namespace(parts[0]),
                new ObjectName(PODS, parts[parts.length - 1]),
                path);
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return (namespace == null ? "" : namespace + "/") + pod.name() + ":" + path;
    }
}
