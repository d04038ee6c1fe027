package dev.kubechat.execute.print;

import tools.jackson.databind.JsonNode;

/** Cells of a server's table as kubectl puts them on a terminal. */
public final class Terminal {

    private Terminal() {}

    /** One line of it, without what a terminal would take for a command; empty for null. */
    public static String cell(JsonNode cell) {
        if (cell.isNull()) {
            return "";
        }
        var text = GoText.plain(Values.of(cell));
        if (!cell.isString()) {
            return GoText.forTerminal(text);
        }
        var end = 0;
        while (end < text.length() && "\n\r\f".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return GoText.forTerminal(text.substring(0, end)) + (end < text.length() ? "..." : "");
    }
}
