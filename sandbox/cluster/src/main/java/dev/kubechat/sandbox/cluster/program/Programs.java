package dev.kubechat.sandbox.cluster.program;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A handful of programs, played: they know a few files and the container's variables, and change nothing. */
public final class Programs {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final Pattern EXIT = Pattern.compile("exit ([0-9]{1,2})");
    private static final String TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount/token";

    private final Container container;
    private final TreeMap<String, String> files = new TreeMap<>();

    public Programs(Container container) {
        this.container = container;
        files.put("/etc/hostname", container.pod() + "\n");
        files.put(
                "/etc/hosts",
                "127.0.0.1\tlocalhost\n%s\t%s\n".formatted(container.address(), container.pod()));
        files.put("/etc/os-release", "NAME=\"Stage\"\nID=stage\nPRETTY_NAME=\"Stage set\"\n");
        files.put("/etc/resolv.conf", "search svc.cluster.local\nnameserver 10.96.0.10\n");
        files.put(TOKEN, "this is a stage set, and this is no token\n");
    }

    /** @param words a program and what it is told, at least one */
    public Played play(List<String> words) {
        var program = words.getFirst().replaceFirst("^(/usr)?/bin/", "");
        var told = words.subList(1, words.size());
        return switch (program) {
            case "true" -> Played.out("");
            case "false" -> Played.failed("", 1);
            case "date" -> Played.out(DATE.format(container.now()) + "\n");
            case "hostname" -> Played.out(container.pod() + "\n");
            case "whoami" -> Played.out("root\n");
            case "id" -> Played.out("uid=0(root) gid=0(root) groups=0(root)\n");
            case "pwd" -> Played.out("/\n");
            case "uname" -> Played.out("Linux\n");
            case "echo" -> Played.out(String.join(" ", told) + "\n");
            case "env", "printenv" -> told.isEmpty() ? variables() : none(program);
            case "ls" -> list(told);
            case "cat" -> read(told);
            case "tar" -> packed(told);
            case "sh", "bash" -> shell(program, told);
            default -> none(program);
        };
    }

    private static Played none(String program) {
        return Played.none(
                "this in-process cluster has no real containers and plays a few programs only, such as date, env, ls and cat; for %s use a real cluster"
                        .formatted(program));
    }

    private Played variables() {
        return Played.out(
                container.variables().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private Played list(List<String> told) {
        var paths = told.stream().filter(word -> !word.startsWith("-")).toList();
        if (paths.size() > 1) {
            return none("ls of several folders");
        }
        var path = paths.isEmpty() ? "/" : paths.getFirst();
        var folder = path.endsWith("/") ? path : path + "/";
        if (files.containsKey(path)) {
            return Played.out(path + "\n");
        }
        var names =
                files.keySet().stream()
                        .filter(file -> file.startsWith(folder))
                        .map(file -> file.substring(folder.length()).split("/", 2)[0])
                        .distinct()
                        .toList();
        return names.isEmpty()
                ? Played.failed("ls: %s: No such file or directory\n".formatted(path), 1)
                : Played.out(String.join("\n", names) + "\n");
    }

    private Played read(List<String> told) {
        var text = new StringBuilder();
        for (var path : told) {
            var file = files.get(path);
            if (file == null) {
                return Played.failed(
                        "cat: can't open '%s': No such file or directory\n".formatted(path), 1);
            }
            text.append(file);
        }
        return Played.out(text.toString());
    }

    /** {@code tar cf - PATH}, as a copy out of a container begins it. */
    private Played packed(List<String> told) {
        if (told.size() != 3 || !told.subList(0, 2).equals(List.of("cf", "-"))) {
            return none("tar " + String.join(" ", told));
        }
        var path = told.get(2);
        return Optional.ofNullable(files.get(path))
                .map(text -> new Played(Tar.of(path, text, Instant.EPOCH), "", 0, ""))
                .orElseGet(() ->
                        Played.failed(
                                "tar: %s: Cannot stat: No such file or directory\n".formatted(path),
                                2));
    }

    /** One plain command line: no quotes, no pipes. */
    private Played shell(String shell, List<String> told) {
        if (told.size() != 2 || !told.getFirst().equals("-c")) {
            return none(shell);
        }
        var line = told.getLast().strip();
        var exit = EXIT.matcher(line);
        if (exit.matches()) {
            return Played.failed("", Integer.parseInt(exit.group(1)));
        }
        var words = Arrays.stream(line.split("\\s+")).filter(word -> !word.isEmpty()).toList();
        var plain = line.chars().noneMatch(c -> "'\"\\|&;<>()$`*?[#~{".indexOf(c) >= 0);
        var again = !words.isEmpty() && words.getFirst().matches("(.*/)?(ba)?sh");
        return plain && !words.isEmpty() && !again ? play(words) : none("this line of a shell");
    }
}
