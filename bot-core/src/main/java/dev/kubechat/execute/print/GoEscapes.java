package dev.kubechat.execute.print;

/** Text made safe for HTML and JavaScript, as Go's templates do. */
final class GoEscapes {

    private GoEscapes() {}

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("\0", "\uFFFD")
                .replace("\"", "&#34;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    static String js(String text) {
        var escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '\\' -> escaped.append("\\\\");
                        case '\'' -> escaped.append("\\'");
                        case '"' -> escaped.append("\\\"");
                        case '<' -> escaped.append("\\u003C");
                        case '>' -> escaped.append("\\u003E");
                        case '&' -> escaped.append("\\u0026");
                        case '=' -> escaped.append("\\u003D");
                        default ->
                                escaped.append(
                                        c >= ' ' && (c < 0x80 || GoText.isPrint(c))
                                                ? Character.toString(c)
                                                : "\\u%04X".formatted(c));
                    }
                });
        return escaped.toString();
    }
}
