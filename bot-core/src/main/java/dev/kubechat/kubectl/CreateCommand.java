package dev.kubechat.kubectl;

import java.util.List;

/** New objects that kubectl makes out of flags: one each, of the type the command names. */
public sealed interface CreateCommand extends ChangeCommand
        permits CreateConfig, CreateLimit, CreateRight, CreateService, CreateWorkload {

    /** What would be there afterwards. */
    ObjectName object();

    @Override
    default boolean livesInNamespace() {
        return object().type().namespaced();
    }

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
