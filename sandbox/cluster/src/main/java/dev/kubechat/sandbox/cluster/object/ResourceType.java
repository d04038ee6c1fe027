package dev.kubechat.sandbox.cluster.object;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A kind of object the API serves, in one version, with all that discovery and tables say about it. */
public record ResourceType(
        GroupVersion groupVersion,
        JsonNode discovery,
        List<JsonNode> subresources,
        List<JsonNode> columns) {

    public ResourceType {
        subresources = List.copyOf(subresources);
        columns = List.copyOf(columns);
    }

    public String plural() {
        return discovery.path("name").asString("");
    }

    public String kind() {
        return discovery.path("kind").asString("");
    }

    public boolean namespaced() {
        return discovery.path("namespaced").asBoolean(false);
    }

    public String group() {
        return groupVersion.group();
    }

    /** The name as errors quote it: {@code deployments.apps}, {@code pods}. */
    public String qualifiedName() {
        return group().isEmpty() ? plural() : plural() + "." + group();
    }

    /** What errors about an object's content call it: {@code Deployment.apps}, {@code Pod}. */
    public String qualifiedKind() {
        return group().isEmpty() ? kind() : kind() + "." + group();
    }

    public Optional<JsonNode> subresource(String name) {
        return subresources.stream()
                .filter(s -> s.path("name").asString("").equals(plural() + "/" + name))
                .findFirst();
    }

    public boolean allows(String verb) {
        return allows(discovery, verb);
    }

    public static boolean allows(JsonNode discovered, String verb) {
        return discovered.path("verbs").values().stream()
                .anyMatch(v -> v.asString("").equals(verb));
    }

    /** Reviews are answered and forgotten; everything else is kept. */
    public boolean isKept() {
        return allows("list");
    }

    /** Types under one shelf are the same objects seen in another version or group. */
    public String shelf() {
        return plural().equals("events") ? "events" : qualifiedName();
    }

    /** Objects of these types count the changes of their spec in metadata.generation. */
    public boolean countsGenerations() {
        return Set.of(
                        "Deployment",
                        "ReplicaSet",
                        "StatefulSet",
                        "DaemonSet",
                        "Job",
                        "CronJob",
                        "Pod",
                        "Ingress",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "ReplicationController")
                .contains(kind());
    }
}
