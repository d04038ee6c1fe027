package dev.kubechat.execute.describe;

import dev.kubechat.execute.print.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A container's environment: values, and where values come from. */
final class Environment {

    private final Page page;
    private final @Nullable JsonNode pod;

    Environment(Page page, @Nullable JsonNode pod) {
        this.page = page;
        this.pod = pod;
    }

    void print(JsonNode container) {
        sources(container.path("envFrom"));
        var variables = Values.items(container.path("env"));
        page.write(2, "Environment:" + (variables.isEmpty() ? "\t<none>" : "") + "\n");
        for (var variable : variables) {
            if (Values.has(variable, "valueFrom")) {
                from(Values.text(variable, "name"), variable.path("valueFrom"), container);
            } else {
                value(variable);
            }
        }
    }

    private void sources(JsonNode sources) {
        var all = Values.items(sources);
        if (!all.isEmpty()) {
            page.write(2, "Environment Variables from:\n");
        }
        for (var source : all) {
            var isConfigMap = Values.has(source, "configMapRef");
            var from = source.path(isConfigMap ? "configMapRef" : "secretRef");
            var kind = isConfigMap ? "ConfigMap" : Values.isThere(from) ? "Secret" : "";
            var prefix = Values.text(source, "prefix");
            page.write(
                    3,
                    "%s\t%s%s\tOptional: %b\n"
                            .formatted(
                                    Values.text(from, "name"),
                                    kind,
                                    prefix.isEmpty() ? "" : " with prefix '" + prefix + "'",
                                    Values.flag(from, "optional")));
        }
    }

    private void value(JsonNode variable) {
        var lines = Values.text(variable, "value").split("\n", -1);
        page.field(3, Values.text(variable, "name"), lines[0]);
        for (var i = 1; i < lines.length; i++) {
            page.write(3, "\t" + lines[i] + "\n");
        }
    }

    private void from(String name, JsonNode source, JsonNode container) {
        if (Values.has(source, "fieldRef")) {
            page.field(
                    3,
                    name,
                    "%s (%s:%s)"
                            .formatted(
                                    ofPod(Values.text(source, "fieldRef.fieldPath")),
                                    Values.text(source, "fieldRef.apiVersion"),
                                    Values.text(source, "fieldRef.fieldPath")));
        } else if (Values.has(source, "resourceFieldRef")) {
            var resource = Values.text(source, "resourceFieldRef.resource");
            var amount = amount(source.path("resourceFieldRef"), resource, container);
            var isUnlimited =
                    amount.equals("0")
                            && (resource.equals("limits.cpu") || resource.equals("limits.memory"));
            page.field(
                    3, name, (isUnlimited ? "node allocatable" : amount) + " (" + resource + ")");
        } else if (Values.has(source, "secretKeyRef")) {
            key(name, source.path("secretKeyRef"), "<set to the key '%s' in secret '%s'>");
        } else if (Values.has(source, "configMapKeyRef")) {
            key(name, source.path("configMapKeyRef"), "<set to the key '%s' of config map '%s'>");
        }
    }

    private void key(String name, JsonNode reference, String words) {
        page.field(
                3,
                name,
                words.formatted(Values.text(reference, "key"), Values.text(reference, "name"))
                        + "\tOptional: "
                        + Values.flag(reference, "optional"));
    }

    // kubectl itself knows but these two
    private String ofPod(String path) {
        return pod != null && (path.equals("metadata.name") || path.equals("metadata.namespace"))
                ? Values.text(pod, path)
                : "";
    }

    private static String amount(JsonNode reference, String resource, JsonNode container) {
        var parts = resource.split("\\.", 2);
        if (parts.length < 2
                || !(parts[0].equals("limits") || parts[0].equals("requests"))
                || !(parts[1].equals("cpu")
                        || parts[1].equals("memory")
                        || parts[1].equals("ephemeral-storage")
                        || parts[1].startsWith("hugepages-"))) {
            return "";
        }
        var amount = Quantity.of(container.path("resources").path(parts[0]).path(parts[1]));
        var divisor = Quantity.of(reference.path("divisor"));
        if (divisor.amount().signum() <= 0) {
            divisor = Quantity.ONE;
        }
        return parts[1].equals("cpu")
                ? divided(amount.thousandths(), divisor.thousandths())
                : divided(amount.units(), divisor.units());
    }

    private static String divided(BigDecimal amount, BigDecimal divisor) {
        return amount.divide(divisor, 0, RoundingMode.CEILING).toPlainString();
    }
}
