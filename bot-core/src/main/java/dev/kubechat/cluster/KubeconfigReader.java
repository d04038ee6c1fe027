package dev.kubechat.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a kubeconfig by our own rules: what would run a program, read another file, act as somebody else or trust anybody is
 * refused with a sentence, and so is whatever cannot be told to be harmless.
 */
final class KubeconfigReader {

    private static final int LONGEST = 1024 * 1024;
    private static final int DEEPEST = 20;

    private final String whose;
    private final @Nullable Path folder;

    KubeconfigReader(ClusterId cluster) {
        this("The kubeconfig of cluster " + cluster, null);
    }

    private KubeconfigReader(String whose, @Nullable Path folder) {
        this.whose = whose;
        this.folder = folder;
    }

    /** For the file of whoever runs this program: it may name other files of theirs. */
    static KubeconfigReader ofOperator(Path file) {
        return new KubeconfigReader(
                "The kubeconfig " + file, file.toAbsolutePath().normalize().getParent());
    }

    /** Where relative names of other files begin; null if no other file may be named. */
    @Nullable Path folder() {
        return folder;
    }

    /** @throws KubeconfigRefused with a sentence that says what to do instead */
    Kubeconfig read(String pathOrContent, @Nullable String context) {
        var inline =
                pathOrContent.lines().count() > 1 || pathOrContent.stripLeading().startsWith("{");
        var content = inline ? pathOrContent : contentOf(pathOrContent.strip());
        if (content.length() > LONGEST) {
            throw refused(
                    "is larger than 1 MiB. Give KubeChat a kubeconfig of its own with one"
                            + " context.");
        }
        return new KubeconfigContext(this, KubeconfigNode.of(this, yaml(content))).read(context);
    }

    private String contentOf(String path) {
        try {
            return textOf(Path.of(path));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refused(
                    "cannot be read from %s. Check the path, and that KubeChat's user may read a UTF-8 file there."
                            .formatted(path));
        }
    }

    private String textOf(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw refused(
                    "is larger than 1 MiB. Give KubeChat a kubeconfig of its own with one"
                            + " context.");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** The content of a file that the operator's kubeconfig names. */
    String beside(Path folder, String name) {
        try {
            return textOf(folder.resolve(name));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refused(
                    "names the file %s, which cannot be read. Check the path and who may read it."
                            .formatted(name));
        }
    }

    private Object yaml(String content) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LONGEST);
        try {
            return new Yaml(new SafeConstructor(options)).load(content);
        } catch (YAMLException | ClassCastException broken) {
            // its message quotes the content, which may hold a credential
            throw refused(
                    "is not plain YAML. Write it anew, for example by: kubectl config view --minify"
                            + " --flatten --raw.");
        }
    }

    KubeconfigRefused refused(String what) {
        return new KubeconfigRefused(whose + " " + what);
    }
}
