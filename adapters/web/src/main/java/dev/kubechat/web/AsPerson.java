package dev.kubechat.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets two windows of one browser be two people: everything below {@code /as/anna/} is the same application under that context
 * path, so its session cookie stays there. Only for the try-out; grants nothing by itself.
 */
final class AsPerson extends OncePerRequestFilter {

    private static final Pattern PREFIX = Pattern.compile("/as/([a-z0-9][a-z0-9-]*)(?=/)");
    private static final String ACCOUNT = AsPerson.class.getName();

    /** Whose windows the request comes from. */
    static Optional<String> account(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ACCOUNT));
    }

    /** The address of this person's windows. */
    static String address(HttpServletRequest request, String account) {
        var own = account(request).map(mine -> "/as/" + mine).orElse("");
        var context = request.getContextPath();
        return context.substring(0, context.length() - own.length()) + "/as/" + account;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var prefix = PREFIX.matcher(request.getServletPath());
        if (prefix.lookingAt()) {
            request.setAttribute(ACCOUNT, prefix.group(1));
            chain.doFilter(new Below(request, prefix.group()), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static final class Below extends HttpServletRequestWrapper {

        private final String prefix;

        private Below(HttpServletRequest request, String prefix) {
            super(request);
            this.prefix = prefix;
        }

        @Override
        public String getContextPath() {
            return super.getContextPath() + prefix;
        }

        @Override
        public String getServletPath() {
            return super.getServletPath().substring(prefix.length());
        }
    }
}
