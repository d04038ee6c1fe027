package dev.kubechat.app.doctor;

import dev.kubechat.app.verb.JsonText;
import dev.kubechat.app.verb.SmallVerb;
import dev.kubechat.app.verb.Streams;
import dev.kubechat.app.verb.WrongUse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code doctor}: what {@code serve} needs, whether it is there, and what to do if not. */
public final class DoctorVerb implements SmallVerb {

    private final Map<String, String> environment;
    private final Path folder;

    /** In the process's own environment and folder. */
    public DoctorVerb() {
        this(System.getenv(), Path.of(""));
    }

    DoctorVerb(Map<String, String> environment, Path folder) {
        this.environment = Map.copyOf(environment);
        this.folder = folder;
    }

    @Override
    public int run(List<String> words, Streams streams) throws IOException {
        var arguments = new LinkedHashMap<String, String>();
        boolean json = false;
        for (String word : words) {
            if (word.equals("--json")) {
                json = true;
            } else {
                int equals = word.indexOf('=');
                if (!word.startsWith("--") || equals < 0) {
                    throw new WrongUse(
                            "doctor takes --json and settings like serve's, --kubechat.database.url=…; %s is neither."
                                    .formatted(word));
                }
                arguments.put(word.substring(2, equals), word.substring(equals + 1));
            }
        }
        List<Finding> findings = findings(Settings.asServeSees(arguments, environment, folder));
        String said = json ? json(findings) : text(findings);
        streams.out().write(said.getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
        return isFit(findings) ? 0 : 1;
    }

    private static boolean isFit(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.mark().stopsKubeChat());
    }

    /** What has to be waited for is looked at side by side. */
    private static List<Finding> findings(Settings settings) {
        var checks = new ArrayList<Callable<List<Finding>>>();
        checks.add(() -> machine(settings));
        checks.add(() -> configuration(settings));
        checks.add(() -> DatabaseCheck.of(settings));
        checks.add(() -> List.of(RedisCheck.of(settings)));
        ClusterCheck.numbers(settings)
                .forEach(number -> checks.add(() -> ClusterCheck.of(settings, number)));
        if (ClusterCheck.numbers(settings).isEmpty()) {
            checks.add(() -> List.of(ClusterCheck.none()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Finding>>> running = checks.stream().map(threads::submit).toList();
            return running.stream().flatMap(one -> result(one).stream()).toList();
        }
    }

    private static List<Finding> result(Future<List<Finding>> check) {
        try {
            return check.get();
        } catch (ExecutionException broken) {
            return List.of(
                    Finding.wrong(
                            "doctor",
                            "a check broke: %s".formatted(broken.getCause()),
                            "report it as a defect of KubeChat"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<Finding> machine(Settings settings) {
        return List.of(
                Machine.java(),
                Machine.memory(),
                Machine.folder(Path.of(System.getProperty("java.io.tmpdir"))),
                Machine.port(settings));
    }

    private static List<Finding> configuration(Settings settings) {
        var findings = new ArrayList<Finding>();
        settings.problems()
                .forEach(problem ->
                        findings.add(
                                Finding.wrong(
                                        "configuration", problem, "correct it, or its location")));
        findings.add(
                settings.isEmpty()
                        ? Finding.missing(
                                "configuration",
                                "there is none: no key that begins with kubechat. was found",
                                "give keys as --kubechat.…=…, as KUBECHAT_… or in application.yaml"
                                    + " (docs/configuration.md lists them), or try ./kubechat up,"
                                    + " which needs none")
                        : Finding.ok(
                                "configuration", "from " + String.join(", ", settings.sources())));
        return findings;
    }

    private static String text(List<Finding> findings) {
        var text = new StringBuilder();
        findings.forEach(text::append);
        long wrong = findings.stream().filter(one -> one.mark().stopsKubeChat()).count();
        text.append(
                wrong == 0
                        ? "%nKubeChat has what it needs.%n".formatted()
                        : "%nKubeChat cannot serve yet: %d of these must be seen to first.%n"
                                .formatted(wrong));
        return text.toString();
    }

    private static String json(List<Finding> findings) {
        return new JsonText()
                        .with("fit", isFit(findings) ? "yes" : "no")
                        .withObjects("findings", findings.stream().map(Finding::json).toList())
                + "\n";
    }
}
