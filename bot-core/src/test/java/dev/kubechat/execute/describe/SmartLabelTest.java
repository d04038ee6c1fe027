package dev.kubechat.execute.describe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartLabelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    spec | Spec
                    lastTransitionTime | Last Transition Time
                    podCIDRs | Pod CIDRs
                    apiVersion | API Version
                    someUid | Some UID
                    URLPath | URLPath
                    HTTPServer | HTTPServer
                    kebab-case | Kebab - Case
                    snake_case | snake_case
                    ipv4 | ipv4
                    f:spec | f:spec
                    ABc | A Bc
                    """)
    void makesWordsOfAName(String field, String label) {
        assertThat(SmartLabel.of(field)).isEqualTo(label);
    }
}
