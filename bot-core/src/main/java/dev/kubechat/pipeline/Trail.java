package dev.kubechat.pipeline;

import dev.kubechat.approval.Approval;
import dev.kubechat.audit.Actor;
import dev.kubechat.audit.AuditEvent;
import dev.kubechat.chat.ButtonClick;
import dev.kubechat.chat.Inbound;
import dev.kubechat.chat.Person;
import dev.kubechat.execute.change.Step;
import dev.kubechat.identity.Identification;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pipeline's entries of the audit trail: what is written when, in which words. Holds no output of a command and no secret. */
final class Trail {

    private Trail() {}

    static AuditEvent redelivered(Inbound event) {
        return new AuditEvent(
                "inbound.redelivered",
                stranger(event.from()),
                null,
                facts(Map.of("event", event.id().value())));
    }

    static AuditEvent answered(Stage.Answered answered) {
        var told = new TreeMap<String, String>();
        told.put("end", answered.end().name());
        told.put("thread", answered.claim().event().thread().key());
        about(answered.from(), told);
        return new AuditEvent(
                "ask.answered", actor(answered.from()), answered.claim().request().value(), told);
    }

    private static void about(Stage stage, Map<String, String> told) {
        switch (stage) {
            case Claim _ -> {}
            case Stage.Asked asked -> told.put("cluster", asked.cluster().id().value());
            case Stage.Understood understood -> about(understood.asked(), told);
            case Stage.Planned planned -> {
                about(planned.asked(), told);
                told.put("command", planned.command().canonical());
                told.put("planner", planned.planner());
                told.put("user", planned.asked().asker().kubernetes().user());
            }
            case Stage.Judged judged -> {
                about(judged.planned(), told);
                told.put("risk", judged.verdict().level().name());
            }
            case Stage.Authorized authorized -> about(authorized.judged(), told);
            case Stage.Previewed previewed -> about(previewed.judged(), told);
            case Stage.Answered answered -> about(answered.from(), told);
        }
    }

    private static Actor actor(Stage stage) {
        return switch (stage) {
            case Claim claim -> stranger(claim.event().from());
            case Stage.Asked asked -> human(asked.asker());
            case Stage.Understood understood -> human(understood.asked().asker());
            case Stage.Planned planned -> human(planned.asked().asker());
            case Stage.Judged judged -> human(judged.asked().asker());
            case Stage.Authorized authorized -> human(authorized.judged().asked().asker());
            case Stage.Previewed previewed -> human(previewed.judged().asked().asker());
            case Stage.Answered answered -> actor(answered.from());
        };
    }

    static AuditEvent opened(Query query, Approval approval) {
        var told = about(query);
        told.put("approval", approval.request().id().value().toString());
        told.put("digest", approval.request().digest().hex());
        told.put("risk", query.verdict().level().name());
        told.put("steps", steps(query));
        return new AuditEvent("approval.opened", human(query.asker()), query.id().value(), told);
    }

    static AuditEvent voted(
            Query query, Identification.Known voter, ButtonClick click, String outcome) {
        var told = about(query);
        told.put("choice", click.choice().verb().name());
        told.put("outcome", outcome);
        return new AuditEvent("approval.voted", human(voter), query.id().value(), told);
    }

    static AuditEvent clickRefused(ButtonClick click, @Nullable Query query, String why) {
        return new AuditEvent(
                "approval.click-refused",
                stranger(click.from()),
                query == null ? null : query.id().value(),
                facts(Map.of("choice", click.choice().text(), "why", why)));
    }

    static AuditEvent expired(Query query) {
        return new AuditEvent(
                "approval.expired", new Actor.Bot(), query.id().value(), about(query));
    }

    static AuditEvent begun(Run.Checked checked) {
        var told = about(checked.held().query());
        told.put("execution", checked.held().id().toString());
        told.put("digest", checked.held().digest().hex());
        return event("execution.begun", checked, told);
    }

    static AuditEvent intended(Run.Running running) {
        var told = about(running.held().query());
        told.put("execution", running.held().id().toString());
        told.put("ordinal", Integer.toString(running.ended().size()));
        told.put("step", text(running.next()));
        return event("step.intended", running, told);
    }

    static AuditEvent stepEnded(Run.Running running, Run.StepEnd end) {
        var told = about(running.held().query());
        told.put("execution", running.held().id().toString());
        told.put("ordinal", Integer.toString(running.ended().size()));
        told.put("step", text(end.step()));
        told.put("state", end.state().name());
        told.put("message", Programs.kept(end));
        return event("step.ended", running, told);
    }

    static AuditEvent concluded(Run.Ended ended) {
        var told = about(ended.held().query());
        told.put("execution", ended.held().id().toString());
        told.put("state", ended.state().name());
        told.put(
                "steps",
                ended.steps().stream()
                        .map(end -> "%s: %s".formatted(text(end.step()), end.state()))
                        .collect(Collectors.joining("; ")));
        return event("execution.concluded", ended, told);
    }

    private static AuditEvent event(String type, Run run, Map<String, String> told) {
        var query = run.held().query();
        return new AuditEvent(type, human(query.asker()), query.id().value(), facts(told));
    }

    private static SortedMap<String, String> about(Query query) {
        var told = new TreeMap<String, String>();
        told.put("cluster", query.cluster().value());
        told.put("command", query.command());
        told.put("user", query.asker().kubernetes().user());
        return told;
    }

    private static String steps(Query query) {
        return query.preview().steps().stream().map(Trail::text).collect(Collectors.joining("; "));
    }

    private static String text(Step step) {
        var object = step.object();
        var fields = step.changes().stream().map(Results::change).collect(Collectors.joining(", "));
        return "%s %s/%s %s uid %s %s"
                .formatted(
                        step.action(),
                        object.plural(),
                        object.name(),
                        object.namespace(),
                        object.uid(),
                        fields)
                .strip();
    }

    private static SortedMap<String, String> facts(Map<String, String> facts) {
        return new TreeMap<>(facts);
    }

    private static Actor human(Identification.Known known) {
        return new Actor.Human(known.person().value(), known.name());
    }

    private static Actor stranger(Person account) {
        return new Actor.Stranger("%s/%s".formatted(account.platform(), account.account()));
    }
}
