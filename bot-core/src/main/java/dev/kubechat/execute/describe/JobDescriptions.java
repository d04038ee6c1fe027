package dev.kubechat.execute.describe;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** {@code kubectl describe job} and {@code cronjob}. */
final class JobDescriptions {

    private static final int INDEXES = 50;

    private JobDescriptions() {}

    static void job(Subject job, Page page) {
        WorkloadDescriptions.names(job, page);
        page.field("Selector", Selectors.text(job.at("spec.selector")));
        WorkloadDescriptions.labels(job, page);
        page.fieldIfSet(0, "Controlled By", job.controller());
        page.fieldIfSet(0, "Parallelism", job.text("spec.parallelism"));
        page.field("Completions", Values.text(job.object(), "spec.completions", Values.UNSET));
        page.fieldIfSet(0, "Completion Mode", job.text("spec.completionMode"));
        page.fieldIfSet(0, "Suspend", job.text("spec.suspend"));
        page.fieldIfSet(0, "Backoff Limit", job.text("spec.backoffLimit"));
        page.fieldIfSet(0, "TTL Seconds After Finished", job.text("spec.ttlSecondsAfterFinished"));
        times(job, page);
        if (job.has("spec.activeDeadlineSeconds")) {
            page.field("Active Deadline Seconds", job.text("spec.activeDeadlineSeconds") + "s");
        }
        statuses(job.at("status"), page);
        if (job.text("spec.completionMode").equals("Indexed")) {
            page.field("Completed Indexes", indexes(job.text("status.completedIndexes")));
        }
        PodTemplate.print(page, job.at("spec.template"));
        Happenings.print(job, page);
    }

    private static void times(Subject job, Page page) {
        var started = Page.instant(job.text("status.startTime"));
        var completed = Page.instant(job.text("status.completionTime"));
        if (started != null) {
            page.field("Start Time", page.time(job.at("status.startTime")));
        }
        if (completed != null) {
            page.field("Completed At", page.time(job.at("status.completionTime")));
        }
        if (started != null && completed != null) {
            page.field("Duration", page.window().human(Duration.between(started, completed)));
        }
    }

    private static void statuses(JsonNode status, Page page) {
        page.field(
                "Pods Statuses",
                "%d Active%s / %d Succeeded / %d Failed"
                        .formatted(
                                Values.number(status, "active"),
                                Values.has(status, "ready")
                                        ? " (%d Ready)".formatted(Values.number(status, "ready"))
                                        : "",
                                Values.number(status, "succeeded"),
                                Values.number(status, "failed")));
    }

    private static String indexes(String indexes) {
        if (indexes.length() <= INDEXES) {
            return Values.orNone(indexes);
        }
        var comma = indexes.indexOf(',', INDEXES);
        return comma < 0 ? indexes : indexes.substring(0, comma + 1) + "...";
    }

    static void cronJob(Subject cron, Page page) {
        WorkloadDescriptions.names(cron, page);
        WorkloadDescriptions.labels(cron, page);
        page.field("Schedule", cron.text("spec.schedule"));
        page.field("Concurrency Policy", cron.text("spec.concurrencyPolicy"));
        page.field("Suspend", Values.boolOrUnset(cron.object(), "spec.suspend"));
        orUnset(page, "Time Zone", cron.text("spec.timeZone"));
        orUnset(page, "Successful Job History Limit", cron.text("spec.successfulJobsHistoryLimit"));
        orUnset(page, "Failed Job History Limit", cron.text("spec.failedJobsHistoryLimit"));
        var deadline = cron.text("spec.startingDeadlineSeconds");
        orUnset(page, "Starting Deadline Seconds", deadline.isEmpty() ? "" : deadline + "s");
        template(cron.at("spec.jobTemplate.spec"), page);
        page.field(
                "Last Schedule Time",
                cron.has("status.lastScheduleTime")
                        ? page.time(cron.at("status.lastScheduleTime"))
                        : Values.UNSET);
        var active =
                Values.items(cron.at("status.active")).stream()
                        .map(job -> Values.text(job, "name"))
                        .toList();
        page.field("Active Jobs", active.isEmpty() ? Values.NONE : String.join(", ", active));
        Happenings.print(cron, page);
    }

    private static void template(JsonNode spec, Page page) {
        page.field(
                "Selector",
                Values.has(spec, "selector")
                        ? Selectors.text(spec.path("selector"))
                        : Values.UNSET);
        orUnset(page, "Parallelism", Values.text(spec, "parallelism"));
        orUnset(page, "Completions", Values.text(spec, "completions"));
        if (Values.has(spec, "activeDeadlineSeconds")) {
            page.field("Active Deadline Seconds", Values.text(spec, "activeDeadlineSeconds") + "s");
        }
        PodTemplate.print(page, spec.path("template"));
    }

    private static void orUnset(Page page, String name, String value) {
        page.field(name, value.isEmpty() ? Values.UNSET : value);
    }
}
