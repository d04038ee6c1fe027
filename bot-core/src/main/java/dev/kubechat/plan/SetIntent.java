package dev.kubechat.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** "set the image of web to nginx:1.27", "set LOG_LEVEL=debug on cart", "run cart as service account shopper". */
final class SetIntent implements Intent {

    private static final Set<String> WITH_PODS =
            Set.of(
                    "deployments",
                    "statefulsets",
                    "daemonsets",
                    "replicasets",
                    "cronjobs",
                    "jobs",
                    "pods");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (sentence.has(Sense.SET, Sense.ADD)) {
            // "a new variable" makes nothing
            sentence.takeAll(word -> word.text().equalsIgnoreCase("new"));
        }
        if (sentence.has(Sense.WHY, Sense.CREATE, Sense.LABEL, Sense.ANNOTATE, Sense.TAINT)) {
            return Optional.empty();
        }
        if (sentence.has(Sense.RUN_AS) && sentence.has(Sense.SET, Sense.START, Sense.ADD)) {
            return serviceAccount(sentence, place);
        }
        if (sentence.has(Sense.ENV, Sense.ENV_LIST, Sense.UNSET) || isEnvPair(sentence)) {
            return env(sentence, place);
        }
        return sentence.has(Sense.SET, Sense.IMAGE, Sense.ROLLOUT, Sense.APPLY)
                ? image(sentence, place)
                : Optional.empty();
    }

    private static Optional<Said> image(Sentence sentence, Place place) {
        String container = container(sentence);
        String image = Values.image(sentence);
        if (image == null) {
            return Optional.empty();
        }
        int from = sentence.find(Sense.OF);
        if (from >= 0
                && sentence.isFree(from + 1)
                && sentence.at(from + 1).text().indexOf(':') > 0) {
            return Optional.empty();
        }
        sentence.take(Sense.SET, Sense.IMAGE, Sense.VERSION, Sense.NOW, Sense.APPLY, Sense.ROLLOUT);
        Optional<Said> unnamed = unnamed(sentence.copy(), place, container);
        if (unnamed.isPresent()) {
            return unnamed;
        }
        return workload(sentence, place)
                .filter(spot -> spot.thing().names().size() == 1)
                .flatMap(spot -> {
                    String name = container == null ? spot.thing().names().getFirst() : container;
                    return Intent.line(
                            "set image %s %s=%s".formatted(spot.thing().words(), name, image),
                            spot.place());
                });
    }

    private static Optional<Said> unnamed(
            Sentence sentence, Place place, @Nullable String container) {
        Target target = Target.take(sentence);
        boolean one =
                target.kinds().isEmpty()
                        || (target.kinds().size() == 1
                                && !target.kinds().getFirst().plural()
                                && WITH_PODS.contains(target.kinds().getFirst().types()));
        boolean bare = container != null && target.named().isEmpty() && !place.everywhere() && one;
        return bare && (place.namespace() == null || place.sure()) && sentence.isSpent()
                ? Intent.ask(
                        "Which %s is to get that image? Say its name."
                                .formatted(
                                        target.kinds().isEmpty()
                                                ? "deployment"
                                                : target.kinds().getFirst().type()))
                : Optional.empty();
    }

    /** "the web container image" names the container, not the workload. */
    private static @Nullable String container(Sentence sentence) {
        int image =
                sentence.find(word ->
                        word.is(Sense.IMAGE)
                                && word.text().toLowerCase(Locale.ROOT).startsWith("container"));
        boolean before = image > 0 && sentence.isFree(image - 1) && sentence.at(image - 1).isName();
        if (!before) {
            return Values.container(sentence);
        }
        sentence.take(image - 1);
        return sentence.at(image - 1).text();
    }

    private static Optional<Spot> workload(Sentence sentence, Place place) {
        return Spot.takeForChange(sentence, place)
                .map(spot -> spot.with(spot.thing().asWorkload()))
                .filter(SetIntent::hasPods);
    }

    private static boolean hasPods(Spot spot) {
        return spot.thing().isNamed() && WITH_PODS.contains(String.valueOf(spot.thing().kind()));
    }

    /** Only variables are called in capital letters. */
    private static boolean isEnvPair(Sentence sentence) {
        return sentence.has(Sense.SET, Sense.ADD)
                && sentence.find(word ->
                        word.isUnknown() && word.text().matches("[A-Z][A-Z0-9_]{1,100}=.{0,200}"))
                        >= 0;
    }

    private static Optional<Said> env(Sentence sentence, Place place) {
        List<String> pairs = Values.pairs(sentence);
        if (pairs.isEmpty() && sentence.has(Sense.SET, Sense.ADD, Sense.VALUE)) {
            String worded = worded(sentence);
            pairs = worded == null ? List.of() : List.of(worded);
        }
        boolean unset =
                sentence.take(Sense.UNSET) || (pairs.isEmpty() && sentence.take(Sense.DELETE));
        if (unset && pairs.isEmpty()) {
            String name = sentence.takeFirst(SetIntent::isVariable);
            pairs = name == null ? List.of() : List.of(name + "-");
        }
        String container = Values.container(sentence);
        String of = container == null ? "" : " -c " + container;
        boolean feeds =
                sentence.has(Sense.SET, Sense.ADD, Sense.FROM)
                        && sentence.find(SetIntent::isSource) >= 0;
        sentence.take(Sense.ENV, Sense.SET, Sense.ADD, Sense.NOW, Sense.VALUE, Sense.ALL);
        if (!pairs.isEmpty()) {
            sentence.take(Sense.OVERWRITE);
            String words = pairs.stream().map(Values::quoted).collect(Collectors.joining(" "));
            return workload(sentence, place)
                    .flatMap(spot ->
                            Intent.line(
                                    "set env %s %s%s".formatted(spot.thing().words(), words, of),
                                    spot.place()));
        }
        return unset
                ? Optional.empty()
                : feeds ? from(sentence, place, of) : list(sentence, place, container);
    }

    private static boolean isVariable(Word word) {
        return word.text().matches("[A-Z][A-Z0-9_]{1,100}");
    }

    /** "set env LOG_LEVEL to debug" */
    private static @Nullable String worded(Sentence sentence) {
        int name = sentence.find(SetIntent::isVariable);
        int to = name < 0 ? -1 : sentence.after(name);
        boolean joined =
                sentence.isFree(to, Sense.TO)
                        || sentence.isFree(to, Sense.AS)
                        || sentence.isFree(to, Sense.VALUE);
        int value = joined ? sentence.after(to, Sense.AS, Sense.TO) : -1;
        if (!sentence.isFree(value) || sentence.at(value).is(Sense.STOP)) {
            return null;
        }
        sentence.take(name);
        sentence.take(to);
        sentence.take(value);
        return sentence.at(name).text() + "=" + sentence.at(value).text();
    }

    private static boolean isSource(Word word) {
        return "configmaps".equals(word.kind()) || "secrets".equals(word.kind());
    }

    /** "feed the values of config map settings into deployment cart as env" */
    private static Optional<Said> from(Sentence sentence, Place place, String container) {
        sentence.take(Sense.FROM, Sense.LITERAL);
        Target target = Target.take(sentence);
        var sources =
                target.named().stream()
                        .filter(thing -> thing.isKind("configmaps") || thing.isKind("secrets"))
                        .toList();
        var others = new ArrayList<>(target.named());
        others.removeAll(sources);
        if (sources.size() != 1 || others.size() != 1 || !target.kinds().isEmpty()) {
            return Optional.empty();
        }
        Spot spot = new Spot(others.getFirst().asWorkload(), place);
        return hasPods(spot)
                ? Intent.line(
                        "set env %s --from=%s%s"
                                .formatted(
                                        spot.thing().words(),
                                        sources.getFirst().words(),
                                        container),
                        place)
                : Optional.empty();
    }

    /** A running pod may see more than its template sets, so a pod is asked itself. */
    private static Optional<Said> list(Sentence sentence, Place place, @Nullable String container) {
        boolean asked = sentence.take(Sense.ENV_LIST, Sense.SHOW) || sentence.has(Sense.IN);
        sentence.take(Sense.CONTAINER, Sense.EXEC, Sense.START, Sense.RUNNING);
        if (!asked) {
            return Optional.empty();
        }
        String of = container == null ? "" : " -c " + container;
        return Spot.take(sentence, place)
                .map(spot -> spot.with(spot.thing().asWorkload()))
                .filter(spot -> hasPods(spot) && spot.thing().names().size() == 1)
                .flatMap(spot ->
                        spot.thing().isKind("pods")
                                ? Intent.line(
                                        "exec %s%s -- env".formatted(spot.thing().bare(), of),
                                        spot.place())
                                : Intent.line(
                                        "set env %s --list%s".formatted(spot.thing().words(), of),
                                        spot.place()));
    }

    private static Optional<Said> serviceAccount(Sentence sentence, Place place) {
        sentence.take(Sense.SET, Sense.START, Sense.ADD);
        Target target = Target.take(sentence);
        var accounts =
                target.named().stream().filter(thing -> thing.isKind("serviceaccounts")).toList();
        var others = new ArrayList<>(target.named());
        others.removeAll(accounts);
        boolean apart =
                accounts.isEmpty()
                        && others.size() == 2
                        && others.getFirst().kind() != null
                        && others.getLast().kind() == null
                        && target.kinds().size() == 1;
        if (!apart && (accounts.size() != 1 || others.size() != 1 || !target.kinds().isEmpty())) {
            return Optional.empty();
        }
        Thing account = apart ? others.getLast() : accounts.getFirst();
        Spot spot = new Spot(others.getFirst().asWorkload(), place);
        return hasPods(spot) && !spot.thing().isKind("pods")
                ? Intent.line(
                        "set serviceaccount %s %s".formatted(spot.thing().words(), account.bare()),
                        place)
                : Optional.empty();
    }
}
