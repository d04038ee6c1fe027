package dev.kubechat.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/** "help", "what can you do?" */
final class HelpIntent implements Intent {

    private static final Pattern HELP =
            Pattern.compile(
                    "help|what (?:else )?(?:can|do) (?:you|i) (?:do|ask|say)|how (?:do|does)"
                            + " (?:you|this|it|i) (?:work|use) ?(?:you|this|it)?|what"
                            + " (?:do|ask|say)|commands");

    private static final String TEXT =
            """
            Ask me about your cluster, in plain words or in kubectl. I answer in this thread.

            Look around
            • show pods in shop
            • what is running in payments?
            • describe checkout in shop
            • last 50 lines of cart logs
            • what happened in shop?

            Change something
            • scale checkout to 3 in shop
            • restart checkout
            • delete pod cart-5d9c7b6f4-x2x4z

            Or type kubectl: kubectl get deployments -n shop

            Reading runs at once. Before a change I show exactly what would be touched, and ask you to confirm; \
            what could do harm asks somebody else to approve. Everything runs with your own rights.\
            """;

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        return HELP.matcher(sentence.said()).matches()
                ? Optional.of(new Said.Told(new Plan.Answer(TEXT)))
                : Optional.empty();
    }
}
