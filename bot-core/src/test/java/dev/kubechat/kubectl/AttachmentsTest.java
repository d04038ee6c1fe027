package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentsTest {

    private final KubectlReader reader = KubectlFixture.reader();

    private KubectlCommand command(String line) {
        return ((Reading.Command) reader.read(line)).command();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kubectl apply -f a.yaml,b.yaml -f c.yaml | a.yaml b.yaml c.yaml
                    kubectl delete -k overlays/prod | overlays/prod
                    kubectl get -f pod.yaml | pod.yaml
                    kubectl diff -f pod.yaml | pod.yaml
                    kubectl patch deploy web --patch-file=p.yaml | p.yaml
                    kubectl create configmap x --from-file=a.txt --from-file=key=b.txt | a.txt b.txt
                    kubectl create secret generic x --from-env-file=a.env | a.env
                    kubectl create secret tls x --cert=tls.crt --key=tls.key | tls.crt tls.key
                    kubectl debug web-0 --image=busybox --custom=c.yaml | c.yaml
                    kubectl cp page.html web-0:/srv/page.html | page.html
                    kubectl kustomize base | base
                    kubectl label pod web-0 a=b -o go-template-file=t.txt | t.txt
                    kubectl label pod web-0 a=b -o jsonpath-file --template=t.txt | t.txt
                    kubectl set image -f web.yaml app=web:2 --local -o yaml | web.yaml
                    """)
    void areTheFilesThatTheCommandReads(String line, String names) {
        assertThat(command(line).attachments()).containsExactly(names.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl get pods",
                "kubectl logs -f web-0",
                "kubectl cp web-0:/srv/page.html page.html",
                "kubectl label pod web-0 a=b -o jsonpath={.kind}",
                "kubectl exec web-0 -- cat -f x.yaml"
            })
    void areNoneWhereNoFileIsRead(String line) {
        assertThat(command(line).attachments()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl label pod web-0 a=b -o jsonpath-file --template=/etc/passwd",
                "kubectl label pod web-0 a=b -o go-template-file --template=../x",
                "kubectl debug web-0 --image=busybox --custom=https://elsewhere/x",
                "kubectl patch deploy web --patch-file=~/p.yaml"
            })
    void areNeverFilesOutsideTheChat(String line) {
        assertThat(reader.read(line)).isInstanceOf(Reading.Rejected.class);
    }

    @Test
    void haveDigestsOfTheirOwnForEachCommand() {
        var digests =
                List.of("kubectl apply -f a.yaml", "kubectl apply -f b.yaml", "kubectl get pods")
                        .stream()
                        .map(line -> command(line).digest())
                        .toList();
        assertThat(digests).doesNotHaveDuplicates().allMatch(hex -> hex.matches("[0-9a-f]{64}"));
        assertThat(command("k get po").digest()).isEqualTo(command("kubectl get pods").digest());
    }
}
