package dev.kubechat.cluster;

import java.net.URI;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What is used of a kubeconfig: one server, whom to trust, and who KubeChat itself is there.
 *
 * @param authority PEM of the server's certificate authority; null for the system's own
 * @param context its name
 * @param namespace what the context says; null if it says nothing
 * @param known all that the file says, without credentials
 */
record Kubeconfig(
        URI server,
        @Nullable String authority,
        Credential credential,
        String context,
        @Nullable String namespace,
        KnownConfig known) {

    /** What KubeChat proves itself with. */
    sealed interface Credential {

        /** A bearer token. */
        record Token(String value) implements Credential {
            @Override
            public String toString() {
                return "a token";
            }
        }

        /** A client certificate and its key, both PEM. */
        record Certificate(String certificate, String key) implements Credential {
            String certificateData() {
                return base64(certificate);
            }

            String keyData() {
                return base64(key);
            }

            @Override
            public String toString() {
                return "a client certificate";
            }
        }
    }

    @Nullable String authorityData() {
        return authority == null ? null : base64(authority);
    }

    private static String base64(String text) {
        return Base64.getEncoder()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
