package dev.kubechat.sandbox.cluster;

import dev.kubechat.sandbox.cluster.access.Tokens;
import dev.kubechat.sandbox.cluster.api.Certificate;
import java.net.URI;
import java.util.Optional;

/** Writes the file by which kubectl and other clients find a cluster. */
final class Kubeconfig {
    private Kubeconfig() {}

    static String of(URI url, Optional<Certificate> certificate, Tokens tokens) {
        var text =
                new StringBuilder(
                        """
                        apiVersion: v1
                        kind: Config
                        current-context: admin
                        clusters:
                        - name: stage
                          cluster:
                            server: %s
                        """
                                .formatted(url));
        certificate.ifPresent(c ->
                text.append("    certificate-authority-data: %s\n".formatted(c.authorityData())));
        text.append("contexts:\n");
        Tokens.CONTEXTS.forEach(context ->
                text.append(
                        """
                        - name: %s
                          context:
                            cluster: stage
                            user: %s
                            namespace: default
                        """
                                .formatted(context, context)));
        text.append("users:\n");
        Tokens.CONTEXTS.forEach(context ->
                text.append(
                        """
                        - name: %s
                          user:
                            token: %s
                        """
                                .formatted(context, tokens.of(context))));
        return text.toString();
    }
}
