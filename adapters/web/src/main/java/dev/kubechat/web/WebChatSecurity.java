package dev.kubechat.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who may have which path of the web chat, and what a browser may do with its pages. */
@Configuration(proxyBeanMethods = false)
class WebChatSecurity {

    private static final String[] OURS = {
        "/", "/sign-in", "/sign-out", "/chat", "/chat/**", "/live", "/web-chat/**", "/webjars/**"
    };
    private static final String[] FOR_ALL = {"/sign-in", "/web-chat/**", "/webjars/**"};
    private static final String CONTENT =
            "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    SecurityContextRepository webChatSessions() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    @Order(100)
    SecurityFilterChain webChatPaths(HttpSecurity http, SecurityContextRepository webChatSessions)
            throws Exception {
        var signIn = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/sign-in");
        return http.securityMatcher(OURS)
                .authorizeHttpRequests(paths ->
                        paths.requestMatchers(FOR_ALL).permitAll().anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(webChatSessions))
                .csrf(csrf -> csrf.ignoringRequestMatchers(signIn)) // it checks the origin itself
                .requestCache(cache -> cache.disable())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(WebChatSecurity::toSignIn))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                                .referrerPolicy(
                                        policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** A piece of a page cannot show another page, so htmx is asked to go there; a socket or a poll is just told. */
    private static void toSignIn(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException unknown) {
        var signIn = request.getContextPath() + "/sign-in";
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", signIn);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if ("navigate".equals(request.getHeader("Sec-Fetch-Mode")) || acceptsHtml(request)) {
            response.setHeader("Location", signIn); // relative, whatever name a proxy calls us by
            response.setStatus(HttpServletResponse.SC_FOUND);
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static boolean acceptsHtml(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }
}
