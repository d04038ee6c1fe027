package dev.kubechat.kubectl;

import java.util.Set;

/** The values of {@code -o} that kubectl knows, whether or not this version makes them. */
final class OutputFormats {

    private static final Set<String> KNOWN =
            Set.of(
                    "custom-columns",
                    "custom-columns-file",
                    "go-template",
                    "go-template-file",
                    "json",
                    "jsonpath",
                    "jsonpath-as-json",
                    "jsonpath-file",
                    "kyaml",
                    "name",
                    "template",
                    "templatefile",
                    "wide",
                    "yaml");

    private OutputFormats() {}

    static void check(CommandLine line) {
        String typed = line.flag("output");
        if (typed == null || typed.isEmpty()) {
            return;
        }
        int equals = typed.indexOf('=');
        String format = equals < 0 ? typed : typed.substring(0, equals);
        if (!KNOWN.contains(format)) {
            throw unknown(typed);
        }
    }

    static Unreadable unknown(String typed) {
        int equals = typed.indexOf('=');
        String format = equals < 0 ? typed : typed.substring(0, equals);
        String near =
                Near.of(format, KNOWN)
                        .map(known -> "; did you mean %s?".formatted(known))
                        .orElse(".");
        return new Unreadable(
                "-o %s is no output format: wide, name, yaml, json, jsonpath=…, go-template=… and custom-columns=… are%s"
                        .formatted(Shown.plain(format), near));
    }
}
