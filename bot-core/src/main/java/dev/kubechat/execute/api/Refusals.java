package dev.kubechat.execute.api;

import dev.kubechat.cluster.Caller;
import dev.kubechat.kubectl.ResourceType;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The API server's "no" in sentences for people: whose fault it is, the person's rights or the bot's bound, and what to do next. */
public final class Refusals {

    // written by the server's own code, the same for all versions with RBAC
    private static final Pattern CANNOT =
            Pattern.compile(
                    "User \"(?<user>[^\"]*)\" cannot (?<verb>\\S+) resource \"(?<resource>[^\"]*)\""
                            + " in API group \"(?<group>[^\"]*)\"(?: in the namespace"
                            + " \"(?<namespace>[^\"]*)\")?");
    private static final Pattern IMPERSONATED =
            Pattern.compile("\"(?<name>[^\"]*)\" is forbidden: ");
    private static final String ON = "impersonate-on:user-info:";

    private Refusals() {}

    public static String forbidden(Reply reply, Caller caller) {
        var cannot = CANNOT.matcher(reply.message());
        if (reply.message().contains("impersonating the")) {
            return "Cluster %s impersonates no group of Kubernetes itself. An admin takes it out of your mapping."
                    .formatted(caller.cluster());
        }
        if (!cannot.find()) {
            return "Cluster %s does not allow this: %s."
                    .formatted(caller.cluster(), Masking.text(reply.message()));
        }
        var verb = cannot.group("verb");
        var what = resource(cannot.group("resource"), cannot.group("group"));
        var where = where(cannot.group("namespace"));
        if (verb.startsWith(ON)) {
            return bound(verb.substring(ON.length()), what, where, caller);
        }
        if (verb.startsWith("impersonate")) {
            return stranger(reply, cannot.group("resource"), caller);
        }
        return rights(verb, what, where, caller);
    }

    /** The cluster roles that would grant what the server said is lacking; empty where it is not the person who lacks it. */
    public static String granting(Reply reply, Api api) {
        var cannot = CANNOT.matcher(reply.message());
        return cannot.find() && !cannot.group("verb").startsWith("impersonate")
                ? GrantingRoles.sentence(
                        api, cannot.group("verb"), cannot.group("resource"), cannot.group("group"))
                : "";
    }

    /** The person's own rights do not reach. */
    public static String rights(String verb, String what, String where, Caller caller) {
        return "You may not %s %s %s (Kubernetes user %s). Ask whoever manages access to cluster %s for that right."
                .formatted(verb, what, where, caller.who().user(), caller.cluster());
    }

    /** The bot's role does not let it do this in anyone's name. */
    public static String bound(String verb, String what, String where, Caller caller) {
        return ("KubeChat may not %s %s %s, whoever asks: its role in cluster %s does not allow it."
                        + " If it should, an admin adds %s%s on %s to that role.")
                .formatted(verb, what, where, caller.cluster(), ON, verb, what);
    }

    private static String stranger(Reply reply, String plural, Caller caller) {
        var named = IMPERSONATED.matcher(reply.message());
        var whom =
                named.find()
                        ? "\"%s\" (%s)".formatted(named.group("name"), plural)
                        : "one of these " + plural;
        return ("KubeChat may not act as %s in cluster %s: its role there does not name them. An"
                        + " admin applies the role that KubeChat generates from the mapping.")
                .formatted(whom, caller.cluster());
    }

    public static String missing(
            ApiResource resource, String name, @Nullable String namespace, Caller caller) {
        var where = namespace == null ? "in" : "in namespace %s of".formatted(namespace);
        return "There is no %s \"%s\" %s cluster %s. See what there is: kubectl get %s%s"
                .formatted(
                        resource.kind().toLowerCase(Locale.ROOT),
                        name,
                        where,
                        caller.cluster(),
                        resource.resource(),
                        namespace == null ? "" : " -n " + namespace);
    }

    public static String unknownType(ResourceType type, Caller caller) {
        return "Cluster %s has no resource type \"%s\". Check the spelling, or see its types: kubectl api-resources"
                .formatted(caller.cluster(), type);
    }

    /** Anything else the server answered in place of doing it. */
    public static String other(Reply reply, Caller caller) {
        return "Cluster %s did not do this: %s."
                .formatted(caller.cluster(), Masking.text(reply.message()));
    }

    public static String where(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty()
                ? "cluster-wide"
                : "in namespace " + namespace;
    }

    private static String resource(String resource, String group) {
        if (group.isEmpty()) {
            return resource;
        }
        var slash = resource.indexOf('/');
        return slash < 0
                ? resource + "." + group
                : resource.substring(0, slash) + "." + group + resource.substring(slash);
    }
}
