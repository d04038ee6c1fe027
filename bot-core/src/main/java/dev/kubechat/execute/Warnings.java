package dev.kubechat.execute;

import java.util.List;
import java.util.regex.Pattern;

/** Warnings in the headers of an API server's answer. */
final class Warnings {

    private static final Pattern WARNING =
            Pattern.compile("299 \\S{1,255} \"(?<text>(?:[^\"\\\\]|\\\\.){1,4096}+)\"");

    private Warnings() {}

    /** What they say, in order. */
    static List<String> of(List<String> headers) {
        return headers.stream()
                .flatMap(header -> WARNING.matcher(header).results())
                .map(found -> found.group("text").replaceAll("\\\\(.)", "$1"))
                .toList();
    }
}
