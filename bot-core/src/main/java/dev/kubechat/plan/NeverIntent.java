package dev.kubechat.plan;

import java.util.Optional;

/** What never runs from a chat, said with what works instead. */
final class NeverIntent implements Intent {

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (sentence.has(Sense.SMUGGLE)) {
            return Intent.refuse(
                    "KubeChat acts only as the person who asks, with that person's rights and the"
                            + " usual approvals, and only on what that person says. Ask for the one"
                            + " thing you want done, and others decide where they must.");
        }
        if (isToken(sentence)) {
            return Intent.refuse(
                    "A token is a key to the cluster, and a chat would keep it. Run kubectl create"
                            + " token NAME in a terminal of your own.");
        }
        if (isEverything(sentence, place)) {
            return Intent.refuse(
                    "Nothing deletes a whole cluster from a chat. Name what is to go, and where:"
                            + " delete deployment web in shop.");
        }
        if (sentence.has(Sense.BEYOND) && !isChange(sentence)) {
            return Intent.refuse(
                    "That is beyond what KubeChat does: it reads and changes a cluster. Say"
                            + " \"help\" to see how.");
        }
        if (isFirst(sentence, Sense.OTHER_PROGRAM)) {
            return Intent.refuse(
                    "Only kubectl is understood here, no other program. Say in plain words what is"
                            + " to be done in the cluster.");
        }
        if (sentence.has(Sense.FORWARD, Sense.PROXY)) {
            return Intent.refuse(
                    "A chat has no machine to forward a port to. Expose the workload with a service"
                            + " or an ingress, or run kubectl port-forward on your own machine.");
        }
        if (sentence.has(Sense.EDIT)) {
            return Intent.refuse(
                    "There is no editor in a chat. Attach the changed manifest and say \"apply"
                            + " NAME\", or name the one field to change.");
        }
        if (sentence.has(Sense.ATTACH)) {
            return Intent.refuse(
                    "There is no terminal in a chat to attach. Ask for the logs instead: they hold"
                            + " what the container writes.");
        }
        return sentence.has(Sense.COPY)
                ? Intent.refuse(
                        "A chat has no disk to copy files from or to. Ask for a file's content"
                                + " with: run cat FILE in pod NAME")
                : Optional.empty();
    }

    private static boolean isToken(Sentence sentence) {
        return sentence.has(Sense.TOKEN)
                && sentence.has(Sense.CREATE, Sense.SHOW)
                && !sentence.has(Sense.DELETE, Sense.LOGS, Sense.IMAGE)
                && sentence.find(word -> "secrets".equals(word.kind())) < 0;
    }

    private static boolean isEverything(Sentence sentence, Place place) {
        return sentence.has(Sense.DELETE)
                && (place.everywhere()
                        || sentence.has(Sense.ALL, Sense.ANYTHING, Sense.CLUSTER)
                        || sentence.said().endsWith("the cluster"))
                && place.namespace() == null
                && sentence.find(word ->
                        word.isUnknown()
                                || word.quoted()
                                || (word.is(Sense.KIND) && !word.text().equals("all"))
                                || word.isAny(Sense.TURNS))
                        < 0;
    }

    /** To "generate" or "draw" what is beyond makes nothing in a cluster. */
    private static boolean isChange(Sentence sentence) {
        return sentence.find(word ->
                word.isAny(Sense.CHANGES) && !word.text().equalsIgnoreCase("generate"))
                >= 0;
    }

    private static boolean isFirst(Sentence sentence, Sense sense) {
        return sentence.isFree(sentence.after(-1, Sense.START, Sense.SHOW), sense);
    }
}
