package dev.kubechat.cluster;

import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.cluster.FakeApiServer.breakingOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.ClusterSurvey.Found;
import dev.kubechat.cluster.ClusterSurvey.People;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterSurveyTest {

    private static final People PEOPLE = new People(Set.of("alice"), Set.of("sre"));

    private final FakeApiServer server = new FakeApiServer(answering(200, "{}"));

    @AfterEach
    void close() {
        server.close();
    }

    /** A server of that version, which allows each {@code VERB RESOURCE [NAME]}; without a name, for all names. */
    private void allowing(String version, String... allowed) {
        server.now(exchange -> {
            var path = exchange.getRequestURI().getPath();
            answering(200, path.endsWith("reviews") ? review(allowed) : version(version))
                    .answer(exchange);
        });
    }

    private String review(String... allowed) throws IOException {
        String asked = server.asked().getLast().body();
        boolean yes =
                List.of(allowed).stream()
                        .anyMatch(words ->
                                List.of(words.split(" ")).stream()
                                        .allMatch(word -> asked.contains("\"" + word + "\"")));
        return "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"status\":{\"allowed\":%s}}"
                .formatted(yes);
    }

    private static String version(String version) {
        return "{\"gitVersion\":\"%s\"}".formatted(version);
    }

    private Found look() {
        return ClusterSurvey.look("staging", server.kubeconfig(), null, PEOPLE);
    }

    @Test
    void findsNothingToSayWhereTheRightsFit() {
        allowing(
                "v1.36.3",
                "impersonate:user-info users alice",
                "impersonate:user-info groups sre",
                "impersonate:user-info userextras kubechat.dev/request",
                "impersonate-on:user-info:create selfsubjectaccessreviews");
        assertThat(look()).isEqualTo(new Found.Answering("v1.36.3", List.of(), List.of()));
    }

    @Test
    void namesWhatIsLacking() {
        allowing("v1.36.3", "impersonate:user-info users alice");
        assertThat(look())
                .isEqualTo(
                        new Found.Answering(
                                "v1.36.3",
                                List.of(),
                                List.of(
                                        "impersonate:user-info groups sre",
                                        "impersonate:user-info userextras/kubechat.dev/request",
                                        "impersonate-on:user-info:create"
                                                + " selfsubjectaccessreviews")));
    }

    @Test
    void p4NamesALeftOverGrantForOnePerson() {
        allowing("v1.36.3", "impersonate users alice", "impersonate:user-info");
        assertThat(look())
                .isInstanceOfSatisfying(
                        Found.Answering.class,
                        found ->
                                assertThat(found.tooMuch())
                                        .contains("impersonate:user-info any of users"));
        allowing("v1.37.0", "impersonate users alice");
        assertThat(look())
                .isInstanceOfSatisfying(
                        Found.Answering.class,
                        found ->
                                assertThat(found.tooMuch())
                                        .containsExactly("impersonate users alice"));
    }

    @Test
    void p4NamesGrantsForAnybody() {
        allowing("v1.36.3", "impersonate users");
        assertThat(look())
                .isInstanceOfSatisfying(
                        Found.Answering.class,
                        found ->
                                assertThat(found.tooMuch())
                                        .containsExactly("impersonate any of users"));
    }

    @Test
    void expectsTheOldGrantsOfAnOlderServer() {
        allowing("v1.34.1", "impersonate users alice", "impersonate groups sre");
        assertThat(look())
                .isEqualTo(
                        new Found.Answering(
                                "v1.34.1",
                                List.of(),
                                List.of("impersonate userextras/kubechat.dev/request")));
    }

    @Test
    void asksAsItselfAndChangesNothing() {
        allowing("v1.36.3");
        look();
        assertThat(server.asked())
                .isNotEmpty()
                .allMatch(asked ->
                        asked.method().equals("GET")
                                || asked.path()
                                        .equals(
                                                "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"))
                .noneMatch(asked ->
                        asked.headers().keySet().stream()
                                .anyMatch(name -> name.startsWith("impersonate")));
    }

    @Test
    void saysThatAServerIsAway() {
        server.now(breakingOff());
        assertThat(look()).isEqualTo(new Found.Away("Cluster staging does not answer."));
    }

    @Test
    void saysThatReviewsAreRefused() {
        server.now(exchange -> {
            boolean review = exchange.getRequestURI().getPath().endsWith("reviews");
            answering(review ? 403 : 200, review ? "{}" : version("v1.36.3")).answer(exchange);
        });
        assertThat(look())
                .isEqualTo(
                        new Found.Away("Cluster staging did not tell what KubeChat may do (403)."));
    }

    @Test
    void refusesWhatCannotBeUsed() {
        assertThat(ClusterSurvey.look("Not One", server.kubeconfig(), null, PEOPLE))
                .isInstanceOf(Found.Unusable.class);
        assertThat(ClusterSurvey.look("staging", "/nowhere", null, PEOPLE))
                .isInstanceOfSatisfying(
                        Found.Unusable.class,
                        unusable -> assertThat(unusable.sentence()).contains("cannot be read"));
        assertThat(ClusterSurvey.look("staging", server.kubeconfig(), "other", PEOPLE))
                .isInstanceOf(Found.Unusable.class);
    }
}
