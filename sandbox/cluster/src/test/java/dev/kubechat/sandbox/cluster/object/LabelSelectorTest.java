package dev.kubechat.sandbox.cluster.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LabelSelectorTest {
    private static final Map<String, String> WEB = Map.of("app", "web", "tier", "frontend");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app=web | true",
                "app==web | true",
                "app!=web | false",
                "app in (web, cart) | true",
                "app notin (web) | false",
                "zone notin (a) | true",
                "tier | true",
                "!tier | false",
                "!zone | true",
                "app=web,tier=backend | false",
                "'' | true",
            })
    void matchesAsItsTextSays(String text, boolean matches) {
        assertThat(LabelSelector.parse(text).matches(WEB)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'matchLabels': {'app': 'web'}} | true",
                "{'matchExpressions': [{'key': 'tier', 'operator': 'In', 'values': ['a',"
                        + " 'frontend']}]} | true",
                "{'matchExpressions': [{'key': 'tier', 'operator': 'NotIn', 'values':"
                        + " ['frontend']}]} | false",
                "{'matchExpressions': [{'key': 'zone', 'operator': 'Exists'}]} | false",
                "{'matchExpressions': [{'key': 'zone', 'operator': 'DoesNotExist'}]} | true",
            },
            quoteCharacter = '"')
    void matchesAsItsObjectSays(String json, boolean matches) {
        var selector = LabelSelector.of(JsonMapper.shared().readTree(json.replace('\'', '"')));
        assertThat(selector.matches(WEB)).isEqualTo(matches);
    }

    @Test
    void printsItselfAsTheServerDoes() {
        assertThat(LabelSelector.parse("a=b, c in (e,d), !f, g"))
                .hasToString("a=b,c in (d,e),!f,g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a,,b", "=", "a in b"})
    void refusesWhatItCannotRead(String text) {
        assertThatThrownBy(() -> LabelSelector.parse(text)).isInstanceOf(StatusError.class);
    }
}
