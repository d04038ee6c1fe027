package dev.kubechat.cluster;

import dev.kubechat.kubectl.Namespace;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The web pages of a cluster's objects, as an admin says where they are.
 *
 * @param template an address with {@code {cluster}}, {@code {namespace}}, {@code {kind}} and {@code {name}} in its path, query or
 *     fragment
 */
public record Console(String template) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final List<String> KNOWN = List.of("cluster", "namespace", "kind", "name");
    private static final Pattern OPEN_HOST = Pattern.compile("https?://[^/?#]*\\{.*");

    /** @throws IllegalArgumentException if it cannot lead to pages; the message says why */
    public Console {
        refuseUnknownPlaces(template);
        if (OPEN_HOST.matcher(template).matches()) {
            throw new IllegalArgumentException(
                    "the host's name must be written out: {…} stands behind it only");
        }
        refuseOtherAddresses(PLACE.matcher(template).replaceAll("x"));
    }

    private static void refuseUnknownPlaces(String template) {
        var places = PLACE.matcher(template);
        while (places.find()) {
            if (!KNOWN.contains(places.group(1))) {
                throw new IllegalArgumentException(
                        "{%s} means nothing: there are {cluster}, {namespace}, {kind} and {name}"
                                .formatted(places.group(1)));
            }
        }
    }

    @SuppressWarnings("UnusedException")
    private static void refuseOtherAddresses(String filled) {
        try {
            var address = new URI(filled);
            var scheme = address.getScheme();
            if (!("https".equals(scheme) || "http".equals(scheme))
                    || address.getHost() == null
                    || address.getUserInfo() != null) {
                throw new IllegalArgumentException(
                        "it must begin with https:// or http:// and a host, such as"
                            + " https://console.example.com/{cluster}/{namespace}/{kind}/{name}");
            }
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException("it is no address: " + broken.getReason());
        }
    }

    /**
     * @param namespace null for what lives in none, which leaves its place empty
     * @param kind like {@code Deployment}
     */
    public String address(
            ClusterId cluster, @Nullable Namespace namespace, String kind, String name) {
        var values =
                Map.of(
                        "cluster",
                        cluster.value(),
                        "namespace",
                        namespace == null ? "" : namespace.value(),
                        "kind",
                        kind,
                        "name",
                        name);
        return PLACE.matcher(template)
                .replaceAll(place ->
                        Matcher.quoteReplacement(encoded(values.getOrDefault(place.group(1), ""))));
    }

    // a blank is no plus in a path, and dots alone would climb in it
    private static String encoded(String value) {
        var text = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return text.equals(".") || text.equals("..") ? text.replace(".", "%2E") : text;
    }
}
