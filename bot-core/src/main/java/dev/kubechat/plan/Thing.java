package dev.kubechat.plan;

import dev.kubechat.kubectl.ResourceType;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody speaks of: "checkout", "the checkout deployment", "pod web-0", "checkout and cart", "pods".
 *
 * @param kind plural name of the resource type that was named; null if none was
 * @param names none if only a kind was named
 * @param plural whether the kind was said of several
 * @param owner whether the names are of what the pods belong to: "the checkout pods"
 */
record Thing(@Nullable String kind, List<String> names, boolean plural, boolean owner) {

    // what controllers append to the names of their pods; a person may shorten it
    private static final Pattern POD =
            Pattern.compile(
                    ".+-([0-9]{1,3}|(?=[a-z]*[0-9])(?=[0-9]*[a-z])[0-9a-z]{5}|[bcdfghjklmnpqrstvwxz2456789]{5}|(?=[a-f]*[0-9])[0-9a-f]{4}|pod)");

    private static final Pattern COUNTED = Pattern.compile("-[0-9]{1,3}$");

    Thing {

        names = List.copyOf(names);
    }

    static boolean looksLikePod(String name) {
        return POD.matcher(name).matches();
    }

    /** A pod of a deployment, or one that says so: "worker-1" may be a node as well. */
    static boolean isSurelyPod(String name) {
        return looksLikePod(name) && (name.endsWith("-pod") || !COUNTED.matcher(name).find());
    }

    boolean isNamed() {
        return !names.isEmpty();
    }

    boolean isKind(String plural) {
        return plural.equals(kind);
    }

    Thing as(String plural) {
        return new Thing(plural, names, false, false);
    }

    /** With a kind: the one named, pod for a name that only pods have, else deployment. */
    Thing asWorkload() {
        if (owner) {
            return as("deployments");
        }
        if (kind != null) {
            return this;
        }
        return as(names.stream().allMatch(Thing::looksLikePod) ? "pods" : "deployments");
    }

    /** {@code TYPE/NAME} each, or TYPE. */
    String words() {
        return isNamed()
                ? names.stream().map(name -> type() + "/" + name).collect(Collectors.joining(" "))
                : type();
    }

    /** Names alone, where the verb knows the kind. */
    String bare() {
        return String.join(" ", names);
    }

    /** Singular name of the kind, as it is typed. */
    String type() {
        return kind == null ? "" : singular(kind);
    }

    /** Plural name of the kind. */
    String types() {
        return kind == null ? "" : kind;
    }

    static String singular(String plural) {
        return ResourceType.builtIn(plural).map(ResourceType::singular).orElse(plural);
    }

    /** As a person says it. */
    String said() {
        return String.join(" and ", names);
    }
}
