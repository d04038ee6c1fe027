package dev.kubechat.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** kubectl and KubeChat side by side on one cluster. */
final class FidelityTwins {

    private static final int LONGEST_SECONDS = 60;

    private final String kubectl;
    private final String kubeconfig;
    private final Path home;
    private final Path files;

    /** @param home an empty folder, for kubectl's cache and for what programs print */
    FidelityTwins(String kubectl, String kubeconfig, Path home) {
        this(kubectl, kubeconfig, home, Path.of(""));
    }

    /** @param files the folder of the manifests that cases name */
    FidelityTwins(String kubectl, String kubeconfig, Path home, Path files) {
        this.files = files;
        this.kubectl = kubectl;
        this.kubeconfig = kubeconfig;
        this.home = home;
    }

    // it counts all that is written anywhere in the cluster
    private static final Pattern LIST_VERSION =
            Pattern.compile(
                    "(?m)^( {4}\"metadata\": \\{\\s+\"resourceVersion\":"
                            + " |metadata:\\s+resourceVersion: )\"[0-9]+\"");

    /** What a command wrote, and how it ended. */
    record Said(String out, String errors, int exit) {

        boolean isLike(Said other) {
            return out.equals(other.out) && exit == other.exit;
        }

        Said withoutListVersions() {
            return new Said(LIST_VERSION.matcher(out).replaceAll("$1\"\""), errors, exit);
        }

        Said sorted() {
            var lines = out.lines().sorted().map(line -> line + "\n");
            return new Said(lines.collect(Collectors.joining()), errors, exit);
        }
    }

    Said kubectl(FidelityCase one) {
        return kubectl(one.as(), one.words(), files);
    }

    Said kubectl(@Nullable String as, List<String> words) {
        return kubectl(as, words, Path.of(""));
    }

    /** @param files the folder of the manifests that the words name */
    Said kubectl(@Nullable String as, List<String> words, Path files) {
        var command = new ArrayList<>(List.of(kubectl));
        if (as != null) {
            command.add("--as=" + as);
        }
        command.addAll(words);
        return run(command, files);
    }

    Said kubechat(FidelityCase one) {
        return kubechat(typed(one));
    }

    /** A change, as by an operator who says yes beforehand. */
    Said changed(List<String> words, Path files) {
        var typed =
                new ArrayList<>(
                        List.of(
                                "--kubeconfig",
                                kubeconfig,
                                "--files",
                                files.toString(),
                                "--yes",
                                "--"));
        typed.addAll(words);
        return kubechat(typed);
    }

    private Said kubechat(List<String> typed) {
        var out = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var verb = new KubectlVerb(print(out), print(errors), Clock.systemUTC());
        var exit = exit(verb, typed, print(errors));
        return new Said(
                out.toString(StandardCharsets.UTF_8),
                errors.toString(StandardCharsets.UTF_8),
                exit);
    }

    // an exception is a difference like any other, and must not hide those that come after it
    private static int exit(KubectlVerb verb, List<String> words, PrintStream errors) {
        try {
            return verb.run(words, Map.of());
        } catch (RuntimeException broken) {
            broken.printStackTrace(errors);
            return 70;
        }
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** The same in a process of its own, as from a terminal. */
    Said kubechatProcess(FidelityCase one) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Kubechat.class.getName(),
                                "kubectl"));
        command.addAll(typed(one));
        return run(command);
    }

    private List<String> typed(FidelityCase one) {
        var typed =
                new ArrayList<>(
                        List.of(
                                "--kubeconfig",
                                kubeconfig,
                                "--files",
                                files.toAbsolutePath().toString()));
        if (one.as() != null) {
            typed.add("--as=" + one.as());
        }
        typed.add("--");
        typed.addAll(one.words());
        return typed;
    }

    private Said run(List<String> command) {
        return run(command, Path.of(""));
    }

    private Said run(List<String> command, Path folder) {
        try {
            var out = Files.createTempFile(home, "out", "");
            var errors = Files.createTempFile(home, "errors", "");
            var builder =
                    new ProcessBuilder(command)
                            .directory(folder.toAbsolutePath().toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(errors.toFile());
            builder.environment().put("HOME", home.toString());
            builder.environment().put("KUBECONFIG", kubeconfig);
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + command);
            }
            var said =
                    new Said(Files.readString(out), Files.readString(errors), process.exitValue());
            Files.delete(out);
            Files.delete(errors);
            return said;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
