package dev.kubechat.execute.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.execute.api.Sight.No;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTermsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "app=web; true",
                "app==web,tier; true",
                "app!=web; false",
                "missing!=web; true",
                "missing; false",
                "!missing; true",
                "!app; false",
                "app in (api, web); true",
                "app notin (api, web); false",
                "missing notin (api); true",
                "app in (web),tier in (back); false"
            })
    void choosesAsTheServerDoes(String selector, boolean fits) {
        var labels = Reply.JSON.readTree("{\"app\": \"web\", \"tier\": \"front\"}");
        assertThat(LabelTerms.fit(selector, labels)).isEqualTo(fits);
    }

    @Test
    void whatIsNoSelectorIsSaidSo() {
        assertThatThrownBy(() -> LabelTerms.fit("a=b=c", Reply.JSON.createObjectNode()))
                .isInstanceOf(No.class)
                .hasMessageContaining("Unable to parse requirement");
    }
}
