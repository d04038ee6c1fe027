package dev.kubechat.sandbox.cluster.admission;

import dev.kubechat.sandbox.cluster.object.FieldError;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.LabelSelector;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The content checks that a person meets: names, selectors, containers, replicas, and fields that never change. */
final class Validation {
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final String NOT_A_SUBDOMAIN =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-'"
                    + " or '.', and must start and end with an alphanumeric character (e.g."
                    + " 'example.com', regex used for validation is "
                    + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private static final String NOT_A_LABEL =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-',"
                    + " and must start and end with an alphanumeric character (e.g. 'my-name',  or"
                    + " '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private static final Set<String> WITH_TEMPLATE =
            Set.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet");
    private static final Set<String> FIXED_METADATA = Set.of("uid", "creationTimestamp");

    private Validation() {}

    /** @throws StatusError 422 with all that is wrong */
    static void checkNew(ResourceType type, KubeObject object) {
        var errors = new ArrayList<FieldError>();
        name(type, object, errors);
        content(type, object, errors);
        refuse(type, object, errors);
    }

    /** @throws StatusError 422 with all that is wrong */
    static void checkChange(ResourceType type, KubeObject before, KubeObject after) {
        var errors = new ArrayList<FieldError>();
        FIXED_METADATA.forEach(field -> fixed("metadata." + field, before, after, errors));
        content(type, after, errors);
        if (WITH_TEMPLATE.contains(type.kind())) {
            fixed("spec.selector", before, after, errors);
        }
        if (type.kind().endsWith("RoleBinding") || type.kind().equals("RoleBinding")) {
            if (!before.at("/roleRef").equals(after.at("/roleRef"))) {
                errors.add(
                        FieldError.invalid(
                                "roleRef", after.at("/roleRef"), "cannot change roleRef"));
            }
        }
        if (type.kind().equals("Pod") && !withoutMutable(before).equals(withoutMutable(after))) {
            errors.add(
                    FieldError.forbidden(
                            "spec",
                            "pod updates may not change fields other than"
                                + " `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations`"
                                + " (only additions to existing"
                                + " tolerations),`spec.terminationGracePeriodSeconds` (allow it to"
                                + " be set to 1 if it was previously negative)"));
        }
        refuse(type, after, errors);
    }

    private static void name(ResourceType type, KubeObject object, List<FieldError> errors) {
        var name = object.name();
        if (name.isEmpty()) {
            errors.add(FieldError.required("metadata.name", "name or generateName is required"));
        } else if (type.group().equals("rbac.authorization.k8s.io")) {
            if (name.contains("/") || name.contains("%")) {
                errors.add(FieldError.invalid("metadata.name", name, "may not contain '/'"));
            }
        } else if (Set.of("Namespace", "Service").contains(type.kind())) {
            if (!LABEL.matcher(name).matches() || name.length() > 63) {
                errors.add(FieldError.invalid("metadata.name", name, NOT_A_LABEL));
            }
        } else if (!SUBDOMAIN.matcher(name).matches() || name.length() > 253) {
            errors.add(FieldError.invalid("metadata.name", name, NOT_A_SUBDOMAIN));
        }
    }

    private static void content(ResourceType type, KubeObject object, List<FieldError> errors) {
        Labels.check("metadata.labels", object.at("/metadata/labels"), errors);
        if (object.number("/spec/replicas", 0) < 0) {
            errors.add(
                    FieldError.invalid(
                            "spec.replicas",
                            object.number("/spec/replicas", 0),
                            "must be greater than or equal to 0"));
        }
        if (WITH_TEMPLATE.contains(type.kind())) {
            selector(object, errors);
            containers(
                    "spec.template.spec.containers",
                    object.at("/spec/template/spec/containers"),
                    errors);
        } else if (type.kind().equals("Job")) {
            job("spec.template.spec", object, errors);
        } else if (type.kind().equals("CronJob")) {
            job("spec.jobTemplate.spec.template.spec", object, errors);
        } else if (type.kind().equals("Pod")) {
            containers("spec.containers", object.at("/spec/containers"), errors);
        } else if (type.kind().endsWith("RoleBinding")) {
            roleRef(type, object, errors);
        } else if (type.kind().equals("Service")
                && object.items("/spec/ports").isEmpty()
                && !isPortless(object)) {
            errors.add(FieldError.required("spec.ports", ""));
        }
    }

    private static void job(String field, KubeObject object, List<FieldError> errors) {
        var spec = object.at("/" + field.replace('.', '/'));
        containers(field + ".containers", spec.path("containers"), errors);
        if (spec.path("restartPolicy").asString("").equals("Always")) {
            errors.add(
                    FieldError.required(
                            field + ".restartPolicy", "valid values: \"OnFailure\", \"Never\""));
        }
    }

    private static void roleRef(ResourceType type, KubeObject object, List<FieldError> errors) {
        var kind = object.text("/roleRef/kind");
        boolean ofCluster = type.kind().equals("ClusterRoleBinding");
        if (!kind.equals("ClusterRole") && (ofCluster || !kind.equals("Role"))) {
            errors.add(
                    FieldError.unsupported(
                            "roleRef.kind",
                            '"' + kind + '"',
                            ofCluster ? "\"ClusterRole\"" : "\"ClusterRole\", \"Role\""));
        }
        if (object.text("/roleRef/name").isEmpty()) {
            errors.add(FieldError.required("roleRef.name", ""));
        }
    }

    private static void selector(KubeObject object, List<FieldError> errors) {
        if (object.at("/spec/selector").isEmpty()) {
            errors.add(FieldError.required("spec.selector", ""));
        }
        var labels = object.at("/spec/template/metadata/labels");
        if (labels.isEmpty()
                || object.at("/spec/selector").isEmpty()
                || !LabelSelector.of(object.at("/spec/selector"))
                        .matches(KubeObject.textMap(labels))) {
            errors.add(
                    FieldError.invalid(
                            "spec.template.metadata.labels",
                            labels.isMissingNode() ? NullNode.getInstance() : labels,
                            "`selector` does not match template `labels`"));
        }
    }

    private static void containers(String field, JsonNode containers, List<FieldError> errors) {
        if (containers.isEmpty()) {
            errors.add(FieldError.required(field, ""));
        }
        int index = 0;
        for (var container : containers) {
            for (var required : List.of("name", "image")) {
                if (container.path(required).asString("").isEmpty()) {
                    errors.add(
                            FieldError.required("%s[%d].%s".formatted(field, index, required), ""));
                }
            }
            index++;
        }
    }

    private static boolean isPortless(KubeObject service) {
        return service.text("/spec/type").equals("ExternalName")
                || service.text("/spec/clusterIP").equals("None");
    }

    private static void fixed(
            String field, KubeObject before, KubeObject after, List<FieldError> errors) {
        var pointer = "/" + field.replace('.', '/');
        if (!before.at(pointer).equals(after.at(pointer))) {
            var value = after.at(pointer);
            errors.add(
                    FieldError.invalid(
                            field,
                            value.isString()
                                    ? value.asString()
                                    : value.isMissingNode() ? NullNode.getInstance() : value,
                            "field is immutable"));
        }
    }

    /** A pod's spec without what may change while it lives. */
    private static JsonNode withoutMutable(KubeObject pod) {
        var spec =
                pod.edited(json -> {
                    for (var list : List.of("/spec/containers", "/spec/initContainers")) {
                        json.at(list)
                                .forEach(container -> ((ObjectNode) container).remove("image"));
                    }
                    json.withObject("/spec")
                            .remove(
                                    List.of(
                                            "activeDeadlineSeconds",
                                            "tolerations",
                                            "terminationGracePeriodSeconds"));
                });
        return spec.at("/spec");
    }

    private static void refuse(ResourceType type, KubeObject object, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw StatusError.invalid(type, object.name(), errors);
        }
    }
}
