package dev.kubechat.execute.change;

import java.nio.charset.StandardCharsets;

/** Archives as tar writes them. */
public final class TarFixture {

    private static final int BLOCK = 512;

    private TarFixture() {}

    /** One entry and nothing else. */
    public static byte[] tar(String name, char type, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var tar = new byte[BLOCK + (bytes.length + BLOCK - 1) / BLOCK * BLOCK + 2 * BLOCK];
        put(tar, 0, name);
        put(tar, 124, "%011o".formatted(bytes.length));
        tar[156] = (byte) type;
        System.arraycopy(bytes, 0, tar, BLOCK, bytes.length);
        return tar;
    }

    private static void put(byte[] tar, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, tar, at, bytes.length);
    }
}
