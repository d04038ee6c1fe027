package dev.kubechat.cluster;

import dev.kubechat.kubectl.Namespace;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Which clusters there are, the first one being the standard. Refuses to start with a sentence that says what to write instead. */
@ConfigurationProperties("kubechat")
record ClusterProperties(@DefaultValue List<Registered> clusters) {

    ClusterProperties {
        clusters = List.copyOf(clusters);
        if (clusters.isEmpty()) {
            throw new IllegalArgumentException(
                    "No cluster is configured. Set kubechat.clusters[0].id and"
                            + " kubechat.clusters[0].kubeconfig, the path of a kubeconfig file.");
        }
        refuseTwins(clusters);
    }

    private static void refuseTwins(List<Registered> clusters) {
        var seen = new HashSet<ClusterId>();
        for (var cluster : clusters) {
            if (!seen.add(cluster.id())) {
                throw new IllegalArgumentException(
                        "Two clusters are called \"%s\". Give each of kubechat.clusters an id of its own."
                                .formatted(cluster.id()));
            }
        }
    }

    /**
     * One cluster.
     *
     * @param kubeconfig path of a kubeconfig file, or its content when there is a line break in it
     * @param context the kubeconfig's context to use; its current-context when not set
     * @param connectTimeout longest wait for a connection
     * @param requestTimeout longest wait for an answer
     * @param console address of an object's page, with places for its cluster, namespace, kind and name; null for none
     * @param callsAtOnce most calls under way for people; more wait for their turn as long as for a connection
     */
    record Registered(
            ClusterId id,
            String kubeconfig,
            @Nullable String context,
            @DefaultValue("false") boolean production,
            @DefaultValue("default") Namespace defaultNamespace,
            @DefaultValue({"kube-system", "kube-public", "kube-node-lease", "default"})
                    Set<Namespace> protectedNamespaces,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("10s") Duration requestTimeout,
            @DefaultValue("32") int callsAtOnce,
            @Nullable String console) {

        private static final Duration LONGEST = Duration.ofMinutes(2);

        // a missing key arrives as null, whatever the type says
        @SuppressWarnings("ConstantValue")
        Registered {
            if (id == null) {
                throw new IllegalArgumentException(
                        "A cluster has no id. Set kubechat.clusters[…].id, such as staging.");
            }
            if (kubeconfig == null || kubeconfig.isBlank()) {
                throw new IllegalArgumentException(
                        "Cluster %s has no kubeconfig. Set kubechat.clusters[…].kubeconfig to the path of a file."
                                .formatted(id));
            }
            refuseOutside(id, "connect-timeout", connectTimeout);
            refuseOutside(id, "request-timeout", requestTimeout);
            if (callsAtOnce < 1 || callsAtOnce > 1000) {
                throw new IllegalArgumentException(
                        "Cluster %s: calls-at-once is %d, but must be 1 to 1000."
                                .formatted(id, callsAtOnce));
            }
            protectedNamespaces = Set.copyOf(protectedNamespaces);
            pages(id, console);
        }

        // told at start is the innermost cause, so the sentence is that
        @SuppressWarnings("UnusedException")
        private static @Nullable Console pages(ClusterId id, @Nullable String console) {
            try {
                return console == null || console.isBlank() ? null : new Console(console.strip());
            } catch (IllegalArgumentException no) {
                throw new IllegalArgumentException(
                        "Cluster %s: console is \"%s\", but %s."
                                .formatted(id, console, no.getMessage()));
            }
        }

        private static void refuseOutside(ClusterId id, String key, Duration time) {
            if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "Cluster %s: %s is %s, but must be more than nothing and at most 2m."
                                .formatted(id, key, time));
            }
        }

        Cluster cluster() {
            return new Cluster(
                    id, production, defaultNamespace, protectedNamespaces, pages(id, console));
        }

        /** Without the kubeconfig, which may hold a credential. */
        @Override
        public String toString() {
            return "%s (context %s, protected %s)"
                    .formatted(
                            id,
                            context,
                            protectedNamespaces.stream()
                                    .map(Namespace::value)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
    }
}
