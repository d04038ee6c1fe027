package dev.kubechat.app;

import java.util.Arrays;

/** The command line of the executable: the first word is the verb. */
public final class Kubechat {

    private static final String USAGE =
            """
            kubechat serve [--target=all|bot|admin] [--PROPERTY=VALUE]...
                runs KubeChat; it needs kubechat.database.url and kubechat.clusters, see docs/configuration.md
            kubechat kubectl [--kubeconfig FILE] [--context NAME] [--as USER] [--as-group GROUP]... [--yes] -- get pods
                runs one kubectl command as in a chat; --yes runs a change that a chat would ask about
            kubechat help
                shows this
            """;

    private static final String TARGET = "--target=";

    private Kubechat() {}

    public static void main(String[] words) {
        var verb = words.length == 0 ? "help" : words[0];
        switch (verb) {
            case "serve" -> serve(Arrays.copyOfRange(words, 1, words.length));
            case "kubectl" ->
                    System.exit(KubectlVerb.inProcess(Arrays.copyOfRange(words, 1, words.length)));
            case "help", "--help", "-h" -> System.out.print(USAGE);
            default -> refuse("\"%s\" is no verb of kubechat.%n%n%s".formatted(verb, USAGE));
        }
    }

    private static void serve(String[] words) {
        var word =
                Arrays.stream(words)
                        .filter(each -> each.startsWith(TARGET))
                        .reduce((_, last) -> last)
                        .map(each -> each.substring(TARGET.length()))
                        .orElse(Target.ALL.word());
        Target.named(word)
                .ifPresentOrElse(
                        target -> KubechatApplication.application(target).run(words),
                        () ->
                                refuse(
                                        "--target=%s is unknown: use all, bot or admin.%n"
                                                .formatted(word)));
    }

    private static void refuse(String sentence) {
        System.err.print(sentence);
        System.exit(2);
    }
}
