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

    private static final Pattern GREETING =
            Pattern.compile(
                    "(?:hi|hello|hey|hallo|hola|bonjour|salut|ola|olá|namaste|नमस्ते|moin|servus|good"
                        + " (?:morning|evening|afternoon|day)|guten (?:tag|morgen|abend)|bom"
                        + " dia|buenos días|buenas|こんにちは|你好|您好)(?:"
                        + " (?:there|bot|kubechat|all|everybody|everyone|team|who are you|what are"
                        + " you))*|who are you|what are you|what is this");
    private static final Pattern THANKS =
            Pattern.compile(
                    "(?:many )?(?:thanks|thank"
                        + " you|thx|danke|gracias|merci|obrigad[oa]|dhanyavaad|धन्यवाद|ありがとう|谢谢)(?:"
                        + " (?:a lot|very much|so much|bot|kubechat|all))*");
    private static final String WELCOME = "Any time. Say \"help\" to see what else can be asked.";

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
        String said = sentence.said();
        if (HELP.matcher(said).matches() || GREETING.matcher(said).matches()) {
            return told(TEXT);
        }
        return THANKS.matcher(said).matches() ? told(WELCOME) : Optional.empty();
    }

    private static Optional<Said> told(String text) {
        return Optional.of(new Said.Told(new Plan.Answer(text)));
    }
}
