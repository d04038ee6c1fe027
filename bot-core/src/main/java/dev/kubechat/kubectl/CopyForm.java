package dev.kubechat.kubectl;

import java.util.List;

/** {@code cp FROM TO}, of which one is in a pod. */
final class CopyForm {

    private CopyForm() {}

    /** {@code cp} in the direction that the line says. */
    static PodCommand of(Said said) {
        String example = "kubectl cp web-0:/etc/nginx/nginx.conf nginx.conf";
        List<String> words = said.words();
        if (words.size() != 2) {
            throw new Unreadable(
                    "cp needs what to copy and where to, like %s.".formatted(example), example);
        }
        PodFile from = PodFile.of(words.getFirst());
        PodFile to = PodFile.of(words.getLast());
        Long retries = said.number("retries");
        int times = retries == null ? 0 : Math.clamp(retries, -1, Integer.MAX_VALUE);
        if (from != null && to == null) {
            return new PodCommand.CopyOut(
                    from,
                    words.getLast(),
                    said.scope(),
                    said.text("container"),
                    said.is("no-preserve"),
                    times);
        }
        if (from == null && to != null) {
            return new PodCommand.CopyIn(
                    words.getFirst(),
                    to,
                    said.scope(),
                    said.text("container"),
                    said.is("no-preserve"),
                    times);
        }
        throw new Unreadable(
                from == null
                        ? "cp needs a pod on one side, like %s.".formatted(example)
                        : "cp has a pod on one side only, and these are two.");
    }
}
