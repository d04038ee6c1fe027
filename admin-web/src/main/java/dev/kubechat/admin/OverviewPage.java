package dev.kubechat.admin;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** How KubeChat and what it stands on are. */
@Controller
final class OverviewPage {

    private final Visitors visitors;
    private final Lookout lookout;

    OverviewPage(Visitors visitors, Lookout lookout) {
        this.visitors = visitors;
        this.lookout = lookout;
    }

    @GetMapping("/admin")
    String show(Principal who, Model model) {
        model.addAttribute("visitor", visitors.admin(who));
        model.addAttribute("checks", lookout.look());
        model.addAttribute("waiting", lookout.waiting());
        model.addAttribute("backlog", lookout.backlog());
        return "admin/overview";
    }

    @GetMapping("/admin/")
    String withoutSlash() {
        return "redirect:/admin";
    }

    @GetMapping("/admin/{page}")
    ModelAndView elsewhere(@PathVariable String page) {
        return Refusals.page(
                HttpStatus.NOT_FOUND,
                "There is no such page",
                "Nothing has the address /admin/%s.".formatted(Filters.shown(page)),
                "The admin pages are /admin, /admin/asks and /admin/audit.");
    }
}
