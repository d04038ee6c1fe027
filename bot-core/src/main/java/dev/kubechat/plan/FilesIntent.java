package dev.kubechat.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** "apply web.yaml", "what would change if I apply web.yaml", "delete what is in web.yaml". */
final class FilesIntent implements Intent {

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean differs = sentence.has(Sense.DIFF);
        boolean tried = sentence.has(Sense.DRY) && !sentence.has(Sense.DELETE, Sense.CREATE);
        if (sentence.has(Sense.WHY)
                || !(differs || tried || sentence.has(Sense.APPLY, Sense.DELETE, Sense.CREATE))) {
            return Optional.empty();
        }
        List<String> files = Values.files(sentence);
        boolean manifests =
                !files.isEmpty()
                        && files.stream().allMatch(file -> file.matches(".+\\.(ya?ml|json)"));
        if (!manifests) {
            return differs && sentence.has(Sense.APPLY) && files.isEmpty()
                    ? Intent.ask("Which manifest is meant? Attach it, and say its name.")
                    : Optional.empty();
        }
        String names = files.stream().map(file -> " -f " + file).collect(Collectors.joining());
        sentence.take(Sense.FILE, Sense.YAML, Sense.JSON, Sense.NOW, Sense.AS, Sense.ALL);
        sentence.take(Sense.ENV_LIST, Sense.ANYTHING);
        if (differs) {
            sentence.take(
                    Sense.DIFF, Sense.IF, Sense.APPLY, Sense.SHOW, Sense.STATUS, Sense.CLUSTER);
            return Intent.line("diff" + names, place);
        }
        String dry = sentence.take(Sense.DRY) ? " --dry-run=server" : "";
        if (sentence.take(Sense.APPLY) || tried) {
            return applied(sentence, names + dry, place);
        }
        String verb = sentence.take(Sense.DELETE) ? "delete" : "create";
        sentence.take(Sense.CREATE, Sense.FROM, Sense.ALL);
        sentence.takeAll(word -> "all".equals(word.kind()));
        return Target.take(sentence).named().isEmpty()
                ? Intent.line(verb + names + dry, place)
                : Optional.empty();
    }

    /** "apply web.yaml to shop": a manifest goes to no other place than a namespace. */
    private static Optional<Said> applied(Sentence sentence, String words, Place place) {
        int to = sentence.find(word -> word.is(Sense.TO) && !word.is(Sense.NOISE));
        int name = to < 0 ? -1 : sentence.after(to, Sense.A);
        boolean unplaced = place.namespace() == null && !place.everywhere();
        if (!unplaced || !sentence.isFree(name) || !sentence.at(name).isName()) {
            return Intent.line("apply" + words, place);
        }
        sentence.take(to);
        sentence.take(name);
        return Intent.line("apply" + words, new Place(sentence.at(name).text(), false, false));
    }
}
