package dev.kubechat.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and must stay known. An event always fits into one entry of the log: a fact of more than 2000
 * bytes is cut, and ends with its length and its SHA-256, so that the whole text can still be recognised. Wrong names and too
 * many facts are errors of the program and are refused.
 * @param type dotted lower-case words, such as {@code request.approved}
 * @param request the request it belongs to, if any
 * @param facts at most 24, names in lower-case words joined by dashes; never a secret
 */
public record AuditEvent(
        String type, Actor actor, @Nullable UUID request, SortedMap<String, String> facts) {
    private static final Pattern TYPE =
            Pattern.compile("[a-z][a-z0-9-]{0,30}(\\.[a-z][a-z0-9-]{0,30}){1,3}");
    private static final Pattern FACT = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final int MOST_FACTS = 24;

    public AuditEvent {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("Not the type of an audit event: " + type);
        }
        facts = bounded(facts);
    }

    public static AuditEvent of(
            String type, Actor actor, @Nullable UUID request, Map<String, String> facts) {
        return new AuditEvent(type, actor, request, new TreeMap<>(facts));
    }

    private static SortedMap<String, String> bounded(SortedMap<String, String> facts) {
        if (facts.size() > MOST_FACTS) {
            throw new IllegalArgumentException(
                    "%d facts, may be %d".formatted(facts.size(), MOST_FACTS));
        }
        var bounded = new TreeMap<String, String>();
        facts.forEach((name, value) -> {
            if (!FACT.matcher(name).matches()) {
                throw new IllegalArgumentException("Not the name of a fact: " + name);
            }
            bounded.put(name, Bounded.text(value, Bounded.FACT_BYTES));
        });
        return Collections.unmodifiableSortedMap(bounded);
    }
}
