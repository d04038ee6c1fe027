package dev.kubechat.execute.change;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterBusy;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Fate;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.change.Rehearsal.Form;
import dev.kubechat.kubectl.ChangeOptions;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Scope;
import java.util.List;
import java.util.function.Function;

/** How scale, rollout restart and delete are told by {@code -o}: in words, by name, or by the object as it is then. */
final class NamedWords {

    private final Sight sight;
    private final Scope scope;
    private final ChangeOptions options;
    private final Form form;
    private int told;

    /** @param form how kubectl holds the objects that it prints */
    NamedWords(Sight sight, Scope scope, ChangeOptions options, Form form) {
        this.sight = sight;
        this.scope = scope;
        this.options = options;
        this.form = form;
    }

    Function<ObjectName, Planning> of(Function<ObjectName, Planning> plan) {
        return switch (options.output().format()) {
            case "" -> plan;
            case "name" -> name -> plan.apply(name).named();
            default -> name -> printed(name, plan.apply(name));
        };
    }

    private Planning printed(ObjectName name, Planning planning) {
        var how =
                new Told(
                        options.output(),
                        form.isTyped(),
                        form.keepsApart() && told > 0,
                        options.showManagedFields(),
                        false);
        told++;
        if (planning.step().isEmpty()) {
            var text = how.text(sight.object(name, scope)).replaceFirst("\n$", "");
            return new Planning(planning.step(), planning.sentences(), List.of(text));
        }
        return new Planning(
                planning.step().map(step -> printed(step, how)),
                planning.sentences(),
                planning.said(),
                planning.view());
    }

    private static Step printed(Step step, Told how) {
        return new Step(
                step.action(),
                step.object(),
                step.resourceVersion(),
                step.changes(),
                new Step.Request("", "", "", "", Verdicts.line(step), null, how));
    }

    /** What became of a step whose answer is not the object itself, which is read for it. */
    static StepResult read(Step step, Fate fate, Api api, Caller caller) {
        var ended = Verdicts.of(inWords(step), fate, caller);
        var how = step.request() == null ? null : step.request().told();
        if (how == null || !(ended instanceof StepResult.Done done)) {
            return ended;
        }
        try {
            var reply = api.get(ApiPath.of(step.object()));
            return reply.ok()
                    ? new StepResult.Done(how.text(reply.json()), done.warnings())
                    : ended;
        } catch (ClusterUnavailable | ClusterBusy | No unseen) {
            return ended; // it is done, whether it can be shown or not
        }
    }

    private static Step inWords(Step step) {
        var request = step.request();
        return request == null
                ? step
                : new Step(
                        step.action(),
                        step.object(),
                        step.resourceVersion(),
                        step.changes(),
                        new Step.Request("", "", "", "", request.done()));
    }
}
