package dev.kubechat.cluster;

import dev.kubechat.cluster.ClusterProperties.Registered;
import dev.kubechat.kubectl.Namespace;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a cluster through its door before KubeChat is started on it: does it answer, and does KubeChat's user have the rights
 * of P4, no less and no more? Changes nothing.
 */
public final class ClusterSurvey {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_NAMES = 20;
    private static final String LEGACY = "impersonate";
    private static final String BOUNDED = "impersonate:user-info";
    private static final String AUTHENTICATION = "authentication.k8s.io";
    private static final Pattern MINOR = Pattern.compile("v1\\.([0-9]{1,4})\\b.*");
    // the first version that bounds impersonation unless told otherwise
    private static final int FIRST_BOUNDED = 36;

    private final KubernetesClient client;
    private final People people;

    private ClusterSurvey(KubernetesClient client, People people) {
        this.client = client;
        this.people = people;
    }

    /** In whose names KubeChat is to act there. */
    public record People(Set<String> users, Set<String> groups) {
        public People {
            users = Set.copyOf(users);
            groups = Set.copyOf(groups);
        }
    }

    /** How a cluster was found. The sentences are for whoever runs KubeChat. */
    public sealed interface Found {

        /** It cannot be called with this configuration. */
        record Unusable(String sentence) implements Found {}

        /** It was called and did not answer as it should. */
        record Away(String sentence) implements Found {}

        /**
         * @param version such as {@code v1.36.3}
         * @param tooMuch what KubeChat's user may do and should not
         * @param lacking what it may not do and needs
         */
        record Answering(String version, List<String> tooMuch, List<String> lacking)
                implements Found {
            public Answering {
                tooMuch = List.copyOf(tooMuch);
                lacking = List.copyOf(lacking);
            }
        }
    }

    /**
     * @param kubeconfig as {@code kubechat.clusters[N].kubeconfig}
     * @param context null for the kubeconfig's current one
     */
    public static Found look(
            String id, String kubeconfig, @Nullable String context, People people) {
        try (var door =
                new ClusterDoor(List.of(registered(id, kubeconfig, context)), Clock.systemUTC())) {
            var cluster = new ClusterId(id);
            return switch (new ClusterHealth(door, Clock.systemUTC()).of(cluster)) {
                case ClusterState.Away away -> new Found.Away(away.sentence());
                case ClusterState.Ready ready ->
                        new ClusterSurvey(door.itself(cluster), people).rights(ready.version());
            };
        } catch (IllegalArgumentException | KubeconfigRefused wrong) {
            return new Found.Unusable(String.valueOf(wrong.getMessage()));
        } catch (KubernetesClientException unwell) {
            return new Found.Away(
                    "Cluster %s did not tell what KubeChat may do (%d)."
                            .formatted(id, unwell.getCode()));
        }
    }

    private static Registered registered(String id, String kubeconfig, @Nullable String context) {
        return new Registered(
                new ClusterId(id),
                kubeconfig,
                context,
                false,
                new Namespace("default"),
                Set.of(),
                PATIENCE,
                PATIENCE,
                1,
                null);
    }

    private Found rights(String version) {
        var minor = MINOR.matcher(version);
        return minor.matches() && Integer.parseInt(minor.group(1)) >= FIRST_BOUNDED
                ? bounded(version)
                : unbounded(version);
    }

    /** One left-over grant of the old kind voids all bounds, as the server falls back to it. */
    private Found bounded(String version) {
        var tooMuch = new ArrayList<String>();
        var lacking = new ArrayList<String>();
        for (String plural : List.of("users", "groups", "serviceaccounts")) {
            refuse(LEGACY, "", plural, tooMuch);
        }
        for (String plural : List.of("users", "groups")) {
            refuse(BOUNDED, AUTHENTICATION, plural, tooMuch);
        }
        if (tooMuch.isEmpty()) {
            each((plural, name) -> {
                if (may(LEGACY, "", plural, "", name)) {
                    tooMuch.add("%s %s %s".formatted(LEGACY, plural, name));
                }
            });
        }
        each((plural, name) -> need(BOUNDED, AUTHENTICATION, plural, "", name, lacking));
        need(BOUNDED, AUTHENTICATION, "userextras", "kubechat.dev/request", "", lacking);
        need(
                "impersonate-on:user-info:create",
                "authorization.k8s.io",
                "selfsubjectaccessreviews",
                "",
                "",
                lacking);
        return new Found.Answering(version, tooMuch, lacking);
    }

    private Found unbounded(String version) {
        var tooMuch = new ArrayList<String>();
        var lacking = new ArrayList<String>();
        for (String plural : List.of("users", "groups", "serviceaccounts")) {
            refuse(LEGACY, "", plural, tooMuch);
        }
        each((plural, name) -> need(LEGACY, "", plural, "", name, lacking));
        need(LEGACY, AUTHENTICATION, "userextras", "kubechat.dev/request", "", lacking);
        return new Found.Answering(version, tooMuch, lacking);
    }

    private interface Name {
        void take(String plural, String name);
    }

    private void each(Name name) {
        people.users().stream()
                .sorted()
                .limit(MOST_NAMES)
                .forEach(user -> name.take("users", user));
        people.groups().stream()
                .sorted()
                .limit(MOST_NAMES)
                .forEach(group -> name.take("groups", group));
    }

    private void refuse(String verb, String group, String plural, List<String> tooMuch) {
        if (may(verb, group, plural, "", "")) {
            tooMuch.add("%s any of %s".formatted(verb, plural));
        }
    }

    private void need(
            String verb,
            String group,
            String plural,
            String subresource,
            String name,
            List<String> lacking) {
        if (!may(verb, group, plural, subresource, name)) {
            String resource = subresource.isEmpty() ? plural : plural + "/" + subresource;
            lacking.add("%s %s %s".formatted(verb, resource, name).strip());
        }
    }

    private boolean may(String verb, String group, String plural, String subresource, String name) {
        var review =
                new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withVerb(verb)
                        .withGroup(group)
                        .withResource(plural)
                        .withSubresource(subresource)
                        .withName(name)
                        .endResourceAttributes()
                        .endSpec()
                        .build();
        var answer = client.authorization().v1().selfSubjectAccessReview().create(review);
        return Boolean.TRUE.equals(answer.getStatus().getAllowed());
    }
}
