package dev.kubechat.execute.describe;

/** {@code kubectl describe} of disruption budgets and priority classes. */
final class PolicyDescriptions {

    private PolicyDescriptions() {}

    static void disruptionBudget(Subject budget, Page page) {
        WorkloadDescriptions.names(budget, page);
        if (budget.has("spec.minAvailable")) {
            page.field("Min available", budget.text("spec.minAvailable"));
        } else if (budget.has("spec.maxUnavailable")) {
            page.field("Max unavailable", budget.text("spec.maxUnavailable"));
        }
        page.field(
                "Selector",
                budget.has("spec.selector")
                        ? Selectors.shown(budget.at("spec.selector"))
                        : Values.UNSET);
        var status = budget.at("status");
        page.write(0, "Status:\n");
        page.field(2, "Allowed disruptions", Values.number(status, "disruptionsAllowed"));
        page.field(2, "Current", Values.number(status, "currentHealthy"));
        page.field(2, "Desired", Values.number(status, "desiredHealthy"));
        page.field(2, "Total", Values.number(status, "expectedPods"));
        Happenings.print(budget, page);
    }

    static void priorityClass(Subject priority, Page page) {
        page.field("Name", priority.name());
        page.field("Value", Values.number(priority.object(), "value"));
        page.field("GlobalDefault", Values.flag(priority.object(), "globalDefault"));
        page.field("PreemptionPolicy", priority.text("preemptionPolicy"));
        page.field("Description", priority.text("description"));
        page.field("Annotations", Values.labels(priority.annotations()));
        Happenings.print(priority, page);
    }
}
