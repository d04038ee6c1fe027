package dev.kubechat.cluster;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes one context out of a kubeconfig. */
record KubeconfigContext(KubeconfigReader reader, KubeconfigNode file) {

    private static final String EMBED =
            "Embed it: kubectl config view --minify --flatten --raw writes a kubeconfig that"
                    + " needs no other file.";
    private static final String ACCOUNT =
            "Make a service account for KubeChat and put its token into the kubeconfig under"
                    + " users[].user.token.";
    private static final String SELF = "KubeChat says itself for whom it acts. Remove it.";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    Kubeconfig read(@Nullable String wanted) {
        var name = wanted == null || wanted.isBlank() ? file.text("current-context") : wanted;
        if (name == null) {
            throw reader.refused(
                    reader.folder() == null
                            ? "has no current-context. Set kubechat.clusters[…].context to the name"
                                    + " of one of its contexts."
                            : "has no current-context. Name one of its contexts with --context.");
        }
        var context = file.entry("contexts", "context", name);
        var cluster = file.entry("clusters", "cluster", needed(context, "cluster"));
        var user = file.entry("users", "user", needed(context, "user"));
        refuseOfCluster(cluster);
        refuseOfUser(user);
        return new Kubeconfig(
                server(cluster),
                pem(cluster, "certificate-authority"),
                credential(user),
                name,
                context.text("namespace"),
                KnownConfig.of(file, name));
    }

    private String needed(KubeconfigNode context, String field) {
        var value = context.text(field);
        if (value == null) {
            throw reader.refused("has a context without a %s.".formatted(field));
        }
        return value;
    }

    private void refuseOfCluster(KubeconfigNode cluster) {
        refuseFile(cluster, "certificate-authority", EMBED);
        cluster.refuseIf(
                "insecure-skip-tls-verify",
                "KubeChat always checks whom it talks to. Put the server's certificate"
                        + " authority under certificate-authority-data.");
        cluster.refuseIf(
                "proxy-url",
                "KubeChat calls API servers directly. Give it an address it can reach.");
        cluster.refuseIf(
                "tls-server-name",
                "KubeChat expects the name of the address in the server's certificate. Give the"
                        + " server one that bears it, or write the address that it bears.");
        cluster.refuseAllBut(
                Set.of(
                        "server",
                        "certificate-authority",
                        "certificate-authority-data",
                        "disable-compression",
                        "extensions"));
    }

    private void refuseFile(KubeconfigNode node, String field, String instead) {
        if (reader.folder() == null) {
            node.refuseIf(field, instead);
        }
    }

    private void refuseOfUser(KubeconfigNode user) {
        user.refuseIf("exec", "KubeChat runs no programs. " + ACCOUNT);
        user.refuseIf("auth-provider", "KubeChat runs no sign-in of its own. " + ACCOUNT);
        refuseFile(user, "tokenFile", "KubeChat follows no files. " + ACCOUNT);
        refuseFile(user, "client-certificate", EMBED);
        refuseFile(user, "client-key", EMBED);
        user.refuseIf("username", "Kubernetes has no passwords any more. " + ACCOUNT);
        user.refuseIf("password", "Kubernetes has no passwords any more. " + ACCOUNT);
        for (var impersonation : Set.of("as", "as-uid", "as-groups", "as-user-extra")) {
            user.refuseIf(impersonation, SELF);
        }
        user.refuseAllBut(
                Set.of(
                        "token",
                        "tokenFile",
                        "client-certificate",
                        "client-certificate-data",
                        "client-key",
                        "client-key-data",
                        "extensions"));
    }

    private URI server(KubeconfigNode cluster) {
        try {
            var server = URI.create(needed(cluster, "server"));
            if (server.getHost() == null
                    || server.getUserInfo() != null
                    || server.getQuery() != null) {
                throw new IllegalArgumentException();
            }
            if ("https".equals(server.getScheme()) || isPlainAndNear(server)) {
                return server;
            }
        } catch (IllegalArgumentException strange) {
            throw reader.refused("has no usable server. Write one such as https://10.0.0.1:6443.");
        }
        throw reader.refused(
                "has a server without TLS. Write https://…; only a sandbox on this machine goes"
                        + " without.");
    }

    private static boolean isPlainAndNear(URI server) {
        return "http".equals(server.getScheme()) && LOOPBACK.contains(server.getHost());
    }

    private Kubeconfig.Credential credential(KubeconfigNode user) {
        var token = token(user);
        var certificate = pem(user, "client-certificate");
        var key = pem(user, "client-key");
        if (token != null && certificate == null && key == null) {
            return new Kubeconfig.Credential.Token(header(token.strip()));
        }
        if (token == null && certificate != null && key != null) {
            return new Kubeconfig.Credential.Certificate(certificate, key);
        }
        throw reader.refused(
                "must have either a token, or client-certificate-data with client-key-data. "
                        + ACCOUNT);
    }

    private @Nullable String token(KubeconfigNode user) {
        var token = user.text("token");
        return token == null ? file(user, "tokenFile") : token;
    }

    /** What is in the file that the field names; null if it names none. */
    private @Nullable String file(KubeconfigNode node, String field) {
        var name = node.text(field);
        var folder = reader.folder();
        return name == null || folder == null ? null : reader.beside(folder, name);
    }

    private String header(String token) {
        if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw reader.refused("has a token with characters no token has. " + ACCOUNT);
        }
        return token;
    }

    private @Nullable String pem(KubeconfigNode node, String field) {
        var data = node.text(field + "-data");
        if (data == null) {
            return file(node, field);
        }
        try {
            var pem = new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8);
            if (pem.contains("-----BEGIN ")) {
                return pem;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        throw reader.refused(
                "has no base64 of a PEM text under %s-data. %s".formatted(field, EMBED));
    }
}
