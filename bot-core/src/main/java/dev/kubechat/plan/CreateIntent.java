package dev.kubechat.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "create namespace shop", "create config map settings with a=1", "create service account robot". */
final class CreateIntent implements Intent {

    private static final Set<String> PLAIN = Set.of("namespaces", "serviceaccounts");
    private static final Pattern PORTS = Pattern.compile("[0-9]{1,5}:[0-9]{1,5}");
    private static final Place NOWHERE = new Place(null, false, false);

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (sentence.has(Sense.WHY, Sense.DELETE, Sense.EXPOSE, Sense.LABEL, Sense.ANNOTATE)) {
            return Optional.empty();
        }
        boolean asked = sentence.has(Sense.CREATE, Sense.DRY);
        boolean makesData =
                sentence.find(CreateIntent::isData) >= 0
                        && !sentence.has(Sense.SHOW, Sense.SET, Sense.ENV);
        if (!asked && !makesData) {
            return Optional.empty();
        }
        String dry = Made.dry(sentence);
        List<String> files = Values.files(sentence);
        List<String> pairs = Values.pairs(sentence);
        if (!asked && files.isEmpty() && pairs.isEmpty()) {
            return Optional.empty();
        }
        sentence.take(Sense.CREATE, Sense.LITERAL, Sense.FILE, Sense.FROM, Sense.NOW);
        var given = new Given(files, pairs, dry);
        return sentence.find(CreateIntent::isData) >= 0
                ? data(sentence, place, given)
                : other(sentence, place, given);
    }

    private record Given(List<String> files, List<String> pairs, String dry) {}

    private static boolean isData(Word word) {
        return "configmaps".equals(word.kind()) || "secrets".equals(word.kind());
    }

    private static Optional<Said> data(Sentence sentence, Place place, Given given) {
        boolean tls = sentence.take(Sense.TLS);
        boolean registry = sentence.take(Sense.REGISTRY);
        sentence.take(Sense.GENERIC, Sense.KEY, Sense.VALUE, Sense.CERT);
        Thing made = Target.take(sentence).one().orElse(null);
        if (made == null || made.names().size() > 1 || made.plural() || registry) {
            return Optional.empty();
        }
        if (!made.isNamed()) {
            return Intent.ask("What is the new %s to be called?".formatted(made.type()));
        }
        if (tls) {
            return tls(made, given, place);
        }
        String head =
                made.isKind("configmaps")
                        ? "configmap"
                        : made.isKind("secrets") ? "secret generic" : null;
        if (head == null) {
            return Optional.empty();
        }
        var flags = new StringBuilder(Made.literals(given.pairs()));
        given.files().forEach(file -> flags.append(" --from-file=").append(file));
        return Intent.line(
                "create %s %s%s%s".formatted(head, made.bare(), flags, given.dry()), place);
    }

    private static Optional<Said> tls(Thing made, Given given, Place place) {
        String cert = ending(given.files(), Set.of("crt", "pem", "cert"));
        String key = ending(given.files(), Set.of("key"));
        return cert == null || key == null
                ? Intent.ask(
                        "A TLS secret needs two attached files, like tls.crt and tls.key. Which?")
                : Intent.line(
                        "create secret tls %s --cert=%s --key=%s%s"
                                .formatted(made.bare(), cert, key, given.dry()),
                        place);
    }

    private static @Nullable String ending(List<String> files, Set<String> endings) {
        return files.stream()
                .filter(file ->
                        endings.contains(
                                file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private static Optional<Said> other(Sentence sentence, Place place, Given given) {
        if (sentence.find(word -> "services".equals(word.kind())) >= 0) {
            return service(sentence, place, given);
        }
        boolean quota = sentence.find(word -> "resourcequotas".equals(word.kind())) >= 0;
        if (sentence.take(Sense.HARD)) {
            sentence.take(Sense.LIMITS, Sense.REQUESTS);
        }
        Thing made = Target.take(sentence).one().orElse(null);
        if (made == null || made.plural() || made.names().size() != 1 || made.kind() == null) {
            return made != null
                            && !made.plural()
                            && !made.isNamed()
                            && PLAIN.contains(String.valueOf(made.kind()))
                    ? Intent.ask("What is the new %s to be called?".formatted(made.type()))
                    : Optional.empty();
        }
        if (quota) {
            return given.pairs().isEmpty()
                    ? Optional.empty()
                    : Intent.line(
                            "create quota %s --hard=%s%s"
                                    .formatted(
                                            made.bare(),
                                            String.join(",", given.pairs()),
                                            given.dry()),
                            place);
        }
        boolean plain =
                PLAIN.contains(made.kind()) && given.pairs().isEmpty() && given.files().isEmpty();
        boolean namespace = made.isKind("namespaces");
        return plain
                ? Intent.line(
                        "create %s %s%s".formatted(made.type(), made.bare(), given.dry()),
                        namespace ? NOWHERE : place)
                : Optional.empty();
    }

    private static Optional<Said> service(Sentence sentence, Place place, Given given) {
        boolean headless = sentence.take(Sense.HEADLESS);
        String type = ExposeIntent.type(sentence);
        var ports = new ArrayList<>(sentence.takeAll(word -> PORTS.matcher(word.text()).matches()));
        int target = Values.numberAt(sentence, Sense.TARGET_PORT);
        int port = Values.numberAt(sentence, Sense.PORT);
        sentence.take(Sense.PORT, Sense.TARGET_PORT);
        if (port >= 0) {
            ports.add(target < 0 ? String.valueOf(port) : port + ":" + target);
        }
        Thing made = Target.take(sentence).one().orElse(null);
        boolean one =
                made != null
                        && made.names().size() == 1
                        && made.isKind("services")
                        && given.pairs().isEmpty();
        if (!one || made == null || (ports.isEmpty() && !headless)) {
            return Optional.empty();
        }
        var flags = new StringBuilder();
        ports.forEach(mapped -> flags.append(" --tcp=").append(mapped));
        return Intent.line(
                "create service %s %s%s%s%s"
                        .formatted(
                                type == null ? "clusterip" : type.toLowerCase(Locale.ROOT),
                                made.bare(),
                                headless ? " --clusterip=None" : "",
                                flags,
                                given.dry()),
                place);
    }
}
