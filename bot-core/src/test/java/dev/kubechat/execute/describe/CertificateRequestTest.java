package dev.kubechat.execute.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateRequestTest {

    // made by openssl for this test, with a key that was thrown away
    private static final String PEM =
            """
            -----BEGIN CERTIFICATE REQUEST-----
            MIIBhzCCAS0CAQAwRzELMAkGA1UEBhMCREUxDTALBgNVBAoMBGRldnMxDDAKBgNV
            BAoMA29wczEOMAwGA1UEAwwFYWxpY2UxCzAJBgNVBAUTAjc3MFkwEwYHKoZIzj0C
            AQYIKoZIzj0DAQcDQgAEnXOT7QflwavTN5fW2RtDlm/SL8qPkd3pM1Cudi1Cifmj
            CM81NnAKCqEuVbU0DetXSY0hSzk42PrkNPj8qYvlkaCBgzCBgAYJKoZIhvcNAQkO
            MXMwcTBvBgNVHREEaDBmgglhLmV4YW1wbGWCCWIuZXhhbXBsZYcECgAAAYcQIAEN
            uAAAAAAAAAAAAAAAAYcQAAAAAAAAAAAAAAAAAAAAAYcQ/oAAAAAAAAAAAQAAAAAA
            AoEFYUBiLmOGC2h0dHBzOi8veC95MAoGCCqGSM49BAMCA0gAMEUCIQCmrF9igC6p
            VwlPY70JsItgt/xssyKWGpZsGsTpD6+eSQIgCgYQWlL4GC5+p8sB2AH8fqQEC5ND
            YE+GmW0kKSDTkVI=
            -----END CERTIFICATE REQUEST-----
            """;

    @Test
    void tellsWhomItIsFor() {
        var request = CertificateRequest.of(PEM.getBytes(StandardCharsets.US_ASCII));

        assertThat(request.names("Common Name")).containsExactly("alice");
        assertThat(request.names("Serial Number")).containsExactly("77");
        assertThat(request.names("Organization")).containsExactly("devs", "ops");
        assertThat(request.names("Country")).containsExactly("DE");
        assertThat(request.names("Locality")).isEmpty();
        assertThat(request.names("DNS Names")).containsExactly("a.example", "b.example");
        assertThat(request.names("Email Addresses")).containsExactly("a@b.c");
        assertThat(request.names("URIs")).containsExactly("https://x/y");
        assertThat(request.names("IP Addresses"))
                .containsExactly("10.0.0.1", "2001:db8::1", "::1", "fe80::1:0:0:2");
    }

    @Test
    void saysThatItIsNone() {
        assertThatThrownBy(() -> CertificateRequest.of("hello".getBytes(StandardCharsets.US_ASCII)))
                .hasMessage("PEM block type must be CERTIFICATE REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MA==", "MIIB", "MIT/////", "MAMCAQA=", "MAUwAwIBAA==", "//8="})
    void refusesWhatIsBroken(String base64) {
        var pem =
                "-----BEGIN CERTIFICATE REQUEST-----\n%s\n-----END CERTIFICATE REQUEST-----"
                        .formatted(base64);

        assertThatThrownBy(() -> CertificateRequest.of(pem.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void survivesEveryCut() {
        var body = PEM.replaceAll("-----.*?-----", "");
        var der = Base64.getMimeDecoder().decode(body);
        for (var length = 0; length < der.length; length++) {
            var cut = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(der, length));
            var pem =
                    "-----BEGIN CERTIFICATE REQUEST-----\n%s\n-----END CERTIFICATE REQUEST-----"
                            .formatted(cut);
            assertThatThrownBy(() -> CertificateRequest.of(pem.getBytes(StandardCharsets.US_ASCII)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
