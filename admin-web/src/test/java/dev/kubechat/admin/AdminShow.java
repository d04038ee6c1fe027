package dev.kubechat.admin;

import dev.kubechat.approval.Vote.Choice;
import dev.kubechat.audit.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows the admin pages with something in them, for looking at: /admin?as=erin, ?as=dave, ?as=bob. Not a test. */
final class AdminShow {

    private AdminShow() {}

    static void main(String[] words) throws InterruptedException {
        var port = words.length == 0 ? 8086 : Integer.parseInt(words[0]);
        var world = new AdminWorld(port, AnybodyMayBeAnybody.class);
        Runtime.getRuntime().addShutdownHook(new Thread(world::close));
        play(world.deeds());
        System.out.printf("http://127.0.0.1:%d/admin?as=erin%n", port);
        new CountDownLatch(1).await();
    }

    private static void play(Deeds deeds) {
        deeds.asked("bob", "what happened in shop?", "kubectl events -n shop", "SAFE");
        deeds.asked("alice", "hello", "", "");
        deeds.asked(
                "alice",
                "kubectl delete ns kube-system",
                "kubectl delete ns kube-system",
                "FORBIDDEN");
        deeds.asked("alice", "<img src=x onerror=alert(1)> \u202Egpj.exe", "", "");
        var restart =
                deeds.waits(
                        "bob",
                        "restart payments",
                        "kubectl rollout restart deployment payments -n shop",
                        "WARNING");
        deeds.votes(restart, "bob", "sre", Choice.APPROVE);
        deeds.runs(restart, "UNKNOWN", true);
        var scale =
                deeds.waits(
                        "alice",
                        "scale checkout to 3 in shop",
                        "kubectl scale deployment checkout --replicas=3 -n shop",
                        "WARNING");
        deeds.votes(scale, "alice", "shop-developers", Choice.APPROVE);
        deeds.runs(scale, "SUCCEEDED", true);
        var denied =
                deeds.waits(
                        "alice",
                        "delete deployment catalog in shop",
                        "kubectl delete deployment catalog --cascade=background -n shop",
                        "DANGEROUS");
        deeds.votes(denied, "bob", "sre", Choice.DENY);
        delete(deeds);
        deeds.waits(
                "alice",
                "delete pods cart-1 cart-2 in shop",
                "kubectl delete pod cart-1 cart-2 -n shop",
                "DANGEROUS");
        deeds.cameIn();
        deeds.postGivenUp();
    }

    private static void delete(Deeds deeds) {
        var command = "kubectl delete deployment cart --cascade=background -n shop";
        var delete = deeds.waits("alice", "delete deployment cart in shop", command, "DANGEROUS");
        deeds.votes(delete, "bob", "sre", Choice.APPROVE);
        deeds.runs(delete, "FAILED", true);
        var request = UUID.fromString("01926f00-1c2d-7a3b-8c4d-5e6f708192a3");
        var facts = Map.of("cluster", "staging", "command", command, "risk", "DANGEROUS");
        deeds.recorded("approval.opened", deeds.human("alice", "Alice"), request, facts);
        deeds.recorded(
                "approval.click-refused",
                new Actor.Stranger("web:mallory"),
                request,
                Map.of("choice", "approve", "why", "nobody has said who the account is"));
        deeds.recorded(
                "approval.voted",
                deeds.human("bob", "Bob"),
                request,
                Map.of("choice", "APPROVE", "command", command, "outcome", "approved"));
        deeds.recorded(
                "step.intended",
                deeds.human("alice", "Alice"),
                request,
                Map.of(
                        "step",
                        "delete deployments.apps/cart\n  uid 5a0c, resourceVersion 1402",
                        "ordinal",
                        "0"));
        deeds.recorded(
                "step.ended",
                deeds.human("alice", "Alice"),
                request,
                Map.of(
                        "step",
                        "delete deployments.apps/cart",
                        "ordinal",
                        "0",
                        "state",
                        "FAILED",
                        "message",
                        "deployments.apps \"cart\" is forbidden: User \"alice\" cannot delete"
                                + " resource \"deployments\""));
        deeds.recorded("approval.expired", new Actor.Bot(), UUID.randomUUID(), Map.of());
    }

    /** Signs in whoever the address names. */
    @Configuration(proxyBeanMethods = false)
    static class AnybodyMayBeAnybody {

        @Bean
        FilterRegistrationBean<OncePerRequestFilter> signIn() {
            var filter =
                    new FilterRegistrationBean<OncePerRequestFilter>(
                            new OncePerRequestFilter() {
                                @Override
                                protected void doFilterInternal(
                                        HttpServletRequest request,
                                        HttpServletResponse response,
                                        FilterChain chain)
                                        throws IOException, ServletException {
                                    if (request.getParameter("as") != null) {
                                        signIn(request, request.getParameter("as"));
                                    }
                                    chain.doFilter(request, response);
                                }
                            });
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }

        private static void signIn(HttpServletRequest request, String account) {
            request.getSession()
                    .setAttribute(
                            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                            new SecurityContextImpl(
                                    UsernamePasswordAuthenticationToken.authenticated(
                                            account, null, List.of())));
        }
    }
}
