package dev.kubechat.execute.api;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Warnings in the headers of an API server's answer. */
public final class Warnings {

    private static final Pattern WARNING =
            Pattern.compile("299 \\S{1,255} \"(?<text>(?:[^\"\\\\]|\\\\.){1,4096}+)\"");

    private Warnings() {}

    /** Each once, without credentials (P9). */
    public static List<String> shown(List<String> warnings) {
        return warnings.stream().map(Masking::text).distinct().toList();
    }

    /** As kubectl writes them to its standard error. */
    public static String lines(Collection<String> warnings) {
        return warnings.stream()
                .map(warning -> "Warning: " + warning + "\n")
                .collect(Collectors.joining());
    }

    /** What they say, in order. */
    static List<String> of(List<String> headers) {
        return headers.stream()
                .flatMap(header -> WARNING.matcher(header).results())
                .map(found -> found.group("text").replaceAll("\\\\(.)", "$1"))
                .toList();
    }
}
