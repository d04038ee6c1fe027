package dev.kubechat.cluster;

import io.vertx.core.http.UpgradeRejectedException;
import java.util.Optional;
import java.util.stream.Stream;

/** What a server said when it did not let a WebSocket begin; the HTTP clients keep it in their own exceptions. */
public final class UpgradeRefused {

    private UpgradeRefused() {}

    /**
     * @return the answer's body; empty text where it had none
     */
    public static Optional<Answer> of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .flatMap(cause -> answer(cause).stream())
                .findFirst();
    }

    private static Optional<Answer> answer(Throwable cause) {
        return switch (cause) {
            case UpgradeRejectedException refused ->
                    Optional.of(
                            new Answer(
                                    refused.getStatus(),
                                    refused.getBody() == null ? "" : refused.getBody().toString()));
            case java.net.http.WebSocketHandshakeException refused ->
                    Optional.of(
                            new Answer(
                                    refused.getResponse().statusCode(),
                                    refused.getResponse().body() instanceof String text
                                            ? text
                                            : ""));
            default -> Optional.empty();
        };
    }

    /** An HTTP answer in place of the upgrade. */
    public record Answer(int code, String body) {}
}
