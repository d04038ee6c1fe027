package dev.kubechat.execute.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Two texts compared line by line, as {@code diff -u} writes it. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;
    private static final int MOST_EDITS = 2000;

    private final List<String> from;
    private final List<String> to;
    private final BitSet removed = new BitSet();
    private final BitSet added = new BitSet();

    private UnifiedDiff(List<String> from, List<String> to) {
        this.from = from;
        this.to = to;
    }

    /** @return hunks without a heading; empty if the texts are the same */
    static String of(String from, String to) {
        var diff = new UnifiedDiff(from.lines().toList(), to.lines().toList());
        diff.compare();
        slide(diff.from, diff.removed);
        slide(diff.to, diff.added);
        return diff.hunks();
    }

    private void compare() {
        var begin = 0;
        while (begin < from.size() && begin < to.size() && from.get(begin).equals(to.get(begin))) {
            begin++;
        }
        var fromEnd = from.size();
        var toEnd = to.size();
        while (fromEnd > begin
                && toEnd > begin
                && from.get(fromEnd - 1).equals(to.get(toEnd - 1))) {
            fromEnd--;
            toEnd--;
        }
        if (!myers(begin, fromEnd, toEnd)) {
            // too different for the shortest script to be of any use
            removed.set(begin, fromEnd);
            added.set(begin, toEnd);
        }
    }

    // Myers' greedy algorithm, with the way back kept
    private boolean myers(int begin, int fromEnd, int toEnd) {
        var n = fromEnd - begin;
        var m = toEnd - begin;
        var most = Math.min(n + m, MOST_EDITS);
        var furthest = new int[2 * most + 3];
        var trace = new ArrayList<int[]>();
        for (var edits = 0; edits <= most; edits++) {
            trace.add(furthest.clone());
            for (var k = -edits; k <= edits; k += 2) {
                var down =
                        k == -edits
                                || (k != edits
                                        && at(furthest, most, k - 1) < at(furthest, most, k + 1));
                var x = down ? at(furthest, most, k + 1) : at(furthest, most, k - 1) + 1;
                var y = x - k;
                while (x < n && y < m && from.get(begin + x).equals(to.get(begin + y))) {
                    x++;
                    y++;
                }
                furthest[most + 1 + k] = x;
                if (x >= n && y >= m) {
                    back(trace, most, begin, n, m);
                    return true;
                }
            }
        }
        return false;
    }

    private static int at(int[] furthest, int most, int k) {
        return furthest[most + 1 + k];
    }

    private void back(List<int[]> trace, int most, int begin, int n, int m) {
        var x = n;
        var y = m;
        for (var edits = trace.size() - 1; edits > 0; edits--) {
            var furthest = trace.get(edits);
            var k = x - y;
            var down =
                    k == -edits
                            || (k != edits
                                    && at(furthest, most, k - 1) < at(furthest, most, k + 1));
            var before = down ? k + 1 : k - 1;
            var fromX = at(furthest, most, before);
            var fromY = fromX - before;
            if (down) {
                added.set(begin + fromY);
            } else {
                removed.set(begin + fromX);
            }
            x = fromX;
            y = fromY;
        }
    }

    // a run of changed lines that could begin later as well does, as diff has it
    private static void slide(List<String> lines, BitSet changed) {
        var start = changed.nextSetBit(0);
        while (start >= 0) {
            var end = changed.nextClearBit(start);
            while (end < lines.size() && lines.get(start).equals(lines.get(end))) {
                changed.clear(start++);
                changed.set(end);
                end = changed.nextClearBit(end);
            }
            start = changed.nextSetBit(end);
        }
    }

    private record Line(char mark, String text, int fromAt, int toAt) {}

    private List<Line> script() {
        var script = new ArrayList<Line>();
        var i = 0;
        var j = 0;
        while (i < from.size() || j < to.size()) {
            if (i < from.size() && removed.get(i)) {
                script.add(new Line('-', from.get(i), i++, j));
            } else if (j < to.size() && added.get(j)) {
                script.add(new Line('+', to.get(j), i, j++));
            } else {
                script.add(new Line(' ', from.get(i), i++, j++));
            }
        }
        return script;
    }

    private String hunks() {
        var script = script();
        var text = new StringBuilder();
        var at = 0;
        while (at < script.size()) {
            if (script.get(at).mark() == ' ') {
                at++;
                continue;
            }
            var begin = Math.max(0, at - CONTEXT);
            var end = end(script, at);
            text.append(hunk(script.subList(begin, end)));
            at = end;
        }
        return text.toString();
    }

    // behind the last change that is near, and its context
    private static int end(List<Line> script, int first) {
        var last = first;
        for (var at = first; at < script.size() && at <= last + 2 * CONTEXT + 1; at++) {
            if (script.get(at).mark() != ' ') {
                last = at;
            }
        }
        return Math.min(script.size(), last + 1 + CONTEXT);
    }

    private static String hunk(List<Line> lines) {
        var olds = lines.stream().filter(line -> line.mark() != '+').count();
        var news = lines.stream().filter(line -> line.mark() != '-').count();
        var text = new StringBuilder("@@ -");
        text.append(range(lines.getFirst().fromAt(), olds)).append(" +");
        text.append(range(lines.getFirst().toAt(), news)).append(" @@\n");
        lines.forEach(line -> text.append(line.mark()).append(line.text()).append('\n'));
        return text.toString();
    }

    private static String range(int start, long count) {
        var begin = count == 0 ? start : start + 1;
        return count == 1 ? String.valueOf(begin) : begin + "," + count;
    }
}
