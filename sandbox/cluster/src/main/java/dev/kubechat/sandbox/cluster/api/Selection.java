package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.FieldSelector;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.LabelSelector;
import dev.kubechat.sandbox.cluster.object.ResourceType;

/** The objects of a collection a request is about. */
record Selection(
        ResourceType type,
        String namespace,
        String name,
        LabelSelector labels,
        FieldSelector fields) {

    static Selection of(ResourceType type, Target.Resource target, Call call) {
        var namespace = type.namespaced() ? target.namespace() : "";
        return new Selection(
                type,
                namespace,
                target.name(),
                LabelSelector.parse(call.parameter("labelSelector")),
                FieldSelector.parse(call.parameter("fieldSelector"), type));
    }

    boolean holds(KubeObject object) {
        return (namespace.isEmpty() || namespace.equals(object.namespace()))
                && (name.isEmpty() || name.equals(object.name()))
                && labels.matches(object)
                && fields.matches(object);
    }
}
