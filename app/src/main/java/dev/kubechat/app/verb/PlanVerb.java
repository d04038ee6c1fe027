package dev.kubechat.app.verb;

import dev.kubechat.kubectl.InvalidName;
import dev.kubechat.risk.Classifier;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code plan}: plain words in, what KubeChat makes of them out. */
public final class PlanVerb implements SmallVerb {

    private static final Options.Known KNOWN = new Options.Known("plan", Set.of(), Set.of());
    private static final Json NOTHING = new Json.Nothing();

    @Override
    public int run(List<String> words, Streams streams) throws IOException {
        KNOWN.read(words).alone("plan reads JSON lines from its input, not from its words.");
        var plans = new OfflinePlans(Judge.with(Classifier::new));
        Answers.toEachLine(streams, line -> answer(line, plans));
        return 0;
    }

    private static JsonText answer(Line line, OfflinePlans plans) {
        long start = System.nanoTime();
        return switch (line) {
            case Line.Unusable unusable -> refused(NOTHING, unusable.sentence(), start);
            case Line.Text text -> {
                try {
                    yield answer(Json.object(text.text()), plans, start);
                } catch (Json.NotJson broken) {
                    yield refused(NOTHING, broken.sentence(), start);
                }
            }
        };
    }

    private static JsonText answer(Json.Members row, OfflinePlans plans, long start) {
        Json id = row.member("id").orElse(NOTHING);
        try {
            Optional<String> utterance = row.text("utterance");
            return utterance.isEmpty()
                    ? refused(id, "The line has no \"utterance\".", start)
                    : json(id, plans.plan(utterance.get(), where(row)), start);
        } catch (Json.NotJson | InvalidName broken) {
            return refused(id, String.valueOf(broken.getMessage()), start);
        }
    }

    /**
     * The context of a line {@code {"context": {"namespace", "cluster"}}}, all of it optional.
     * @throws Json.NotJson if it is none
     * @throws InvalidName if no namespace can be called so
     */
    public static Where where(Json.Members row) {
        Json context = row.member("context").orElse(new Json.Members(java.util.Map.of()));
        if (context instanceof Json.Members members) {
            return Where.of(members.text("namespace"), members.text("cluster"), false);
        }
        throw new Json.NotJson("\"context\" must be an object.");
    }

    private static JsonText refused(Json id, String sentence, long start) {
        return json(id, OfflinePlans.refusal(sentence), start);
    }

    private static JsonText json(Json id, OfflinePlans.Reply reply, long start) {
        return new JsonText()
                .same("id", id)
                .with("kind", reply.kind().name().toLowerCase(Locale.ROOT))
                .with("command", reply.command() == null ? null : reply.command().canonical())
                .with(
                        "risk",
                        reply.risk() == null ? null : reply.risk().name().toLowerCase(Locale.ROOT))
                .with("text", reply.text())
                .with("planner", reply.planner())
                .with("millis", (System.nanoTime() - start) / 1e6);
    }
}
