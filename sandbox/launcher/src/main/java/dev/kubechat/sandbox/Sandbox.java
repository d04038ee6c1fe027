package dev.kubechat.sandbox;

import java.util.Arrays;
import java.util.List;

/** {@code ./kubechat up}: a whole try-out world in one process tree. Never part of the production image. */
public final class Sandbox {

    private Sandbox() {}

    public static void main(String[] words) {
        var arguments =
                words.length > 0 && words[0].equals("up")
                        ? Arrays.copyOfRange(words, 1, words.length)
                        : words;
        switch (UpOptions.read(List.of(arguments), System.getenv())) {
            case UpOptions.Read read -> up(read.options());
            case UpOptions.Help _ -> System.out.print(UpOptions.USAGE);
            case UpOptions.Wrong wrong -> end(wrong.sentence() + "\n\n" + UpOptions.USAGE, 2);
        }
    }

    private static void up(UpOptions options) {
        try {
            World.start(options, System.out::println);
        } catch (RuntimeException broken) {
            end("KubeChat did not start. " + Apology.of(broken), 1);
        }
    }

    /** Shutdown hooks stop what was started by then. */
    private static void end(String sentence, int status) {
        System.err.println(sentence);
        System.exit(status);
    }
}
