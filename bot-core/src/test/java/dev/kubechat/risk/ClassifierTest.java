package dev.kubechat.risk;

import static dev.kubechat.kubectl.KubectlFixture.command;
import static dev.kubechat.kubectl.KubectlFixture.reader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.kubectl.Namespace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {

    private static final RiskContext STAGING =
            new RiskContext(
                    "staging", false, Set.of(new Namespace("kube-system"), new Namespace("shop")));
    private static final RiskContext PRODUCTION =
            new RiskContext("prod-eu", true, STAGING.protectedNamespaces());

    private final Classifier classifier = new Classifier();

    private Verdict verdict(String line) {
        return classifier.classify(command("kubectl " + line), STAGING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    get pods -A | SAFE
                    get secrets | SAFE
                    get secrets -o name | SAFE
                    get secret db -o yaml | WARNING
                    get pods,secrets -o json | WARNING
                    get secrets -A -o yaml | DANGEROUS
                    get secret db -o yaml -n kube-system | DANGEROUS
                    describe secret db | SAFE
                    logs web-0 | SAFE
                    events | SAFE
                    scale deploy web --replicas=3 | WARNING
                    scale deploy web --replicas=0 | DANGEROUS
                    scale deploy --all --replicas=3 | DANGEROUS
                    scale deploy web --replicas=3 -n kube-system | DANGEROUS
                    rollout restart deploy web | WARNING
                    rollout restart deploy | DANGEROUS
                    rollout restart deploy -l app=web | WARNING
                    delete pod web-0 | WARNING
                    delete job nightly | WARNING
                    delete hpa web | WARNING
                    delete pod web-0 web-1 | DANGEROUS
                    delete pod web-0 -n kube-system | DANGEROUS
                    delete pod web-0 --force | DANGEROUS
                    delete pod -l app=web | DANGEROUS
                    delete pods --all | DANGEROUS
                    delete deployment web | DANGEROUS
                    delete ns staging | DANGEROUS
                    delete ns shop | FORBIDDEN
                    delete ns/shop | FORBIDDEN
                    delete namespaces.v1./shop | FORBIDDEN
                    delete ns --all | FORBIDDEN
                    delete ns -l team=a | FORBIDDEN
                    delete all --all | DANGEROUS
                    """)
    void judges(String line, Level level) {
        assertThat(verdict(line).level()).isEqualTo(level);
    }

    @Test
    void raisesAChangeInAProductionCluster() {
        assertThat(classifier.classify(command("rollout restart deploy web"), PRODUCTION))
                .isEqualTo(
                        new Verdict(
                                Level.DANGEROUS,
                                List.of(
                                        "Cluster prod-eu is marked as production.",
                                        "The pods of deployment web would be replaced, a few at a"
                                                + " time.")));
    }

    @Test
    void leavesAReadInAProductionClusterSafe() {
        assertThat(classifier.classify(command("get pods"), PRODUCTION).level())
                .isEqualTo(Level.SAFE);
    }

    @Test
    void forbidsWhatCouldNotBeReadForTheReadersReason() {
        var reading = reader().read("kubectl get pods | sh");
        assertThat(classifier.classify(reading, STAGING).level()).isEqualTo(Level.FORBIDDEN);
    }
}
