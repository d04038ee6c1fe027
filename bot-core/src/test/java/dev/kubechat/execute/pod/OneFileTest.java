package dev.kubechat.execute.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.execute.change.TarFixture;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OneFileTest {

    private static String why(OneFile file) {
        return ((OneFile.None) file).why();
    }

    @Test
    void findsTheFileWithItsBytes() {
        var found = (OneFile.Found) OneFile.in(TarFixture.tar("a.txt", '0', "grüße\n"), false);

        assertThat(found.text()).contains("grüße\n");
    }

    @Test
    void skipsExtendedHeaders() {
        var extended = TarFixture.tar("pax", 'x', "30 mtime=1.5\n");
        var file = TarFixture.tar("a.txt", '0', "yes");
        var both = Arrays.copyOf(extended, 1024 + file.length);
        System.arraycopy(file, 0, both, 1024, file.length);

        assertThat(((OneFile.Found) OneFile.in(both, false)).text()).contains("yes");
    }

    @Test
    void followsNoLink() {
        assertThat(why(OneFile.in(TarFixture.tar("a", '2', ""), false))).startsWith("It is a link");
    }

    @Test
    void takesNothingThatIsTooLarge() {
        var tar = TarFixture.tar("a", '0', "x".repeat(Written.MOST + 1));

        assertThat(why(OneFile.in(tar, false))).startsWith("It is larger than 1 MiB");
    }

    @Test
    void takesNothingThatBrokeOff() {
        var tar = TarFixture.tar("a", '0', "x".repeat(5000));

        assertThat(why(OneFile.in(Arrays.copyOf(tar, 3000), false)))
                .isEqualTo("It broke off before its end.");
    }

    @Test
    void takesNoOtherBytesForAFile() {
        assertThat(why(OneFile.in(new byte[0], false))).isEqualTo("What came is no file.");
        assertThat(why(OneFile.in("x".repeat(2000).getBytes(StandardCharsets.UTF_8), false)))
                .isEqualTo("What came is no file.");
    }
}
