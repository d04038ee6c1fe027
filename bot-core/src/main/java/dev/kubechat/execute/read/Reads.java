package dev.kubechat.execute.read;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.ClusterId;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.execute.api.AttachedFiles;
import dev.kubechat.execute.api.Discovery;
import dev.kubechat.execute.api.Entry;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.SecretValues;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.change.DryRunVerb;
import dev.kubechat.kubectl.AuthCommand;
import dev.kubechat.kubectl.ChangeCommand;
import dev.kubechat.kubectl.ConfigCommand;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.ReadCommand;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.TopCommand;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The door for looking, as the person who asks. Changes nothing. */
public final class Reads {

    /** A type of objects as a cluster calls it, such as {@code Bakery}. */
    public record Kind(String kind, boolean namespaced) {}

    private static final int LONGEST = 1024 * 1024;

    private final Entry entry;
    private final Discovery discovery;
    // a story's lease lasts longer
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Duration patience;

    public Reads(ClusterDoor door, Discovery discovery, Clock clock) {
        this(door, discovery, clock, USUAL_PATIENCE);
    }

    /** @param patience how long anything is followed or waited for, at most */
    public Reads(ClusterDoor door, Discovery discovery, Clock clock, Duration patience) {
        this(Entry.of(door), discovery, clock, patience);
    }

    public Reads(Entry entry, Discovery discovery, Clock clock, Duration patience) {
        this.entry = entry;
        this.discovery = discovery;
        this.clock = clock;
        this.patience = patience;
    }

    /** Of a type that the cluster knows; empty if it knows none, or does not say now. */
    public Optional<Kind> kind(ClusterId cluster, ResourceType type) {
        try {
            return discovery
                    .find(cluster, type)
                    .map(found -> new Kind(found.kind(), found.namespaced()));
        } catch (ClusterUnavailable silent) {
            return Optional.empty();
        }
    }

    /**
     * @param command one that changes nothing, with its namespace filled in
     * @throws ClusterUnavailable if the cluster did not answer in time; nothing was changed
     */
    public Outcome read(KubectlCommand command, Caller caller) {
        return read(command, caller, SecretValues.HIDDEN);
    }

    /**
     * @param values whether a key of a Secret that the command names and reads on purpose may be shown; whoever says so sees to
     *     it that the asker alone gets the answer
     * @throws ClusterUnavailable if the cluster did not answer in time; nothing was changed
     */
    public Outcome read(KubectlCommand command, Caller caller, SecretValues values) {
        return read(command, caller, values, _ -> {}, AttachedFiles.none());
    }

    /** @param follow gets what is printed while the command still runs, where that takes a while; it is in the outcome, too */
    public Outcome read(KubectlCommand command, Caller caller, Follow follow) {
        return read(command, caller, follow, AttachedFiles.none());
    }

    /** @param files what {@code -f} may name */
    public Outcome read(KubectlCommand command, Caller caller, Follow follow, AttachedFiles files) {
        return read(command, caller, SecretValues.HIDDEN, follow, files);
    }

    private Outcome read(
            KubectlCommand command,
            Caller caller,
            SecretValues values,
            Follow follow,
            AttachedFiles files) {
        try {
            var sight = new Sight(entry.api(caller), discovery, caller, files);
            return cut(print(command, sight, values, follow));
        } catch (No no) {
            return no.advised();
        }
    }

    /** The same, however long it is, and with no advice for people. */
    public Outcome readWhole(
            KubectlCommand command,
            Caller caller,
            SecretValues values,
            Follow follow,
            AttachedFiles files) {
        try {
            var sight = new Sight(entry.api(caller), discovery, caller, files);
            return print(command, sight, values, follow);
        } catch (No no) {
            return no.outcome();
        }
    }

    private Outcome.Printed print(
            KubectlCommand command, Sight sight, SecretValues values, Follow follow) {
        return switch (command) {
            case KubectlCommand.Get get ->
                    new GetVerb(sight, get, Masking.of(get, values), clock.instant()).print();
            case KubectlCommand.Raw raw -> new RawVerb(sight, raw).print();
            case KubectlCommand.Describe describe ->
                    new DescribeVerb(sight, describe, clock.instant()).print();
            case KubectlCommand.Logs logs -> new LogsVerb(sight, logs, patience, follow).print();
            case KubectlCommand.Events events ->
                    new EventsVerb(sight, events, clock.instant()).print();
            case ReadCommand read -> print(read, sight);
            case KubectlCommand.Scale _,
                    KubectlCommand.RolloutRestart _,
                    KubectlCommand.Delete _,
                    ChangeCommand _,
                    KubectlCommand.NotYet _ ->
                    dryRun(command, sight, values);
        };
    }

    private Outcome.Printed dryRun(KubectlCommand command, Sight sight, SecretValues values) {
        if (command.changes()) {
            throw new IllegalArgumentException("\"%s\" is not a read".formatted(command.verb()));
        }
        var verb = new DryRunVerb(sight, values == SecretValues.AS_NAMED, clock.instant());
        return switch (command) {
            case KubectlCommand.Scale scale -> verb.print(scale);
            case KubectlCommand.RolloutRestart restart -> verb.print(restart);
            case KubectlCommand.Delete delete -> verb.print(delete);
            case ChangeCommand change -> verb.print(change);
            default ->
                    throw new No(
                            "kubectl %s is understood, but not run yet.".formatted(command.verb()));
        };
    }

    private Outcome.Printed print(ReadCommand command, Sight sight) {
        return switch (command) {
            case TopCommand.TopNode top -> new TopVerb(sight, clock.instant()).nodes(top);
            case TopCommand.TopPod top -> new TopVerb(sight, clock.instant()).pods(top);
            case ReadCommand.ApiResources asked -> new ServerVerb(sight).apiResources(asked);
            case ReadCommand.ApiVersions _ -> new ServerVerb(sight).apiVersions();
            case ReadCommand.Version asked -> new ServerVerb(sight).version(asked);
            case ReadCommand.ClusterInfo asked -> new ServerVerb(sight).clusterInfo(asked);
            case ReadCommand.Dump asked -> new DumpVerb(sight, asked, patience).print();
            case AuthCommand.CanI asked -> new AuthVerb(sight).canI(asked);
            case AuthCommand.CanIList asked -> new AuthVerb(sight).list(asked);
            case AuthCommand.WhoAmI asked -> new AuthVerb(sight).whoAmI(asked);
            case ReadCommand.RolloutStatus asked ->
                    new RolloutStatusVerb(sight, asked, patience).print();
            case ReadCommand.RolloutHistory asked ->
                    new RolloutHistoryVerb(sight, asked, clock.instant()).print();
            case ReadCommand.Explain asked -> new ExplainVerb(sight, asked).print();
            case ReadCommand.Wait asked -> new WaitVerb(sight, asked, patience).print();
            case ConfigCommand.ConfigView asked -> config(sight).view(asked);
            case ConfigCommand.CurrentContext _ -> config(sight).currentContext();
            case ConfigCommand.GetContexts asked -> config(sight).contexts(asked);
            case ConfigCommand.GetClusters _ -> config(sight).clusters();
            case ConfigCommand.GetUsers _ -> config(sight).users();
            case ReadCommand.ViewLastApplied asked -> new LastAppliedVerb(sight, asked).print();
            case ReadCommand.Diff asked -> new DiffVerb(sight, asked, clock.instant()).print();
        };
    }

    private ConfigVerb config(Sight sight) {
        return new ConfigVerb(entry.config(sight.caller()));
    }

    private static Outcome.Printed cut(Outcome.Printed printed) {
        if (printed.text().length() <= LONGEST) {
            return printed;
        }
        var end = printed.text().lastIndexOf('\n', LONGEST);
        return new Outcome.Printed(
                printed.text().substring(0, end < 0 ? LONGEST : end + 1),
                (printed.note() + " The output is longer than 1 MiB and was cut.").strip(),
                printed.errors(),
                printed.exit());
    }
}
