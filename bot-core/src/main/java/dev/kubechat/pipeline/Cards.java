package dev.kubechat.pipeline;

import dev.kubechat.approval.Approval;
import dev.kubechat.approval.Rule;
import dev.kubechat.chat.Card;
import dev.kubechat.chat.Choice;
import dev.kubechat.execute.change.Step;
import dev.kubechat.identity.Identification;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a change looks like in a thread, from the first question to its end. One card a request; it changes, none is added. */
final class Cards {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Cards() {}

    /**
     * The card of a request that stands so.
     *
     * @param by who brought it there
     */
    static Card of(Query query, Identification.Known by, Approval now) {
        return switch (now) {
            case Approval.Pending pending -> waiting(query, pending);
            case Approval.Approved approved -> running(query, by, approved);
            case Approval.Consumed _ -> decided(query, Card.Tone.WAITING, "It is being run.");
            case Approval.Denied denied -> denied(query, by.name(), denied.at());
            case Approval.Expired _ -> expired(query);
            case Approval.Revoked _ -> cancelled(query);
        };
    }

    /** While it waits: all there is to know for a decision. */
    private static Card waiting(Query query, Approval.Pending pending) {
        var facts = facts(query);
        facts.add(new Card.Fact("May decide", mayDecide(query, pending.request().rule())));
        facts.add(new Card.Fact("Decide before", TIME.format(pending.request().expiresAt())));
        return new Card(
                pending.request().rule() instanceof Rule.OwnConfirmation
                        ? Card.Tone.CAUTION
                        : Card.Tone.DANGER,
                question(query, pending),
                facts,
                sections(query),
                buttons(pending),
                footer(query));
    }

    private static String question(Query query, Approval.Pending pending) {
        return switch (pending.request().rule()) {
            case Rule.OwnConfirmation _ -> "%s, do you want this?".formatted(query.asker().name());
            case Rule.OtherPeople others ->
                    "%s asks for %s. It is dangerous, so somebody else has to approve it%s."
                            .formatted(
                                    query.asker().name(), inWords(query), votes(others, pending));
        };
    }

    private static String votes(Rule.OtherPeople others, Approval.Pending pending) {
        return others.needed() == 1
                ? ""
                : " (%d of %d have)".formatted(pending.votes().size(), others.needed());
    }

    /** Once approved, until the execution ends. */
    private static Card running(Query query, Identification.Known by, Approval.Approved approved) {
        var what =
                approved.request().rule() instanceof Rule.OwnConfirmation
                        ? "Confirmed"
                        : "Approved";
        return decided(
                query,
                Card.Tone.WAITING,
                "%s by %s at %s. It is being run."
                        .formatted(what, by.name(), TIME.format(approved.at())));
    }

    /** @param more what it waits for, behind a blank; may be empty */
    static Card underWay(Run.Running running, String more) {
        var held = running.held();
        var card =
                decided(
                        held.query(),
                        Card.Tone.WAITING,
                        "Running: %d of %d steps done.%s"
                                .formatted(running.ended().size(), running.steps().size(), more));
        return decidedBy(card, held, Afterwards.Offers.none());
    }

    private static Card denied(Query query, String by, Instant at) {
        return decided(
                query,
                Card.Tone.REFUSED,
                "Denied by %s at %s. Nothing was changed.".formatted(by, TIME.format(at)));
    }

    private static Card cancelled(Query query) {
        return decided(
                query,
                Card.Tone.REFUSED,
                "Cancelled by %s. Nothing was changed.".formatted(query.asker().name()));
    }

    static Card expired(Query query) {
        return decided(
                query,
                Card.Tone.REFUSED,
                "Nobody decided in time. Nothing was changed. Ask again if it is still wanted.");
    }

    /** @param offers what can be asked for now that it is done */
    static Card ended(Run.Ended ended, Afterwards.Offers offers) {
        var query = ended.held().query();
        var card = decided(query, tone(ended.state()), title(query, ended.state()));
        return decidedBy(card, ended.held(), offers);
    }

    private static Card decidedBy(Card card, Run.Held held, Afterwards.Offers offers) {
        var facts = new ArrayList<>(card.facts());
        facts.add(new Card.Fact("Decided by", held.decidedBy()));
        offers.undoUntil()
                .ifPresent(until -> facts.add(new Card.Fact("Undo before", DAY.format(until))));
        return new Card(
                card.tone(), card.title(), facts, card.sections(), offers.buttons(), card.footer());
    }

    private static String title(Query query, Run.State state) {
        return switch (state) {
            case SUCCEEDED -> "Done: %s.".formatted(inWords(query));
            case FAILED -> "Not all of it was done. See below.";
            case UNKNOWN -> "UNKNOWN whether this happened. See below.";
            case ASKED_AGAIN ->
                    "Not run: it changed after it was approved. It is asked again below.";
            case REFUSED -> "Not run. See below.";
            case READY, RUNNING ->
                    throw new IllegalStateException(
                            "%s is no end of an execution".formatted(state));
        };
    }

    private static Card.Tone tone(Run.State state) {
        return switch (state) {
            case SUCCEEDED -> Card.Tone.DONE;
            case UNKNOWN -> Card.Tone.UNKNOWN;
            case FAILED, ASKED_AGAIN, REFUSED, READY, RUNNING -> Card.Tone.REFUSED;
        };
    }

    private static Card decided(Query query, Card.Tone tone, String title) {
        return new Card(tone, title, facts(query), objects(query), List.of(), footer(query));
    }

    private static String inWords(Query query) {
        return "`%s`".formatted(query.command());
    }

    private static List<Card.Fact> facts(Query query) {
        var all = new ArrayList<Card.Fact>();
        all.add(new Card.Fact("Command", inWords(query)));
        all.add(new Card.Fact("Cluster", query.cluster().value()));
        all.add(new Card.Fact("Namespace", namespaces(query)));
        all.add(
                new Card.Fact(
                        "Asked by",
                        "%s (Kubernetes user %s)"
                                .formatted(
                                        query.asker().name(), query.asker().kubernetes().user())));
        return all;
    }

    private static String namespaces(Query query) {
        var all =
                query.preview().steps().stream()
                        .map(step -> step.object().namespace())
                        .map(namespace -> namespace == null ? "none, cluster-wide" : namespace)
                        .distinct()
                        .toList();
        return String.join(", ", all);
    }

    private static List<Card.Section> sections(Query query) {
        return Stream.of(
                        List.of(
                                new Card.Section(
                                        "Why you are asked", query.verdict().reasons(), false)),
                        objects(query),
                        consequences(query))
                .flatMap(List::stream)
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    private static List<Card.Section> objects(Query query) {
        return List.of(
                new Card.Section(
                        "What is touched",
                        query.preview().steps().stream().map(Cards::line).toList(),
                        true));
    }

    private static String line(Step step) {
        var name = Results.name(step.object());
        var changes = step.changes().stream().map(Results::change).toList();
        return switch (step.action()) {
            case DELETE -> "%s is deleted (uid %s)".formatted(name, step.object().uid());
            case RESTART -> "%s is restarted, one pod after the other".formatted(name);
            case SCALE, CHANGE -> "%s: %s".formatted(name, String.join(", ", changes));
            case CREATE -> "%s is made: %s".formatted(name, String.join(", ", changes));
            case EXEC, COPY ->
                    "%s (uid %s) %s"
                            .formatted(
                                    name, step.object().uid(), String.join(", ", programs(step)));
            case TOKEN -> "%s gives a token".formatted(name);
            case EVICT -> "%s is evicted (uid %s)".formatted(name, step.object().uid());
        };
    }

    private static List<String> programs(Step step) {
        return step.changes().stream()
                .map(change -> "%s: %s".formatted(change.path(), change.becomes()))
                .toList();
    }

    private static List<Card.Section> consequences(Query query) {
        return List.of(
                new Card.Section("What follows from it", query.preview().consequences(), false));
    }

    private static String mayDecide(Query query, Rule rule) {
        return switch (rule) {
            case Rule.OwnConfirmation _ -> "%s alone".formatted(query.asker().name());
            case Rule.OtherPeople others ->
                    "%s from %s, but not %s"
                            .formatted(
                                    others.needed() == 1 ? "anyone" : "any " + others.needed(),
                                    String.join(" or ", others.groups()),
                                    query.asker().name());
        };
    }

    private static List<Card.Button> buttons(Approval.Pending pending) {
        return switch (pending.request().rule()) {
            case Rule.OwnConfirmation _ ->
                    List.of(
                            button("Yes, run it", Card.Style.PRIMARY, Choice.Verb.CONFIRM, pending),
                            button("Cancel", Card.Style.PLAIN, Choice.Verb.CANCEL, pending));
            case Rule.OtherPeople _ ->
                    List.of(
                            button("Approve", Card.Style.DANGER, Choice.Verb.APPROVE, pending),
                            button("Deny", Card.Style.PLAIN, Choice.Verb.DENY, pending),
                            button(
                                    "Cancel (asker)",
                                    Card.Style.PLAIN,
                                    Choice.Verb.CANCEL,
                                    pending));
        };
    }

    private static Card.Button button(
            String label, Card.Style style, Choice.Verb verb, Approval.Pending pending) {
        return new Card.Button(
                label,
                style,
                new Choice(verb, pending.request().id().value(), pending.request().digest().hex()));
    }

    private static String footer(Query query) {
        return "Reference %s".formatted(Reference.of(query.id()));
    }
}
