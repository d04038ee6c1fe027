package dev.kubechat.kubectl;

/** New objects that kubectl makes out of flags: one each, of the type the command names. */
public sealed interface CreateCommand extends ChangeCommand
        permits CreateConfig, CreateLimit, CreateRight, CreateServices, CreateWorkload {

    /** What would be there afterwards. */
    ObjectName object();

    @Override
    default boolean livesInNamespace() {
        return object().type().namespaced();
    }
}
