package dev.kubechat.execute;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kubechat.execute.Sight.No;
import dev.kubechat.execute.print.JsonText;
import dev.kubechat.kubectl.CreateConfig;
import dev.kubechat.kubectl.Entries;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The objects of {@code kubectl create configmap} and {@code secret}. */
final class NewConfig {

    private static final String DOCKER = "https://index.docker.io/v1/";

    private final @Nullable String namespace;

    /** @param namespace null leaves it out */
    NewConfig(@Nullable String namespace) {
        this.namespace = namespace;
    }

    /** @throws No if it is made of files */
    ObjectNode of(CreateConfig command) {
        return switch (command) {
            case CreateConfig.ConfigMap map -> configMap(map);
            case CreateConfig.GenericSecret secret -> secret(secret);
            case CreateConfig.RegistrySecret secret -> secret(secret);
            case CreateConfig.TlsSecret _ -> throw ofFiles();
        };
    }

    private static No ofFiles() {
        return new No(
                "What is made of files is not made here yet. Write the values out with"
                        + " --from-literal, or apply a manifest with kubectl at the cluster.");
    }

    private ObjectNode configMap(CreateConfig.ConfigMap command) {
        var entries = literals(command.entries());
        var name = command.object().name();
        if (command.entries().appendHash()) {
            var hashed = new TreeMap<String, Object>();
            hashed.put("kind", "ConfigMap");
            hashed.put("name", name);
            hashed.put("data", entries);
            name += "-" + hash(hashed);
        }
        var map = Draft.of("v1", "ConfigMap", name, namespace);
        Draft.put(map, "data", entries);
        return map;
    }

    private static Map<String, String> literals(Entries entries) {
        if (!entries.files().isEmpty() || !entries.variableFiles().isEmpty()) {
            throw ofFiles();
        }
        return entries.literals();
    }

    private ObjectNode secret(CreateConfig.GenericSecret command) {
        var data = new TreeMap<String, String>();
        literals(command.entries()).forEach((key, value) -> data.put(key, base64(value)));
        return secret(
                command.object().name(), command.type(), data, command.entries().appendHash());
    }

    private ObjectNode secret(CreateConfig.RegistrySecret command) {
        if (!command.files().isEmpty()) {
            throw ofFiles();
        }
        var access = Reply.JSON.createObjectNode();
        Draft.put(access, "username", command.username());
        Draft.put(access, "password", command.password());
        Draft.put(access, "email", command.email());
        access.put("auth", base64(text(command.username()) + ":" + text(command.password())));
        var config = Reply.JSON.createObjectNode();
        var server = command.server() == null ? DOCKER : command.server();
        config.putObject("auths").set(server, access);
        return secret(
                command.object().name(),
                "kubernetes.io/dockerconfigjson",
                Map.of(".dockerconfigjson", base64(JsonText.compact(Shape.inOrder(config)))),
                command.appendHash());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private ObjectNode secret(
            String name, @Nullable String type, Map<String, String> data, boolean appendHash) {
        var whole = name;
        if (appendHash) {
            var hashed = new TreeMap<String, Object>();
            hashed.put("kind", "Secret");
            hashed.put("name", name);
            hashed.put("type", text(type));
            hashed.put("data", data);
            whole += "-" + hash(hashed);
        }
        var secret = Draft.of("v1", "Secret", whole, namespace);
        Draft.put(secret, "data", data);
        Draft.put(secret, "type", type);
        return secret;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    // ten letters that make no word
    private static String hash(Map<String, Object> content) {
        try {
            var sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest(JsonText.compact(content).getBytes(UTF_8));
            return HexFormat.of()
                    .formatHex(sum)
                    .substring(0, 10)
                    .replace('0', 'g')
                    .replace('1', 'h')
                    .replace('3', 'k')
                    .replace('a', 'm')
                    .replace('e', 't');
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
