package dev.kubechat.admin;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How KubeChat and what it stands on are. */
@Controller
final class OverviewPage {

    private final Visitor visitor;
    private final Lookout lookout;

    OverviewPage(Visitor visitor, Lookout lookout) {
        this.visitor = visitor;
        this.lookout = lookout;
    }

    @GetMapping("/admin")
    String show(Principal person, Model model) {
        visitor.mustBeAdmin(person);
        model.addAttribute("checks", lookout.look());
        model.addAttribute("waiting", lookout.waiting());
        return "admin/overview";
    }
}
