package dev.kubechat.sandbox.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.sandbox.backends.Backends.Source;
import org.junit.jupiter.api.Test;

class BackendsTest {
    @Test
    void areEmbeddedWhenNothingIsSaid() {
        assertThat(Source.chosen(null)).isEqualTo(Source.EMBEDDED);
    }

    @Test
    void areContainersWhenAskedFor() {
        assertThat(Source.chosen("containers")).isEqualTo(Source.CONTAINERS);
    }

    @Test
    void refuseAnythingElse() {
        assertThatThrownBy(() -> Source.chosen("docker"))
                .hasMessage(
                        "KUBECHAT_TEST_BACKENDS is \"docker\"; it may be \"embedded\" or"
                                + " \"containers\".");
    }
}
