package dev.kubechat.kubectl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes lines out of kubectl's grammar: every command and flag comes up, well formed, clumsily and wrongly. */
final class GrammarLines {

    private static final List<String> WORDS =
            List.of(
                    "pods",
                    "web-0",
                    "deploy/web",
                    "a=b",
                    "a-",
                    "get",
                    "restart",
                    "nodes",
                    "",
                    "-",
                    "3",
                    "false",
                    "true",
                    "secret",
                    "po,svc",
                    "x=y,z=w",
                    "view",
                    "--",
                    "é",
                    "a b",
                    "all",
                    "status");
    private static final List<String> VALUES =
            List.of(
                    "",
                    "true",
                    "false",
                    "T",
                    "0",
                    "3",
                    "-1",
                    "+7",
                    "0x1f",
                    "0b11",
                    "0o17",
                    "017",
                    "08",
                    "1_000",
                    "2147483648",
                    "9223372036854775807",
                    "9223372036854775808",
                    "30s",
                    "1h30m",
                    "1.5h",
                    ".5s",
                    "1m1.5s",
                    "100ms",
                    "7us",
                    "-2m",
                    "1d",
                    "5",
                    "a",
                    "a,b",
                    "a=b",
                    "a=b,c=d",
                    "a=b=c",
                    "\"a,b\",c",
                    "\"a=b\"",
                    "\"a",
                    "a\"b",
                    "a,",
                    ",",
                    "a= b , c =d",
                    "client",
                    "none",
                    "yes",
                    "--force",
                    "-n",
                    "shop",
                    "=",
                    "==",
                    "{\"a\":1}",
                    "1e3",
                    "½",
                    "10µs");

    private final Grammar grammar;
    private final Random random;

    GrammarLines(Grammar grammar, long seed) {
        this.grammar = grammar;
        this.random = new Random(seed);
    }

    List<String> next() {
        Grammar.Command command = pick(grammar.commands());
        var line = new ArrayList<String>();
        if (!command.verb().isEmpty()) {
            line.addAll(List.of(command.verb().split(" ", -1)));
        }
        int more = random.nextInt(6);
        for (int i = 0; i < more; i++) {
            line.addAll(place(line), piece(command));
        }
        return line;
    }

    /** Mostly behind what is there, sometimes among the words of the command. */
    private int place(List<String> line) {
        return random.nextInt(4) == 0 ? random.nextInt(line.size() + 1) : line.size();
    }

    private List<String> piece(Grammar.Command command) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> List.of(pick(WORDS));
            case 3 -> List.of("--");
            case 4 -> clustered(command);
            case 5 ->
                    List.of(
                            "--"
                                    + pick(command.flags()).name().replace('-', '_')
                                    + "="
                                    + pick(VALUES));
            case 6 ->
                    List.of(
                            pick(
                                    List.of(
                                            "-h",
                                            "--help",
                                            "---x",
                                            "--=x",
                                            "--unknown",
                                            "-Z",
                                            "-test.v",
                                            "--nope=1",
                                            "-=",
                                            "-n=")));
            case 7 ->
                    List.of(pick(List.of("-o", "-n", "-l", "-it", "-f", "-A", "-c")), pick(VALUES));
            default -> flag(pick(command.flags()));
        };
    }

    private List<String> flag(Flag flag) {
        String name =
                flag.shorthand() != null && random.nextBoolean()
                        ? "-" + flag.shorthand()
                        : "--" + flag.name();
        return switch (random.nextInt(4)) {
            case 0 -> List.of(name);
            case 1 -> List.of(name, value(flag));
            case 2 -> List.of(name + "=" + value(flag));
            default ->
                    name.startsWith("--")
                            ? List.of(name, value(flag))
                            : List.of(name + value(flag));
        };
    }

    private List<String> clustered(Grammar.Command command) {
        var cluster = new StringBuilder("-");
        List<Flag> withShorthand =
                command.flags().stream().filter(flag -> flag.shorthand() != null).toList();
        for (int i = random.nextInt(3); i >= 0; i--) {
            cluster.append(pick(withShorthand).shorthand());
        }
        return List.of(cluster.toString());
    }

    private String value(Flag flag) {
        if (random.nextInt(4) == 0) {
            return pick(VALUES);
        }
        return switch (flag.type()) {
            case BOOL, TRISTATE -> pick(List.of("true", "false", "1", "F"));
            case INT, INT32, INT64 -> pick(List.of("3", "0", "-1", "0x10", "1_0"));
            case DURATION -> pick(List.of("30s", "0", "1h1m1.25s", "2ms"));
            case STRING_TO_STRING, MAP_STRING_STRING -> pick(List.of("a=b", "c=d,e=f", "a=x"));
            case STRING, STRING_SLICE, STRING_ARRAY ->
                    pick(List.of("web", "a,b", "shop", "x=y", "\"q,r\",s"));
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
