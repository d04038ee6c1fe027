package dev.kubechat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {
    @Test
    void sortsNamesByTheirUtf16Units() {
        // the names of RFC 8785 §3.2.3, in another order
        var object =
                new TreeMap<>(
                        Map.of(
                                "\u20ac",
                                "a",
                                "\r",
                                "b",
                                "\ufb33",
                                "c",
                                "1",
                                "d",
                                "\ud83d\ude00",
                                "e",
                                "ö",
                                "f"));
        assertThat(CanonicalJson.write(object))
                .isEqualTo(
                        "{\"\\r\":\"b\",\"1\":\"d\",\"ö\":\"f\",\"\u20ac\":\"a\",\"\ud83d\ude00\":\"e\",\"\ufb33\":\"c\"}");
    }

    @Test
    void escapesOnlyWhatMustBe() {
        // the string of RFC 8785 §3.2.2
        var text = "\u20ac$\u000F\nA'B\"\\\\\"/";
        assertThat(CanonicalJson.write(new TreeMap<>(Map.of("s", text))))
                .isEqualTo("{\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void writesObjectsWithinObjects() {
        var object =
                new TreeMap<>(
                        Map.of(
                                "b",
                                new TreeMap<>(Map.of("x", "1")),
                                "a",
                                new TreeMap<String, String>()));
        assertThat(CanonicalJson.write(object)).isEqualTo("{\"a\":{},\"b\":{\"x\":\"1\"}}");
    }

    @Test
    void isReadBackAsItWasByAnotherReader() {
        var everything =
                IntStream.range(0, 0x3000)
                        .filter(c -> !Character.isSurrogate((char) c))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        var json = CanonicalJson.write(new TreeMap<>(Map.of("all", everything)));
        assertThat(JsonMapper.shared().readTree(json).get("all").asString()).isEqualTo(everything);
    }

    @Test
    void takesNoMoreBytesThanForetold() {
        for (var c :
                new int[] {0, '\n', '"', '\\', 'a', 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x1f600}) {
            var json = CanonicalJson.write(new TreeMap<>(Map.of("", Character.toString(c))));
            assertThat(json.getBytes(StandardCharsets.UTF_8).length - "{\"\":\"\"}".length())
                    .isLessThanOrEqualTo(CanonicalJson.bytes(c));
        }
    }
}
