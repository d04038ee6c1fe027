package dev.kubechat.execute.describe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Go's sort.Sort, a pattern-defeating quicksort. It is not stable, and how it leaves equals can be seen: events of the same second
 * come in its order.
 */
public final class GoSort<T> {

    private static final int SHORT = 12;
    private static final int NINTHER = 50;

    private final List<T> data;
    private final Comparator<? super T> order;
    private int swaps;

    private GoSort(List<T> data, Comparator<? super T> order) {
        this.data = data;
        this.order = order;
    }

    /** The items in that order, in a list of its own. */
    public static <T> List<T> sorted(List<T> items, Comparator<? super T> order) {
        var sorted = new ArrayList<>(items);
        var limit = Integer.SIZE - Integer.numberOfLeadingZeros(sorted.size());
        new GoSort<>(sorted, order).sort(0, sorted.size(), limit);
        return sorted;
    }

    private boolean less(int one, int other) {
        return order.compare(data.get(one), data.get(other)) < 0;
    }

    private void swap(int one, int other) {
        Collections.swap(data, one, other);
    }

    private record Partition(int middle, boolean already) {}

    private void sort(int from, int to, int badLeft) {
        var begin = from;
        var end = to;
        var limit = badLeft;
        var balanced = true;
        var partitioned = true;
        while (end - begin > SHORT) {
            var length = end - begin;
            if (limit == 0) {
                heapSort(begin, end);
                return;
            }
            if (!balanced) {
                breakPatterns(begin, end);
                limit--;
            }
            var pivot = pivot(begin, end);
            var increasing = swaps == 0;
            if (swaps == 12) {
                Collections.reverse(data.subList(begin, end));
                pivot = end - 1 - (pivot - begin);
                increasing = true;
            }
            if (balanced && partitioned && increasing && insertedPartially(begin, end)) {
                return;
            }
            if (begin > 0 && !less(begin - 1, pivot)) {
                begin = partitionEqual(begin, end, pivot);
                continue;
            }
            var partition = partition(begin, end, pivot);
            partitioned = partition.already();
            var left = partition.middle() - begin;
            var right = end - partition.middle();
            balanced = Math.min(left, right) >= length / 8;
            if (left < right) {
                sort(begin, partition.middle(), limit);
                begin = partition.middle() + 1;
            } else {
                sort(partition.middle() + 1, end, limit);
                end = partition.middle();
            }
        }
        insertionSort(begin, end);
    }

    private void insertionSort(int begin, int end) {
        for (var i = begin + 1; i < end; i++) {
            for (var j = i; j > begin && less(j, j - 1); j--) {
                swap(j, j - 1);
            }
        }
    }

    private Partition partition(int begin, int end, int pivot) {
        swap(begin, pivot);
        var i = begin + 1;
        var j = end - 1;
        var already = true;
        while (true) {
            while (i <= j && less(i, begin)) {
                i++;
            }
            while (i <= j && !less(j, begin)) {
                j--;
            }
            if (i > j) {
                break;
            }
            already = false;
            swap(i++, j--);
        }
        swap(j, begin);
        return new Partition(j, already);
    }

    private int partitionEqual(int begin, int end, int pivot) {
        swap(begin, pivot);
        var i = begin + 1;
        var j = end - 1;
        while (true) {
            while (i <= j && !less(begin, i)) {
                i++;
            }
            while (i <= j && less(begin, j)) {
                j--;
            }
            if (i > j) {
                return i;
            }
            swap(i++, j--);
        }
    }

    private boolean insertedPartially(int begin, int end) {
        var i = begin + 1;
        for (var step = 0; step < 5; step++) {
            while (i < end && !less(i, i - 1)) {
                i++;
            }
            if (i == end) {
                return true;
            }
            if (end - begin < NINTHER) {
                return false;
            }
            swap(i, i - 1);
            for (var j = i - 1; i - begin >= 2 && j >= 1 && less(j, j - 1); j--) {
                swap(j, j - 1);
            }
            for (var j = i + 1; j < end && less(j, j - 1); j++) {
                swap(j, j - 1);
            }
        }
        return false;
    }

    private void breakPatterns(int begin, int end) {
        var length = end - begin;
        long random = length;
        var mask = (1L << (Integer.SIZE - Integer.numberOfLeadingZeros(length))) - 1;
        var middle = begin + length / 4 * 2;
        for (var i = middle - 1; i <= middle + 1; i++) {
            random ^= random << 13;
            random ^= random >>> 7;
            random ^= random << 17;
            var other = (int) (random & mask);
            swap(i, begin + (other >= length ? other - length : other));
        }
    }

    private int pivot(int begin, int end) {
        swaps = 0;
        var quarter = (end - begin) / 4;
        var i = begin + quarter;
        var j = begin + quarter * 2;
        var k = begin + quarter * 3;
        if (end - begin >= NINTHER) {
            i = median(i - 1, i, i + 1);
            j = median(j - 1, j, j + 1);
            k = median(k - 1, k, k + 1);
        }
        return median(i, j, k);
    }

    private int median(int one, int two, int three) {
        var a = one;
        var b = two;
        if (less(b, a)) {
            swaps++;
            a = two;
            b = one;
        }
        if (less(three, b)) {
            swaps++;
            b = three;
        }
        if (less(b, a)) {
            swaps++;
            return a;
        }
        return b;
    }

    private void heapSort(int begin, int end) {
        var length = end - begin;
        for (var i = (length - 1) / 2; i >= 0; i--) {
            siftDown(i, length, begin);
        }
        for (var i = length - 1; i >= 0; i--) {
            swap(begin, begin + i);
            siftDown(0, i, begin);
        }
    }

    private void siftDown(int low, int high, int first) {
        var root = low;
        for (var child = 2 * root + 1; child < high; child = 2 * root + 1) {
            if (child + 1 < high && less(first + child, first + child + 1)) {
                child++;
            }
            if (!less(first + root, first + child)) {
                return;
            }
            swap(first + root, first + child);
            root = child;
        }
    }
}
