package dev.kubechat.execute.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kubechat.execute.api.AttachedFiles;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.print.JsonText;
import dev.kubechat.kubectl.CreateConfig;
import dev.kubechat.kubectl.KeyedFile;
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

    private static final String DOCKER_CONFIG = ".dockerconfigjson";
    private static final String DOCKER = "https://index.docker.io/v1/";

    private final AttachedFiles files;
    private final @Nullable String namespace;

    /**
     * @param files what may be put into them
     * @param namespace null leaves it out
     */
    NewConfig(AttachedFiles files, @Nullable String namespace) {
        this.files = files;
        this.namespace = namespace;
    }

    /** @throws No if a file is missing or will not do */
    ObjectNode of(CreateConfig command) {
        return switch (command) {
            case CreateConfig.ConfigMap map -> configMap(map);
            case CreateConfig.GenericSecret secret -> secret(secret);
            case CreateConfig.RegistrySecret secret -> secret(secret);
            case CreateConfig.TlsSecret secret -> secret(secret);
        };
    }

    private ObjectNode configMap(CreateConfig.ConfigMap command) {
        var name = command.object().name();
        var entries = ConfigEntries.ofConfigMap(name, files);
        entries.files(command.entries().files());
        entries.literals(command.entries().literals());
        entries.variables(command.entries().variableFiles());
        if (command.entries().appendHash()) {
            var hashed = new TreeMap<String, Object>();
            hashed.put("kind", "ConfigMap");
            hashed.put("name", name);
            hashed.put("data", entries.texts());
            if (!entries.binaries().isEmpty()) {
                hashed.put("binaryData", entries.binaries());
            }
            name += "-" + hash(hashed);
        }
        var map = Draft.of("v1", "ConfigMap", name, namespace);
        Draft.put(map, "data", entries.texts());
        Draft.put(map, "binaryData", entries.binaries());
        return map;
    }

    private ObjectNode secret(CreateConfig.GenericSecret command) {
        var entries = ConfigEntries.ofSecret(files);
        entries.literals(command.entries().literals());
        entries.files(command.entries().files());
        entries.variables(command.entries().variableFiles());
        return secret(
                command.object().name(),
                command.type(),
                entries.encoded(),
                command.entries().appendHash());
    }

    private ObjectNode secret(CreateConfig.TlsSecret command) {
        var certificate = pem(command.cert());
        var key = pem(command.key());
        TlsPair.check(certificate, key);
        var encoder = Base64.getEncoder();
        var data =
                Map.of(
                        "tls.crt", encoder.encodeToString(certificate),
                        "tls.key", encoder.encodeToString(key));
        return secret(
                command.object().name(),
                "kubernetes.io/tls",
                new TreeMap<>(data),
                command.appendHash());
    }

    private byte[] pem(String file) {
        return files.bytes(file)
                .orElseThrow(() ->
                        ConfigEntries.missing(
                                file,
                                "Cannot read file %s, open %s: no such file or directory"
                                        .formatted(file, file)));
    }

    private ObjectNode secret(CreateConfig.RegistrySecret command) {
        if (!command.files().isEmpty()) {
            var entries = ConfigEntries.ofSecret(files);
            entries.files(command.files().stream().map(NewConfig::dockers).toList());
            return secret(
                    command.object().name(),
                    "kubernetes.io/dockerconfigjson",
                    entries.encoded(),
                    command.appendHash());
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
                Map.of(DOCKER_CONFIG, base64(JsonText.compact(Shape.inOrder(config)))),
                command.appendHash());
    }

    private static KeyedFile dockers(KeyedFile file) {
        return file.key() == null ? new KeyedFile(DOCKER_CONFIG, file.file()) : file;
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
