package dev.kubechat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.OperatorDoor.Operator;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubectlWordsTest {

    @Test
    void takesFlagsInBothSpellingsAndLeavesTheRestAlone() {
        var words =
                read(
                        "--kubeconfig",
                        "k.yaml",
                        "--context=blue",
                        "--as",
                        "system:serviceaccount:shop:robot",
                        "--as-group=one",
                        "--as-group",
                        "two",
                        "--yes",
                        "--",
                        "get",
                        "--as=x",
                        "--",
                        "pods");

        assertThat(words)
                .isEqualTo(
                        new KubectlWords.Right(
                                new Operator(
                                        Path.of("k.yaml"),
                                        "blue",
                                        "system:serviceaccount:shop:robot",
                                        List.of("one", "two")),
                                true,
                                Path.of(""),
                                List.of("get", "--as=x", "--", "pods")));
    }

    @ParameterizedTest
    @CsvSource({
        "get pods,                 There is no --",
        "--nonsense=1 -- get pods, --nonsense is no flag of this.",
        "pods get -- get pods,     pods is no flag of this.",
        "--context -- get pods,    '--context is no flag, or lacks its value.'",
        "--as-group=a -- get pods, --as-group says what groups"
    })
    void saysWhatIsWrongWithTheFlags(String line, String sentence) {
        assertThat(read(line.split(" ")))
                .isInstanceOfSatisfying(
                        KubectlWords.Wrong.class,
                        wrong -> assertThat(wrong.sentence()).startsWith(sentence));
    }

    @Test
    void looksForTheKubeconfigWhereTheEnvironmentSays(@TempDir Path folder) throws Exception {
        var there = Files.createFile(folder.resolve("there"));
        var variable = folder.resolve("missing") + File.pathSeparator + there;

        var words = KubectlWords.of(List.of("--", "get", "pods"), Map.of("KUBECONFIG", variable));

        assertThat(words)
                .isInstanceOfSatisfying(
                        KubectlWords.Right.class,
                        right -> assertThat(right.operator().kubeconfig()).isEqualTo(there));
    }

    @Test
    void looksInTheHomeFolderLast() {
        assertThat(read("--", "get", "pods"))
                .isInstanceOfSatisfying(
                        KubectlWords.Right.class,
                        right ->
                                assertThat(right.operator().kubeconfig())
                                        .isEqualTo(
                                                Path.of(
                                                        System.getProperty("user.home"),
                                                        ".kube",
                                                        "config")));
    }

    private static KubectlWords read(String... words) {
        return KubectlWords.of(List.of(words), Map.of());
    }
}
