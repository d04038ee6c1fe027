package dev.kubechat.execute.pod;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The one regular file that a tar holds, as tar writes it from a container. */
public sealed interface OneFile {

    /** The tar holds it whole. */
    final class Found implements OneFile {

        private final byte[] content;

        private Found(byte[] content) {
            this.content = content;
        }

        public byte[] bytes() {
            return content.clone();
        }

        /** Empty if it is not text in UTF-8, so that nobody could look it through for credentials. */
        public Optional<String> text() {
            try {
                CharBuffer chars =
                        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
                var text = chars.toString();
                return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
            } catch (CharacterCodingException binary) {
                return Optional.empty();
            }
        }
    }

    /** @param why a sentence for people */
    record None(String why) implements OneFile {}

    /** In bytes. */
    int BLOCK = 512;

    /** @param cut whether there is more of it */
    static OneFile in(byte[] tar, boolean cut) {
        var at = 0;
        while (at + BLOCK <= tar.length) {
            var type = (char) tar[at + 156];
            var size = size(tar, at + 124);
            if (size < 0 || tar[at] == 0) {
                return new None("What came is no file.");
            }
            // extended headers come before what they are about
            if (type != 'x' && type != 'g' && type != 'L' && type != 'K') {
                return entry(tar, at + BLOCK, type, size, cut);
            }
            at = Math.toIntExact(Math.min(tar.length, at + BLOCK + rounded(size)));
        }
        return new None("What came is no file.");
    }

    private static OneFile entry(byte[] tar, int start, char type, long size, boolean cut) {
        return switch (type) {
            case '0', '\0' -> {
                if (size > Written.MOST || (cut && start + size > tar.length)) {
                    yield new None(
                            "It is larger than 1 MiB, and a chat is no place for that. Take a part"
                                    + " of it, with kubectl exec and tail.");
                }
                if (start + size > tar.length) {
                    yield new None("It broke off before its end.");
                }
                var content = new byte[(int) size];
                System.arraycopy(tar, start, content, 0, content.length);
                yield new Found(content);
            }
            case '5' -> new None("It is a folder. Name one file in it.");
            case '1', '2' -> new None("It is a link. Name the file that it leads to.");
            default -> new None("It is no ordinary file.");
        };
    }

    private static long rounded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** Octal; negative for what is no number, or so large that it is told otherwise. */
    private static long size(byte[] tar, int at) {
        var size = 0L;
        var any = false;
        for (var i = at; i < at + 12; i++) {
            if (tar[i] >= '0' && tar[i] <= '7') {
                size = size * 8 + tar[i] - '0';
                any = true;
            } else if (tar[i] != ' ' && tar[i] != 0) {
                return -1;
            } else if (any) {
                break;
            }
        }
        return any ? size : -1;
    }
}
