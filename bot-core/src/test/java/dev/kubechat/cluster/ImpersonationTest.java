package dev.kubechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpersonationTest {

    @Test
    void namesUserGroupsAndRequest() {
        var caller = ClusterFixture.caller("alice", "sre", "dev");

        assertThat(Impersonation.headers(caller))
                .isEqualTo(
                        Map.of(
                                "Impersonate-User", List.of("alice"),
                                "Impersonate-Group", List.of("dev", "sre"),
                                "Impersonate-Extra-kubechat.dev%2Frequest",
                                        List.of(caller.request().toString())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "al\u0163ce",
                "alice ",
                "\talice",
                "alice\r\nImpersonate-Group: admins",
                "ali\u0000ce",
                "\u00fcmit"
            })
    void refusesANameThatAHeaderWouldChange(String user) {
        assertThatThrownBy(() -> Impersonation.headers(ClusterFixture.caller(user)))
                .isInstanceOf(DoorShut.class);
    }

    @Test
    void refusesSuchAGroupToo() {
        assertThatThrownBy(
                        () -> Impersonation.headers(ClusterFixture.caller("alice", "sre\nadmins")))
                .isInstanceOf(DoorShut.class);
    }
}
