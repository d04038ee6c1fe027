package dev.kubechat.kubectl;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shapes that Kubernetes gives to small values, and sentences for what has another. */
final class Syntax {

    private static final Pattern LABEL_VALUE =
            Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
    private static final Pattern QUALIFIED =
            Pattern.compile(
                    "([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern VARIABLE = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");
    // the digits of a quantity and its suffix, as apimachinery reads them
    private static final Pattern QUANTITY =
            Pattern.compile(
                    "[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?");
    // with a registry, a tag or a digest; what a registry makes of it is its own affair
    private static final Pattern IMAGE =
            Pattern.compile("[A-Za-z0-9\\[][A-Za-z0-9._:/@+\\[\\]-]{0,1023}");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private Syntax() {}

    static void labelValue(String key, String value) {
        if (!LABEL_VALUE.matcher(value).matches()) {
            throw new Unreadable(
                    "%s cannot be the value of a label (%s): up to 63 letters, digits, dashes, dots and underscores, and a letter or digit at both ends."
                            .formatted(Shown.quoted(value), Shown.plain(key)));
        }
    }

    static void qualifiedName(String key, String what) {
        if (!QUALIFIED.matcher(key).matches()) {
            throw new Unreadable(
                    "%s cannot be the key of a %s, like app or example.com/tier."
                            .formatted(Shown.quoted(key), what));
        }
    }

    static void variable(String name) {
        if (!VARIABLE.matcher(name).matches() || name.equals(".") || name.startsWith("..")) {
            throw new Unreadable(
                    "%s cannot be the name of an environment variable, like LOG_LEVEL."
                            .formatted(Shown.quoted(name)));
        }
    }

    static String quantity(String flag, String text) {
        if (!QUANTITY.matcher(text).matches()) {
            throw new Unreadable(
                    "%s is no quantity for %s, like 500m, 2 or 512Mi."
                            .formatted(Shown.quoted(text), flag));
        }
        return text;
    }

    static String image(String image) {
        if (!IMAGE.matcher(image).matches()) {
            throw new Unreadable(
                    "%s cannot be an image, like nginx:1.29 or registry.example.com/shop/cart:7."
                            .formatted(Shown.quoted(image)));
        }
        return image;
    }

    static String subdomain(String flag, String text) {
        if (text.length() > 253 || !SUBDOMAIN.matcher(text).matches()) {
            throw new Unreadable(
                    "%s is no host name for --%s, like db.example.com."
                            .formatted(Shown.quoted(text), flag));
        }
        return text;
    }

    /** {@code cpu=200m,memory=512Mi}; nothing for an empty text. */
    static SortedMap<String, String> quantities(String flag, String text) {
        var quantities = new TreeMap<String, String>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0 || part.indexOf('=', equals + 1) >= 0) {
                throw new Unreadable(
                        "--%s is a list like cpu=200m,memory=512Mi, and %s is not of that shape."
                                .formatted(flag, Shown.quoted(part)));
            }
            quantities.put(
                    part.substring(0, equals), quantity("--" + flag, part.substring(equals + 1)));
        }
        return Collections.unmodifiableSortedMap(quantities);
    }

    static String joined(SortedMap<String, String> pairs) {
        return String.join(
                ",",
                pairs.entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .toList());
    }

    /** {@code key=value,key=value}, as labels of run and expose are typed. */
    static SortedMap<String, String> labels(String flag, String text) {
        var labels = new TreeMap<String, String>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals <= 0 || part.indexOf('=', equals + 1) >= 0) {
                throw new Unreadable(
                        "--%s is a list like app=cart,tier=web, and %s is not of that shape."
                                .formatted(flag, Shown.quoted(part)));
            }
            labels.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return Collections.unmodifiableSortedMap(labels);
    }

    /** One of these words; the usual one if the text is null. */
    static String oneOf(String flag, @Nullable String text, String... words) {
        if (text == null) {
            return words[0];
        }
        for (String word : words) {
            if (word.equals(text)) {
                return word;
            }
        }
        throw new Unreadable(
                "--%s is %s, and not %s."
                        .formatted(flag, String.join(" or ", words), Shown.quoted(text)));
    }
}
