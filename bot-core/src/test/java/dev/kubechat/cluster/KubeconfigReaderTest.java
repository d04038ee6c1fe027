package dev.kubechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubeconfigReaderTest {

    private static final String PEM =
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    private static final String PEM_DATA =
            Base64.getEncoder().encodeToString(PEM.getBytes(StandardCharsets.UTF_8));

    private final KubeconfigReader reader = new KubeconfigReader(new ClusterId("staging"));

    @Test
    void readsServerAuthorityAndToken() {
        var read =
                reader.read(config("certificate-authority-data: " + PEM_DATA, "token: abc"), null);

        assertThat(read.server()).hasToString("https://10.0.0.1:6443");
        assertThat(read.authority()).isEqualTo(PEM);
        assertThat(read.credential()).isEqualTo(new Kubeconfig.Credential.Token("abc"));
    }

    @Test
    void readsAClientCertificate() {
        var user = "client-certificate-data: %s, client-key-data: %s".formatted(PEM_DATA, PEM_DATA);

        assertThat(reader.read(config("", user), null).credential())
                .isEqualTo(new Kubeconfig.Credential.Certificate(PEM, PEM));
    }

    @Test
    void tellsWhatItHoldsWithoutCredentials() {
        var user =
                "client-certificate-data: %s, client-key-data: %s, extensions: []"
                        .formatted(PEM_DATA, PEM_DATA);

        var known = reader.read(config("", user), null).known();

        assertThat(known.users())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.fields())
                                .containsOnlyKeys("client-certificate-data", "client-key-data")
                                .containsValues("DATA+OMITTED"));
        assertThat(reader.read(config("", "token: abc"), null).known().users())
                .singleElement()
                .satisfies(one -> assertThat(one.field("token")).isEqualTo("REDACTED"));
        assertThat(known.toString()).doesNotContain(PEM_DATA);
    }

    @Test
    void leavesOutWhatIsNotInUse() {
        var one = new KnownConfig.Entry("one", Map.of("cluster", "here", "user", "me"));
        var other = new KnownConfig.Entry("other", Map.of("cluster", "there", "user", "me"));
        var here = new KnownConfig.Entry("here", Map.of());
        var there = new KnownConfig.Entry("there", Map.of());
        var me = new KnownConfig.Entry("me", Map.of());
        var all = new KnownConfig(List.of(there, here), List.of(me), List.of(other, one), "one");

        assertThat(all.contexts()).containsExactly(one, other);
        assertThat(all.minified())
                .isEqualTo(new KnownConfig(List.of(here), List.of(me), List.of(one), "one"));
    }

    @Test
    void readsAFile(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("kubeconfig"), config("", "token: abc"));

        assertThat(reader.read(file.toString(), "test").server())
                .hasToString("https://10.0.0.1:6443");
    }

    @Test
    void takesTheContextThatIsNamed() {
        assertThatThrownBy(() -> reader.read(config("", "token: abc"), "other"))
                .hasMessage(
                        "The kubeconfig of cluster staging has nothing called \"other\" under"
                                + " contexts. It needs exactly one.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    exec: {command: aws}              | uses exec. KubeChat runs no programs.
                    auth-provider: {name: gcp}        | uses auth-provider. KubeChat runs no sign-in of its own.
                    tokenFile: /etc/token             | uses tokenFile. KubeChat follows no files.
                    client-certificate: /etc/cert     | uses client-certificate. Embed it
                    client-key: /etc/key              | uses client-key. Embed it
                    username: admin                   | uses username. Kubernetes has no passwords any more.
                    password: admin                   | uses password. Kubernetes has no passwords any more.
                    as: root                          | uses as. KubeChat says itself for whom it acts.
                    as-uid: 1                         | uses as-uid. KubeChat says itself for whom it acts.
                    as-groups: [sre]                  | uses as-groups. KubeChat says itself for whom it acts.
                    as-user-extra: {a: [b]}           | uses as-user-extra. KubeChat says itself for whom it acts.
                    impersonate-all: true             | uses impersonate-all, which KubeChat does not know.
                    """)
    void refusesInAUser(String field, String why) {
        assertThatThrownBy(() -> reader.read(config("", "token: abc, " + field), null))
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                            certificate-authority: /etc/ca    | uses certificate-authority. Embed it
                            insecure-skip-tls-verify: true    | uses insecure-skip-tls-verify. KubeChat always checks whom it talks to.
                            proxy-url: http://proxy:3128      | uses proxy-url. KubeChat calls API servers directly.
                            certificate-authority-data: "%%%" | has no base64 of a PEM text under certificate-authority-data.
                            tls-server-name: other.example    | uses tls-server-name. KubeChat expects the name of the address
                    surprise: yes                     | uses surprise, which KubeChat does not know.
                    """)
    void refusesInACluster(String field, String why) {
        assertThatThrownBy(() -> reader.read(config(field, "token: abc"), null))
                .hasMessageContaining(why);
    }

    @Test
    void takesWhatIsSwitchedOffForAbsent() {
        assertThat(reader.read(config("insecure-skip-tls-verify: false", "token: abc"), null))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1:6443",
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example:80"
            })
    void refusesPlainHttpToAnotherMachine(String server) {
        assertThatThrownBy(() -> reader.read(ClusterFixture.kubeconfigOf(server), null))
                .hasMessage(
                        "The kubeconfig of cluster staging has a server without TLS. Write"
                                + " https://…; only a sandbox on this machine goes without.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8001", "http://localhost:8001", "http://[::1]:8001"})
    void takesPlainHttpToThisMachine(String server) {
        assertThat(reader.read(ClusterFixture.kubeconfigOf(server), null).server())
                .hasToString(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host",
                "https://",
                "https://me:secret@host",
                "not a url",
                "https://host/?a=b"
            })
    void refusesAServerThatIsNone(String server) {
        assertThatThrownBy(() -> reader.read(ClusterFixture.kubeconfigOf(server), null))
                .isInstanceOf(KubeconfigRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "token: abc, client-certificate-data: x, client-key-data: y",
                "client-key-data: x"
            })
    void refusesAnythingButOneCredential(String user) {
        var pem =
                user.replace("data: x", "data: " + PEM_DATA)
                        .replace("data: y", "data: " + PEM_DATA);

        assertThatThrownBy(() -> reader.read(config("", pem), null))
                .hasMessageContaining(
                        "must have either a token, or client-certificate-data with"
                                + " client-key-data.");
    }

    @Test
    void refusesATokenThatWouldAddAHeader() {
        assertThatThrownBy(() ->
                        reader.read(config("", "token: \"abc\\r\\nImpersonate-User: root\""), null))
                .hasMessageContaining("has a token with characters no token has.");
    }

    @Test
    void refusesAliases() {
        var bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n" + config("", "token: abc");

        assertThatThrownBy(() -> reader.read(bomb, null))
                .hasMessageContaining("is not plain YAML.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\na: 2",
                "a: !!java.net.URL [http://x]\nb: 1",
                "a: [\nb",
                "- 1\n- 2",
                "just\ntext"
            })
    void refusesWhatIsNoMappingOfPlainValues(String content) {
        assertThatThrownBy(() -> reader.read(content, null)).isInstanceOf(KubeconfigRefused.class);
    }

    @Test
    void refusesDepthWithoutEnd() {
        var deep = "a:\n  " + "[".repeat(500) + "]".repeat(500);

        assertThatThrownBy(() -> reader.read(deep, null))
                .hasMessageContaining("is not plain YAML.");
    }

    @Test
    void refusesMoreThanAMebibyte() {
        assertThatThrownBy(() -> reader.read("# \n".repeat(400_000), null))
                .hasMessageContaining("is larger than 1 MiB.");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> reader.read("/nowhere/kubeconfig", null))
                .hasMessage(
                        "The kubeconfig of cluster staging cannot be read from /nowhere/kubeconfig."
                                + " Check the path, and that KubeChat's user may read a UTF-8 file"
                                + " there.");
    }

    @Test
    void refusesTwoEntriesOfOneName() {
        var twice =
                config("", "token: abc")
                        .replace("users:\n", "users:\n- name: bot\n  user: {token: other}\n");

        assertThatThrownBy(() -> reader.read(twice, null))
                .hasMessageContaining("has several entries called \"bot\" under users.");
    }

    @Test
    void saysNoCredential() {
        assertThat(reader.read(config("", "token: abc"), null).toString()).doesNotContain("abc");
    }

    private static String config(String cluster, String user) {
        return """
        apiVersion: v1
        kind: Config
        current-context: test
        clusters:
        - name: there
          cluster: {server: 'https://10.0.0.1:6443'%s}
        contexts:
        - name: test
          context: {cluster: there, user: bot, namespace: shop}
        users:
        - name: bot
          user: {%s}
        """
                .formatted(cluster.isEmpty() ? "" : ", " + cluster, user);
    }
}
