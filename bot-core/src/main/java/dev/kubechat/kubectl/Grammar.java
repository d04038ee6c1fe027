package dev.kubechat.kubectl;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** kubectl's command tree. */
final class Grammar {

    private final String version;
    private final Map<String, Command> byPath = new LinkedHashMap<>();

    /** @param commands parents before their children, the root with its empty path first */
    Grammar(String version, List<Entry> commands) {
        this.version = version;
        commands.forEach(this::add);
    }

    /** A command as the resource lists it: with its own flags only. */
    record Entry(String path, List<String> aliases, List<Flag> flags) {}

    private void add(Entry entry) {
        if (entry.path().isEmpty()) {
            byPath.put("", new Command("", List.of(), entry.flags()));
            return;
        }
        int blank = entry.path().lastIndexOf(' ');
        Command parent = command(blank < 0 ? "" : entry.path().substring(0, blank));
        var command = new Command(entry.path(), entry.flags(), root().flags());
        byPath.put(entry.path(), command);
        parent.adopt(entry.path().substring(blank + 1), command);
        entry.aliases().forEach(alias -> parent.adopt(alias, command));
    }

    String version() {
        return version;
    }

    Command root() {
        return command("");
    }

    /** @throws IllegalArgumentException if kubectl has no such command */
    Command command(String path) {
        Command command = byPath.get(path);
        if (command == null) {
            throw new IllegalArgumentException("no command " + path);
        }
        return command;
    }

    List<Command> commands() {
        return List.copyOf(byPath.values());
    }

    /** A command with all flags it takes, those of the root too. */
    static final class Command {
        private final String verb;
        private final Set<String> own;
        private final Map<String, Flag> byName = new LinkedHashMap<>();
        private final Map<Character, Flag> byShorthand = new HashMap<>();
        private final Map<String, Command> children = new LinkedHashMap<>();

        private Command(String verb, List<Flag> own, List<Flag> shared) {
            this.verb = verb;
            this.own = own.stream().map(Flag::name).collect(Collectors.toSet());
            own.forEach(this::index);
            shared.forEach(this::index);
        }

        private void index(Flag flag) {
            if (byName.putIfAbsent(flag.name(), flag) == null && flag.shorthand() != null) {
                byShorthand.putIfAbsent(flag.shorthand(), flag);
            }
        }

        private void adopt(String name, Command child) {
            children.putIfAbsent(name, child);
        }

        /** Its words, like {@code rollout restart}; empty for the root. */
        String verb() {
            return verb;
        }

        List<Flag> flags() {
            return List.copyOf(byName.values());
        }

        /** Whether the flag is the command's, and not one that holds for all of kubectl. */
        boolean owns(String name) {
            return own.contains(name);
        }

        /** By name, in which kubectl takes {@code _} for {@code -}. */
        @Nullable Flag flag(String name) {
            return byName.get(name.replace('_', '-'));
        }

        @Nullable Flag shorthand(char letter) {
            return byShorthand.get(letter);
        }

        @Nullable Command child(String name) {
            return children.get(name);
        }

        List<String> childNames() {
            return List.copyOf(children.keySet());
        }
    }
}
