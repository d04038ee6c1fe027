package dev.kubechat.risk;

import static dev.kubechat.kubectl.KubectlFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.kubectl.Namespace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manifest holds has a say in how risky it is to send it. */
class ManifestTest {

    private static final RiskContext STAGING =
            new RiskContext("staging", false, Set.of(new Namespace("shop")));
    private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    private final Classifier classifier = new Classifier();

    private Verdict verdict(String line, String... files) {
        return classifier.classify(command("kubectl " + line), STAGING, List.of(files));
    }

    private static String pod(String spec) {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: " + spec + "\n";
    }

    private static String object(String version, String kind) {
        return "{\"apiVersion\": \"%s\", \"kind\": \"%s\", \"metadata\": {\"name\": \"shop\"}}"
                .formatted(version, kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {containers: [{image: a}]} | WARNING
                    {containers: [{securityContext: {privileged: false}}]} | WARNING
                    {containers: [{securityContext: {privileged: true}}]} | DANGEROUS
                    {containers: [{securityContext: {privileged: yes}}]} | DANGEROUS
                    {containers: [{securityContext: {"priv\\u0069leged": true}}]} | DANGEROUS
                    {containers: [{securityContext: {allowPrivilegeEscalation: true}}]} | DANGEROUS
                    {containers: [{securityContext: {capabilities: {add: [NET_BIND_SERVICE]}}}]} | WARNING
                    {containers: [{securityContext: {capabilities: {add: [NET_ADMIN]}}}]} | DANGEROUS
                    {containers: [{securityContext: {capabilities: {drop: [ALL]}}}]} | WARNING
                    {initContainers: [{securityContext: {privileged: true}}]} | DANGEROUS
                    {hostNetwork: true} | DANGEROUS
                    {hostPID: true} | DANGEROUS
                    {hostIPC: true} | DANGEROUS
                    {volumes: [{hostPath: {path: /}}]} | DANGEROUS
                    {volumes: [&a {hostPath: {path: /}}]} | DANGEROUS
                    {x: &a {hostPID: true}, <<: *a} | DANGEROUS
                    {template: {spec: {hostPID: true}}} | DANGEROUS
                    {replicas: 0} | DANGEROUS
                    {replicas: 00} | DANGEROUS
                    {replicas: 3} | WARNING
                    """)
    void judgesPodsWhereverTheyStand(String spec, Level level) {
        assertThat(verdict("apply -f a.yaml", pod(spec)).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    spec: {replicas: 3} | WARNING
                    spec: {replicas: 0} | DANGEROUS
                    metadata: {finalizers: null} | DANGEROUS
                    kind: Deployment | WARNING
                    [{op: replace, path: /spec/replicas, value: 2}] | WARNING
                    [{op: replace, path: /spec/replicas, value: 0}] | DANGEROUS
                    [{op: remove, path: /metadata/finalizers}] | DANGEROUS
                    {apiVersion: rbac.authorization.k8s.io/v1, kind: Role} | DANGEROUS
                    spec: [ | DANGEROUS
                    """)
    void judgesFilesWithWhatWouldBeChanged(String patch, Level level) {
        assertThat(verdict("patch deploy web --patch-file=p.yaml", patch).level()).isEqualTo(level);
        assertThat(verdict("patch -f a.yaml --patch-file=p.yaml", MAP, patch).level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    create configmap a --from-file=a.properties | WARNING
                    create secret generic a --from-env-file=a.env | WARNING
                    create secret tls a --cert=a.crt --key=a.key | WARNING
                    cp log.txt web-0:/tmp/log.txt | WARNING
                    get pods -o go-template-file=t | SAFE
                    debug web-0 --image=busybox --custom=c.json | WARNING
                    apply -f a.yaml | DANGEROUS
                    replace -f a.yaml | DANGEROUS
                    kustomize a | WARNING
                    apply -k a | DANGEROUS
                    """)
    void looksForManifestsOnlyWhereThereAreSome(String line, Level level) {
        assertThat(verdict(line, "max=3 # not a manifest").level()).isEqualTo(level);
    }

    @Test
    void judgesWhatAContainerForDebuggingWouldHave() {
        assertThat(
                        verdict(
                                        "debug web-0 --image=busybox --custom=c.json",
                                        "{\"securityContext\": {\"privileged\": true}}")
                                .level())
                .isEqualTo(Level.DANGEROUS);
    }

    @ParameterizedTest
    @CsvSource({
        "v1, ConfigMap, WARNING",
        "v1, Secret, WARNING",
        "example.com/v1, Widget, WARNING",
        "rbac.authorization.k8s.io/v1, Role, DANGEROUS",
        "rbac.authorization.k8s.io/v1, ClusterRoleBinding, DANGEROUS",
        "admissionregistration.k8s.io/v1, ValidatingWebhookConfiguration, DANGEROUS",
        "apiregistration.k8s.io/v1, APIService, DANGEROUS",
        "apiextensions.k8s.io/v1, CustomResourceDefinition, WARNING",
        "certificates.k8s.io/v1, CertificateSigningRequest, DANGEROUS"
    })
    void judgesKinds(String version, String kind, Level level) {
        assertThat(verdict("apply -f a.yaml", object(version, kind)).level()).isEqualTo(level);
    }

    @Test
    void looksIntoListsAndEveryDocument() {
        String role = object("rbac.authorization.k8s.io/v1", "Role");
        String list = "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [" + role + "]}";
        assertThat(verdict("create -f a.yaml", list).level()).isEqualTo(Level.DANGEROUS);
        assertThat(verdict("create -f a.yaml", MAP + "---\n" + role).level())
                .isEqualTo(Level.DANGEROUS);
        assertThat(verdict("create -f a.yaml", MAP, role).level()).isEqualTo(Level.DANGEROUS);
        assertThat(verdict("create -f a.yaml", MAP + "---\n---\n" + MAP).level())
                .isEqualTo(Level.WARNING);
    }

    @Test
    void saysWhy() {
        assertThat(verdict("apply -f a.yaml", pod("{hostPID: true}")).reasons())
                .containsExactly(
                        "Its containers would reach the node they run on.",
                        "What the manifest names would be changed.");
    }

    @Test
    void seesTokensFinalizersAndAdministrators() {
        assertThat(
                        verdict(
                                        "apply -f a.yaml",
                                        "{apiVersion: v1, kind: Secret, type:"
                                                + " kubernetes.io/service-account-token}")
                                .level())
                .isEqualTo(Level.DANGEROUS);
        assertThat(verdict("replace -f a.yaml", MAP + "spec: {finalizers: []}\n").level())
                .isEqualTo(Level.DANGEROUS);
        assertThat(verdict("replace -f a.yaml", MAP + "spec: {finalizers: [a]}\n").level())
                .isEqualTo(Level.WARNING);
        assertThat(verdict("apply -f a.yaml", MAP + "roleRef: {name: cluster-admin}\n").reasons())
                .first()
                .isEqualTo("Somebody would become an administrator of the whole cluster.");
        assertThat(
                        verdict(
                                        "apply -f a.yaml",
                                        pod("{containers: [{securityContext: {runAsUser: 0}}]}"))
                                .reasons())
                .contains("A container would run as root.");
    }

    @Test
    void raisesWhatIsInKubeSystem() {
        String there = "{apiVersion: v1, kind: ConfigMap, metadata: {namespace: kube-system}}";
        assertThat(verdict("apply -f a.yaml", there).level()).isEqualTo(Level.DANGEROUS);
        assertThat(
                        verdict(
                                        "label -f a.yaml tier=gold",
                                        "{apiVersion: v1, kind: Namespace, metadata: {name:"
                                                + " kube-system}}")
                                .level())
                .isEqualTo(Level.DANGEROUS);
        assertThat(verdict("diff -f a.yaml", there).level()).isEqualTo(Level.SAFE);
    }

    @Test
    void showsNoSecretThatAFileNames() {
        String secret = object("v1", "Secret");
        assertThat(verdict("get -f a.yaml -o yaml", secret).level()).isEqualTo(Level.WARNING);
        assertThat(verdict("get -f a.yaml", secret).level()).isEqualTo(Level.SAFE);
        assertThat(verdict("get -f a.yaml -o yaml", MAP).level()).isEqualTo(Level.SAFE);
    }

    @Test
    void forbidsDeletingAProtectedNamespaceThatAFileNames() {
        assertThat(verdict("delete -f a.yaml", object("v1", "Namespace")))
                .extracting(Verdict::level, it -> it.reasons().getFirst())
                .containsExactly(Level.FORBIDDEN, "Namespace shop is protected from deletion.");
        assertThat(verdict("delete -f a.yaml", MAP).level()).isEqualTo(Level.DANGEROUS);
    }

    @Test
    void keepsDebuggingOffANodeThatAFileNames() {
        assertThat(verdict("debug -f a.yaml --image=a", object("v1", "Node")).level())
                .isEqualTo(Level.DANGEROUS);
        assertThat(verdict("debug -f a.yaml --image=a", object("v1", "Pod")).level())
                .isEqualTo(Level.WARNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [",
                "just words",
                "- a\n- b",
                "{{ .Values.name }}",
                "kind: Pod",
                "apiVersion: v1",
                "apiVersion: v1\nkind: [Pod]",
                "apiVersion: v1\nkind: List\nitems: [7]",
                "apiVersion: v1\nkind: Pod\nkind: Secret",
                "apiVersion: v1\nkind: Pod\nx: !!java/object:a {}",
                "apiVersion: v1\nkind: Pod\nx: !secret a",
                "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}{\"kind\": \"Role\"}",
                "\u0000"
            })
    void neverTakesForSafeWhatItCannotRead(String file) {
        assertThat(verdict("apply -f a.yaml", file).level()).isEqualTo(Level.DANGEROUS);
        assertThat(verdict("apply -f a.yaml --dry-run=server", file).level())
                .isEqualTo(Level.WARNING);
        assertThat(verdict("diff -f a.yaml", file).reasons())
                .containsExactly("What the manifest holds could not be read.");
    }

    @Test
    void givesUpOnWhatNobodyWouldWrite() {
        assertUnreadable(MAP + "x: " + "[".repeat(100_000));
        assertUnreadable(MAP + "x: " + "[".repeat(70) + "]".repeat(70));
        assertUnreadable(MAP + "x: " + "{a: ".repeat(5000) + "1" + "}".repeat(5000));
        assertUnreadable(MAP + "x: '" + "y".repeat(1024 * 1024) + "'");
        assertUnreadable(MAP + "x: [" + "1,".repeat(60_000) + "]");
        assertUnreadable((MAP + "---\n").repeat(201));
        assertUnreadable(laughs());
        assertUnreadable(MAP + "x: &a [*a]\n");
        assertUnreadable(MAP + "&a x: *a\n? *a\n: b\n");
    }

    @Test
    void readsSmallKnots() {
        assertThat(verdict("apply -f a.yaml", MAP + "x: &a {b: c}\ny: *a\nz: *a\n").level())
                .isEqualTo(Level.WARNING);
    }

    @Test
    void givesUpOnMoreFilesThanAnybodyAttaches() {
        var files = IntStream.range(0, 51).mapToObj(i -> MAP).toList();
        assertThat(
                        classifier
                                .classify(command("kubectl apply -f a.yaml"), STAGING, files)
                                .reasons())
                .contains("What the manifest holds could not be read.", "50 objects are meant.");
    }

    private void assertUnreadable(String file) {
        assertThat(verdict("apply -f a.yaml", file).reasons())
                .contains("What the manifest holds could not be read.");
    }

    /** Each line ten times the one before. */
    private static String laughs() {
        return MAP
                + IntStream.range(1, 9)
                        .mapToObj(i -> "x%d: &a%d [%s]".formatted(i, i, "*a" + (i - 1)))
                        .map(line -> line.replaceAll("\\[(.*)]", "[$1,$1,$1,$1,$1,$1,$1,$1,$1]"))
                        .collect(Collectors.joining("\n", "x0: &a0 [lol]\n", "\n"));
    }
}
