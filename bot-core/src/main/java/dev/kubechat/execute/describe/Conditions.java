package dev.kubechat.execute.describe;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The conditions of an object, in the several ways kubectl shows them. */
final class Conditions {

    private Conditions() {}

    /** Type, status and reason, as of workloads. */
    static void brief(Page page, JsonNode conditions) {
        var all = Values.items(conditions);
        if (!all.isEmpty()) {
            page.write(0, "Conditions:\n  Type\tStatus\tReason\n");
            page.write(1, "----\t------\t------\n");
            all.forEach(condition ->
                    page.write(
                            1,
                            Values.text(condition, "type")
                                    + " \t"
                                    + Values.text(condition, "status")
                                    + "\t"
                                    + Values.text(condition, "reason")
                                    + "\n"));
        }
    }

    /** With the time of the last transition, as of namespaces. */
    static void withTransition(Page page, List<JsonNode> conditions) {
        page.write(0, "Conditions:\n");
        page.write(1, "Type\tStatus\tLastTransitionTime\tReason\tMessage\n");
        page.write(1, "----\t------\t------------------\t------\t-------\n");
        conditions.forEach(condition ->
                page.write(
                        1,
                        String.join(
                                        "\t",
                                        Values.text(condition, "type"),
                                        Values.text(condition, "status"),
                                        page.time(condition.path("lastTransitionTime")),
                                        Values.text(condition, "reason"),
                                        Values.text(condition, "message"))
                                + "\n"));
    }

    /** One line with two times, as of nodes and claims. */
    static String withTimes(Page page, JsonNode condition, String firstTime) {
        return String.join(
                        " \t",
                        Values.text(condition, "type"),
                        Values.text(condition, "status"),
                        page.time(condition.path(firstTime)),
                        page.time(condition.path("lastTransitionTime")),
                        Values.text(condition, "reason"),
                        Values.text(condition, "message"))
                + "\n";
    }
}
