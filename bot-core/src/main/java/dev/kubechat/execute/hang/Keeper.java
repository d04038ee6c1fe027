package dev.kubechat.execute.hang;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What keeps an object as a repository or a chart says.
 *
 * @param called {@code Flux (kustomization shop/apps)}
 * @param managers how the server knows it among field managers
 * @param again a sentence's end with what is set: {@code will set %s again}
 * @param made a sentence's end for an object that is gone
 */
record Keeper(String called, Set<String> managers, String again, String made) {

    private static final String KUSTOMIZE = "kustomize.toolkit.fluxcd.io/";
    private static final String HELM_OF_FLUX = "helm.toolkit.fluxcd.io/";
    private static final String ARGO = "argocd.argoproj.io/";
    private static final Set<String> OF_ARGO =
            Set.of("argocd-controller", "argocd-application-controller", "argocd");

    /** As labels and annotations say it. */
    static Optional<Keeper> of(JsonNode object) {
        var labels = Labels.of(object);
        var annotations = object.path("metadata").path("annotations");
        if (labels.has(KUSTOMIZE + "name")) {
            return Optional.of(
                    flux("kustomization", KUSTOMIZE, labels, Set.of("kustomize-controller")));
        }
        if (labels.has(HELM_OF_FLUX + "name")) {
            return Optional.of(
                    flux("Helm release", HELM_OF_FLUX, labels, Set.of("helm-controller", "helm")));
        }
        var application = application(object);
        if (!application.isEmpty()) {
            return Optional.of(
                    new Keeper(
                            "Argo CD (application %s)".formatted(application),
                            OF_ARGO,
                            "will set %s again when it syncs",
                            "will make it again when it syncs"));
        }
        return annotations.has("meta.helm.sh/release-name")
                ? Optional.of(
                        new Keeper(
                                "Helm (release %s)"
                                        .formatted(
                                                annotations
                                                        .path("meta.helm.sh/release-name")
                                                        .asString("")),
                                Set.of("helm", "Helm"),
                                "will set %s again at its next upgrade",
                                "may make it again at its next upgrade"))
                : Optional.empty();
    }

    private static Keeper flux(String what, String prefix, JsonNode labels, Set<String> managers) {
        var namespace = labels.path(prefix + "namespace").asString("");
        var name = labels.path(prefix + "name").asString("");
        return new Keeper(
                "Flux (%s %s)".formatted(what, namespace.isEmpty() ? name : namespace + "/" + name),
                managers,
                "will set %s again",
                "will make it again");
    }

    // the label app.kubernetes.io/instance alone says nothing: charts set it too
    private static String application(JsonNode object) {
        var labels = Labels.of(object);
        var tracked =
                object.path("metadata").path("annotations").path(ARGO + "tracking-id").asString("");
        if (!tracked.isEmpty()) {
            return tracked.split(":", 2)[0];
        }
        if (labels.has(ARGO + "instance")) {
            return labels.path(ARGO + "instance").asString("");
        }
        var applied = new FieldManagers(object).all().stream().anyMatch(OF_ARGO::contains);
        return applied ? labels.path("app.kubernetes.io/instance").asString("") : "";
    }

    boolean is(String manager) {
        return managers.contains(manager);
    }

    String setsAgain(String object, String settings) {
        return "%s manages %s and %s.".formatted(called, object, again.formatted(settings));
    }

    String makesAgain(String object) {
        return "%s manages %s and %s.".formatted(called, object, made);
    }
}
