package dev.kubechat.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The headers by which a call is made as a person, and the check that a request bears just these (P3). */
final class Impersonation {

    private static final String PREFIX = "impersonate-";
    // percent-encoded, as the client sends header names as they are and the server decodes them
    private static final String REQUEST = "Impersonate-Extra-kubechat.dev%2Frequest";

    private Impersonation() {}

    /** @throws DoorShut if a name would not arrive as it is */
    static Map<String, List<String>> headers(Caller caller) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Impersonate-User", List.of(plain(caller.who().user())));
        if (!caller.who().groups().isEmpty()) {
            headers.put(
                    "Impersonate-Group",
                    caller.who().groups().stream().map(Impersonation::plain).toList());
        }
        headers.put(REQUEST, List.of(caller.request().toString()));
        return headers;
    }

    /** All the impersonation headers of a request, however they are spelt. */
    static Map<String, List<String>> found(Map<String, List<String>> headers) {
        var found = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
                found.merge(name, List.copyOf(values), Impersonation::together);
            }
        });
        return found;
    }

    private static List<String> together(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    // other letters would be sent as "?", and blanks at the ends would be cut off: another user
    // than the one meant
    static String plain(String name) {
        if (!name.equals(name.strip()) || !name.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new DoorShut(
                    "\"%s\" cannot be impersonated: an HTTP header would change the name."
                            .formatted(name));
        }
        return name;
    }
}
