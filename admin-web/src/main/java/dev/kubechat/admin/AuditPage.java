package dev.kubechat.admin;

import dev.kubechat.audit.Actor;
import dev.kubechat.audit.AuditEntry;
import dev.kubechat.audit.AuditFilter;
import dev.kubechat.audit.AuditLog;
import dev.kubechat.chat.Visible;
import dev.kubechat.identity.Identities;
import java.security.Principal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The audit trail, entry by entry, newest first. */
@Controller
final class AuditPage {

    static final int PAGE = 50;

    private final Visitors visitors;
    private final Identities identities;
    private final AuditLog log;

    AuditPage(Visitors visitors, Identities identities, AuditLog log) {
        this.visitors = visitors;
        this.identities = identities;
        this.log = log;
    }

    @GetMapping("/admin/audit")
    ModelAndView show(Principal who, @RequestParam Map<String, String> typed) {
        var search = Search.of(typed);
        var page =
                new ModelAndView(
                        "admin/audit", Map.of("visitor", visitors.auditor(who), "search", search));
        try {
            fill(page, search);
        } catch (BadFilter bad) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("problem", bad.getMessage());
        }
        return page;
    }

    private void fill(ModelAndView page, Search search) {
        var filter =
                new AuditFilter(
                        Filters.id("request", search.request()),
                        Filters.type(search.type()),
                        Filters.person(search.person(), identities::personBehind));
        var entries = log.page(filter, Filters.position(search.before()), PAGE + 1);
        page.addObject("entries", entries.stream().limit(PAGE).map(AuditPage::row).toList());
        page.addObject(
                "older",
                entries.size() > PAGE ? search.before(entries.get(PAGE - 1).position()) : null);
    }

    /**
     * A row of the page; texts of people are made visible.
     *
     * @param person the id to filter by; null where it was no known person
     */
    record Row(
            AuditEntry entry, String who, @Nullable UUID person, SortedMap<String, String> facts) {}

    private static Row row(AuditEntry entry) {
        return switch (entry.event().actor()) {
            case Actor.Human human -> row(entry, human.name(), human.id());
            case Actor.Bot _ -> row(entry, "KubeChat itself", null);
            case Actor.Stranger stranger ->
                    row(entry, "unknown account %s".formatted(stranger.account()), null);
        };
    }

    private static Row row(AuditEntry entry, String who, @Nullable UUID person) {
        var facts = new TreeMap<String, String>();
        entry.event().facts().forEach((name, value) -> facts.put(name, Visible.text(value)));
        return new Row(entry, Visible.text(who), person, facts);
    }
}
