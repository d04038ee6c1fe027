package dev.kubechat.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P3: a person's request bears that person's headers, and the service account's own rights serve little. */
class DoorkeeperTest {

    private static final String SERVER = "https://10.0.0.1:6443";
    private static final Caller ALICE = ClusterFixture.caller("alice", "sre", "dev");

    private final Doorkeeper doorkeeper = new Doorkeeper(URI.create(SERVER), Clock.systemUTC());

    @Test
    void letsAPersonsRequestOut() {
        assertThatCode(() ->
                        check(
                                "DELETE",
                                "/api/v1/namespaces/shop/pods/x",
                                Impersonation.headers(ALICE),
                                ALICE))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Impersonate-User",
                "Impersonate-Group",
                "Impersonate-Extra-kubechat.dev%2Frequest"
            })
    void refusesAPersonsRequestWithoutThisHeader(String header) {
        var headers = new HashMap<>(Impersonation.headers(ALICE));
        headers.remove(header);

        assertThatThrownBy(() -> check("GET", "/api/v1/pods", headers, ALICE))
                .isInstanceOf(DoorShut.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Impersonate-User, root",
        "impersonate-user, root",
        "Impersonate-Group, admins",
        "Impersonate-Uid, 1",
        "Impersonate-Extra-scopes, all"
    })
    void refusesAPersonsRequestWithOtherHeaders(String header, String value) {
        var headers = new HashMap<>(Impersonation.headers(ALICE));
        headers.put(header, List.of(value));

        assertThatThrownBy(() -> check("GET", "/api/v1/pods", headers, ALICE))
                .isInstanceOf(DoorShut.class);
    }

    @Test
    void refusesToSendTheCredentialElsewhere() {
        assertThatThrownBy(() ->
                        doorkeeper.check(
                                "GET",
                                URI.create("https://evil.example/api/v1/pods"),
                                Impersonation.headers(ALICE),
                                ALICE))
                .hasMessage("evil.example is not the cluster's server https://10.0.0.1:6443.");
    }

    @Test
    void refusesItselfToImpersonate() {
        assertThatThrownBy(() -> check("GET", "/api/v1/pods", Impersonation.headers(ALICE), null))
                .hasMessage("KubeChat itself does not impersonate.");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /readyz",
        "GET, /version",
        "GET, /apis/apps/v1",
        "GET, /api/v1/pods?watch=true",
        "GET, /apis/apps/v1/namespaces/shop/deployments/checkout",
        "POST, /apis/authorization.k8s.io/v1/subjectaccessreviews",
        "POST, /apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
        "POST, /apis/authentication.k8s.io/v1/tokenreviews"
    })
    void letsItselfLookAfterTheHouse(String method, String path) {
        assertThatCode(() -> check(method, path, Map.of(), null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/namespaces/shop/pods",
        "PATCH, /apis/apps/v1/namespaces/shop/deployments/checkout",
        "PUT, /apis/apps/v1/namespaces/shop/deployments/checkout/scale",
        "DELETE, /api/v1/namespaces/shop/pods/x",
        "GET, /api/v1/namespaces/shop/secrets",
        "GET, /api/v1/secrets",
        "GET, /api/v1/namespaces/shop/secrets/db",
        "GET, /api/v1/namespaces/shop/pods/x/exec?command=sh",
        "POST, /api/v1/namespaces/shop/pods/x/exec",
        "GET, /api/v1/namespaces/shop/pods/x/attach",
        "GET, /api/v1/namespaces/shop/pods/x/portforward",
        "GET, /api/v1/namespaces/shop/pods/x/proxy/",
        "GET, /api/v1/namespaces/shop/pods/x/log",
        "GET, /api/v1/namespaces/shop/services/x/proxy/a/b",
        "GET, /api/v1/nodes/n/proxy/run",
        "GET, /api/v1/namespaces/shop/%73ecrets",
        "GET, /api/v1/namespaces/shop/pods/../secrets",
        "GET, /api/v1//namespaces/shop/pods",
        "POST, /apis/authentication.k8s.io/v1/tokenreviews/",
        "POST, /api/v1/namespaces/shop/serviceaccounts/bot/token"
    })
    void refusesItselfAnythingElse(String method, String path) {
        assertThatThrownBy(() -> check(method, path, Map.of(), null)).isInstanceOf(DoorShut.class);
    }

    private void check(
            String method,
            String path,
            Map<String, List<String>> headers,
            @org.jspecify.annotations.Nullable Caller caller) {
        doorkeeper.check(method, URI.create(SERVER + path), headers, caller);
    }
}
