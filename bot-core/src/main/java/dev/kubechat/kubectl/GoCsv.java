package dev.kubechat.kubectl;

import java.util.ArrayList;
import java.util.List;

/** One record of Go's encoding/csv, which pflag's slices are read and written by. Words hold no line breaks, so neither do records. */
final class GoCsv {

    private final String text;
    private int at;
    private final List<String> fields = new ArrayList<>();

    private GoCsv(String text) {
        this.text = text;
    }

    /** pflag's reading of a slice: an empty text has no elements. */
    static List<String> read(String text) {
        return text.isEmpty() ? List.of() : record(text);
    }

    /** @throws NotAValue if the quotes are wrong */
    static List<String> record(String text) {
        return new GoCsv(text).fields();
    }

    /** Reads back to the same fields; unlike Go's writer, a lone empty one too. */
    static String write(List<String> fields) {
        return fields.equals(List.of(""))
                ? "\"\""
                : String.join(",", fields.stream().map(GoCsv::quoted).toList());
    }

    private static String quoted(String field) {
        boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0;
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }

    private List<String> fields() {
        boolean more = true;
        while (more) {
            more = text.startsWith("\"", at) ? quotedField() : plainField();
        }
        return fields;
    }

    private boolean plainField() {
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        String field = text.substring(at, end);
        if (field.indexOf('"') >= 0) {
            throw new NotAValue("quotes only around a whole value");
        }
        fields.add(field);
        at = end + 1;
        return comma >= 0;
    }

    private boolean quotedField() {
        var field = new StringBuilder();
        int from = at + 1;
        int quote = closing(from);
        while (text.startsWith("\"", quote + 1)) {
            field.append(text, from, quote + 1);
            from = quote + 2;
            quote = closing(from);
        }
        fields.add(field.append(text, from, quote).toString());
        return comma(quote + 1);
    }

    private int closing(int from) {
        int quote = text.indexOf('"', from);
        if (quote < 0) {
            throw new NotAValue("a closing quote");
        }
        return quote;
    }

    private boolean comma(int end) {
        if (end < text.length() && text.charAt(end) != ',') {
            throw new NotAValue("quotes only around a whole value");
        }
        at = end + 1;
        return end < text.length();
    }
}
