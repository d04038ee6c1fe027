package dev.kubechat.execute.print;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Go's {@code sort.Sort}, a pattern-defeating quicksort, step for step. It is not stable, and how it leaves equals can be seen: where
 * things count as equal, or an order contradicts itself, the same places come out as with kubectl.
 */
public final class GoSort<T> {

    private static final int MOST_INSERTED = 12;
    private static final int SHORTEST_NINTHER = 50;
    private static final int MOST_SWAPS = 12;

    /** Whether one comes before the other. */
    @FunctionalInterface
    interface Less<T> {
        boolean isLess(T one, T other);
    }

    private enum Hint {
        UNKNOWN,
        INCREASING
    }

    private record Pivot(int at, Hint hint) {}

    private record Part(int mid, boolean alreadyDone) {}

    private final List<T> data;
    private final Less<T> less;
    private int swaps;

    private GoSort(List<T> data, Less<T> less) {
        this.data = data;
        this.less = less;
    }

    /** Sorts the list itself. */
    static <T> void sort(List<T> data, Less<T> less) {
        var n = data.size();
        if (n > 1) {
            new GoSort<>(data, less).sort(0, n, 32 - Integer.numberOfLeadingZeros(n));
        }
    }

    /** The items in that order, in a list of its own. */
    public static <T> List<T> sorted(List<T> items, Comparator<? super T> order) {
        var sorted = new ArrayList<>(items);
        sort(sorted, (one, other) -> order.compare(one, other) < 0);
        return sorted;
    }

    private boolean less(int i, int j) {
        return less.isLess(data.get(i), data.get(j));
    }

    private void swap(int i, int j) {
        Collections.swap(data, i, j);
    }

    private void sort(int from, int to, int triesLeft) {
        var a = from;
        var b = to;
        var limit = triesLeft;
        var wasBalanced = true;
        var wasPartitioned = true;
        while (true) {
            var length = b - a;
            if (length <= MOST_INSERTED) {
                insertion(a, b);
                return;
            }
            if (limit == 0) {
                heap(a, b);
                return;
            }
            if (!wasBalanced) {
                breakPatterns(a, b);
                limit--;
            }
            var pivot = pivot(a, b);
            if (wasBalanced
                    && wasPartitioned
                    && pivot.hint() == Hint.INCREASING
                    && partialInsertion(a, b)) {
                return;
            }
            if (a > 0 && !less(a - 1, pivot.at())) {
                a = partitionEqual(a, b, pivot.at());
                continue;
            }
            var part = partition(a, b, pivot.at());
            wasPartitioned = part.alreadyDone();
            var left = part.mid() - a;
            var right = b - part.mid();
            wasBalanced = Math.min(left, right) >= length / 8;
            if (left < right) {
                sort(a, part.mid(), limit);
                a = part.mid() + 1;
            } else {
                sort(part.mid() + 1, b, limit);
                b = part.mid();
            }
        }
    }

    private void insertion(int a, int b) {
        for (var i = a + 1; i < b; i++) {
            for (var j = i; j > a && less(j, j - 1); j--) {
                swap(j, j - 1);
            }
        }
    }

    private void heap(int a, int b) {
        var hi = b - a;
        for (var i = (hi - 1) / 2; i >= 0; i--) {
            siftDown(i, hi, a);
        }
        for (var i = hi - 1; i >= 0; i--) {
            swap(a, a + i);
            siftDown(0, i, a);
        }
    }

    private void siftDown(int lo, int hi, int first) {
        var root = lo;
        while (true) {
            var child = 2 * root + 1;
            if (child >= hi) {
                return;
            }
            if (child + 1 < hi && less(first + child, first + child + 1)) {
                child++;
            }
            if (!less(first + root, first + child)) {
                return;
            }
            swap(first + root, first + child);
            root = child;
        }
    }

    private Part partition(int a, int b, int pivot) {
        swap(a, pivot);
        var i = a + 1;
        var j = b - 1;
        for (var first = true; ; first = false) {
            while (i <= j && less(i, a)) {
                i++;
            }
            while (i <= j && !less(j, a)) {
                j--;
            }
            if (i > j) {
                swap(j, a);
                return new Part(j, first);
            }
            swap(i++, j--);
        }
    }

    private int partitionEqual(int a, int b, int pivot) {
        swap(a, pivot);
        var i = a + 1;
        var j = b - 1;
        while (true) {
            while (i <= j && !less(a, i)) {
                i++;
            }
            while (i <= j && less(a, j)) {
                j--;
            }
            if (i > j) {
                return i;
            }
            swap(i++, j--);
        }
    }

    private boolean partialInsertion(int a, int b) {
        var i = a + 1;
        for (var step = 0; step < 5; step++) {
            while (i < b && !less(i, i - 1)) {
                i++;
            }
            if (i == b) {
                return true;
            }
            if (b - a < SHORTEST_NINTHER) {
                return false;
            }
            swap(i, i - 1);
            if (i - a >= 2) {
                for (var j = i - 1; j >= 1 && less(j, j - 1); j--) {
                    swap(j, j - 1);
                }
            }
            if (b - i >= 2) {
                for (var j = i + 1; j < b && less(j, j - 1); j++) {
                    swap(j, j - 1);
                }
            }
        }
        return false;
    }

    private void breakPatterns(int a, int b) {
        var length = b - a;
        long random = length;
        var modulus = 1L << (32 - Integer.numberOfLeadingZeros(length));
        for (var at = a + (length / 4) * 2 - 1; at <= a + (length / 4) * 2 + 1; at++) {
            random ^= random << 13;
            random ^= random >>> 7;
            random ^= random << 17;
            var other = (int) (random & (modulus - 1));
            swap(at, a + (other >= length ? other - length : other));
        }
    }

    private Pivot pivot(int a, int b) {
        var length = b - a;
        swaps = 0;
        var i = a + length / 4;
        var j = a + length / 4 * 2;
        var k = a + length / 4 * 3;
        if (length >= SHORTEST_NINTHER) {
            i = median(i - 1, i, i + 1);
            j = median(j - 1, j, j + 1);
            k = median(k - 1, k, k + 1);
        }
        j = median(i, j, k);
        if (swaps == 0) {
            return new Pivot(j, Hint.INCREASING);
        }
        if (swaps < MOST_SWAPS) {
            return new Pivot(j, Hint.UNKNOWN);
        }
        Collections.reverse(data.subList(a, b));
        return new Pivot(b - 1 - (j - a), Hint.INCREASING);
    }

    private int median(int first, int second, int third) {
        var a = first;
        var b = second;
        var c = third;
        if (less(b, a)) {
            swaps++;
            var kept = a;
            a = b;
            b = kept;
        }
        if (less(c, b)) {
            swaps++;
            b = c;
        }
        if (less(b, a)) {
            swaps++;
            b = a;
        }
        return b;
    }
}
