package dev.kubechat.sandbox.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.sandbox.cluster.object.StatusError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProtobufTest {
    private static final byte[] MAGIC = {'k', '8', 's', 0};

    @Test
    void readsAnAccessReview() {
        var attributes =
                joined(
                        field(1, text("shop")),
                        field(2, text("get")),
                        field(5, text("pods")),
                        field(7, text("")));
        var review = joined(field(1, new byte[0]), field(2, field(1, attributes)));
        assertThat(Protobuf.toJson(sent("SelfSubjectAccessReview", review)))
                .hasToString(
                        "{\"apiVersion\":\"v1\",\"kind\":\"SelfSubjectAccessReview\",\"metadata\":{},"
                            + "\"spec\":{\"resourceAttributes\":{\"namespace\":\"shop\",\"verb\":\"get\",\"resource\":\"pods\"}}}");
    }

    @Test
    void refusesAFieldItDoesNotKnow() {
        assertThatThrownBy(() ->
                        Protobuf.toJson(
                                sent("SelfSubjectRulesReview", field(2, field(9, text("x"))))))
                .isInstanceOfSatisfying(
                        StatusError.class, e -> assertThat(e.code()).isEqualTo(415));
    }

    @Test
    void refusesOtherKinds() {
        assertThatThrownBy(() -> Protobuf.toJson(sent("Secret", new byte[0])))
                .hasMessageContaining("does not read a Secret in protobuf");
    }

    @Test
    void refusesWhatIsCutShort() {
        var whole = sent("SelfSubjectRulesReview", field(2, field(1, text("shop"))));
        for (int length = whole.length - 7; length < whole.length; length++) {
            var part = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Protobuf.toJson(part)).isInstanceOf(StatusError.class);
        }
    }

    private static byte[] sent(String kind, byte[] object) {
        return joined(
                MAGIC,
                field(1, joined(field(1, text("v1")), field(2, text(kind)))),
                field(2, object));
    }

    private static byte[] field(int number, byte[] content) {
        return joined(new byte[] {(byte) (number << 3 | 2), (byte) content.length}, content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
