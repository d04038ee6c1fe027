package dev.kubechat.cluster;

import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each request on its way out, retries and WebSockets too, and throws before it is sent unless it bears exactly the
 * headers of the caller its client was made for, or is one of the few things KubeChat does as itself.
 */
final class Doorkeeper implements Interceptor {

    private final URI server;
    private final Clock clock;

    Doorkeeper(URI server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        check(request.method(), request.uri(), request.headers(), tags.getTag(Caller.class));
        refuseRetries(tags.getTag(RequestConfig.class));
        refuseLate(tags.getTag(Deadline.class));
    }

    void check(String method, URI uri, Map<String, List<String>> headers, @Nullable Caller caller) {
        if (!isOf(server, uri)) {
            throw new DoorShut(
                    "%s is not the cluster's server %s.".formatted(uri.getAuthority(), server));
        }
        var found = Impersonation.found(headers);
        if (caller == null) {
            refuseIf(!found.isEmpty(), "KubeChat itself does not impersonate.");
            refuseIf(
                    !OwnCalls.allows(method, uri),
                    "KubeChat itself does not %s %s.".formatted(method, uri.getPath()));
        } else {
            refuseIf(
                    !found.equals(Impersonation.headers(caller)),
                    "A call for a person must bear just that person's headers.");
        }
    }

    static boolean isOf(URI server, URI uri) {
        return Objects.equals(server.getScheme(), uri.getScheme())
                && Objects.equals(server.getHost(), uri.getHost())
                && server.getPort() == uri.getPort();
    }

    static void refuseRetries(@Nullable RequestConfig config) {
        refuseIf(
                config == null || config.getRequestRetryBackoffLimit() != 0,
                "A client that retries may write twice.");
    }

    private void refuseLate(@Nullable Deadline deadline) {
        refuseIf(
                deadline != null && !clock.instant().isBefore(deadline.notAfter()),
                "The time in which this might be sent is over.");
    }

    private static void refuseIf(boolean broken, String why) {
        if (broken) {
            throw new DoorShut(why);
        }
    }

    /** The moment from which on a client's requests stay in. */
    record Deadline(Instant notAfter) {}
}
