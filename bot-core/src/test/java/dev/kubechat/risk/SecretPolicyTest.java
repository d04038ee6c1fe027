package dev.kubechat.risk;

import static dev.kubechat.kubectl.KubectlFixture.reader;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P9, as far as the level of a read goes: which lines would print what is in a secret. */
class SecretPolicyTest {

    private static final RiskContext STAGING = new RiskContext("staging", false, Set.of());

    private final Classifier classifier = new Classifier();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    get secrets -n kube-system | SAFE
                    get secrets -A -o name | SAFE
                    get secrets -o wide --show-labels | SAFE
                    get secrets -o custom-columns=NAME:.metadata.name,TYPE:.type | SAFE
                    get secrets -o jsonpath='{.items[*].metadata.name}' | SAFE
                    get secrets -o jsonpath='{range .items[*]}{.metadata.name}{"\\n"}{end}' | SAFE
                    get secrets -o go-template='{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}' | SAFE
                    get secrets --template='{{range .items}}{{ .metadata.name }} {{end}}' | SAFE
                    get secret db -o jsonpath='{.metadata.creationTimestamp}' | SAFE
                    get secret db -o jsonpath='{.data.password}' | WARNING
                    get secret db -o jsonpath='{.metadata.name}{.data}' | WARNING
                    get secret db -o jsonpath='{.metadata}' | WARNING
                    get secret db -o jsonpath='{.metadata.annotations}' | WARNING
                    get secret db -o jsonpath='{.metadata.name.data}' | WARNING
                    get secret db -o jsonpath='{..password}' | WARNING
                    get secret db -o jsonpath='{@}' | WARNING
                    get secrets -o jsonpath='{.items[?(@.data.pin=="1")].metadata.name}' | WARNING
                    get secret db -o jsonpath=password | WARNING
                    get secret db -o jsonpath-as-json='{.metadata.name}' | WARNING
                    get secret db -o jsonpath-file=names | WARNING
                    get secret db -o custom-columns=P:.data.password | WARNING
                    get secret db -o custom-columns=N:.metadata.name,P:.data | WARNING
                    get secret db -o go-template='{{.data}}' | WARNING
                    get secret db -o go-template='{{.metadata.name}}{{.}}' | WARNING
                    get secret db --template='{{.data}}' | WARNING
                    get secret db -o go-template --template='{{.data}}' | WARNING
                    get secrets.v1./db -o yaml | WARNING
                    get po,secret -o=json | WARNING
                    get secret db -w -o kyaml | WARNING
                    get secrets --sort-by=.data.password | WARNING
                    get secrets --sort-by=.metadata.name | SAFE
                    get secret -A -o jsonpath='{..data}' | DANGEROUS
                    get secret -A --template='{{.items}}' | DANGEROUS
                    get secret db -n kube-system -o yaml | DANGEROUS
                    label secret db a=b --dry-run=client -o yaml | WARNING
                    patch secret db -p '{}' --dry-run=server -o json | WARNING
                    wait --for=create secret/db -o yaml | WARNING
                    set env deploy/web --list --resolve | WARNING
                    apply view-last-applied secret db | WARNING
                    apply view-last-applied secret db -n kube-system | DANGEROUS
                    describe secret db | SAFE
                    describe secret builder-token-x2x4z | WARNING
                    describe secret builder -n kube-system | DANGEROUS
                    get sealedsecrets -o yaml | SAFE
                    get cm -n kube-system -o yaml | SAFE
                    """)
    void judges(String line, Level level) {
        assertThat(classifier.classify(reader().read("kubectl " + line), STAGING).level())
                .isEqualTo(level);
    }
}
