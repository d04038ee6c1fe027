package dev.kubechat.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** "debug pod web-0 with busybox": a container beside those that run. */
final class DebugIntent implements Intent {

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (!sentence.has(Sense.DEBUGGER) || sentence.has(Sense.LOGS, Sense.DELETE)) {
            return Optional.empty();
        }
        String container = Values.container(sentence);
        String image = image(sentence);
        if (image == null) {
            return Optional.empty();
        }
        sentence.take(Sense.DEBUGGER, Sense.IMAGE, Sense.START, Sense.ADD, Sense.WHY);
        return Spot.take(sentence, place)
                .map(spot -> spot.with(spot.thing().asWorkload()))
                .filter(spot -> spot.thing().isKind("pods") && spot.thing().names().size() == 1)
                .flatMap(spot ->
                        Intent.line(
                                "debug %s --image=%s%s"
                                        .formatted(
                                                spot.thing().bare(),
                                                image,
                                                container == null ? "" : " --target=" + container),
                                spot.place()));
    }

    private static @Nullable String image(Sentence sentence) {
        String said = Values.image(sentence);
        if (said != null) {
            return said;
        }
        int with = sentence.find(Sense.WITH);
        int next = with < 0 ? -1 : sentence.after(with, Sense.A);
        boolean named =
                sentence.isFree(next)
                        && sentence.at(next).isName()
                        && Values.isImage(sentence.at(next).text());
        if (!named) {
            return null;
        }
        sentence.take(next);
        return sentence.at(next).text();
    }
}
