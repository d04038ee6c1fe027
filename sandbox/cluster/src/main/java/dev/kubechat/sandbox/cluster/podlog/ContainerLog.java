package dev.kubechat.sandbox.cluster.podlog;

import dev.kubechat.sandbox.cluster.admission.Dispersal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of one run of a container. A line exists for each tick of its voice since the start, so that asking twice shows the same lines
 * and asking later shows more.
 */
public record ContainerLog(Voice voice, String seed, Instant start, Instant end) {
    private static final int REMEMBERED = 2_000;

    /** One line and when it was written. */
    public record Line(Instant at, String text) {}

    /** The lines written in {@code (after, until]}, oldest first; of a long log the last 2,000. */
    public List<Line> between(Instant after, Instant until) {
        var last = until.isBefore(end) ? until : end;
        var lines = new ArrayList<Line>();
        var opening = voice.opening();
        for (int i = 0; i < opening.size(); i++) {
            add(lines, start.plusMillis(40L * i), opening.get(i), i, after, last);
        }
        long every = voice.every().toMillis();
        long ticks =
                voice.lines().isEmpty()
                        ? 0
                        : Math.max(0, Duration.between(start, last).toMillis() / every);
        for (long tick = Math.max(1, ticks - REMEMBERED); tick <= ticks; tick++) {
            var pattern =
                    voice.lines()
                            .get(Math.floorMod(Dispersal.of(seed + tick), voice.lines().size()));
            add(lines, start.plusMillis(every * tick), pattern, tick, after, last);
        }
        var closing = voice.closing();
        for (int i = 0; i < closing.size(); i++) {
            add(lines, end.minusMillis(10L * (closing.size() - i)), closing.get(i), i, after, last);
        }
        return lines;
    }

    public List<Line> select(LogQuery query, Instant now) {
        var lines = between(query.since().orElse(Instant.EPOCH), now);
        int tail = query.tailLines().orElse(lines.size());
        return lines.subList(Math.max(0, lines.size() - tail), lines.size());
    }

    private void add(
            List<Line> lines,
            Instant at,
            String pattern,
            long number,
            Instant after,
            Instant last) {
        if (at.isAfter(after) && !at.isAfter(last)) {
            lines.add(new Line(at, Filled.in(pattern, seed, number, at)));
        }
    }
}
