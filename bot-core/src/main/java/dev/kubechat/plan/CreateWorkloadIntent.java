package dev.kubechat.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** "run a pod web with image nginx", "create deployment cart with image shop/cart:2 and 3 replicas", "create job pi …". */
final class CreateWorkloadIntent implements Intent {

    private static final Pattern ARTICLE = Pattern.compile(".{2,12} an?");
    private static final Pattern CRON =
            Pattern.compile("([0-9*/,-]{1,20} ){4}[0-9A-Za-z*/,-]{1,20}");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean creates = sentence.has(Sense.CREATE);
        boolean asked = creates || sentence.has(Sense.START, Sense.DRY);
        if (!asked || sentence.has(Sense.WHY, Sense.EXPOSE, Sense.AUTOSCALE, Sense.RESTART)) {
            return Optional.empty();
        }
        boolean some = isSome(sentence);
        String command = Made.command(sentence);
        String schedule = schedule(sentence);
        String dry = Made.dry(sentence);
        String image = Values.image(sentence);
        int replicas = Values.numberAt(sentence, Sense.REPLICAS);
        int port = Values.numberAt(sentence, Sense.PORT);
        String env = sentence.has(Sense.ENV) ? env(sentence) : "";
        String labels = sentence.has(Sense.LABEL) ? labels(sentence) : "";
        sentence.take(
                Sense.CREATE, Sense.START, Sense.IMAGE, Sense.REPLICAS, Sense.PORT, Sense.ENV);
        sentence.take(
                Sense.LABEL,
                Sense.SCHEDULE,
                Sense.NOW,
                Sense.COMMAND,
                Sense.RUNNING,
                Sense.SELECTOR);
        sentence.take(Sense.SHOW_LABELS, Sense.CONTAINER);
        Target target = Target.take(sentence);
        Thing from = cronJob(target, schedule);
        Thing made = made(target, from);
        if (made == null || made.names().size() > 1) {
            return Optional.empty();
        }
        if (image == null && from == null && !creates) {
            return some && made.isKind("pods") ? pod(made, null, "", place) : Optional.empty();
        }
        String flags =
                Made.image(image) + Made.flag("replicas", replicas) + Made.flag("port", port);
        return switch (String.valueOf(made.kind())) {
            case "pods" ->
                    replicas >= 0
                            ? Optional.empty()
                            : pod(made, image, flags + env + labels + dry + command, place);
            case "deployments" ->
                    env.isEmpty() && labels.isEmpty()
                            ? workload("deployment", made, image, flags + dry + command, place)
                            : Optional.empty();
            case "jobs" -> job(made, from, image, flags + dry + command, place);
            case "cronjobs" ->
                    schedule == null
                            ? Intent.ask(
                                    "When is the cron job to run? Say its schedule, like '0 3 * *"
                                            + " *'.")
                            : workload(
                                    "cronjob",
                                    made,
                                    image,
                                    flags + " --schedule='" + schedule + "'" + dry + command,
                                    place);
            default -> Optional.empty();
        };
    }

    /** "run an nginx pod", "a single instance of nginx": one that is not there yet. */
    private static boolean isSome(Sentence sentence) {
        int one =
                sentence.find(word ->
                        ("pods".equals(word.kind()) && !word.plural())
                                || word.text().equalsIgnoreCase("instance"));
        return one >= 0
                && IntStream.range(0, one)
                        .anyMatch(i ->
                                sentence.isFree(i)
                                        && (sentence.at(i).is(Sense.A)
                                                || sentence.at(i).number() == 1
                                                || ARTICLE.matcher(sentence.at(i).text())
                                                        .matches()));
    }

    private static @Nullable String schedule(Sentence sentence) {
        return sentence.takeFirst(word -> word.quoted() && CRON.matcher(word.text()).matches());
    }

    private static String env(Sentence sentence) {
        return Values.pairs(sentence).stream()
                .map(pair -> " --env=" + Values.quoted(pair))
                .collect(Collectors.joining());
    }

    private static String labels(Sentence sentence) {
        List<String> pairs = Values.pairs(sentence);
        return pairs.isEmpty() ? "" : " --labels=" + Values.quoted(String.join(",", pairs));
    }

    /** The cron job that a job is made from. */
    private static @Nullable Thing cronJob(Target target, @Nullable String schedule) {
        boolean job =
                target.named().stream().anyMatch(thing -> thing.isKind("jobs"))
                        || target.kinds().stream().anyMatch(thing -> thing.isKind("jobs"));
        return schedule != null || !job
                ? null
                : target.named().stream()
                        .filter(thing -> thing.isKind("cronjobs"))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Thing made(Target target, @Nullable Thing from) {
        var named = new ArrayList<>(target.named());
        named.remove(from);
        List<Thing> rest =
                from == null
                        ? target.kinds()
                        : target.kinds().stream().filter(thing -> !thing.isKind("pods")).toList();
        Target made = new Target(named, rest);
        Thing one = made.one().orElse(null);
        return one != null && one.kind() == null ? one.as("pods") : one;
    }

    private static Optional<Said> pod(
            Thing made, @Nullable String image, String flags, Place place) {
        if (image == null) {
            return made.plural()
                    ? Optional.empty()
                    : Intent.ask(
                            "Which image is to run? Say it like: run pod web with image"
                                    + " nginx:1.27",
                            made.isNamed()
                                    ? new String[] {
                                        "run pod %s with image %s"
                                                .formatted(made.bare(), made.bare())
                                    }
                                    : new String[0]);
        }
        String name = made.isNamed() ? made.bare() : Made.baseName(image);
        return made.plural() ? Optional.empty() : Intent.line("run " + name + flags, place);
    }

    private static Optional<Said> workload(
            String kind, Thing made, @Nullable String image, String flags, Place place) {
        if (made.plural()) {
            return Optional.empty();
        }
        if (image == null || !made.isNamed()) {
            return Intent.ask(
                    "A new %s needs a name and an image. Say it like: create %s web with image nginx:1.27"
                            .formatted(kind, kind));
        }
        return Intent.line("create %s %s%s".formatted(kind, made.bare(), flags), place);
    }

    private static Optional<Said> job(
            Thing made, @Nullable Thing from, @Nullable String image, String flags, Place place) {
        if (from == null) {
            return workload("job", made, image, flags, place);
        }
        return made.isNamed()
                ? Intent.line(
                        "create job %s --from=%s%s".formatted(made.bare(), from.words(), flags),
                        place)
                : Intent.ask(
                        "What is the new job to be called?",
                        "create job %s-now from cronjob %s%s"
                                .formatted(from.bare(), from.bare(), place.said()));
    }
}
