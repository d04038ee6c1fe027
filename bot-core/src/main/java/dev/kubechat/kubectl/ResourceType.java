package dev.kubechat.kubectl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type of Kubernetes objects. A built-in one is known; any other (of a custom resource, a newer server, a slip of the pen) is kept
 * as it was typed, with {@code known} false, no kind, and taken for namespaced until a cluster says otherwise.
 *
 * @param group the API group, empty for the core group and for an unknown type typed without one
 * @param version the API version, only where it was typed
 */
public record ResourceType(
        String plural,
        String group,
        String kind,
        boolean namespaced,
        boolean known,
        @Nullable String version) {

    private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern GROUP = Pattern.compile("[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?");
    private static final Pattern VERSION = Pattern.compile("v[0-9]+((alpha|beta)[0-9]+)?");

    /** @throws InvalidName if no type can have this name */
    public ResourceType {
        if (!NAME.matcher(plural).matches()
                || !(group.isEmpty() || GROUP.matcher(group).matches())) {
            throw new InvalidName(
                    "%s is not a resource type: type one like pods, deployments or ingresses.networking.k8s.io."
                            .formatted(
                                    Shown.quoted(group.isEmpty() ? plural : plural + "." + group)));
        }
    }

    /**
     * The type meant by {@code TYPE}, {@code TYPE.GROUP} or {@code TYPE.VERSION.GROUP}, where TYPE is a plural, singular or short
     * name in any case.
     * @throws InvalidName if the text cannot be a type
     */
    public static ResourceType of(String typed) {
        String text = typed.toLowerCase(Locale.ROOT);
        if (text.indexOf('.') < 0) {
            return BuiltInTypes.named(text).orElseGet(() -> unknown(text, "", null));
        }
        String[] parts = text.split("\\.", 3);
        if (parts.length == 3 && VERSION.matcher(parts[1]).matches()) {
            return find(parts[0], parts[2])
                    .map(type -> type.isShort(parts[0]) ? type : type.at(parts[1]))
                    .orElseGet(() -> unknown(parts[0], parts[2], parts[1]));
        }
        int dot = text.indexOf('.');
        String name = dot < 0 ? text : text.substring(0, dot);
        String group = dot < 0 ? "" : text.substring(dot + 1);
        if (dot >= 0 && group.isEmpty()) {
            throw new InvalidName(
                    "%s ends with a dot: type %s."
                            .formatted(Shown.quoted(typed), Shown.plain(name)));
        }
        return (dot < 0 ? BuiltInTypes.named(name) : BuiltInTypes.named(name, group))
                .orElseGet(() -> unknown(name, group, null));
    }

    /** The built-in type of this plural, singular or short name, if there is one. */
    public static Optional<ResourceType> builtIn(String typed) {
        return BuiltInTypes.named(typed.toLowerCase(Locale.ROOT));
    }

    /** The types that {@code all} stands for. */
    static List<ResourceType> all() {
        return BuiltInTypes.all();
    }

    private static Optional<ResourceType> find(String name, String group) {
        return BuiltInTypes.named(name, group);
    }

    private static ResourceType unknown(String name, String group, @Nullable String version) {
        return new ResourceType(name, group, "", true, false, version);
    }

    // of a short name kubectl forgets the version
    private boolean isShort(String name) {
        return !name.equals(plural) && !name.equals(singular());
    }

    private ResourceType at(String typedVersion) {
        return new ResourceType(plural, group, kind, namespaced, known, typedVersion);
    }

    /** For sentences: {@code deployment}; an unknown type is called as it was typed. */
    public String singular() {
        return known ? kind.toLowerCase(Locale.ROOT) : toString();
    }

    /** Whether this is the built-in type of that plural name and group, at whatever version. */
    public boolean is(String otherPlural, String otherGroup) {
        return plural.equals(otherPlural) && group.equals(otherGroup);
    }

    /** {@code TYPE}, {@code TYPE.GROUP} or {@code TYPE.VERSION.GROUP}; {@link #of} reads it back. */
    @Override
    public String toString() {
        if (version != null) {
            return plural + "." + version + "." + group;
        }
        return group.isEmpty() ? plural : plural + "." + group;
    }
}
