package dev.kubechat.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class FiltersTest {

    @Test
    void takesNothingForNoRestriction() {
        assertThat(Filters.id("request", " ")).isNull();
        assertThat(Filters.type("")).isNull();
    }

    @Test
    void readsAnId() {
        var id = UUID.randomUUID();
        assertThat(Filters.id("request", " " + id + " ")).isEqualTo(id);
    }

    @Test
    void saysWhatAnIdLooksLike() {
        assertThatThrownBy(() -> Filters.id("request", "<script>"))
                .isInstanceOf(BadFilter.class)
                .hasMessageStartingWith("\"<script>\" is no request id. An id looks like");
    }

    @Test
    void readsATypeAndABeginning() {
        assertThat(Filters.type("step.ended")).isEqualTo("step.ended");
        assertThat(Filters.type("approval.")).isEqualTo("approval.");
    }

    @Test
    void cutsWhatIsTooLongToRepeat() {
        assertThatThrownBy(() -> Filters.type("X".repeat(5000)))
                .isInstanceOf(BadFilter.class)
                .hasMessageContaining("X…\" is no type of event");
    }

    @Test
    void refusesAPositionThatIsNone() {
        assertThatThrownBy(() -> Filters.position("first")).isInstanceOf(BadFilter.class);
    }
}
