package dev.kubechat.sandbox.cluster.access;

import dev.kubechat.sandbox.cluster.object.StatusError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bearer tokens of the few who have one, by kubeconfig context. */
public final class Tokens {
    private static final Map<String, Caller> HOLDERS =
            Map.of(
                    "admin",
                            new Caller(
                                    "admin",
                                    "admin-uid",
                                    List.of(Caller.MASTERS, Caller.AUTHENTICATED),
                                    Map.of()),
                    "bot",
                            new Caller(
                                    "kubechat-bot",
                                    "bot-uid",
                                    List.of(Caller.AUTHENTICATED),
                                    Map.of()),
                    "outsider",
                            new Caller(
                                    "outsider",
                                    "outsider-uid",
                                    List.of(Caller.AUTHENTICATED),
                                    Map.of()));
    public static final List<String> CONTEXTS = List.of("admin", "bot", "outsider");

    private final Map<String, String> byContext;

    /** @param known tokens given out before; those that are missing are made now */
    public Tokens(Map<String, String> known) {
        var tokens = new LinkedHashMap<String, String>();
        CONTEXTS.forEach(context -> tokens.put(context, known.getOrDefault(context, fresh())));
        this.byContext = Map.copyOf(tokens);
    }

    public Map<String, String> byContext() {
        return byContext;
    }

    public String of(String context) {
        return byContext.getOrDefault(context, "");
    }

    /**
     * Who sends this Authorization header; without one, the anonymous user.
     * @throws StatusError 401 for a token nobody has
     */
    public Caller authenticate(String authorization) {
        if (authorization.isEmpty()) {
            return Caller.ANONYMOUS;
        }
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw StatusError.unauthorized();
        }
        return holder(authorization.substring(7).strip()).orElseThrow(StatusError::unauthorized);
    }

    public Optional<Caller> holder(String token) {
        return byContext.entrySet().stream()
                .filter(known -> same(known.getValue(), token))
                .flatMap(known -> Optional.ofNullable(HOLDERS.get(known.getKey())).stream())
                .findFirst();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String fresh() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
