package dev.kubechat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpOptionsTest {

    private static final Map<String, String> HOME = Map.of("KUBECHAT_HOME", "/var/kc");

    private static UpOptions.Reading read(String... words) {
        return UpOptions.read(List.of(words), HOME);
    }

    @Test
    void readsPortResetAndHome() {
        assertThat(read("--port", "9000", "--reset"))
                .isEqualTo(
                        new UpOptions.Read(
                                new UpOptions(Path.of("/var/kc"), 9000, true, null, null)));
    }

    @Test
    void takesValuesBehindAnEqualsSignToo() {
        assertThat(read("--port=9000")).isEqualTo(read("--port", "9000"));
    }

    @Test
    void saysWhatIsWrongWithAPort() {
        assertThat(read("--port", "many"))
                .isEqualTo(
                        new UpOptions.Wrong("--port is \"many\", must be a number such as 8081."));
    }

    @Test
    void saysThatAPortIsTooLarge() {
        assertThat(read("--port", "70000"))
                .isEqualTo(new UpOptions.Wrong("--port is 70000, must be 1 to 65535."));
    }

    @Test
    void saysThatAValueIsMissing() {
        assertThat(read("--kubeconfig"))
                .isEqualTo(
                        new UpOptions.Wrong(
                                "--kubeconfig needs a value, as in --kubeconfig ~/.kube/config"));
    }

    @Test
    void saysThatAWordIsUnknown() {
        assertThat(read("--prot", "1"))
                .isEqualTo(new UpOptions.Wrong("up does not know \"--prot\"."));
    }

    @Test
    void asksForTheFileOfAContext() {
        assertThat(read("--context", "staging"))
                .isEqualTo(
                        new UpOptions.Wrong(
                                "--context goes with --kubeconfig: say which file it is in."));
    }

    @Test
    void asksForAFileThatCanBeRead() {
        assertThat(read("--kubeconfig", "/no/such/file"))
                .isEqualTo(new UpOptions.Wrong("The kubeconfig /no/such/file cannot be read."));
    }

    @Test
    void offersHelp() {
        assertThat(read("--help")).isEqualTo(new UpOptions.Help());
    }
}
