package dev.kubechat.admin;

import dev.kubechat.approval.Approval;
import dev.kubechat.approval.ApprovalId;
import dev.kubechat.approval.Approvals;
import dev.kubechat.pipeline.Happening;
import dev.kubechat.pipeline.History;
import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The asks of all threads, and how each ended. */
@Controller
final class AsksPage {

    private static final int PAGE = 50;

    private final Visitor visitor;
    private final History history;
    private final Approvals approvals;

    AsksPage(Visitor visitor, History history, Approvals approvals) {
        this.visitor = visitor;
        this.history = history;
        this.approvals = approvals;
    }

    @GetMapping("/admin/asks")
    String show(
            Principal person,
            @RequestParam(defaultValue = Filters.NEWEST) String before,
            Model model) {
        visitor.mayAudit(person);
        var asks = history.page(Filters.position(before), PAGE);
        model.addAttribute("asks", asks.stream().map(this::row).toList());
        model.addAttribute("older", asks.size() == PAGE ? asks.getLast().position() : null);
        return "admin/asks";
    }

    /** A row of the page. */
    record Row(Happening ask, String end) {}

    private Row row(Happening ask) {
        return new Row(
                ask,
                ask.execution()
                        .map(AsksPage::words)
                        .or(() -> ask.approval().map(this::state))
                        .orElse("answered"));
    }

    private static String words(String execution) {
        return switch (execution) {
            case "READY", "RUNNING" -> "approved, being run";
            case "SUCCEEDED" -> "approved, done";
            case "FAILED" -> "approved, not all done";
            case "UNKNOWN" -> "approved, UNKNOWN whether it happened";
            case "ASKED_AGAIN" -> "approved, changed since and asked again";
            default -> "approved, not run";
        };
    }

    private String state(UUID id) {
        return approvals
                .find(new ApprovalId(id))
                .map(approval ->
                        switch (approval) {
                            case Approval.Pending _ -> "waits for a decision";
                            case Approval.Approved _ -> "approved";
                            case Approval.Consumed _ -> "approved and run";
                            case Approval.Denied _ -> "denied";
                            case Approval.Expired _ -> "expired, nobody decided";
                            case Approval.Revoked _ -> "taken back";
                        })
                .orElse("unknown");
    }
}
