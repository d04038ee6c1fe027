package dev.kubechat.risk;

import dev.kubechat.kubectl.Cascade;
import dev.kubechat.kubectl.DeleteOptions;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlCommand.Delete;
import dev.kubechat.kubectl.KubectlCommand.Describe;
import dev.kubechat.kubectl.KubectlCommand.Events;
import dev.kubechat.kubectl.KubectlCommand.Get;
import dev.kubechat.kubectl.KubectlCommand.Logs;
import dev.kubechat.kubectl.KubectlCommand.NotYet;
import dev.kubechat.kubectl.KubectlCommand.RolloutRestart;
import dev.kubechat.kubectl.KubectlCommand.Scale;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Output;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.List;
import java.util.stream.Collectors;

/** What a command does by itself, wherever it runs. */
final class Policy {

    private static final List<String> MADE_AGAIN =
            List.of("pods", "jobs.batch", "horizontalpodautoscalers.autoscaling");

    private Policy() {}

    static void judge(KubectlCommand command, Judgement judgement) {
        switch (command) {
            case Get get -> get(get, judgement);
            case Describe _ -> judgement.add(Level.SAFE, "Only reads.");
            case Logs _ -> judgement.add(Level.SAFE, "Only reads logs.");
            case Events _ -> judgement.add(Level.SAFE, "Only reads events.");
            case Scale scale -> scale(scale, judgement);
            case RolloutRestart restart -> restart(restart, judgement);
            case Delete delete -> delete(delete, judgement);
            case NotYet notYet -> notYet(notYet, judgement);
        }
    }

    private static void get(Get get, Judgement judgement) {
        judgement.add(Level.SAFE, "Only reads.");
        boolean secrets =
                get.selection().types().stream().anyMatch(type -> type.plural().equals("secrets"));
        boolean values = get.output() == Output.YAML || get.output() == Output.JSON;
        if (!secrets || !values) {
            return;
        }
        judgement.add(Level.WARNING, "The values of secrets would be shown.");
        if (get.scope() instanceof Scope.Everywhere) {
            judgement.add(Level.DANGEROUS, "The secrets of all namespaces would be shown.");
        }
        if (get.scope().equals(new Scope.In(new Namespace("kube-system")))) {
            judgement.add(Level.DANGEROUS, "The secrets of kube-system open the cluster itself.");
        }
    }

    private static void scale(Scale scale, Judgement judgement) {
        String what = capital(described(scale.selection()));
        judgement.add(
                Level.WARNING, "%s would run with %d replicas.".formatted(what, scale.replicas()));
        if (scale.replicas() == 0) {
            judgement.add(Level.DANGEROUS, "%s would stop: no replica is left.".formatted(what));
        }
        broad(scale.selection(), scale.scope(), judgement);
    }

    private static void restart(RolloutRestart restart, Judgement judgement) {
        judgement.add(
                Level.WARNING,
                "The pods of %s would be replaced, a few at a time."
                        .formatted(described(restart.selection())));
        broad(restart.selection(), restart.scope(), judgement);
    }

    private static void delete(Delete delete, Judgement judgement) {
        Selection selection = delete.selection();
        if (selection instanceof Selection.Named named
                && named.objects().size() == 1
                && isMadeAgain(named)) {
            judgement.add(
                    Level.WARNING, "%s would be deleted.".formatted(capital(described(selection))));
        } else {
            judgement.add(
                    Level.DANGEROUS,
                    "%s would be deleted.".formatted(capital(described(selection))));
        }
        broad(selection, delete.scope(), judgement);
        options(delete.options(), judgement);
    }

    private static boolean isMadeAgain(Selection.Named named) {
        return MADE_AGAIN.contains(unversioned(named.objects().getFirst().type()));
    }

    private static String unversioned(ResourceType type) {
        return type.group().isEmpty() ? type.plural() : type.plural() + "." + type.group();
    }

    private static void options(DeleteOptions options, Judgement judgement) {
        Integer gracePeriod = options.gracePeriod();
        if (options.force()) {
            judgement.add(
                    Level.DANGEROUS,
                    "By force: it is taken off the record at once, even if it still runs.");
        } else if (gracePeriod != null && gracePeriod == 0) {
            judgement.add(Level.DANGEROUS, "It would get no time to shut down.");
        }
        if (options.cascade() == Cascade.ORPHAN) {
            judgement.add(Level.DANGEROUS, "What belongs to it would stay behind with no owner.");
        }
    }

    private static void broad(Selection selection, Scope scope, Judgement judgement) {
        if (scope instanceof Scope.Everywhere) {
            judgement.add(Level.DANGEROUS, "All namespaces are meant.");
        }
        if (selection instanceof Selection.Matching matching && matching.isEverything()) {
            judgement.add(Level.DANGEROUS, "No name and no selector narrows it down.");
        }
    }

    private static void notYet(NotYet notYet, Judgement judgement) {
        if (!notYet.changes()) {
            judgement.add(Level.SAFE, "Only reads.");
        } else {
            judgement.add(Level.DANGEROUS, "kubectl %s changes things.".formatted(notYet.verb()));
        }
    }

    private static String described(Selection selection) {
        return switch (selection) {
            case Selection.Named named ->
                    named.objects().stream()
                            .map(Policy::described)
                            .collect(Collectors.joining(", "));
            case Selection.Matching matching ->
                    "each of the matching "
                            + matching.types().stream()
                                    .map(ResourceType::plural)
                                    .collect(Collectors.joining(", "));
        };
    }

    private static String described(ObjectName object) {
        return object.type().singular() + " " + object.name();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
