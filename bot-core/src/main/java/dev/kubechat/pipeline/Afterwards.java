package dev.kubechat.pipeline;

import dev.kubechat.chat.Attachment;
import dev.kubechat.chat.ButtonClick;
import dev.kubechat.chat.Card;
import dev.kubechat.chat.ChatMessage;
import dev.kubechat.chat.Choice;
import dev.kubechat.chat.EventId;
import dev.kubechat.chat.Inbox;
import dev.kubechat.chat.Message;
import dev.kubechat.cluster.Clusters;
import dev.kubechat.execute.change.Step;
import dev.kubechat.execute.change.Undo;
import dev.kubechat.session.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a card offers once its change is done: the way back, and to watch a rollout. Whoever presses asks for it as if they had
 * typed it, and it goes the whole way: their rights, its own preview, its own gate.
 */
final class Afterwards {

    // each is a card of its own
    private static final int MOST_ASKS = 10;
    private static final int MOST_WATCHED = 3;

    private static final Set<String> ROLLED_OUT =
            Set.of("deployments", "statefulsets", "daemonsets");

    private final Undos undos;
    private final Executions executions;
    private final Inbox inbox;
    private final Clusters clusters;
    private final Sessions sessions;
    private final Clock clock;

    Afterwards(Undos undos, Decide.Rows rows, Sessions sessions, Clock clock) {
        this.undos = undos;
        this.executions = rows.executions();
        this.inbox = rows.inbox();
        this.clusters = rows.clusters();
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * What there is to press.
     *
     * @param undoUntil when the way back is forgotten; empty where there is none
     */
    record Offers(List<Card.Button> buttons, Optional<Instant> undoUntil) {
        Offers {
            buttons = List.copyOf(buttons);
        }

        static Offers none() {
            return new Offers(List.of(), Optional.empty());
        }
    }

    /**
     * Forgets ways back whose time is over.
     *
     * @return the executions whose cards must not offer them any more
     */
    List<Run.Ended> forgetOld(int most) {
        return undos.forgetOld(most).stream().flatMap(id -> executions.past(id).stream()).toList();
    }

    /** The card of an execution that has ended; its steps are settled. */
    Card card(Run.Ended ended) {
        return Cards.ended(ended, offers(ended))
                .with(ObjectLinks.after(ended.held().query(), clusters));
    }

    private Offers offers(Run.Ended ended) {
        var offers = new ArrayList<Card.Button>();
        if (!watched(ended.steps()).isEmpty()) {
            offers.add(button("Watch the rollout", Choice.Verb.WATCH, ended.held()));
        }
        var until = undos.until(ended.held().id());
        if (until.isPresent()) {
            offers.add(button("Undo", Choice.Verb.UNDO, ended.held()));
        }
        return new Offers(offers, until);
    }

    private static Card.Button button(String label, Choice.Verb verb, Run.Held held) {
        var choice = new Choice(verb, held.approval().value(), held.digest().hex());
        return new Card.Button(label, Card.Style.PLAIN, choice);
    }

    /**
     * Asks for it in the name of whoever pressed; joins the caller's transaction.
     *
     * @param by who pressed, as people know them
     * @return why not; null if it is asked for
     */
    @Nullable Message ask(ButtonClick click, Query query, String by) {
        var found = executions.ended(click.choice().request());
        if (found.isEmpty()) {
            return Clicks.notDone();
        }
        var execution = found.get();
        if (!execution.digest().hex().equals(click.choice().digest())) {
            return Clicks.olderCard();
        }
        return click.choice().verb() == Choice.Verb.UNDO
                ? takeBack(click, query, execution, by)
                : watch(click, query, execution);
    }

    private @Nullable Message takeBack(
            ButtonClick click, Query query, Executions.Found execution, String by) {
        var askedBy = undos.askedBy(execution.id());
        if (askedBy.isPresent()) {
            return Clicks.undoneAlready(askedBy.get());
        }
        var asks = Undo.asks(undos.offered(execution.id()));
        if (asks.isEmpty()) {
            return Clicks.nothingKept();
        }
        if (asks.size() > MOST_ASKS) {
            return Clicks.tooManyWays(asks.size(), MOST_ASKS);
        }
        undos.asked(execution.id(), by);
        var number = 0;
        for (var ask : asks) {
            var files =
                    ask.files().entrySet().stream()
                            .map(file ->
                                    new Attachment(
                                            file.getKey(), "application/yaml", file.getValue()))
                            .toList();
            hand(
                    click,
                    "undo:%s:%d".formatted(execution.id(), number++),
                    onCluster(ask.line(), query),
                    files);
        }
        return null;
    }

    // the thread may be about another cluster than the one that was changed
    private String onCluster(String line, Query query) {
        var elsewhere = !sessions.of(query.thread()).cluster().equals(query.cluster());
        return elsewhere ? "%s --context=%s".formatted(line, query.cluster()) : line;
    }

    private @Nullable Message watch(ButtonClick click, Query query, Executions.Found execution) {
        var lines = watched(executions.steps(execution.id()));
        if (lines.isEmpty()) {
            return Clicks.nothingToWatch();
        }
        for (var line : lines) {
            var id = "watch:%s:%d".formatted(click.id().value(), lines.indexOf(line));
            hand(click, id, onCluster(line, query), List.of());
        }
        return null;
    }

    private static List<String> watched(List<Run.StepEnd> steps) {
        return steps.stream()
                .filter(end -> end.state() == Run.StepState.DONE)
                .map(Run.StepEnd::step)
                .filter(Afterwards::rollsOut)
                .map(step ->
                        "kubectl rollout status %s.apps/%s --namespace=%s"
                                .formatted(
                                        step.object().plural(),
                                        step.object().name(),
                                        step.object().namespace()))
                .distinct()
                .limit(MOST_WATCHED)
                .toList();
    }

    private static boolean rollsOut(Step step) {
        var workload =
                step.object().group().equals("apps") && ROLLED_OUT.contains(step.object().plural());
        return workload
                && switch (step.action()) {
                    case SCALE, RESTART, CREATE -> true;
                    case CHANGE ->
                            step.changes().stream()
                                    .anyMatch(change -> change.path().startsWith("spec."));
                    case DELETE, EVICT, EXEC, COPY, TOKEN -> false;
                };
    }

    private void hand(ButtonClick click, String id, String line, List<Attachment> files) {
        inbox.accept(
                new ChatMessage(
                        new EventId(id),
                        click.thread(),
                        click.from(),
                        line,
                        files,
                        clock.instant()));
    }

    /** Whether it is one of these, and no decision. */
    static boolean isOffer(Choice.Verb verb) {
        return verb == Choice.Verb.UNDO || verb == Choice.Verb.WATCH;
    }
}
