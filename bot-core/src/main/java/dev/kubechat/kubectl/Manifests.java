package dev.kubechat.kubectl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files whose objects a command is about: attachments or code blocks of the message, by name. Either files or a kustomization.
 *
 * @param files as typed, in their order
 * @param kustomization the folder of a kustomization; null for none
 * @param recursive whether folders are gone through
 */
public record Manifests(List<String> files, @Nullable String kustomization, boolean recursive) {

    public Manifests {
        files = List.copyOf(files);
        if (files.isEmpty() == (kustomization == null)) {
            throw new IllegalArgumentException("Manifests are either files or a kustomization");
        }
    }

    /** Those the line names; null if it names none. */
    static @Nullable Manifests of(Said said) {
        List<String> files = said.list("filename");
        String kustomization = said.text("kustomize");
        boolean recursive = said.holds("recursive");
        if (files.isEmpty() && kustomization == null) {
            return null;
        }
        if (kustomization != null && (said.is("recursive") || !files.isEmpty())) {
            throw new Unreadable("-k stands for itself: it goes with neither -f nor -R.");
        }
        return new Manifests(files, kustomization, recursive && kustomization == null);
    }

    /** @throws Unreadable if the line names none */
    static Manifests required(Said said) {
        Manifests manifests = of(said);
        if (manifests == null) {
            String better = "kubectl %s -f deployment.yaml".formatted(said.line().verb());
            throw new Unreadable(
                    "%s needs a manifest: attach the file and type %s."
                            .formatted(said.line().verb(), better),
                    better);
        }
        if (!said.words().isEmpty()) {
            throw new Unreadable(
                    "%s takes its objects out of the file, so %s has no meaning here."
                            .formatted(said.line().verb(), Shown.quoted(said.words().getFirst())));
        }
        return manifests;
    }
}
