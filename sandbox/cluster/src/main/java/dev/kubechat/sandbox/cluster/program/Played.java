package dev.kubechat.sandbox.cluster.program;

import java.nio.charset.StandardCharsets;

/**
 * What a program wrote, and how it ended.
 *
 * @param broken why there is no such program; empty if there is
 */
@SuppressWarnings("ArrayRecordComponent") // written once, and never compared
public record Played(byte[] out, String errors, int exit, String broken) {

    static Played out(String text) {
        return new Played(text.getBytes(StandardCharsets.UTF_8), "", 0, "");
    }

    static Played failed(String errors, int exit) {
        return new Played(new byte[0], errors, exit, "");
    }

    static Played none(String why) {
        return new Played(new byte[0], "", 0, why);
    }
}
