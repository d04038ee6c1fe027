package dev.kubechat.kubectl;

import org.jspecify.annotations.Nullable;

/**
 * A file that becomes an entry of a config map or secret.
 *
 * @param key of the entry; null for the file's own name
 * @param file an attachment's name
 */
public record KeyedFile(@Nullable String key, String file) {

    static KeyedFile of(String typed) {
        int equals = typed.indexOf('=');
        if (equals < 0) {
            return new KeyedFile(null, typed);
        }
        boolean whole =
                equals > 0 && equals < typed.length() - 1 && typed.indexOf('=', equals + 1) < 0;
        if (!whole) {
            throw new Unreadable(
                    "--from-file is a file or KEY=FILE, and not %s."
                            .formatted(Shown.quoted(typed)));
        }
        return new KeyedFile(typed.substring(0, equals), typed.substring(equals + 1));
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return key == null ? file : key + "=" + file;
    }
}
