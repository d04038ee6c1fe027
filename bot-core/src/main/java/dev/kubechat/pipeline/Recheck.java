package dev.kubechat.pipeline;

import dev.kubechat.approval.Digest;
import dev.kubechat.cluster.Cluster;
import dev.kubechat.cluster.Clusters;
import dev.kubechat.execute.change.Access;
import dev.kubechat.execute.change.Changes;
import dev.kubechat.execute.change.Permission;
import dev.kubechat.execute.change.Preview;
import dev.kubechat.execute.change.PreviewDigest;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.risk.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Looks at an approved change as if it had just been asked: parsed, classified, authorised and previewed again, for the asker
 * as they are now. If any of it differs from what was approved, it is asked again (P5).
 */
final class Recheck {

    private final KubectlReader reader;
    private final Classify classify;
    private final Electorate electorate;
    private final Clusters clusters;
    private final Access access;
    private final Changes changes;

    Recheck(
            KubectlReader reader,
            Classify classify,
            Electorate electorate,
            Clusters clusters,
            Access access,
            Changes changes) {
        this.reader = reader;
        this.classify = classify;
        this.electorate = electorate;
        this.clusters = clusters;
        this.access = access;
        this.changes = changes;
    }

    Run again(Run.Held held) {
        var query = held.query();
        var cluster = clusters.find(query.cluster());
        if (cluster.isEmpty()) {
            return refused(held, Results.clusterGone(query));
        }
        var objection = electorate.objection(held);
        if (objection.isPresent()) {
            return refused(held, objection.get());
        }
        return switch (reader.read(query.command())) {
            case Reading.Rejected _ -> askedAgain(held, Results.RULES_CHANGED);
            case Reading.Command read -> judge(held, read.command(), cluster.get());
        };
    }

    private Run judge(Run.Held held, KubectlCommand command, Cluster cluster) {
        var verdict =
                classify.of(command, cluster, List.copyOf(held.query().preview().files().values()));
        if (!sameLevel(verdict, held.query().verdict())) {
            return askedAgain(held, Results.RULES_CHANGED);
        }
        return switch (access.ask(command, held.query().caller())) {
            case Permission.Denied denied -> refused(held, denied.sentence());
            case Permission.Granted _ -> preview(held, command);
        };
    }

    private static boolean sameLevel(Verdict now, Verdict then) {
        return now.level() == then.level();
    }

    private Run preview(Run.Held held, KubectlCommand command) {
        var files = held.query().preview().files();
        return switch (changes.preview(
                command, held.query().caller(), name -> Optional.ofNullable(files.get(name)))) {
            case Preview.Impossible impossible -> refused(held, impossible.sentence());
            case Preview.Unchanged unchanged -> refused(held, unchanged.sentence());
            case Preview.Planned planned ->
                    switch (access.ask(planned.steps(), held.query().caller())) {
                        case Permission.Denied denied -> refused(held, denied.sentence());
                        case Permission.Granted _ -> compare(held, command, planned);
                    };
        };
    }

    private Run compare(Run.Held held, KubectlCommand command, Preview.Planned planned) {
        var query = held.query();
        var now =
                new Digest(
                        PreviewDigest.of(
                                query.cluster(), command, query.asker().person(), planned.steps()));
        return now.equals(held.digest())
                ? new Run.Checked(held, planned.steps(), planned.undos())
                : askedAgain(held, Results.objectsChanged(query, planned));
    }

    private static Run refused(Run.Held held, String sentence) {
        return new Run.Ended(held, Run.State.REFUSED, List.of(), sentence, "");
    }

    private static Run askedAgain(Run.Held held, String sentence) {
        return new Run.Ended(
                held, Run.State.ASKED_AGAIN, List.of(), sentence, held.query().command());
    }
}
