package dev.kubechat.admin;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A page with one sentence, in place of the one that was asked for. */
@ControllerAdvice(basePackageClasses = Refusals.class)
final class Refusals {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String notForYou(NotForYou refusal, Model model) {
        return page(model, "This page is not for you", refusal.getMessage());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String badFilter(BadFilter refusal, Model model) {
        return page(model, "That filter cannot be read", refusal.getMessage());
    }

    private static String page(
            Model model, String title, @org.jspecify.annotations.Nullable String sentence) {
        model.addAttribute("title", title);
        model.addAttribute("sentence", sentence);
        return "admin/refusal";
    }
}
