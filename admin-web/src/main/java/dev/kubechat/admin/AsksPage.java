package dev.kubechat.admin;

import dev.kubechat.approval.ApprovalId;
import dev.kubechat.approval.Approvals;
import dev.kubechat.chat.Visible;
import dev.kubechat.identity.Identification;
import dev.kubechat.identity.Identities;
import dev.kubechat.identity.PersonId;
import dev.kubechat.pipeline.Happening;
import dev.kubechat.pipeline.History;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The asks of all threads, newest first, and how each ended. */
@Controller
final class AsksPage {

    static final int PAGE = 50;

    private final Visitors visitors;
    private final Identities identities;
    private final History history;
    private final Approvals approvals;

    AsksPage(Visitors visitors, Identities identities, History history, Approvals approvals) {
        this.visitors = visitors;
        this.identities = identities;
        this.history = history;
        this.approvals = approvals;
    }

    @GetMapping("/admin/asks")
    String show(Principal who, @RequestParam(defaultValue = "") String before, Model model) {
        model.addAttribute("visitor", visitors.auditor(who));
        var asks = history.page(Filters.position(before), PAGE + 1);
        model.addAttribute("asks", asks.stream().limit(PAGE).map(this::row).toList());
        model.addAttribute("older", asks.size() > PAGE ? asks.get(PAGE - 1).position() : null);
        model.addAttribute("newest", before.isBlank());
        return "admin/asks";
    }

    /** A row of the page; texts of people are made visible. */
    record Row(
            Happening ask, String person, String words, @Nullable String command, Ending ending) {}

    private Row row(Happening ask) {
        return new Row(
                ask,
                Visible.text(ask.person()),
                Visible.text(ask.words()),
                ask.command().map(Visible::text).orElse(null),
                Ending.of(
                        ask,
                        ask.approval().flatMap(id -> approvals.find(new ApprovalId(id))),
                        this::name));
    }

    private String name(UUID person) {
        return identities
                .identify(new PersonId(person), Visitors.ALL_CLUSTERS)
                .map(Identification.Known::name)
                .map(Visible::text)
                .orElse("somebody who is no longer known");
    }
}
