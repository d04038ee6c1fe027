package dev.kubechat.kubectl;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code cluster-info dump}. */
final class DumpForm {

    // a pod's own log is read at once, so there is nothing to wait for
    private static final Set<String> KNOWN = Set.of("namespaces", "output", "pod-running-timeout");
    private static final int MOST = 20;

    private DumpForm() {}

    /** The typed command, or null where the line says what this version does not do. As kubectl does, words are overlooked. */
    static @Nullable ReadCommand of(CommandLine line, Grammar.Command command) {
        String typed = line.flag("output");
        String output = typed == null || typed.isEmpty() ? ReadCommand.Dump.USUAL : typed;
        if (!Set.of("json", "yaml").contains(output)) {
            OutputFormats.check(line);
            return null;
        }
        if (!Flags.saysOnly(line, command, KNOWN)) {
            return null;
        }
        List<Namespace> namespaces =
                line.has("all-namespaces")
                        ? List.of()
                        : line.values("namespaces").stream().map(Namespace::new).toList();
        if (namespaces.size() > MOST) {
            throw new Unreadable(
                    "These are more than %d namespaces at once. Dump them in smaller groups."
                            .formatted(MOST));
        }
        Scope scope = namespaces.isEmpty() ? Flags.scope(line) : new Scope.Unsaid();
        return new ReadCommand.Dump(namespaces, scope, output);
    }
}
