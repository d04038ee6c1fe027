package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.access.Action;
import dev.kubechat.sandbox.cluster.access.Caller;
import dev.kubechat.sandbox.cluster.access.Rbac;
import dev.kubechat.sandbox.cluster.access.Tokens;
import dev.kubechat.sandbox.cluster.admission.Admission;
import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** From a request that may be made to what answers it. */
final class Dispatch {
    private static final Set<String> NOT_ON_STAGE =
            Set.of(
                    "attach",
                    "portforward",
                    "proxy",
                    "ephemeralcontainers",
                    "resize",
                    "binding",
                    "token",
                    "finalize",
                    "approval");
    private static final Set<String> WRITES = Set.of("create", "update", "patch");
    private static final Set<String> GRANTS =
            Set.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding");
    private static final Action ANYTHING = new Action.OnResource("*", "*", "*", "", "", "");

    private final Catalog catalog;
    private final Rbac rbac;
    private final Discovery discovery;
    private final Reading reading;
    private final Watching watching;
    private final Writing writing;
    private final Deleting deleting;
    private final Scaling scaling;
    private final Evicting evicting;
    private final PodLogs logs;
    private final Executing executing;
    private final Reviews reviews;

    Dispatch(
            Catalog catalog,
            ObjectStore store,
            Tokens tokens,
            InstantSource clock,
            BooleanSupplier open) {
        this.catalog = catalog;
        this.rbac = new Rbac(store, catalog);
        this.discovery = new Discovery(catalog);
        this.reading = new Reading(store, clock);
        this.watching = new Watching(store, clock, open);
        this.writing = new Writing(store, new Admission(store, catalog), clock);
        this.deleting = new Deleting(store, clock);
        this.scaling = new Scaling(store);
        this.evicting = new Evicting(store, catalog, deleting);
        this.logs = new PodLogs(store, clock, open);
        this.executing = new Executing(store, catalog, clock);
        this.reviews = new Reviews(rbac, tokens, clock);
    }

    Rbac rbac() {
        return rbac;
    }

    Reply answer(Target target, Caller caller, Call call) {
        return switch (target) {
            case Target.Path path -> discovery.answer(path);
            case Target.Resource resource -> answer(resource, caller, call);
        };
    }

    private Reply answer(Target.Resource target, Caller caller, Call call) {
        var type =
                catalog.find(target.groupVersion(), target.plural())
                        .orElseThrow(StatusError::unknownResource);
        if (!type.namespaced()
                && !target.namespace().isEmpty()
                && !target.plural().equals("namespaces")) {
            throw StatusError.unknownResource();
        }
        if (type.namespaced() && target.namespace().isEmpty() && !target.name().isEmpty()) {
            throw StatusError.unknownResource();
        }
        if (!type.isKept()) {
            return review(type, target, caller, call);
        }
        return target.subresource().isEmpty()
                ? onObjects(type, target, caller, call)
                : onSubresource(type, target, caller, call);
    }

    private Reply review(ResourceType type, Target.Resource target, Caller caller, Call call) {
        if (!target.verb().equals("create") || !target.name().isEmpty()) {
            throw StatusError.methodNotAllowed();
        }
        return reviews.answer(type, caller, call);
    }

    private Reply onObjects(ResourceType type, Target.Resource target, Caller caller, Call call) {
        if (!type.allows(target.verb()) || wrongPlace(type, target)) {
            throw StatusError.methodNotAllowed();
        }
        if (GRANTS.contains(type.kind()) && WRITES.contains(target.verb())) {
            checkMayGrant(type, target, caller);
        }
        return switch (target.verb()) {
            case "get" -> reading.get(type, target, call);
            case "list" -> reading.list(type, target, call);
            case "watch" -> watching.watch(type, target, call);
            case "create" -> writing.create(type, target, call);
            case "update" -> writing.update(type, target, call);
            case "patch" -> writing.patch(type, target, call);
            case "delete" -> deleting.delete(type, target, call);
            case "deletecollection" -> deleting.deleteCollection(type, target, call);
            default -> throw StatusError.methodNotAllowed();
        };
    }

    private Reply onSubresource(
            ResourceType type, Target.Resource target, Caller caller, Call call) {
        var subresource = target.subresource().split("/", 2)[0];
        if (NOT_ON_STAGE.contains(subresource)) {
            throw StatusError.notOnStage(
                    "This in-process cluster has no real containers and does not do %s/%s; use a real cluster for that."
                            .formatted(type.plural(), subresource));
        }
        var known =
                type.subresource(target.subresource()).orElseThrow(StatusError::unknownResource);
        if (!ResourceType.allows(known, target.verb())) {
            throw StatusError.methodNotAllowed();
        }
        return switch (target.subresource()) {
            case "scale" -> scaling.answer(type, target, call);
            case "log" -> logs.answer(type, target.key(), call);
            case "exec" -> {
                // a GET that upgrades needs what a POST would need, too
                rbac.check(caller, target.asTo("create"));
                yield executing.answer(type, target, call);
            }
            case "eviction" -> evicting.answer(type, target, call);
            case "status" -> onStatus(type, target, call);
            default -> throw StatusError.unknownResource();
        };
    }

    private Reply onStatus(ResourceType type, Target.Resource target, Call call) {
        return switch (target.verb()) {
            case "get" -> reading.get(type, target, call);
            case "update" -> writing.update(type, target, call);
            default -> writing.patch(type, target, call);
        };
    }

    /** A collection cannot be updated, a named object is not created, and a namespaced object is made in a namespace. */
    private static boolean wrongPlace(ResourceType type, Target.Resource target) {
        boolean named = !target.name().isEmpty();
        return switch (target.verb()) {
            case "create" -> named || (type.namespaced() && target.namespace().isEmpty());
            case "update", "patch", "delete" -> !named;
            case "deletecollection" -> type.namespaced() && target.namespace().isEmpty();
            case "get" -> type.namespaced() && target.namespace().isEmpty();
            default -> false;
        };
    }

    /** A real server lets people hand on what they hold; working that out is left to it, here only who holds all may grant. */
    private void checkMayGrant(ResourceType type, Target.Resource target, Caller caller) {
        if (!rbac.allows(caller, ANYTHING)) {
            throw StatusError.forbidden(
                    type.qualifiedName(),
                    target.name(),
                    "user \"%s\" is attempting to grant RBAC permissions, which this in-process cluster leaves to cluster admins"
                            .formatted(caller.name()));
        }
    }
}
