package dev.kubechat.execute;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.cluster.KnownConfig;
import dev.kubechat.cluster.OperatorDoor;
import dev.kubechat.cluster.RequestId;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.AttachedFiles;
import dev.kubechat.execute.api.Discovery;
import dev.kubechat.execute.api.Entry;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.SecretValues;
import dev.kubechat.execute.change.Aftermath;
import dev.kubechat.execute.change.Changes;
import dev.kubechat.execute.change.Preview;
import dev.kubechat.execute.change.Programs;
import dev.kubechat.execute.change.Step;
import dev.kubechat.execute.change.StepResult;
import dev.kubechat.execute.read.Follow;
import dev.kubechat.execute.read.Reads;
import dev.kubechat.identity.KubernetesIdentity;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.NodeCommand.Drain;
import dev.kubechat.kubectl.PodCommand;
import dev.kubechat.kubectl.Selection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Runs commands for an operator in front of a terminal, with the same code as for a chat: nothing is cut off, and the rights are
 * those of {@link OperatorDoor}.
 */
public final class Terminal {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    // until somebody presses Ctrl-C
    private static final Duration FOREVER = Duration.ofDays(365);

    private final Clock clock;
    private final Caller caller;
    private final Reads reads;
    private final Changes changes;

    public Terminal(OperatorDoor door, Clock clock) {
        var api =
                new Api(
                        door.cluster(),
                        door.http(),
                        door.server().toString(),
                        Math.toIntExact(door.patience().toMillis()));
        var discovery = new Discovery(_ -> api, clock);
        this.clock = clock;
        // for sentences only: who is calling is the door's business
        this.caller =
                new Caller(
                        door.cluster(),
                        new KubernetesIdentity("operator", new TreeSet<>()),
                        new RequestId(UUID.randomUUID()));
        var entry = new Same(api, door.config());
        this.reads = new Reads(entry, discovery, clock, PATIENCE);
        this.changes = new Changes(entry, discovery, clock, true);
    }

    private record Same(Api api, KnownConfig config) implements Entry {
        @Override
        public KnownConfig config(Caller caller) {
            return config;
        }

        @Override
        public Api api(Caller caller) {
            return api;
        }

        @Override
        public Api api(Caller caller, Instant notAfter) {
            return api;
        }
    }

    /**
     * @param command one that changes nothing, with its namespace filled in
     * @param values whether a key of a Secret that the command names and reads on purpose may be shown
     * @param follow gets what is printed while the command still runs, where that takes a while; it is in the outcome, too
     * @throws ClusterUnavailable if the cluster did not answer in time
     */
    public Outcome read(
            KubectlCommand command, SecretValues values, Follow follow, AttachedFiles files) {
        return reads.readWhole(command, caller, values, follow, files);
    }

    /**
     * @param command one that changes something, with its namespace filled in
     * @throws ClusterUnavailable if the cluster did not answer in time; nothing was changed
     */
    public Preview preview(KubectlCommand command, AttachedFiles files) {
        return changes.preview(command, caller, files);
    }

    /**
     * Waits for what the command waits for after its steps were done, as long as it says.
     *
     * @return kubectl's words on what did not come in time, whole lines; empty if all is well
     * @throws ClusterUnavailable if the cluster does not answer any more; the steps are done
     */
    public String await(KubectlCommand command, List<Step> done) {
        return new Aftermath(changes.sight(caller)).of(command, done);
    }

    /** Whether it says nothing of objects that are gone before they are deleted. */
    public static boolean passesOver(KubectlCommand command) {
        return command instanceof KubectlCommand.Delete delete
                && (delete.options().ignoreNotFound()
                        || delete.selection() instanceof Selection.Matching);
    }

    /**
     * Until when the next step of that command may be waited for.
     *
     * @param began when its first step did; a drain has its time for all of them
     */
    public Instant lastMoment(KubectlCommand command, Instant began) {
        return switch (command) {
            case Drain drain -> began.plus(patience(drain));
            case PodCommand.Exec _, PodCommand.CopyOut _ ->
                    clock.instant().plus(Programs.TO_ITS_END);
            default -> clock.instant().plus(PATIENCE);
        };
    }

    private static Duration patience(Drain drain) {
        var asked = drain.timeout();
        return asked == null || asked.isZero() ? FOREVER : asked;
    }

    /**
     * One request, never sent again but where it certainly was not done.
     *
     * @param notAfter when it is not tried again, or waited for, any more
     */
    public StepResult perform(Step step, Instant notAfter) {
        return changes.performPatiently(step, caller, notAfter);
    }
}
