package dev.kubechat.plan;

import java.util.Optional;

/** "switch to namespace shop", "use context staging": nothing to run, but something to know. */
final class SwitchIntent implements Intent {

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (!sentence.take(Sense.SWITCH_TO)) {
            return Optional.empty();
        }
        boolean cluster =
                sentence.find(SwitchIntent::isCluster) >= 0 || sentence.said().contains("context");
        sentence.take(Sense.KIND, Sense.CONTEXTS, Sense.CURRENT_CONTEXT, Sense.CLUSTER);
        Target target = Target.take(sentence);
        boolean more = target.named().size() + target.kinds().size() > 1;
        if (more || sentence.hasAny(Sense.CHANGES) || sentence.has(Sense.NUMBER, Sense.IMAGE)) {
            return Optional.empty();
        }
        return told(cluster ? CLUSTER : namespace(name(target, place)));
    }

    private static final String CLUSTER =
            "Each line can name the cluster it is meant for, by the name an admin registered it"
                    + " under: kubectl get pods --context=NAME. There is no kubeconfig to change.";

    private static String namespace(String name) {
        return "Name it once, and this thread stays with it: show pods in %s. In kubectl it is -n on each line."
                .formatted(name);
    }

    private static boolean isCluster(Word word) {
        return word.is(Sense.CONTEXTS)
                || word.is(Sense.CURRENT_CONTEXT)
                || word.is(Sense.CLUSTER)
                || word.text().toLowerCase(java.util.Locale.ROOT).startsWith("context");
    }

    private static String name(Target target, Place place) {
        String said = place.namespace();
        if (said != null) {
            return said;
        }
        return target.named().isEmpty() ? "NAMESPACE" : target.named().getFirst().said();
    }

    private static Optional<Said> told(String text) {
        return Optional.of(new Said.Told(new Plan.Answer(text)));
    }
}
