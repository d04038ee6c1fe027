package dev.kubechat.sandbox.cluster.admission;

/** A number for a text that is the same on every start and far from that of a text nearby. */
public final class Dispersal {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private Dispersal() {}

    public static int of(String text) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    /** Letters as Kubernetes makes names of: no vowels, so no words. */
    public static String letters(String text, int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(Math.floorMod(of(text + i), LETTERS.length())));
        }
        return letters.toString();
    }
}
