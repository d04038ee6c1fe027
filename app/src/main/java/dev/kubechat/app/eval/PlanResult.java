package dev.kubechat.app.eval;

import dev.kubechat.app.verb.JsonText;
import dev.kubechat.app.verb.OfflinePlans;
import dev.kubechat.kubectl.Namespace;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the planner made of labelled words, and how long it took. */
record PlanResult(Label.Words label, OfflinePlans.Reply reply, long nanos) {

    /** Whether it is one of the right answers. */
    boolean isRight() {
        return isRight(false);
    }

    /** Whether it is, when a reading command may show more than was asked for. */
    boolean isRightOrShowsMore() {
        return isRight(true);
    }

    private boolean isRight(boolean lenient) {
        String kind = kind();
        if (reply.command() == null) {
            return kind.equals(wanted()) || label.alsoRight().contains(kind);
        }
        Namespace namespace = label.where().namespace();
        return CommandMeaning.matches(
                reply.command().canonical(),
                label.accepted(),
                namespace == null ? null : namespace.value(),
                lenient);
    }

    /** A change that nobody asked for: the worst that a planner can do. */
    boolean changesWhereNothingIsRight() {
        return label.accepted().isEmpty() && reply.command() != null && reply.command().changes();
    }

    private String kind() {
        return reply.kind().name().toLowerCase(Locale.ROOT);
    }

    /** The kind of answer that is right where no command is; null where one is. */
    private @Nullable String wanted() {
        if (!label.accepted().isEmpty()) {
            return null;
        }
        return label.category().equals("ambiguous") ? "question" : "refusal";
    }

    String expected() {
        String wanted = wanted();
        return wanted != null ? "a " + wanted : String.join("  or  ", label.accepted());
    }

    String got() {
        return reply.command() != null
                ? reply.command().canonical()
                : "%s: %s".formatted(kind(), reply.text().lines().findFirst().orElse(""));
    }

    JsonText json() {
        return new JsonText()
                .with("id", label.id())
                .with("category", label.category())
                .with("lang", label.language())
                .with("utterance", label.utterance())
                .with("expected", label.accepted())
                .with("kind", kind())
                .with("got", got())
                .with("planner", reply.planner());
    }
}
