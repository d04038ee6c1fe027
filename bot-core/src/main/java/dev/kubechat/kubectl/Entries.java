package dev.kubechat.kubectl;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a new config map or secret holds. Files of variables stand alone.
 *
 * @param literals by key, as typed
 * @param files one entry each
 * @param variableFiles each line of them an entry
 * @param appendHash whether a hash of it all goes behind the name
 */
public record Entries(
        SortedMap<String, String> literals,
        List<KeyedFile> files,
        List<String> variableFiles,
        boolean appendHash) {

    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");

    public Entries {
        literals = Collections.unmodifiableSortedMap(new TreeMap<>(literals));
        files = List.copyOf(files);
        variableFiles = List.copyOf(variableFiles);
    }

    static Entries of(Said said) {
        var literals = new TreeMap<String, String>();
        said.list("from-literal").forEach(typed -> literal(typed, literals));
        List<KeyedFile> files = said.list("from-file").stream().map(KeyedFile::of).toList();
        List<String> variableFiles = said.list("from-env-file");
        if (!variableFiles.isEmpty() && !(files.isEmpty() && literals.isEmpty())) {
            throw new Unreadable(
                    "--from-env-file stands alone: it goes with neither --from-file nor"
                            + " --from-literal.");
        }
        return new Entries(literals, files, variableFiles, said.is("append-hash"));
    }

    private static void literal(String typed, SortedMap<String, String> literals) {
        int equals = typed.indexOf('=');
        String key = equals < 0 ? typed : typed.substring(0, equals);
        if (equals < 0 || !KEY.matcher(key).matches() || key.equals(".") || key.startsWith("..")) {
            throw new Unreadable(
                    "--from-literal is KEY=VALUE, like --from-literal=level=debug, and not %s."
                            .formatted(Shown.quoted(key)));
        }
        if (literals.put(key, typed.substring(equals + 1)) != null) {
            throw new Unreadable("%s is given twice.".formatted(Shown.quoted(key)));
        }
    }

    LineBuilder write(LineBuilder line) {
        return line.map("from-literal", literals)
                .list("from-file", files.stream().map(KeyedFile::toString).toList())
                .list("from-env-file", variableFiles)
                .flag("append-hash", appendHash);
    }
}
