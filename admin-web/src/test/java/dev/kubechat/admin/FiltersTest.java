package dev.kubechat.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.audit.AuditLog;
import dev.kubechat.chat.Person;
import dev.kubechat.identity.PersonId;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void readsAPersonByIdAndByAccount() {
        var id = UUID.randomUUID();
        assertThat(Filters.person(id.toString(), _ -> Optional.empty())).isEqualTo(id);
        assertThat(Filters.person("alice", account -> found(account, "web", "alice", id)))
                .isEqualTo(id);
        assertThat(Filters.person("slack:U1:2", account -> found(account, "slack", "U1:2", id)))
                .isEqualTo(id);
    }

    private static Optional<PersonId> found(
            Person account, String platform, String wanted, UUID id) {
        assertThat(account.platform().value()).isEqualTo(platform);
        assertThat(account.account()).isEqualTo(wanted);
        return Optional.of(new PersonId(id));
    }

    @Test
    void saysHowAPersonIsNamed() {
        assertThatThrownBy(() -> Filters.person("x\0y", _ -> Optional.empty()))
                .isInstanceOf(BadFilter.class)
                .hasMessageStartingWith(
                        "KubeChat knows nobody by \"x[U+0000]y\". Type the account");
    }

    @Test
    void beginsWithTheNewest() {
        assertThat(Filters.position("")).isEqualTo(AuditLog.NEWEST);
        assertThat(Filters.position("17")).isEqualTo(17);
    }

    @Test
    void keepsTheSearchInTheAddressOfTheNextPage() {
        var search = Search.of(Map.of("person", " slack:U&1 ", "type", "", "before", "9"));
        assertThat(search.before(7)).isEqualTo("/admin/audit?person=slack%3AU%261&before=7");
        assertThat(search.fromTheNewest()).isEqualTo("/admin/audit?person=slack%3AU%261");
    }
}
