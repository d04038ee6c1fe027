package dev.kubechat.cluster;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** What KubeChat does with its own rights: look after inventory and health, and ask for reviews. Nothing else (P3). */
final class OwnCalls {

    private static final Set<String> REVIEWS =
            Set.of(
                    "/apis/authentication.k8s.io/v1/tokenreviews",
                    "/apis/authentication.k8s.io/v1/selfsubjectreviews",
                    "/apis/authorization.k8s.io/v1/subjectaccessreviews",
                    "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                    "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews");

    // GET on these does something, or reaches past the API server
    private static final Set<String> DOING =
            Set.of("exec", "attach", "portforward", "proxy", "log");

    private OwnCalls() {}

    static boolean allows(String method, URI uri) {
        var path = uri.getPath();
        if (path.contains("//") || path.contains("/.")) {
            return false;
        }
        return switch (method) {
            case "GET" -> isHarmless(List.of(path.split("/", -1)));
            case "POST" -> REVIEWS.contains(path);
            default -> false;
        };
    }

    private static boolean isHarmless(List<String> segments) {
        return !segments.contains("secrets")
                && segments.stream().skip(4).noneMatch(DOING::contains);
    }
}
