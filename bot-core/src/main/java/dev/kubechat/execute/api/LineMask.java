package dev.kubechat.execute.api;

import java.util.regex.Pattern;

/** Takes credentials out of a log line by line (P9); a private key goes on over many lines. */
public final class LineMask {

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----");
    private static final Pattern END = Pattern.compile("-----END [A-Z ]{0,30}PRIVATE KEY-----");

    private boolean insideKey;

    /** The line as it may be shown; empty for one in the middle of a key. */
    public String line(String line) {
        var ends = END.matcher(line).find();
        if (insideKey) {
            insideKey = !ends;
            return "";
        }
        insideKey = !ends && BEGIN.matcher(line).find();
        var shown = Masking.text(line);
        return insideKey && !shown.endsWith("\n") ? shown + "\n" : shown;
    }
}
