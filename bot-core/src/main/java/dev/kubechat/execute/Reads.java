package dev.kubechat.execute;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.KubectlCommand;
import java.time.Clock;

/** The door for looking: get, describe, logs and events, as the person who asks. Changes nothing. */
public final class Reads {

    private static final int LONGEST = 1024 * 1024;

    private final ClusterDoor door;
    private final Discovery discovery;
    private final Clock clock;

    Reads(ClusterDoor door, Discovery discovery, Clock clock) {
        this.door = door;
        this.discovery = discovery;
        this.clock = clock;
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
        var sight = new Sight(new Api(caller.cluster(), door.forPerson(caller)), discovery, caller);
        try {
            return cut(print(command, sight, values));
        } catch (No no) {
            return no.outcome();
        }
    }

    private Outcome.Printed print(KubectlCommand command, Sight sight, SecretValues values) {
        return switch (command) {
            case KubectlCommand.Get get ->
                    new GetVerb(sight, get, Masking.of(get, values), clock.instant()).print();
            case KubectlCommand.Raw raw -> new RawVerb(sight, raw).print();
            case KubectlCommand.Describe describe ->
                    new DescribeVerb(sight, describe, clock.instant()).print();
            case KubectlCommand.Logs logs -> new LogsVerb(sight, logs).print();
            case KubectlCommand.Events events ->
                    new EventsVerb(sight, events, clock.instant()).print();
            case KubectlCommand.Scale _,
                    KubectlCommand.RolloutRestart _,
                    KubectlCommand.Delete _,
                    KubectlCommand.NotYet _ ->
                    throw new IllegalArgumentException(
                            "\"%s\" is not a read".formatted(command.verb()));
        };
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
