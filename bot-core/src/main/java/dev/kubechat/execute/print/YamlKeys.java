package dev.kubechat.execute.print;

/** The order in which go-yaml 2 writes names: numbers inside them by value, other signs before letters. */
final class YamlKeys {

    private YamlKeys() {}

    static boolean isLess(String one, String other) {
        var a = one.codePoints().toArray();
        var b = other.codePoints().toArray();
        for (var i = 0; i < a.length && i < b.length; i++) {
            if (a[i] != b[i]) {
                return isLess(a, b, i);
            }
        }
        return a.length < b.length;
    }

    private static boolean isLess(int[] a, int[] b, int i) {
        var letter = Character.isLetter(a[i]);
        var otherLetter = Character.isLetter(b[i]);
        if (letter && otherLetter) {
            return a[i] < b[i];
        }
        if (letter || otherLetter) {
            return otherLetter;
        }
        long start = (a[i] == '0' || b[i] == '0') && followsNumber(a, i) ? 1 : 0;
        var ends = end(a, i);
        var otherEnds = end(b, i);
        var number = number(a, i, ends, start);
        var otherNumber = number(b, i, otherEnds, start);
        if (number != otherNumber) {
            return number < otherNumber;
        }
        return ends != otherEnds ? ends < otherEnds : a[i] < b[i];
    }

    private static boolean followsNumber(int[] text, int i) {
        for (var j = i - 1; j >= 0 && Character.isDigit(text[j]); j--) {
            if (text[j] != '0') {
                return true;
            }
        }
        return false;
    }

    private static int end(int[] text, int from) {
        var end = from;
        while (end < text.length && Character.isDigit(text[end])) {
            end++;
        }
        return end;
    }

    // overflows as Go's does
    private static long number(int[] text, int from, int to, long start) {
        var number = start;
        for (var i = from; i < to; i++) {
            number = number * 10 + (text[i] - '0');
        }
        return number;
    }
}
