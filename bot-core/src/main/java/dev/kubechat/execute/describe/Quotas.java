package dev.kubechat.execute.describe;

import dev.kubechat.execute.describe.Window.Resource;
import dev.kubechat.execute.print.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** {@code kubectl describe} of namespaces, their quotas and their limits. */
final class Quotas {

    private static final Resource QUOTAS = new Resource("", "v1", "resourcequotas");
    private static final Resource LIMITS = new Resource("", "v1", "limitranges");

    private static final String LIMITS_HEAD =
            "Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio\n";
    private static final String LIMITS_LINE =
            "----\t--------\t---\t---\t---------------\t-------------\t-----------------------\n";

    private static final Map<String, String> SCOPES =
            Map.of(
                    "Terminating",
                    "Matches all pods that have an active deadline. These pods have a limited"
                            + " lifespan on a node before being actively terminated by the system.",
                    "NotTerminating",
                    "Matches all pods that do not have an active deadline. These pods usually"
                            + " include long running pods whose container command is not expected"
                            + " to terminate.",
                    "BestEffort",
                    "Matches all pods that do not have resource requirements set. These pods have"
                            + " a best effort quality of service.",
                    "NotBestEffort",
                    "Matches all pods that have at least one resource requirement set. These pods"
                            + " have a burstable or guaranteed quality of service.");

    private Quotas() {}

    static void namespace(Subject namespace, Page page) {
        var quotas = list(namespace, QUOTAS);
        var limits = list(namespace, LIMITS);
        page.field("Name", namespace.name());
        WorkloadDescriptions.labels(namespace, page);
        page.field("Status", namespace.text("status.phase"));
        var conditions = Values.items(namespace.at("status.conditions"));
        if (!conditions.isEmpty()) {
            Conditions.withTransition(page, conditions);
        }
        quotas.ifPresent(all -> {
            page.write(0, "\n");
            quotas(all, page);
        });
        limits.ifPresent(all -> {
            page.write(0, "\n");
            limits(all, page);
        });
    }

    private static Optional<List<JsonNode>> list(Subject namespace, Resource resource) {
        try {
            return Optional.of(namespace.window().list(resource, namespace.name(), null, null));
        } catch (NotShown notSeen) {
            if (!notSeen.isNotFound()) {
                throw notSeen;
            }
            return Optional.empty();
        }
    }

    private static void quotas(List<JsonNode> quotas, Page page) {
        if (quotas.isEmpty()) {
            page.write(0, "No resource quota.\n");
            return;
        }
        page.write(0, "Resource Quotas\n");
        quotas.stream()
                .sorted(Comparator.comparing(quota -> Values.text(quota, "metadata.name")))
                .forEach(quota -> {
                    page.field(1, "Name", Values.text(quota, "metadata.name"));
                    scopes(quota, page, 1, "* ");
                    page.write(1, "Resource\tUsed\tHard\n");
                    page.write(1, "--------\t---\t---\n");
                    var used = Values.at(quota, "status.used");
                    Values.map(Values.at(quota, "status.hard"))
                            .forEach((name, hard) ->
                                    page.write(
                                            1,
                                            "%s\t%s\t%s\n"
                                                    .formatted(
                                                            name,
                                                            Values.text(used.path(name)).isEmpty()
                                                                    ? "0"
                                                                    : Values.text(used.path(name)),
                                                            hard)));
                });
    }

    private static void scopes(JsonNode quota, Page page, int level, String mark) {
        var scopes = Values.strings(Values.at(quota, "spec.scopes")).stream().sorted().toList();
        if (!scopes.isEmpty()) {
            page.field(level, "Scopes", String.join(", ", scopes));
            scopes.stream()
                    .filter(SCOPES::containsKey)
                    .forEach(scope -> page.write(level, mark + SCOPES.get(scope) + "\n"));
        }
    }

    static void quota(Subject quota, Page page) {
        WorkloadDescriptions.names(quota, page);
        scopes(quota.object(), page, 0, " * ");
        page.write(0, "Resource\tUsed\tHard\n");
        page.write(0, "--------\t----\t----\n");
        Values.map(quota.at("status.hard"))
                .forEach((name, hard) ->
                        page.write(
                                0,
                                "%s\t%s\t%s\n"
                                        .formatted(
                                                name,
                                                used(
                                                        quota.at("status.used").path(name),
                                                        quota.at("status.hard").path(name)),
                                                hard)));
    }

    private static String used(JsonNode used, JsonNode hard) {
        var quantity = Quantity.of(used);
        var form = Quantity.of(hard).form();
        return (quantity.form() == form ? quantity : quantity.in(form)).toString();
    }

    private static void limits(List<JsonNode> ranges, Page page) {
        if (ranges.isEmpty()) {
            page.write(0, "No LimitRange resource.\n");
            return;
        }
        page.write(0, "Resource Limits\n " + LIMITS_HEAD);
        page.write(0, " " + LIMITS_LINE);
        ranges.forEach(range -> limits(range, " ", page));
    }

    static void limitRange(Subject range, Page page) {
        WorkloadDescriptions.names(range, page);
        page.write(0, LIMITS_HEAD);
        page.write(0, LIMITS_LINE);
        limits(range.object(), "", page);
    }

    // kubectl takes the resources in any order; here they are sorted
    private static void limits(JsonNode range, String prefix, Page page) {
        var columns = List.of("min", "max", "defaultRequest", "default", "maxLimitRequestRatio");
        for (var limit : Values.items(Values.at(range, "spec.limits"))) {
            var names = new TreeSet<String>();
            columns.forEach(column -> names.addAll(Values.map(limit.path(column)).keySet()));
            for (var name : names) {
                page.write(0, prefix + Values.text(limit, "type") + "\t" + name);
                columns.forEach(column -> {
                    var value = Values.text(limit.path(column).path(name));
                    page.write(0, "\t" + (value.isEmpty() ? "-" : value));
                });
                page.write(0, "\n");
            }
        }
    }
}
