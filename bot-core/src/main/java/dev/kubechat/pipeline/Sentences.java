package dev.kubechat.pipeline;

import dev.kubechat.chat.Message;
import dev.kubechat.chat.Person;
import dev.kubechat.cluster.ClusterBusy;
import dev.kubechat.cluster.ClusterId;
import dev.kubechat.cluster.RequestId;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.change.Permission;
import dev.kubechat.execute.change.Preview;
import dev.kubechat.kubectl.ClusterName;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.plan.Plan;
import dev.kubechat.risk.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What people are told when an ask ends without a card. Each sentence says what was wrong or found, whether anything changed
 * where that could be doubted, and what to do next.
 */
final class Sentences {

    private Sentences() {}

    static Message unlinked(Person account, ClusterId cluster) {
        return Message.of(
                ("I do not know who %s is in Kubernetes, so nothing was run on %s. Ask an admin of"
                                + " KubeChat to link your %s account to your Kubernetes user.")
                        .formatted(account.name(), cluster, account.platform()));
    }

    static Message noSuchCluster(ClusterName name, List<String> registered) {
        return Message.of(
                "I know no cluster called %s. Nothing was run. Registered here: %s."
                        .formatted(name, String.join(", ", registered)));
    }

    static Message attach(KubectlCommand command, List<String> missing) {
        return Message.of(
                "`%s` needs %s. Nothing was run. Attach %s to your message, or put the manifest into a code block under the line and name it with `-f -`."
                        .formatted(
                                command.canonical(),
                                String.join(" and ", missing),
                                missing.size() == 1 ? "the file" : "the files"));
    }

    static Message tooLong(int length, int longest) {
        return Message.of(
                "That is too long: %d characters, and I read at most %d. Nothing was run. Ask in a sentence, or type one kubectl command."
                        .formatted(length, longest));
    }

    static Message rejected(Reading.Rejected no) {
        return Message.of("%s Nothing was run.%s".formatted(no.sentence(), instead(no.instead())));
    }

    private static String instead(@org.jspecify.annotations.Nullable String instead) {
        return instead == null || instead.isBlank() ? "" : " Try this: %s".formatted(instead);
    }

    static Message filteredChange() {
        return Message.of(
                "--filter chooses among the lines of an answer and does not narrow what a command"
                        + " changes. Nothing was run. Name the objects, or select them with -l.");
    }

    static Message question(Plan.Question question) {
        return Message.of(question.text(), String.join("\n", question.suggestions()));
    }

    static Message refusal(Plan.Refusal refusal) {
        return Message.of(refusal.text());
    }

    static Message explanation(Plan.Answer answer) {
        return Message.of(answer.text());
    }

    static Message forbidden(KubectlCommand command, Verdict verdict) {
        return Message.of(
                "`%s` never runs from a chat. %s Nothing was changed."
                        .formatted(command.canonical(), sentences(verdict.reasons())));
    }

    private static final List<String> WATCHES =
            List.of("watch", "watch-only", "output-watch-events");

    static Message notYet(KubectlCommand notYet) {
        if (WATCHES.stream().anyMatch(notYet.line()::has)) {
            return Message.of(
                    "A watch has no end, and a chat would fill with it. Nothing was run. Leave out"
                            + " --watch, and ask again for the latest.");
        }
        return Message.of(
                "I understand all of `%s`, but cannot run `kubectl %s` like that yet. Nothing was run. Ask with fewer flags; KubeChat's docs/fidelity.md says what is left out, and why."
                        .formatted(notYet.canonical(), notYet.verb()));
    }

    static Message readsTooMuch(KubectlCommand command, Verdict verdict) {
        return Message.of(
                "`%s` shows more than a chat may hold, even in private: %s Nothing was run. Who must see it reads it with kubectl, at the cluster."
                        .formatted(command.canonical(), sentences(verdict.reasons())));
    }

    static Message denied(Stage.Asked asked, Permission.Denied denied) {
        return Message.of(
                "%s Nothing was changed and nobody was asked to approve."
                        .formatted(denied.sentence()));
    }

    static Message impossible(Stage.Asked asked, Preview.Impossible impossible) {
        return Message.of("Nothing was changed. %s".formatted(impossible.sentence()));
    }

    static Message printed(Stage.Judged judged, Outcome.Printed printed, Excerpt excerpt) {
        var filter = judged.planned().filter();
        return Message.of(
                "%s`%s` on %s, as %s:%s%s"
                        .formatted(
                                printed.note().isEmpty() ? "" : printed.note() + " ",
                                judged.command().canonical(),
                                judged.asked().cluster().id(),
                                judged.asked().asker().name(),
                                filter == null
                                        ? ""
                                        : " What fits \"%s\".".formatted(filter.words()),
                                excerpt.isAll() ? "" : " " + rows(excerpt)),
                excerpt.text());
    }

    /** While it still runs. */
    static Message following(Stage.Judged judged, String lastLines) {
        return Message.of(
                "`%s` on %s, as %s, is still running. The latest:"
                        .formatted(
                                judged.command().canonical(),
                                judged.asked().cluster().id(),
                                judged.asked().asker().name()),
                lastLines);
    }

    /** Which part it is, and how to see the rest. */
    static String rows(Excerpt excerpt) {
        if (excerpt.isAll()) {
            return "";
        }
        return "Rows %d to %d of %d.%s"
                .formatted(
                        excerpt.from() + 1,
                        excerpt.to(),
                        excerpt.all(),
                        excerpt.isLast()
                                ? ""
                                : " Say \"next\" for more, \"only failing\" or \"only NAME\" for"
                                        + " some, or \"as file\" for all.");
    }

    static Message refused(Stage.Judged judged, Outcome.Refused refused) {
        return Message.of(
                "`%s` on %s: %s"
                        .formatted(
                                judged.command().canonical(),
                                judged.asked().cluster().id(),
                                refused.sentence()));
    }

    static Message clusterAway(ClusterId cluster, RequestId request) {
        return Message.of(
                "Cluster %s did not answer in time. Nothing was changed. Try again, or quote %s to the platform team."
                        .formatted(cluster, Reference.of(request)));
    }

    static Message clusterBusy(ClusterBusy busy) {
        return Message.of("%s Nothing was changed.".formatted(busy.getMessage()));
    }

    static Message broken(RequestId request) {
        return Message.of(
                "Something broke in KubeChat while it worked on this. Nothing was changed. Quote %s to the platform team."
                        .formatted(Reference.of(request)));
    }

    private static String sentences(List<String> reasons) {
        return reasons.stream()
                .map(reason -> reason.endsWith(".") ? reason : reason + ".")
                .collect(Collectors.joining(" "));
    }
}
