package dev.kubechat.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** "limit cart to 500m cpu and 1Gi memory", "raise the memory request of web to 256Mi". */
final class ResourcesIntent implements Intent {

    private static final Pattern MEMORY =
            Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,2})?([KMGT]i?|k)B?");
    private static final Pattern CPU = Pattern.compile("[0-9]{1,6}m?|[0-9]{1,3}\\.[0-9]{1,3}");
    private static final Pattern PAIR =
            Pattern.compile(
                    "(cpu|memory)=[0-9][0-9A-Za-z.]{0,10}(,(cpu|memory)=[0-9][0-9A-Za-z.]{0,10})?");

    private final List<String> limits = List.of("limits", "requests");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean asked = sentence.has(Sense.LIMITS, Sense.REQUESTS);
        boolean change = sentence.has(Sense.SET, Sense.ADD, Sense.LIMITS);
        if (!asked || !change || sentence.has(Sense.CREATE, Sense.WHY, Sense.SHOW_LABELS)) {
            return Optional.empty();
        }
        String container = Values.container(sentence);
        String flags = flags(sentence);
        if (flags.isEmpty()) {
            return Optional.empty();
        }
        sentence.take(Sense.LIMITS, Sense.REQUESTS, Sense.CPU, Sense.MEMORY, Sense.SET, Sense.ADD);
        sentence.take(Sense.USAGE, Sense.NOW, Sense.MAX, Sense.MIN, Sense.CONTAINER, Sense.TIMEOUT);
        String of = container == null ? "" : " -c " + container;
        return Spot.takeForChange(sentence, place)
                .map(spot -> spot.with(spot.thing().asWorkload()))
                .filter(spot -> spot.thing().isNamed() && !spot.thing().isKind("pods"))
                .flatMap(spot ->
                        Intent.line(
                                "set resources %s%s%s".formatted(spot.thing().words(), flags, of),
                                spot.place()));
    }

    /** Amounts and what they are amounts of, each in the order of the words. Empty if they do not pair. */
    private String flags(Sentence sentence) {
        var parts = new ArrayList<List<String>>(List.of(new ArrayList<>(), new ArrayList<>()));
        var amounts = new ArrayList<Amount>();
        var resources = new ArrayList<String>();
        String mode = sentence.has(Sense.LIMITS) ? limits.getFirst() : limits.getLast();
        boolean both = sentence.has(Sense.LIMITS) && sentence.has(Sense.REQUESTS);
        for (int i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i)) {
                continue;
            }
            Word word = sentence.at(i);
            if (word.is(Sense.LIMITS) || word.is(Sense.REQUESTS)) {
                mode = both ? (word.is(Sense.LIMITS) ? limits.getFirst() : limits.getLast()) : mode;
            }
            String resource = resource(word);
            if (resource != null) {
                resources.add(resource);
            }
            if (PAIR.matcher(word.text()).matches()) {
                sentence.take(i);
                part(parts, mode).addAll(List.of(word.text().split(",", -1)));
            } else if (isAmount(word)) {
                sentence.take(i);
                amounts.add(new Amount(word.text(), mode));
            }
        }
        return paired(amounts, resources, parts) ? written(parts) : "";
    }

    private record Amount(String text, String mode) {

        boolean fits(String resource) {
            return (resource.equals("memory") ? MEMORY : CPU).matcher(text).matches();
        }

        String value() {
            return text.endsWith("B") ? text.substring(0, text.length() - 1) : text;
        }
    }

    private List<String> part(List<List<String>> parts, String mode) {
        return parts.get(limits.indexOf(mode));
    }

    private boolean paired(List<Amount> amounts, List<String> resources, List<List<String>> parts) {
        if (amounts.isEmpty()) {
            return true;
        }
        if (amounts.size() != resources.size()) {
            return false;
        }
        for (int i = 0; i < amounts.size(); i++) {
            if (!amounts.get(i).fits(resources.get(i))) {
                return false;
            }
            part(parts, amounts.get(i).mode()).add(resources.get(i) + "=" + amounts.get(i).value());
        }
        return true;
    }

    private String written(List<List<String>> parts) {
        var flags = new StringBuilder();
        for (String mode : limits) {
            List<String> part = part(parts, mode);
            if (!part.isEmpty()) {
                flags.append(" --").append(mode).append('=').append(String.join(",", part));
            }
        }
        return flags.toString();
    }

    private static boolean isAmount(Word word) {
        return (word.isUnknown() && word.isAmount() && !word.text().contains("%"))
                || (word.is(Sense.NUMBER) && Character.isDigit(word.text().charAt(0)));
    }

    private static @org.jspecify.annotations.Nullable String resource(Word word) {
        String text = word.text().toLowerCase(Locale.ROOT);
        if (word.is(Sense.MEMORY) || text.contains("memory")) {
            return text.indexOf('=') >= 0 ? null : "memory";
        }
        boolean cpu =
                word.is(Sense.CPU)
                        || (text.contains("cpu")
                                && (word.is(Sense.LIMITS) || word.is(Sense.REQUESTS)));
        return cpu ? "cpu" : null;
    }
}
