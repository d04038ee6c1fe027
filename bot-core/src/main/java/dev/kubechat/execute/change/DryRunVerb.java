package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.Warnings;
import dev.kubechat.execute.change.Rehearsal.Form;
import dev.kubechat.kubectl.ChangeCommand;
import dev.kubechat.kubectl.CreateConfig;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.MarkCommand;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import dev.kubechat.kubectl.SetEnv;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Changing commands with {@code --dry-run}, {@code --local} or {@code --list}: prints what kubectl prints of them, and changes nothing. */
public final class DryRunVerb {

    private final Sight sight;
    private final boolean secretValues;
    private final Instant now;

    /** @param secretValues whether values of secrets that the command itself holds may be printed (P9) */
    public DryRunVerb(Sight sight, boolean secretValues, Instant now) {
        this.sight = sight;
        this.secretValues = secretValues;
        this.now = now;
    }

    /** @throws No if it could not be done, or is not run by this version */
    public Outcome.Printed print(ChangeCommand command) {
        if (command instanceof SetEnv env && env.list()) {
            return new Outcome.Printed(new SetEnvVerb(sight, env).list(), "");
        }

        // what an object holds that is there already is nobody's to see by trying to change it
        var shows = secretValues && command instanceof CreateConfig;
        var rehearsal = new Rehearsal(command.options(), Form.of(command), shows);
        var alteration = Alteration.rehearsed(sight, rehearsal, command);
        if (command instanceof MarkCommand mark && mark.list()) {
            return new Outcome.Printed(new MarkVerb(sight, alteration, mark).list(), "");
        }
        return printed(rehearsal, new ChangePlans(sight, alteration, now).of(command).isEmpty());
    }

    /** Of a count of replicas. */
    public Outcome.Printed print(KubectlCommand.Scale scale) {
        var rehearsal = new Rehearsal(scale.options(), Form.LOOSE, false);
        var verb = new ScaleVerb(sight, scale);
        return each(
                scale.selection(),
                scale.scope(),
                rehearsal,
                verb::plan,
                (name, words) -> {
                    var object = (ObjectNode) sight.object(name, scale.scope());
                    object.withObject("/spec").put("replicas", scale.replicas());
                    rehearsal.tell(called(name), words, object);
                });
    }

    /** Of a restart. */
    public Outcome.Printed print(KubectlCommand.RolloutRestart restart) {
        var rehearsal = new Rehearsal(restart.options(), Form.TYPED_ALONE, false);
        var verb = new RestartVerb(sight, restart);
        return each(
                RestartVerb.chosen(restart),
                restart.scope(),
                rehearsal,
                verb::plan,
                (name, words) -> told(rehearsal, called(name), words));
    }

    /** Of a deletion. */
    public Outcome.Printed print(KubectlCommand.Delete delete) {
        var rehearsal = new Rehearsal(delete.change(), Form.LOOSE, false);
        var plannings = new DeleteVerb(sight, delete).plans(planning -> tried(planning, rehearsal));
        for (var planning : plannings) {
            planning.step()
                    .ifPresent(step -> told(rehearsal, Verdicts.named(step), Verdicts.line(step)));
        }
        return plannings.isEmpty()
                ? new Outcome.Printed("No resources found\n", "")
                : printed(rehearsal, false);
    }

    private Planning tried(Planning planning, Rehearsal rehearsal) {
        if (rehearsal.asksServer()) {
            planning.step().ifPresent(step -> Changes.tried(step, sight, now));
        }
        return planning;
    }

    private static void told(Rehearsal rehearsal, String called, String words) {
        if (!rehearsal.isInWords()) {
            throw new No("A dry run of this is told in words here. Say it without -o.");
        }
        rehearsal.tell(called, words, Reply.JSON.createObjectNode());
    }

    private String called(ObjectName name) {
        return sight.resource(name.type()).qualified() + "/" + name.name();
    }

    private interface Teller {
        void tell(ObjectName name, String words);
    }

    private Outcome.Printed each(
            Selection selection,
            Scope scope,
            Rehearsal rehearsal,
            Function<ObjectName, Planning> plan,
            Teller teller) {
        var told =
                Chosen.each(
                        selection,
                        ChangePlans.names(selection, scope, sight),
                        name -> told(name, tried(plan.apply(name), rehearsal), teller));
        return printed(rehearsal, told.isEmpty());
    }

    private static Planning told(ObjectName name, Planning planning, Teller teller) {
        planning.step().ifPresent(step -> teller.tell(name, Verdicts.line(step)));
        planning.said().forEach(words -> teller.tell(name, words));
        return planning;
    }

    private Outcome.Printed printed(Rehearsal rehearsal, boolean nothing) {
        var warnings = Warnings.lines(sight.warnings());
        var missing = nothing ? "No resources found\n" : "";
        return new Outcome.Printed(
                rehearsal.text(),
                (warnings + missing + rehearsal.problems()).strip(),
                warnings + missing + rehearsal.errors(),
                rehearsal.errors().isEmpty() ? 0 : 1);
    }
}
