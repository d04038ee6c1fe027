package dev.kubechat.app;

import dev.kubechat.app.verb.WrongUse;
import java.util.Arrays;

/** {@code serve}: apart from the command line, so that no other verb loads Spring. */
final class Serve {

    private static final String TARGET = "--target=";

    private Serve() {}

    /** Returns once requests are taken. */
    static void run(String[] words) {
        var word =
                Arrays.stream(words)
                        .filter(each -> each.startsWith(TARGET))
                        .reduce((_, last) -> last)
                        .map(each -> each.substring(TARGET.length()))
                        .orElse(Target.ALL.word());
        var target =
                Target.named(word)
                        .orElseThrow(() ->
                                new WrongUse(
                                        "--target=%s is unknown: use all, bot or admin."
                                                .formatted(word)));
        KubechatApplication.application(target).run(words);
    }
}
