package dev.kubechat.admin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets as far as the admin pages, and what a browser may do with them. Which page is for whom is the {@link Visitors}' to say. */
@Configuration(proxyBeanMethods = false)
class AdminSecurity {

    private static final String CONTENT =
            "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    @Order(90)
    SecurityFilterChain adminPaths(HttpSecurity http) throws Exception {
        return http.securityMatcher("/admin", "/admin/**")
                .authorizeHttpRequests(paths ->
                        paths.requestMatchers("/admin/static/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .requestCache(cache -> cache.disable())
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint((request, response, _) -> {
                            response.setHeader("Location", request.getContextPath() + "/sign-in");
                            response.setStatus(302);
                        }))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                                .referrerPolicy(
                                        policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }
}
