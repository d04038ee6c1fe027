package dev.kubechat.sandbox.cluster.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A condition on the few fields the API can select by. */
public record FieldSelector(List<Term> terms) {
    private static final Set<String> EVERYWHERE = Set.of("metadata.name", "metadata.namespace");
    private static final Set<String> PODS =
            Set.of(
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.schedulerName",
                    "spec.serviceAccountName",
                    "spec.hostNetwork",
                    "status.phase",
                    "status.podIP",
                    "status.nominatedNodeName");
    private static final Set<String> EVENTS =
            Set.of(
                    "involvedObject.kind",
                    "involvedObject.namespace",
                    "involvedObject.name",
                    "involvedObject.uid",
                    "involvedObject.apiVersion",
                    "involvedObject.resourceVersion",
                    "involvedObject.fieldPath",
                    "reason",
                    "reportingComponent",
                    "source",
                    "type");

    private static final Set<String> SELECTED_BY_MORE =
            Set.of(
                    "Pod",
                    "Event",
                    "Namespace",
                    "Node",
                    "Secret",
                    "Job",
                    "ReplicaSet",
                    "ReplicationController");

    public FieldSelector {
        terms = List.copyOf(terms);
    }

    record Term(String field, boolean equal, String value) {
        boolean holds(KubeObject object) {
            var path = field.equals("source") ? "source.component" : field;
            return object.text("/" + path.replace('.', '/')).equals(value) == equal;
        }
    }

    /** @throws StatusError 400 for a field this type cannot be selected by, in the server's words */
    public static FieldSelector parse(String text, ResourceType type) {
        var terms = new ArrayList<Term>();
        for (var part : text.split(",")) {
            if (!part.isBlank()) {
                terms.add(term(part.strip(), type));
            }
        }
        return new FieldSelector(terms);
    }

    public boolean matches(KubeObject object) {
        return terms.stream().allMatch(term -> term.holds(object));
    }

    /** The one name asked for, which authorization treats as the object's name. */
    public Optional<String> name() {
        return terms.stream()
                .filter(term -> term.field().equals("metadata.name") && term.equal())
                .map(Term::value)
                .findFirst();
    }

    private static Term term(String part, ResourceType type) {
        int operator = part.indexOf('=');
        if (operator <= 0) {
            throw StatusError.badRequest(
                    "invalid selector: '%s'; can't understand '%s'".formatted(part, part));
        }
        boolean equal = part.charAt(operator - 1) != '!';
        var field = part.substring(0, equal ? operator : operator - 1).strip();
        var value = part.substring(operator + (part.startsWith("==", operator) ? 2 : 1)).strip();
        if (!isKnown(field, type)) {
            throw StatusError.badRequest(
                    SELECTED_BY_MORE.contains(type.kind())
                            ? "field label not supported: " + field
                            : "\"%s\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
                                    .formatted(field));
        }
        return new Term(field, equal, value);
    }

    private static boolean isKnown(String field, ResourceType type) {
        return EVERYWHERE.contains(field)
                || switch (type.kind()) {
                    case "Pod" -> PODS.contains(field);
                    case "Event" -> EVENTS.contains(field);
                    case "Namespace" -> field.equals("status.phase");
                    case "Node" -> field.equals("spec.unschedulable");
                    case "Secret" -> field.equals("type");
                    case "Job" -> field.equals("status.successful");
                    case "ReplicaSet", "ReplicationController" -> field.equals("status.replicas");
                    default -> false;
                };
    }
}
