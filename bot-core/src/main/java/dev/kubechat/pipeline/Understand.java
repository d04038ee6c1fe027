package dev.kubechat.pipeline;

import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.session.FollowUp;
import dev.kubechat.session.RowFilter;
import dev.kubechat.session.StoredResults;
import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of words it is: kubectl, about what was shown before, or plain. */
final class Understand {

    private static final int LONGEST = 8 * 1024;

    // kubectl has no such flag; it is KubeChat's own, at the end of a line
    private static final Pattern FILTERED =
            Pattern.compile(
                    "^(?<line>[^\\n]*\\S)\\s+--filter[="
                            + " ](?:\"(?<quoted>[^\"]+)\"|(?<plain>\\S+))\\s*$");

    private final KubectlReader reader;
    private final StoredResults results;

    Understand(KubectlReader reader, StoredResults results) {
        this.reader = reader;
        this.results = results;
    }

    Stage words(Stage.Asked asked) {
        var text = asked.message().text().strip();
        if (text.length() > LONGEST) {
            return new Stage.Answered(
                    asked, Sentences.tooLong(text.length(), LONGEST), Stage.End.REFUSED);
        }
        return new Stage.Understood(asked, kindOf(text, asked));
    }

    private Stage.Words kindOf(String text, Stage.Asked asked) {
        if (reader.looksLikeKubectl(text)) {
            return kubectl(text);
        }
        return FollowUp.of(text)
                .flatMap(wanted ->
                        results.of(asked.message().thread())
                                .<Stage.Words>map(result -> new Stage.Words.Again(wanted, result)))
                .orElseGet(() -> new Stage.Words.Plain(text));
    }

    private static Stage.Words kubectl(String text) {
        var filtered = FILTERED.matcher(text);
        if (!filtered.matches()) {
            return new Stage.Words.Kubectl(text, null);
        }
        var quoted = filtered.group("quoted");
        var words = quoted == null ? filtered.group("plain") : quoted;
        return new Stage.Words.Kubectl(
                filtered.group("line"), new RowFilter(words.toLowerCase(Locale.ROOT)));
    }
}
