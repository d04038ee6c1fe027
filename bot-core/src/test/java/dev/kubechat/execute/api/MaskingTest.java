package dev.kubechat.execute.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** P9: values of Secrets, and what looks like a credential, are gone before anything is formatted. */
class MaskingTest {

    private static final String HUNTER = "hunter2hunter2";

    @Test
    void hidesTheValuesOfASecretAndKeepsItsNames() {
        var masked =
                object(
                        """
                        {"kind": "Secret", "type": "Opaque", "metadata": {"name": "db"},
                         "data": {"user": "aHVudGVyMg==", "password": "aHVudGVyMg=="}, "stringData": {"pin": "hunter2hunter2"}}
                        """);

        assertThat(masked.at("/data/user").asString()).isEqualTo("(hidden)");
        assertThat(masked.toString())
                .doesNotContain("aHVudGVyMg", HUNTER)
                .contains("password", "Opaque", "pin");
    }

    @Test
    void leavesWhatWasAppliedAsItWasWhereNothingIsToHide() {
        var applied = "{\"a\":\"\\u003cb\\u003e\",\"n\":1.5}\n";
        assertThat(lastApplied(applied)).isEqualTo(applied);
        assertThat(lastApplied("{\"a\":\"token=hunter2hunter2\",\"a\":\"b\"}"))
                .doesNotContain(HUNTER);
    }

    private static String lastApplied(String json) {
        var name = "kubectl.kubernetes.io/last-applied-configuration";
        var object = Reply.JSON.createObjectNode().put(name, json);
        return Masking.object(object).path(name).asString();
    }

    @Test
    void hidesTheValuesOfSecretsInAList() {
        assertThat(
                        object(
                                        """
                                        {"kind": "List", "items": [{"kind": "Secret", "metadata": {}, "data": {"x": "aHVudGVyMg=="}}]}
                                        """)
                                .toString())
                .doesNotContain("aHVudGVyMg");
    }

    @Test
    void hidesWhatWasLastApplied() {
        var masked =
                object(
                        """
                        {"kind": "Secret", "metadata": {"annotations": {"kubectl.kubernetes.io/last-applied-configuration":
                         "{\\"kind\\":\\"Secret\\",\\"metadata\\":{},\\"stringData\\":{\\"x\\":\\"hunter2hunter2\\"}}"}}}
                        """);

        assertThat(masked.toString()).doesNotContain(HUNTER).contains("stringData");
    }

    @Test
    void hidesWhatWasLastAppliedAndIsNoJson() {
        assertThat(
                        object(
                                        """
                                        {"kind": "Secret", "metadata": {"annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{hunter2hunter2"}}}
                                        """)
                                .toString())
                .doesNotContain(HUNTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD",
                "API_TOKEN",
                "CLIENT_SECRET",
                "STRIPE_KEY",
                "awsCredentials",
                "PGPASSWORD",
                "PASSWD"
            })
    void hidesAVariableThatIsNamedLikeACredential(String name) {
        assertThat(
                        object(
                                        """
                                        {"kind": "Pod", "spec": {"containers": [{"env": [{"name": "%s", "value": "hunter2hunter2"}]}]}}
                                        """
                                                .formatted(name))
                                .toString())
                .doesNotContain(HUNTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "dbPassword",
                "db-password",
                "client_secret",
                "apiKey",
                "token",
                "auth.token",
                "secretKey"
            })
    void hidesAFieldThatIsNamedLikeACredential(String name) {
        assertThat(
                        object(
                                        "{\"kind\": \"ConfigMap\", \"data\": {\"%s\": \"hunter2hunter2\"}}"
                                                .formatted(name))
                                .toString())
                .doesNotContain(HUNTER);
    }

    @ParameterizedTest
    @CsvSource({
        "secretName, db",
        "topologyKey, kubernetes.io/hostname",
        "key, password",
        "serviceAccountName, bot",
        "image, vault-token:1.2"
    })
    void keepsAFieldThatOnlyNamesSomething(String name, String value) {
        assertThat(
                        object(
                                        "{\"kind\": \"Pod\", \"spec\": {\"%s\": \"%s\"}}"
                                                .formatted(name, value))
                                .at("/spec/" + name)
                                .asString())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"command":["kube-apiserver","--service-account-signing-key-file=/etc/kubernetes/pki/sa.key","--enable-bootstrap-token-auth=true","--etcd-keyfile=/etc/kubernetes/pki/etcd.key","--kubelet-client-key=/etc/kubernetes/pki/client.key","--requestheader-allowed-names=front-proxy-client"]}
                """,
                """
                {"command":["kube-controller-manager","--use-service-account-credentials=true","--service-account-private-key-file=/etc/kubernetes/pki/sa.key"]}
                """,
                """
                {"args":["--tls-private-key-file","/etc/tls/tls.key","--token-ttl=24h","--password-file=/run/secrets/db","--secret=$(DB_PASSWORD)"]}
                """,
                """
                {"env":[{"name":"TOKEN_TTL","value":"3600"},{"name":"KEYCLOAK_URL","value":"https://id.example.com"},{"name":"SECRET_NAME","value":"db"},{"name":"AUTH_TOKEN_FILE","value":"/var/run/token"},{"name":"ENABLE_TOKEN","value":"true"},{"name":"MONKEY","value":"george"}]}
                """,
                """
                {"volumes":[{"name":"api-token","projected":{"sources":[{"serviceAccountToken":{"expirationSeconds":3607,"path":"token"}}]}},{"name":"tls","secret":{"defaultMode":420,"secretName":"tls"}}]}
                """,
                """
                {"automountServiceAccountToken":false,"imagePullSecrets":[{"name":"registry"}],"secrets":[{"name":"bot-token-x2x4z"}]}
                """,
                """
                {"annotations":{"checksum/secret":"9f86d081884c7d659a2feaa0c55ad015","kubernetes.io/service-account.name":"bot"},"type":"kubernetes.io/service-account-token"}
                """,
                """
                {"rules":[{"apiGroups":[""],"resources":["secrets","serviceaccounts/token"],"verbs":["get"]}]}
                """,
                """
                {"openAPIV3Schema":{"description":"password: the name of it; bearer tokens or basic authentication","properties":{"password":{"type":"string","format":"password"},"tokenRef":{"description":"secret: where it is","type":"object"}},"required":["token"]}}
                """,
                """
                {"data":{"Corefile":".:53 {\\n    errors\\n    health {\\n       lameduck 5s\\n    }\\n}","nginx.conf":"proxy_pass http://shop;\\nssl_certificate_key /etc/tls/tls.key;"}}
                """,
                """
                {"status":{"containerStatuses":[{"image":"vault-token:1.2","imageID":"docker.io/vault-token@sha256:9f86d081884c7d65","state":{"waiting":{"message":"secret \\"db\\" not found"}}}]}}
                """
            })
    void keepsWhatOnlySoundsLikeACredential(String json) {
        var object = Reply.JSON.readTree(json);

        assertThat(Masking.object(object)).isEqualTo(object);
    }

    @Test
    void hidesAnArgumentThatItsFlagAnnounces() {
        assertThat(
                        object(
                                "{\"args\": [\"--user\", \"shop\", \"--db-password\","
                                        + " \"hunter2hunter2\", \"--token\", \"--verbose\"]}"))
                .hasToString(
                        "{\"args\":[\"--user\",\"shop\",\"--db-password\",\"(hidden)\",\"--token\",\"--verbose\"]}");
    }

    @Test
    void leavesWhatWasLastAppliedAsItWasWrittenWhereNothingIsHidden() {
        var applied = "{\"kind\": \"Pod\",  \"spec\": {\"n\": 1.0}}\n";
        var object = Reply.JSON.createObjectNode();
        object.put("kubectl.kubernetes.io/last-applied-configuration", applied);

        assertThat(Masking.object(object)).isEqualTo(object);
    }

    @Test
    void keepsAReferenceToASecret() {
        var reference =
                "{\"name\":\"DB_PASSWORD\",\"valueFrom\":{\"secretKeyRef\":{\"key\":\"password\",\"name\":\"db\"}}}";

        assertThat(object(reference)).hasToString(reference);
    }

    @Test
    void hidesCredentialsWithinAText() {
        var masked =
                object(
                        """
                        {"kind": "ConfigMap", "data": {"app.properties": "user=shop\\nspring.datasource.password=hunter2hunter2\\n"}}
                        """);

        assertThat(masked.at("/data/app.properties").asString())
                .isEqualTo("user=shop\nspring.datasource.password=(hidden)\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Authorization: Bearer abcdef0123456789            | Authorization: Bearer (hidden)
                    password=hunter2hunter2 user=shop                 | password=(hidden) user=shop
                    DB_PASSWORD: "hunter2hunter2"                     | DB_PASSWORD: "(hidden)"
                    {"token":"hunter2hunter2","a":1}                  | {"token":"(hidden)","a":1}
                    --db-password hunter2hunter2 --verbose            | --db-password (hidden) --verbose
                    --token=hunter2hunter2                            | --token=(hidden)
                    postgres://shop:hunter2hunter2@db:5432/shop       | postgres://shop:(hidden)@db:5432/shop
                    key AKIAIOSFODNN7EXAMPLE used                     | key (hidden) used
                    ghp_abcdefghijklmnopqrstuvwxyz0123456789          | (hidden)
                    xoxb-1234567890-abcdefghij                        | (hidden)
                    SESSION_KEY=dummy-session-key                     | SESSION_KEY=(hidden)
                    export SIGNING_KEYS=one two                       | export SIGNING_KEYS=(hidden)
                    SESSION_KEY_FILE=/etc/keys/session                | SESSION_KEY_FILE=/etc/keys/session
                    KEYBOARD=us-intl                                  | KEYBOARD=us-intl
                    jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc  | jwt (hidden)
                    """)
    void hidesInALog(String line, String shown) {
        assertThat(Masking.text(line)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret \"db\" not found",
                "MountVolume.SetUp failed for volume \"x\": secret \"db\" not found",
                "request 200 served in 12 ms",
                "GET https://shop.example:8443/cart?id=7 200",
                "authenticated user alice"
            })
    void keepsAnOrdinaryLine(String line) {
        assertThat(Masking.text(line)).isEqualTo(line);
    }

    @Test
    void hidesAPrivateKeyOverLines() {
        var log =
                """
                before
                -----BEGIN RSA PRIVATE KEY-----
                MIIEow
                IBAAKC
                -----END RSA PRIVATE KEY-----
                after\
                """;

        assertThat(Masking.text(log)).isEqualTo("before\n(hidden)\nafter");
    }

    @Test
    void hidesAPrivateKeyThatWasCutOff() {
        assertThat(Masking.text("-----BEGIN PRIVATE KEY-----\nMIIEow\nIBAAKC"))
                .isEqualTo("(hidden)");
    }

    @Test
    void leavesTheOriginalAlone() {
        var original =
                Reply.JSON.readTree(
                        "{\"kind\":\"Secret\",\"metadata\":{},\"data\":{\"x\":\"aHVudGVyMg==\"}}");

        Masking.object(original);

        assertThat(original.toString()).contains("aHVudGVyMg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "-",
                "password",
                "bearer ",
                "-----BEGIN PRIVATE KEY-----",
                "x://",
                "password= ",
                "eyJ"
            })
    void comesToAnEndWithALongLine(String part) {
        assertThat(Masking.text(part.repeat(1_000_000 / part.length()))).isNotEmpty();
    }

    private static JsonNode object(String json) {
        return Masking.object(Reply.JSON.readTree(json));
    }
}
