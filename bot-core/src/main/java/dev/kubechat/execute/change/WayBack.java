package dev.kubechat.execute.change;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether what a step does can be taken back, and how. */
public sealed interface WayBack {

    /** By setting the fields that it changes to what they were. */
    record RestoreFields() implements WayBack {}

    /** By making the object again, of what was seen of it without the server's own fields. */
    record Recreate() implements WayBack {}

    /** By deleting what it made. */
    record Remove() implements WayBack {}

    /**
     * Not at all.
     *
     * @param sentence why, for people who decide about it; empty where nobody misses a way back, as nothing
     *     is changed, or its controller makes another
     */
    record None(String sentence) implements WayBack {}

    /** @param seen the object before the step; a missing node where it is not known */
    static WayBack of(Step step, JsonNode seen) {
        return switch (step.action()) {
            case SCALE -> new RestoreFields();
            case RESTART ->
                    none(
                            "the pods of %s are stopped, and others take their place.",
                            step.object().name());
            case CREATE -> new Remove();
            case EVICT -> ofEviction(step, seen);
            case EXEC -> ofProgram(ExecVerb.words(step));
            case COPY -> new None("");
            case TOKEN ->
                    none(
                            "a token of account %s is good until its time is over.",
                            step.object().name());
            case CHANGE -> ofChange(step);
            case DELETE -> ofDeletion(step, seen);
        };
    }

    private static WayBack ofProgram(List<String> words) {
        return Programs.READERS.onlyReads(words)
                ? new None("")
                : new None("There is no way back: what a program does in a container stays done.");
    }

    private static WayBack ofChange(Step step) {
        var request = step.request();
        if (request != null && request.subresource().equals("approval")) {
            return new None(
                    "There is no way back: a certificate that is approved or denied stays so.");
        }
        if (request != null && request.subresource().equals("ephemeralcontainers")) {
            return new None("There is no way back: a debug container stays as long as its pod.");
        }
        var values =
                resource(step).equals("secrets")
                        && step.changes().stream()
                                .anyMatch(change -> change.path().matches("(string)?[dD]ata.*"));
        return values
                ? new None(
                        "There is no way back: KubeChat does not keep the values of secret %s."
                                .formatted(step.object().name()))
                : new RestoreFields();
    }

    private static WayBack ofEviction(Step step, JsonNode seen) {
        return isControlled(seen)
                ? new None("")
                : new None(
                        "There is no way back: nothing starts pod %s again."
                                .formatted(step.object().name()));
    }

    private static WayBack ofDeletion(Step step, JsonNode seen) {
        var name = step.object().name();
        return switch (resource(step)) {
            case "namespaces" -> none("KubeChat does not keep what was in namespace %s.", name);
            case "persistentvolumeclaims" ->
                    none("KubeChat does not keep the data of claim %s.", name);
            case "persistentvolumes" -> none("KubeChat does not keep the data of volume %s.", name);
            case "secrets" -> none("KubeChat does not keep the values of secret %s.", name);
            case "jobs.batch" -> none("job %s would begin anew, and do its work twice.", name);
            case "nodes" -> none("node %s has to register itself again.", name);
            case "certificatesigningrequests.certificates.k8s.io" ->
                    none("the certificate of %s has to be asked for anew.", name);
            case "customresourcedefinitions.apiextensions.k8s.io" ->
                    none("KubeChat does not keep the objects of type %s.", name);
            case "pods" -> isControlled(seen) ? new None("") : new Recreate();
            case "statefulsets.apps" -> ofStatefulSet(step, seen);
            default -> new Recreate();
        };
    }

    private static WayBack ofStatefulSet(Step step, JsonNode seen) {
        var policy = seen.path("spec").path("persistentVolumeClaimRetentionPolicy");
        return policy.path("whenDeleted").asString("").equals("Delete")
                ? none("the data of %s's claims is deleted with it.", step.object().name())
                : new Recreate();
    }

    private static None none(String why, String name) {
        return new None("There is no way back: " + why.formatted(name));
    }

    private static boolean isControlled(JsonNode seen) {
        return seen.path("metadata")
                .path("ownerReferences")
                .valueStream()
                .anyMatch(owner -> owner.path("controller").asBoolean(false));
    }

    private static String resource(Step step) {
        var key = step.object();
        return key.group().isEmpty() ? key.plural() : key.plural() + "." + key.group();
    }
}
