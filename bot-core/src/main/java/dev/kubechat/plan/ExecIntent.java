package dev.kubechat.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** "run `ls /app` in pod web-0", "bash into the cart deployment". */
final class ExecIntent implements Intent {

    private static final Pattern SHELL_SIGNS = Pattern.compile("[|;&<>$`\\\\\\n]");
    // a folder has no content that could be shown
    private static final Pattern FILE =
            Pattern.compile(
                    "/(?:[A-Za-z0-9._-]{1,100}/){0,12}(?:[A-Za-z0-9_-]{1,100}\\.[A-Za-z0-9.]{1,20}|hosts|hostname|passwd|group)");
    private static final Set<String> LOOKS =
            Set.of("cat", "look", "like", "content", "contents", "does");
    private static final Set<String> IN_CONTAINERS =
            Set.of(
                    "pods",
                    "deployments",
                    "statefulsets",
                    "daemonsets",
                    "replicasets",
                    "jobs",
                    "services");
    private static final Set<String> SHELLS = Set.of("bash", "sh", "zsh", "ash");
    // programs that people name bare: "run date in pod web-0"
    private static final Set<String> PROGRAMS =
            Set.of(
                    "ls",
                    "cat",
                    "date",
                    "env",
                    "printenv",
                    "ps",
                    "df",
                    "du",
                    "id",
                    "hostname",
                    "uname",
                    "whoami",
                    "pwd",
                    "nslookup",
                    "ping",
                    "curl",
                    "wget",
                    "nginx",
                    "java",
                    "python",
                    "node",
                    "redis-cli",
                    "psql",
                    "mysql",
                    "top",
                    "uptime",
                    "mount",
                    "free",
                    "netstat",
                    "dig",
                    "head",
                    "tail",
                    "find",
                    "grep",
                    "echo",
                    "touch");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        Optional<Said> file = file(sentence, place);
        if (file.isPresent()) {
            return file;
        }
        boolean exec = sentence.has(Sense.EXEC);
        boolean runs = sentence.has(Sense.START) || sentence.has(Sense.COMMAND);
        if (sentence.has(Sense.WHY, Sense.CREATE, Sense.CAN_I) || !(exec || runs)) {
            return Optional.empty();
        }
        String container = Values.container(sentence);
        String of = container == null ? "" : " -c " + container;
        String command = command(sentence);
        if (command == null) {
            return exec ? shell(sentence, place, of) : Optional.empty();
        }
        sentence.take(
                Sense.EXEC,
                Sense.START,
                Sense.COMMAND,
                Sense.SHOW,
                Sense.RUNNING,
                Sense.CONTAINER,
                Sense.NOW);
        if (SHELL_SIGNS.matcher(command).find()) {
            return Intent.ask(
                    "That is more than one program call. Say one program and its arguments.");
        }
        return target(sentence, place)
                .flatMap(spot ->
                        Intent.line(
                                "exec %s%s -- %s"
                                        .formatted(
                                                spot.thing().isKind("pods")
                                                        ? spot.thing().bare()
                                                        : spot.thing().words(),
                                                of,
                                                command),
                                spot.place()));
    }

    /** "show the file /etc/hosts of pod web-0", "what does /etc/hosts look like in web-0" */
    private static Optional<Said> file(Sentence sentence, Place place) {
        int path = sentence.find(word -> FILE.matcher(word.text()).matches());
        boolean only =
                path >= 0
                        && !sentence.has(Sense.WHY, Sense.CREATE, Sense.DELETE, Sense.COPY)
                        && !sentence.has(Sense.CAN_I, Sense.START, Sense.EXEC, Sense.COMMAND);
        if (!only || !isRead(sentence, path)) {
            return Optional.empty();
        }
        Sentence rest = sentence.copy();
        rest.take(path);
        rest.takeAll(word -> LOOKS.contains(word.text().toLowerCase(Locale.ROOT)));
        String container = Values.container(rest);
        rest.take(Sense.SHOW, Sense.FILE, Sense.EXPLAIN, Sense.CONTAINER);
        Optional<Spot> spot = target(rest, place);
        if (spot.isEmpty() || rest.hasAny(Sense.CHANGES) || !rest.isSpent()) {
            return Optional.empty();
        }
        IntStream.range(0, sentence.size()).forEach(sentence::take);
        return Intent.line(
                "exec %s%s -- cat %s"
                        .formatted(
                                spot.get().thing().isKind("pods")
                                        ? spot.get().thing().bare()
                                        : spot.get().thing().words(),
                                container == null ? "" : " -c " + container,
                                sentence.at(path).text()),
                spot.get().place());
    }

    private static boolean isRead(Sentence sentence, int path) {
        return (sentence.isFree(path - 1) && sentence.at(path - 1).text().equalsIgnoreCase("cat"))
                || sentence.has(Sense.SHOW, Sense.FILE)
                || sentence.find(word -> LOOKS.contains(word.text().toLowerCase(Locale.ROOT))) >= 0;
    }

    private static Optional<Spot> target(Sentence sentence, Place place) {
        return Spot.takeForChange(sentence, place)
                .map(spot -> spot.with(spot.thing().asWorkload()))
                .filter(spot -> spot.thing().names().size() == 1);
    }

    private static Optional<Said> shell(Sentence sentence, Place place, String of) {
        String shell =
                IntStream.range(0, sentence.size())
                                .mapToObj(i -> sentence.at(i).text().toLowerCase(Locale.ROOT))
                                .anyMatch(text -> text.contains("bash"))
                        ? "bash"
                        : "sh";
        sentence.take(
                Sense.EXEC, Sense.START, Sense.CONTAINER, Sense.NOW, Sense.SHOW, Sense.COMMAND);
        sentence.takeAll(word -> SHELLS.contains(word.text().toLowerCase(Locale.ROOT)));
        Optional<Spot> target = target(sentence, place);
        if (target.filter(spot -> spot.thing().isKind("nodes")).isPresent()) {
            return Intent.refuse(
                    "A node's own shell is not reached from a chat. What Kubernetes knows of it is"
                            + " shown by: describe node "
                            + target.get().thing().bare());
        }
        return target.filter(spot -> IN_CONTAINERS.contains(spot.thing().types()))
                .flatMap(spot ->
                        Intent.line(
                                "exec -it %s%s -- %s"
                                        .formatted(
                                                spot.thing().isKind("pods")
                                                        ? spot.thing().bare()
                                                        : spot.thing().words(),
                                                of,
                                                shell),
                                spot.place()));
    }

    /** In quotes, or from a program's name to the place where it is to run. */
    private static @Nullable String command(Sentence sentence) {
        int quoted =
                sentence.find(word ->
                        word.quoted()
                                && (word.text().indexOf(' ') > 0
                                        || PROGRAMS.contains(word.text())));
        if (quoted >= 0) {
            sentence.take(quoted);
            return sentence.at(quoted).text();
        }
        int verb =
                sentence.find(word ->
                        word.is(Sense.EXEC) || word.is(Sense.START) || word.is(Sense.COMMAND));
        int first = sentence.after(verb, Sense.COMMAND, Sense.STOP);
        boolean program =
                sentence.isFree(first)
                        && sentence.at(first).kind() == null
                        && PROGRAMS.contains(sentence.at(first).text());
        if (!program) {
            return null;
        }
        int end = first + 1;
        while (sentence.isFree(end) && !isPlace(sentence, end)) {
            end++;
        }
        String command =
                IntStream.range(first, end)
                        .mapToObj(i -> Values.quoted(sentence.at(i).text()))
                        .collect(Collectors.joining(" "));
        IntStream.range(first, end).forEach(sentence::take);
        return command;
    }

    private static boolean isPlace(Sentence sentence, int i) {
        return sentence.at(i).is(Sense.IN)
                || sentence.at(i).is(Sense.OF)
                || sentence.at(i).text().equals(",");
    }
}
