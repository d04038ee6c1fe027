package dev.kubechat.kubectl;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** New accounts, and what they may do. */
public sealed interface CreateRight extends CreateCommand {

    record ServiceAccount(ObjectName object, Scope scope, ChangeOptions options)
            implements CreateRight {

        static ServiceAccount of(Said said) {
            return new ServiceAccount(
                    NewObject.named(said, "serviceaccounts"), said.scope(), ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create serviceaccount";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this).line();
        }
    }

    /** Rights in one namespace. */
    record Role(ObjectName object, Scope scope, RoleRules rules, ChangeOptions options)
            implements CreateRight {

        static Role of(Said said) {
            ObjectName object = NewObject.named(said, "roles.rbac.authorization.k8s.io");
            return new Role(object, said.scope(), RoleRules.of(said), ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create role";
        }

        @Override
        public CommandLine line() {
            return rules.write(NewObject.start(this)).line();
        }
    }

    /**
     * Rights in all of the cluster: rules, or the rules of other roles.
     *
     * @param rules null if they come from other roles
     * @param aggregated the labels of the roles whose rules it takes; empty for none
     */
    record ClusterRole(
            ObjectName object,
            Scope scope,
            @Nullable RoleRules rules,
            SortedMap<String, String> aggregated,
            ChangeOptions options)
            implements CreateRight {

        public ClusterRole {
            aggregated = Collections.unmodifiableSortedMap(new TreeMap<>(aggregated));
        }

        static ClusterRole of(Said said) {
            ObjectName object = NewObject.named(said, "clusterroles.rbac.authorization.k8s.io");
            var aggregated = new TreeMap<String, String>();
            said.list("aggregation-rule")
                    .forEach(pair -> aggregated.put(GoValues.key(pair), GoValues.value(pair)));
            return new ClusterRole(
                    object,
                    said.scope(),
                    aggregated.isEmpty() ? RoleRules.ofCluster(said) : RoleRules.none(said),
                    aggregated,
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create clusterrole";
        }

        @Override
        public CommandLine line() {
            LineBuilder line = NewObject.start(this).map("aggregation-rule", aggregated);
            return (rules == null ? line : rules.write(line)).line();
        }
    }

    /**
     * A role given to somebody in one namespace. One of the two roles is there.
     *
     * @param clusterRole by name
     * @param role by name
     */
    record RoleBinding(
            ObjectName object,
            Scope scope,
            @Nullable String clusterRole,
            @Nullable String role,
            Bindings subjects,
            ChangeOptions options)
            implements CreateRight {

        static RoleBinding of(Said said) {
            ObjectName object = NewObject.named(said, "rolebindings.rbac.authorization.k8s.io");
            String clusterRole = said.text("clusterrole");
            String role = said.text("role");
            if ((clusterRole == null) == (role == null)) {
                throw new Unreadable(
                        "create rolebinding needs one of --role and --clusterrole, like kubectl create rolebinding %s --role=reader --user=alice."
                                .formatted(object.name()));
            }
            return new RoleBinding(
                    object,
                    said.scope(),
                    clusterRole,
                    role,
                    Bindings.of(said),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create rolebinding";
        }

        @Override
        public CommandLine line() {
            return subjects.write(
                            NewObject.start(this)
                                    .flag("clusterrole", clusterRole)
                                    .flag("role", role))
                    .line();
        }
    }

    /** A role given to somebody in all of the cluster. */
    record ClusterRoleBinding(
            ObjectName object,
            Scope scope,
            String clusterRole,
            Bindings subjects,
            ChangeOptions options)
            implements CreateRight {

        static ClusterRoleBinding of(Said said) {
            ObjectName object =
                    NewObject.named(said, "clusterrolebindings.rbac.authorization.k8s.io");
            return new ClusterRoleBinding(
                    object,
                    said.scope(),
                    NewObject.required(
                            said,
                            "clusterrole",
                            object.name() + " --clusterrole=view --user=alice"),
                    Bindings.of(said),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create clusterrolebinding";
        }

        @Override
        public CommandLine line() {
            return subjects.write(NewObject.start(this).flag("clusterrole", clusterRole)).line();
        }
    }

    /**
     * A key to the cluster for a service account, which is the object.
     *
     * @param audiences whom it is for; empty for the API server
     * @param lifetime whole seconds; null leaves it to the server
     * @param boundKind Pod, Secret or Node that it dies with; null for none
     * @param boundName name of that; null for none
     * @param boundUid uid of that; null for whichever has the name
     */
    record Token(
            ObjectName object,
            Scope scope,
            List<String> audiences,
            @Nullable Duration lifetime,
            @Nullable String boundKind,
            @Nullable String boundName,
            @Nullable String boundUid,
            ChangeOptions options)
            implements CreateRight {

        private static final Set<String> KINDS = Set.of("Pod", "Secret", "Node");

        public Token {
            audiences = List.copyOf(audiences);
        }

        static Token of(Said said) {
            List<String> audiences = said.list("audience");
            if (audiences.contains("")) {
                throw new Unreadable("--audience needs to be told whom the token is for.");
            }
            Duration lifetime = said.duration("duration");
            if (lifetime != null
                    && (lifetime.isNegative()
                            || !lifetime.equals(lifetime.truncatedTo(ChronoUnit.SECONDS)))) {
                throw new Unreadable("--duration is whole seconds, like 10m.");
            }
            String kind = said.text("bound-object-kind");
            String name = said.text("bound-object-name");
            String uid = said.text("bound-object-uid");
            boolean wrong =
                    kind == null
                            ? name != null || uid != null
                            : !KINDS.contains(kind) || name == null;
            if (wrong) {
                throw new Unreadable(
                        "A token is bound with --bound-object-kind, which is Pod, Secret or Node,"
                                + " and --bound-object-name.");
            }
            return new Token(
                    NewObject.named(said, "serviceaccounts"),
                    said.scope(),
                    audiences,
                    lifetime,
                    kind,
                    name,
                    uid,
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create token";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this)
                    .list("audience", audiences)
                    .duration("duration", lifetime)
                    .flag("bound-object-kind", boundKind)
                    .flag("bound-object-name", boundName)
                    .flag("bound-object-uid", boundUid)
                    .line();
        }
    }
}
