package dev.kubechat.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/** Where people say who they are: picked from a list in a try-out, else a page that says that nothing is set up. */
@Controller
final class SignInPage {

    private final List<People.Somebody> people;
    private final SecurityContextRepository sessions;

    SignInPage(WebChatProperties properties, People people, SecurityContextRepository sessions) {
        this.people =
                properties.signIn() == WebChatProperties.SignIn.PICK
                        ? List.copyOf(people.all())
                        : List.of();
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    String show(Model model, HttpServletRequest request) {
        model.addAttribute(
                "people", people.stream().map(person -> choice(person, request)).toList());
        return "web-chat/sign-in";
    }

    private static Choice choice(People.Somebody person, HttpServletRequest request) {
        return new Choice(
                new Entry.Author(person.account(), person.name()),
                person.role(),
                AsPerson.address(request, person.account()) + "/sign-in");
    }

    /** One card of the page. */
    record Choice(Entry.Author person, String role, String address) {}

    /** The page has no session yet that could keep a token, so a request must say that it comes from our own page. */
    @PostMapping("/sign-in")
    String enter(HttpServletRequest request, HttpServletResponse response) {
        if (!comesFromOurPage(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var person =
                AsPerson.account(request)
                        .flatMap(this::find)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        request.getSession();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        person.signedIn(), null, List.of()));
        sessions.saveContext(context, request, response);
        return "redirect:/chat";
    }

    private Optional<People.Somebody> find(String account) {
        return people.stream().filter(person -> person.account().equals(account)).findFirst();
    }

    private static boolean comesFromOurPage(HttpServletRequest request) {
        return request.getHeader("Origin") != null
                && WebUtils.isSameOrigin(new ServletServerHttpRequest(request));
    }
}
