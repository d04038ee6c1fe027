package dev.kubechat.execute.change;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.execute.api.Sight.No;
import org.junit.jupiter.api.Test;

class TlsPairTest {

    private static final String CERTIFICATE =
            """
            -----BEGIN CERTIFICATE-----
            MIIBjTCCATOgAwIBAgIUL+cz/wARvxnTHO1079w+0Cw/zW0wCgYIKoZIzj0EAwIw
            GzEZMBcGA1UEAwwQc2hvcC5leGFtcGxlLmNvbTAgFw0yNjExMjQxNjMzMDVaGA8y
            MTI2MTAzMTE2MzMwNVowGzEZMBcGA1UEAwwQc2hvcC5leGFtcGxlLmNvbTBZMBMG
            ByqGSM49AgEGCCqGSM49AwEHA0IABDkCLXTJcZCo405l/7a4wh17TNBLZ5JbfVGO
            qA8GT2+pfI8VuHT0th3RsbnEwjJULvEh/2fUqWrrpXRBL+zXNfSjUzBRMB0GA1Ud
            DgQWBBQL+0ehsl0Ge2imp/QjPVpft5ugwTAfBgNVHSMEGDAWgBQL+0ehsl0Ge2im
            p/QjPVpft5ugwTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIEpo
            H/1SO9FXoWMlXEH8WKQpaYxrmcggtbJfZO8p5a41AiEA5RcCAMcvQ4HF9b0d3P24
            ayPdFlmr6hoR4IotaygQMkc=
            -----END CERTIFICATE-----
            """;

    private static final String KEY =
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg8rP5Y0OJg49N17Tg
            5TDF3o5zvcxmalppwUtmPH3jWymhRANCAAQ5Ai10yXGQqONOZf+2uMIde0zQS2eS
            W31RjqgPBk9vqXyPFbh09LYd0bG5xMIyVC7xIf9n1Klq66V0QS/s1zX0
            -----END PRIVATE KEY-----
            """;

    private static final String OLD_KEY =
            """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIPKz+WNDiYOPTde04OUwxd6Oc73MZmpaacFLZjx941spoAoGCCqGSM49
            AwEHoUQDQgAEOQItdMlxkKjjTmX/trjCHXtM0Etnklt9UY6oDwZPb6l8jxW4dPS2
            HdGxucTCMlQu8SH/Z9SpauuldEEv7Nc19A==
            -----END EC PRIVATE KEY-----
            """;

    private static final String OTHER_KEY =
            """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIKvpbRVnUNd+twjt9VpV+cT8s3DAxWDkMyt5xCAmBRwgoAoGCCqGSM49
            AwEHoUQDQgAEcv1oSmfChY9vYI7j3XbpJoti3/+CQ2mqAPHLsSpglIPOOEr4T8zS
            u+3V+1uS3sd7El0l/4c09pgrQ25aosAmEA==
            -----END EC PRIVATE KEY-----
            """;

    @Test
    void takesAKeyInTheNewFormAndInTheOld() {
        assertThatCode(() -> check(CERTIFICATE, KEY)).doesNotThrowAnyException();
        assertThatCode(() -> check(CERTIFICATE, OLD_KEY)).doesNotThrowAnyException();
    }

    @Test
    void refusesAKeyOfAnotherCertificate() {
        refuses(CERTIFICATE, OTHER_KEY, "Tls: private key does not match public key.");
    }

    @Test
    void saysWhichFileHoldsWhat() {
        refuses("", KEY, "Tls: failed to find any PEM data in certificate input.");
        refuses(CERTIFICATE, "", "Tls: failed to find any PEM data in key input.");
        refuses(
                KEY,
                CERTIFICATE,
                "Tls: failed to find certificate PEM data in certificate input, but did find a"
                        + " private key; PEM inputs may have been switched.");
        refuses(
                CERTIFICATE,
                CERTIFICATE,
                "Tls: found a certificate rather than a key in the PEM for the private key.");
    }

    @Test
    void refusesBlocksThatHoldNothing() {
        var nothing = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n";

        refuses(nothing.formatted("CERTIFICATE", ""), KEY, "X509: malformed certificate.");
        refuses(nothing.formatted("CERTIFICATE", "AAAA"), KEY, "X509: malformed certificate.");
        refuses(
                CERTIFICATE,
                nothing.formatted("PRIVATE KEY", "!"),
                "Tls: failed to parse private key.");
        refuses(
                CERTIFICATE,
                nothing.formatted("EC PRIVATE KEY", "AAAA"),
                "Tls: failed to parse private key.");
    }

    private static void refuses(String certificate, String key, String sentence) {
        assertThatThrownBy(() -> check(certificate, key))
                .isInstanceOf(No.class)
                .hasMessage(sentence);
    }

    private static void check(String certificate, String key) {
        TlsPair.check(certificate.getBytes(ISO_8859_1), key.getBytes(ISO_8859_1));
    }
}
