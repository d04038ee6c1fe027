package dev.kubechat.app.eval;

import dev.kubechat.app.verb.JsonText;
import dev.kubechat.risk.Level;
import dev.kubechat.risk.Verdict;
import java.util.Locale;

/** How a labelled command was judged, and how long it took. */
record RiskResult(Label.Risk label, Verdict verdict, long nanos) {

    boolean isRight() {
        return verdict.level() == label.level() || label.alsoRight().contains(verdict.level());
    }

    boolean isOverRated() {
        return !isRight() && verdict.level().compareTo(label.level()) > 0;
    }

    boolean isUnderRated() {
        return !isRight() && verdict.level().compareTo(label.level()) < 0;
    }

    /** The worst fault. */
    boolean isHarmCalledSafe() {
        return !isRight()
                && verdict.level() == Level.SAFE
                && label.level().compareTo(Level.DANGEROUS) >= 0;
    }

    static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    JsonText json() {
        return new JsonText()
                .with("id", label.id())
                .with("command", label.command())
                .with("expected", word(label.level()))
                .with("got", word(verdict.level()))
                .with("reasons", verdict.reasons());
    }
}
