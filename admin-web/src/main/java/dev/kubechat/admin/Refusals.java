package dev.kubechat.admin;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A page with what went wrong and what to do next, in place of the one that was asked for. */
@ControllerAdvice(basePackageClasses = Refusals.class)
final class Refusals {

    @ExceptionHandler
    ModelAndView notForYou(NotForYou refusal) {
        return page(
                        HttpStatus.FORBIDDEN,
                        "This page is not for you",
                        refusal.getMessage(),
                        "If you need this page, ask whoever runs KubeChat here for one of these"
                                + " groups; it counts from the next click on.")
                .addObject("visitor", refusal.visitor());
    }

    @ExceptionHandler
    ModelAndView badFilter(BadFilter refusal) {
        return page(
                HttpStatus.BAD_REQUEST,
                "That address cannot be read",
                refusal.getMessage(),
                "Nothing was changed.");
    }

    static ModelAndView page(
            HttpStatus status, String title, @Nullable String sentence, String next) {
        return new ModelAndView(
                "admin/refusal",
                Map.of(
                        "title", title,
                        "sentence", sentence == null ? "" : sentence,
                        "next", next),
                status);
    }
}
