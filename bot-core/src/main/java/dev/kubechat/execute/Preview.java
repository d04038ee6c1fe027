package dev.kubechat.execute;

import java.util.List;

/** What a change would do, found out without doing it. */
public sealed interface Preview {

    /**
     * @param steps in the order they will be sent, at least one
     * @param consequences what hangs on the objects, each a sentence: {@code 3 pods stop.}
     */
    record Planned(List<Step> steps, List<String> consequences) implements Preview {
        public Planned {
            steps = List.copyOf(steps);
            consequences = List.copyOf(consequences);
        }
    }

    /** The cluster would not do it; the sentence says why and what to do next. Nothing was changed. */
    record Impossible(String sentence) implements Preview {}
}
