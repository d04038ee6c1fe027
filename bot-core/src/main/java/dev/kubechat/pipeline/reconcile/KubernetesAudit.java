package dev.kubechat.pipeline.reconcile;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an audit log of API servers, line by line: {@code audit.k8s.io/v1} events or lists of them. Keeps nothing but the time span
 * and counts; calls that change something go to whoever wants them, and likewise how far they came.
 */
final class KubernetesAudit {

    private static final String REQUEST = "kubechat.dev/request";
    private static final Set<String> WRITES =
            Set.of("create", "update", "patch", "delete", "deletecollection");
    private static final Set<String> CONNECTING = Set.of("exec", "attach", "portforward", "proxy");
    private static final Set<String> REVIEWED =
            Set.of("authorization.k8s.io", "authentication.k8s.io");
    private static final Pattern DRY = Pattern.compile("[?&]dryRun=All(&|$)");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Hears of each stage of a call that may change something; until it has ended, the server does not say in whose name it is. */
    interface Stages {

        /** @param ended whether this is its last stage */
        void reached(ServerCall call, boolean ended);
    }

    private final Consumer<ServerCall> writes;
    private final Stages stages;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private long events;
    private long unread;
    private long dryByAddressOnly;
    private long cutOff;

    KubernetesAudit(Consumer<ServerCall> writes) {
        this(writes, (_, _) -> {});
    }

    KubernetesAudit(Consumer<ServerCall> writes, Stages stages) {
        this.writes = writes;
        this.stages = stages;
    }

    /** From the first call to the last; empty where there was none. */
    Optional<Span> span() {
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(new Span(first, last));
    }

    long events() {
        return events;
    }

    /** How many lines could not be read. */
    long unread() {
        return unread;
    }

    /**
     * How many deletions by KubeChat call themselves a dry run in their address, while the log does not hold the options that
     * outdo it.
     */
    long dryByAddressOnly() {
        return dryByAddressOnly;
    }

    /** How many files end within a line. */
    long cutOff() {
        return cutOff;
    }

    /** The file ended before its last line did: it is being written, or was cut off. */
    void cut() {
        cutOff++;
    }

    /** @param line null for one that is too long */
    void line(byte @Nullable [] line) {
        if (line == null) {
            unread++;
            return;
        }
        if (line.length == 0) {
            return;
        }
        try {
            var node = JSON.readTree(line);
            if (node.path("kind").asString("").equals("EventList")) {
                node.path("items").forEach(this::event);
            } else {
                event(node);
            }
        } catch (JacksonException | DateTimeException broken) {
            unread++;
        }
    }

    /** Whether the line would be understood; for the last one of a log that is being written. */
    static boolean isWhole(byte[] line) {
        try {
            return !JSON.readTree(line).isMissingNode();
        } catch (JacksonException broken) {
            return false;
        }
    }

    private void event(JsonNode event) {
        if (!event.path("kind").asString("Event").equals("Event") || !event.has("auditID")) {
            unread++;
            return;
        }
        var stage = event.path("stage").asString("");
        var complete = stage.equals("ResponseComplete") || stage.equals("Panic");
        var at = time(event, "requestReceivedTimestamp");
        if (mayWrite(event)) {
            stages.reached(call(event, at), complete);
        }
        if (!complete) {
            return;
        }
        var ended = time(event, "stageTimestamp");
        events++;
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || ended.isAfter(last) ? ended : last;
        if (isWrite(event)) {
            writes.accept(call(event, at));
        }
    }

    private static boolean mayWrite(JsonNode event) {
        return WRITES.contains(event.path("verb").asString(""))
                || CONNECTING.contains(event.path("objectRef").path("subresource").asString(""));
    }

    // a database knows no times beyond these
    private static Instant time(JsonNode event, String field) {
        var time = Instant.parse(event.path(field).asString(""));
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new DateTimeException("not a time at which a cluster was there");
        }
        return time;
    }

    private boolean isWrite(JsonNode event) {
        var object = event.path("objectRef");
        if (CONNECTING.contains(object.path("subresource").asString(""))) {
            return true;
        }
        var verb = event.path("verb").asString("");
        if (!WRITES.contains(verb)) {
            return false;
        }
        var reviews =
                REVIEWED.contains(object.path("apiGroup").asString(""))
                        && object.path("resource").asString("").endsWith("reviews");
        return !reviews && !isDry(event, verb);
    }

    // the server reads the options of a deletion from its body where there is one, and never looks
    // at the address then
    private boolean isDry(JsonNode event, String verb) {
        var body = event.path("requestObject");
        var inBody =
                body.path("kind").asString("").equals("DeleteOptions")
                        && body.path("dryRun")
                                .valueStream()
                                .anyMatch(one -> one.asString("").equals("All"));
        var inAddress = DRY.matcher(event.path("requestURI").asString("")).find();
        if (!verb.startsWith("delete")) {
            return inAddress;
        }
        if (!body.isMissingNode()) {
            return inBody;
        }
        if (inAddress && !requests(event).isEmpty()) {
            dryByAddressOnly++;
        }
        return inAddress;
    }

    private static ServerCall call(JsonNode event, Instant at) {
        var object = event.path("objectRef");
        var as = event.path("impersonatedUser");
        return new ServerCall(
                event.path("auditID").asString(""),
                at,
                event.path("user").path("username").asString(""),
                as.isObject() ? identity(as) : null,
                requests(event),
                event.path("verb").asString(""),
                new Target(
                        object.path("apiGroup").asString(""),
                        object.path("resource").asString(event.path("requestURI").asString("")),
                        object.path("namespace").asString(""),
                        object.path("name").asString(""),
                        object.path("subresource").asString("")),
                code(event));
    }

    private static int code(JsonNode event) {
        return event.path("stage").asString("").equals("Panic")
                ? 500
                : event.path("responseStatus").path("code").asInt(0);
    }

    private static ServerCall.Identity identity(JsonNode as) {
        var groups = new HashSet<String>();
        as.path("groups").forEach(group -> groups.add(group.asString("")));
        return new ServerCall.Identity(as.path("username").asString(""), groups);
    }

    private static List<String> requests(JsonNode event) {
        return event.path("impersonatedUser")
                .path("extra")
                .path(REQUEST)
                .valueStream()
                .map(one -> one.asString(""))
                .toList();
    }
}
