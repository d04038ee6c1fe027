package dev.kubechat.admin;

import dev.kubechat.audit.Actor;
import dev.kubechat.audit.AuditEntry;
import dev.kubechat.audit.AuditFilter;
import dev.kubechat.audit.AuditLog;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit trail, entry by entry, newest first. */
@Controller
final class AuditPage {

    private static final int PAGE = 50;

    private final Visitor visitor;
    private final AuditLog log;

    AuditPage(Visitor visitor, AuditLog log) {
        this.visitor = visitor;
        this.log = log;
    }

    @GetMapping("/admin/audit")
    String show(
            Principal person,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = Filters.NEWEST) String before,
            Model model) {
        visitor.mayAudit(person);
        var filter =
                new AuditFilter(
                        Filters.id("request", request),
                        Filters.type(type),
                        Filters.id("person", actor));
        var entries = log.page(filter, Filters.position(before), PAGE);
        model.addAttribute("entries", entries.stream().map(AuditPage::row).toList());
        model.addAttribute("request", request.strip());
        model.addAttribute("type", type.strip());
        model.addAttribute("actor", actor.strip());
        model.addAttribute("older", entries.size() == PAGE ? entries.getLast().position() : null);
        return "admin/audit";
    }

    /**
     * A row of the page.
     *
     * @param person the id to filter by; null where it was no known person
     */
    record Row(AuditEntry entry, String who, @Nullable UUID person) {}

    private static Row row(AuditEntry entry) {
        return switch (entry.event().actor()) {
            case Actor.Human human -> new Row(entry, human.name(), human.id());
            case Actor.Bot _ -> new Row(entry, "KubeChat", null);
            case Actor.Stranger stranger ->
                    new Row(entry, "account %s".formatted(stranger.account()), null);
        };
    }
}
