package dev.kubechat.kubectl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** New config maps and secrets. */
public sealed interface CreateConfig extends CreateCommand {

    record ConfigMap(ObjectName object, Scope scope, Entries entries, ChangeOptions options)
            implements CreateConfig {

        static ConfigMap of(Said said) {
            return new ConfigMap(
                    NewObject.named(said, "configmaps"),
                    said.scope(),
                    Entries.of(said),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create configmap";
        }

        @Override
        public CommandLine line() {
            return entries.write(NewObject.start(this)).line();
        }
    }

    /** @param type like example.com/key; null for Opaque */
    record GenericSecret(
            ObjectName object,
            Scope scope,
            @Nullable String type,
            Entries entries,
            ChangeOptions options)
            implements CreateConfig {

        static GenericSecret of(Said said) {
            return new GenericSecret(
                    NewObject.named(said, "secrets"),
                    said.scope(),
                    said.text("type"),
                    Entries.of(said),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create secret generic";
        }

        @Override
        public CommandLine line() {
            return entries.write(NewObject.start(this).flag("type", type)).line();
        }
    }

    /**
     * @param cert name of the file with the certificate
     * @param key name of the file with its private key
     */
    record TlsSecret(
            ObjectName object,
            Scope scope,
            String cert,
            String key,
            boolean appendHash,
            ChangeOptions options)
            implements CreateConfig {

        static TlsSecret of(Said said) {
            ObjectName object = NewObject.named(said, "secrets");
            String example = object.name() + " --cert=tls.crt --key=tls.key";
            return new TlsSecret(
                    object,
                    said.scope(),
                    NewObject.required(said, "cert", example),
                    NewObject.required(said, "key", example),
                    said.is("append-hash"),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create secret tls";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this)
                    .flag("cert", cert)
                    .flag("key", key)
                    .flag("append-hash", appendHash)
                    .line();
        }
    }

    /**
     * What opens a registry of images: a person's name and password, or files.
     *
     * @param server null for the usual one of Docker
     * @param files as a rule one .dockerconfigjson
     */
    record RegistrySecret(
            ObjectName object,
            Scope scope,
            @Nullable String server,
            @Nullable String username,
            @Nullable String password,
            @Nullable String email,
            List<KeyedFile> files,
            boolean appendHash,
            ChangeOptions options)
            implements CreateConfig {

        public RegistrySecret {
            files = List.copyOf(files);
        }

        static RegistrySecret of(Said said) {
            ObjectName object = NewObject.named(said, "secrets");
            List<KeyedFile> files = said.list("from-file").stream().map(KeyedFile::of).toList();
            String username = said.text("docker-username");
            String password = said.text("docker-password");
            String server = said.text("docker-server");
            boolean incomplete = username == null || password == null || "".equals(server);
            if (files.isEmpty() && incomplete) {
                throw new Unreadable(
                        "create secret docker-registry needs --docker-server, --docker-username and"
                                + " --docker-password, or --from-file=config.json.");
            }
            return new RegistrySecret(
                    object,
                    said.scope(),
                    server,
                    username,
                    password,
                    said.text("docker-email"),
                    files,
                    said.is("append-hash"),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create secret docker-registry";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this)
                    .flag("docker-server", server)
                    .flag("docker-username", username)
                    .flag("docker-password", password)
                    .flag("docker-email", email)
                    .list("from-file", files.stream().map(KeyedFile::toString).toList())
                    .flag("append-hash", appendHash)
                    .line();
        }
    }
}
