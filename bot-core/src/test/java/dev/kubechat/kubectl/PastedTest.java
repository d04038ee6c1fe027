package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTest {

    private static final String BLOCK = "```yaml\nkind: ConfigMap\nmetadata: {name: a}\n```";

    private final KubectlReader reader = KubectlFixture.reader();

    private KubectlCommand command(String text) {
        return ((Reading.Command) reader.read(text)).command();
    }

    @Test
    void takesTheBlockUnderTheLineForStandardInput() {
        String text = "kubectl apply -f - -n shop\n" + BLOCK;
        assertThat(command(text).canonical())
                .isEqualTo("kubectl apply --filename=block-1.yaml --namespace=shop");
        assertThat(command(text).attachments()).containsExactly("block-1.yaml");
        assertThat(KubectlReader.blocks(text))
                .containsOnlyKeys("block-1.yaml")
                .containsEntry("block-1.yaml", "kind: ConfigMap\nmetadata: {name: a}\n");
        assertThat(reader.looksLikeKubectl(text)).isTrue();
    }

    @Test
    void takesAllBlocksInTheirOrder() {
        String text = "kubectl apply -f - -f b.yaml\n\n" + BLOCK + "\n\n```\nkind: Secret\n```\n";
        assertThat(command(text).attachments())
                .containsExactly("b.yaml", "block-1.yaml", "block-2.yaml");
        assertThat(KubectlReader.blocks(text)).containsEntry("block-2.yaml", "kind: Secret\n");
    }

    @Test
    void leavesTheNameOfAFileAlone() {
        assertThat(command("kubectl apply -f shop.yaml\n" + BLOCK).attachments())
                .containsExactly("shop.yaml");
    }

    @Test
    void countsNoBlockIntoTheLimitOfALine() {
        String text = "kubectl apply -f -\n```\nnote: %s\n```".formatted("x".repeat(6000));
        assertThat(command(text)).isInstanceOf(ManifestCommand.Apply.class);
    }

    @Test
    void takesAnEmptyBlock() {
        assertThat(KubectlReader.blocks("kubectl apply -f -\n```\n```"))
                .containsEntry("block-1.yaml", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl apply -f -",
                "kubectl apply -f -\n```yaml\nkind: Pod",
                "kubectl apply -f -\n```yaml\nkind: Pod\n``` and then\nkubectl get pods",
                "kubectl apply -f -\nkubectl delete ns shop\n```\nkind: Pod\n```",
                "kubectl apply -f - ```kind: Pod```",
                "kubectl get pods\n```\nkind: Pod\n```",
                "kubectl apply -f /etc/x\n```\nkind: Pod\n```"
            })
    void refusesWhatIsNoLineWithItsBlocks(String text) {
        assertThat(reader.read(text)).isInstanceOf(Reading.Rejected.class);
    }
}
