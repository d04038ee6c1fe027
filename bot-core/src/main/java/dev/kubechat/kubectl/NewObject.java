package dev.kubechat.kubectl;

import java.util.List;

/** What all commands share that make one new object: a name, perhaps a program, and flags that have to be there. */
final class NewObject {

    private NewObject() {}

    /** The one name that the line holds. */
    static ObjectName named(Said said, String type) {
        List<String> names = said.line().arguments();
        if (names.size() != 1) {
            String verb = said.line().verb();
            throw new Unreadable(
                    names.isEmpty()
                            ? "%s needs a name for what it creates: kubectl %s NAME."
                                    .formatted(verb, verb)
                            : "%s takes one name, and these are %d.".formatted(verb, names.size()));
        }
        return new ObjectName(ResourceType.of(type), names.getFirst());
    }

    /** The program behind {@code --}; empty for the image's own. */
    static List<String> program(Said said) {
        List<String> after = said.line().afterDash();
        return after == null ? List.of() : after;
    }

    static String required(Said said, String flag, String example) {
        String value = said.text(flag);
        if (value == null) {
            String better = "kubectl %s %s".formatted(said.line().verb(), example);
            throw new Unreadable(
                    "%s needs --%s, like %s.".formatted(said.line().verb(), flag, better), better);
        }
        return value;
    }

    static LineBuilder start(CreateCommand command) {
        return new LineBuilder(command.verb())
                .word(command.object().name())
                .in(command.scope())
                .options(command.options());
    }
}
