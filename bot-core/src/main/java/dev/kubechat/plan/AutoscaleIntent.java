package dev.kubechat.plan;

import java.util.Optional;

/** "autoscale web between 2 and 10 at 80 % cpu". */
final class AutoscaleIntent implements Intent {

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean asked =
                sentence.has(Sense.AUTOSCALE)
                        || (sentence.has(Sense.CREATE) && isAutoscaler(sentence));
        if (!asked || sentence.has(Sense.WHY, Sense.DELETE)) {
            return Optional.empty();
        }
        int percent = percent(sentence);
        int min = Values.numberAt(sentence, Sense.MIN);
        int max = Values.numberAt(sentence, Sense.MAX);
        int rest = max < 0 ? Values.number(sentence) : -1;
        int most = max < 0 ? rest : max;
        sentence.take(
                Sense.AUTOSCALE,
                Sense.CREATE,
                Sense.SET,
                Sense.SCALE,
                Sense.REPLICAS,
                Sense.CPU,
                Sense.MIN);
        sentence.take(
                Sense.MAX, Sense.PERCENT, Sense.USAGE, Sense.ADD, Sense.TIMEOUT, Sense.EXPOSE);
        takeKinds(sentence);
        if (most < 0) {
            return Spot.take(sentence, place)
                    .filter(spot -> spot.thing().isNamed())
                    .flatMap(AutoscaleIntent::ask);
        }
        String flags =
                (min < 0 ? "" : " --min=" + min)
                        + " --max="
                        + most
                        + (percent < 0 ? "" : " --cpu=" + percent + "%");
        return Spot.takeForChange(sentence, place)
                .map(spot -> spot.with(spot.thing().asWorkload()))
                .filter(spot -> spot.thing().isNamed() && !spot.thing().isKind("pods"))
                .flatMap(spot ->
                        Intent.line("autoscale " + spot.thing().words() + flags, spot.place()));
    }

    private static boolean isAutoscaler(Sentence sentence) {
        return sentence.find(AutoscaleIntent::isAutoscaler) >= 0;
    }

    private static boolean isAutoscaler(Word word) {
        return "horizontalpodautoscalers".equals(word.kind());
    }

    /** The autoscaler itself, and the pods it counts. */
    private static void takeKinds(Sentence sentence) {
        sentence.takeAll(
                word -> isAutoscaler(word) || ("pods".equals(word.kind()) && word.plural()));
    }

    private static int percent(Sentence sentence) {
        int sign = sentence.find(word -> word.isUnknown() && word.text().matches("[0-9]{1,3}%"));
        if (sign >= 0) {
            sentence.take(sign);
            String text = sentence.at(sign).text();
            return Integer.parseInt(text.substring(0, text.length() - 1));
        }
        return Values.numberAt(sentence, Sense.PERCENT);
    }

    private static Optional<Said> ask(Spot spot) {
        String name = spot.thing().said();
        return Intent.ask(
                "Between how many replicas is %s to be scaled?".formatted(name),
                "autoscale %s between 1 and 5%s".formatted(name, spot.place().said()));
    }
}
