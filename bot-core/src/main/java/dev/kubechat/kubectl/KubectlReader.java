package dev.kubechat.kubectl;

import dev.kubechat.kubectl.KubectlCommand.NotYet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads lines of text as kubectl commands: what a person typed, pasted or clicked, and what a planner proposed. */
public final class KubectlReader {

    private static final Set<String> NAMES = Set.of("kubectl", "Kubectl", "k");
    // cobra runs these too, to print what sub-commands they have
    private static final Set<String> GROUPS =
            Set.of(
                    "alpha",
                    "auth",
                    "certificate",
                    "config",
                    "create secret",
                    "create service",
                    "kuberc",
                    "plugin",
                    "rollout",
                    "set",
                    "top");

    // no letter of a line becomes more than twenty, unless several types, or all, meet several
    // names
    private static final int SHORT = 150;
    private static final Namespace LONGEST = new Namespace("n".repeat(63));

    private final Grammar grammar;
    private final LineReader lines;

    public KubectlReader() {
        this(GrammarFile.builtIn());
    }

    KubectlReader(Grammar grammar) {
        this.grammar = grammar;
        this.lines = new LineReader(grammar);
    }

    /**
     * What the text says, with or without {@code kubectl} in front. Never throws, whatever the text holds; text that is no kubectl
     * at all is rejected, so ask {@link #looksLikeKubectl} first.
     */
    public Reading read(String text) {
        try {
            Pasted pasted = Pasted.of(text);
            Reading.Command read = command(pasted);
            checkLength(read.command(), text);
            return read;
        } catch (Unreadable unreadable) {
            return unreadable.rejected();
        } catch (InvalidName invalid) {
            return new Reading.Rejected(String.valueOf(invalid.getMessage()), null);
        }
    }

    /**
     * The same for words that are split already, as a program's arguments are: each stands as it is, as if it were quoted.
     *
     * @param words without {@code kubectl}
     */
    public Reading read(List<String> words) {
        return read("kubectl " + Canonical.words(words));
    }

    /** The canonical text is read again before the command runs, so it has to be a line too. */
    private static void checkLength(KubectlCommand command, String text) {
        if (!staysShort(text) && Words.isTooLong(command.in(LONGEST).canonical())) {
            throw new Unreadable(
                    "Written out in full, this is longer than 4 KiB. Send it in smaller parts.");
        }
    }

    private static boolean staysShort(String text) {
        return text.length() <= SHORT && text.indexOf(',') < 0 && !text.contains("all");
    }

    /**
     * Whether the text is meant as kubectl rather than as plain words. It is if it begins with {@code kubectl} (or {@code k} and a
     * verb), or if it begins with one of kubectl's verbs and goes on as kubectl does and a sentence does not.
     */
    public boolean looksLikeKubectl(String text) {
        return new KubectlText(grammar).is(text);
    }

    private Reading.Command command(Pasted pasted) {
        List<String> typed = pasted.words();
        List<String> words = withoutName(typed);
        if (words.isEmpty()) {
            throw new Unreadable("kubectl needs a verb: kubectl get pods", "kubectl get pods");
        }
        if (words.getFirst().equals("help")) {
            return help(words.stream().skip(1).filter(word -> !word.startsWith("-")).toList());
        }
        return switch (lines.read(words)) {
            case LineReader.Line.Read read -> command(read.command(), pasted.fill(read.line()));
            case LineReader.Line.Help help -> help(words(help.command()));
            case LineReader.Line.UnknownCommand unknown ->
                    throw Slips.unknownCommand(unknown, typed, grammar);
            case LineReader.Line.UnknownFlag unknown -> throw Slips.unknownFlag(unknown, typed);
            case LineReader.Line.NoValue noValue -> throw Slips.noValue(noValue);
            case LineReader.Line.WrongValue wrong -> throw Slips.wrongValue(wrong);
            case LineReader.Line.WrongSyntax wrong ->
                    throw new Unreadable("%s is no flag.".formatted(Shown.plain(wrong.written())));
        };
    }

    /**
     * The code blocks under the line, by the names that the command read from this text has for them in
     * {@link KubectlCommand#attachments()}. A block is no part of the line and of its limit of 4 KiB.
     */
    public static SortedMap<String, String> blocks(String text) {
        return Pasted.of(text).named();
    }

    private static List<String> withoutName(List<String> words) {
        return !words.isEmpty() && NAMES.contains(words.getFirst())
                ? words.subList(1, words.size())
                : words;
    }

    private static List<String> words(Grammar.Command command) {
        return command.verb().isEmpty() ? List.of() : List.of(command.verb().split(" ", -1));
    }

    private static Reading.Command help(Collection<String> about) {
        return new Reading.Command(
                new NotYet(new CommandLine("help", new ArrayList<>(about), new TreeMap<>(), null)));
    }

    private static Reading.Command command(Grammar.Command command, CommandLine read) {
        if (read.verb().isEmpty() || GROUPS.contains(read.verb())) {
            throw Slips.groupAlone(command, read);
        }
        NeverFromChat.check(read, command);
        Flags.scope(read);
        Flags.checkTimeout(read);
        DryRun.of(read);
        ClusterName cluster = ClusterName.of(read);
        CommandLine line =
                read.flags().containsKey(ClusterName.FLAG)
                        ? read.without(List.of(ClusterName.FLAG))
                        : read;
        return new Reading.Command(typed(command, line), cluster);
    }

    private static KubectlCommand typed(Grammar.Command command, CommandLine line) {
        // kubectl reads such a line, too; what it would touch is for the rules to judge, and
        // nothing runs it
        if ("".equals(line.flag("selector")) && Verbs.changes(line)) {
            return new NotYet(line);
        }
        return switch (line.verb()) {
            case "get" -> GetForm.of(line, command);
            case "describe" -> Forms.describe(line, command);
            case "logs" -> LogsForm.of(line, command);
            case "events" -> Forms.events(line, command);
            case "scale" -> ScaleForm.of(line, command);
            case "rollout restart" -> RestartForm.of(line, command);
            case "delete" -> DeleteForm.of(line, command);
            default -> {
                ReadCommand read = ReadForms.of(line, command);
                KubectlCommand change = read == null ? ChangeForms.read(line, command) : read;
                yield change == null ? new NotYet(line) : change;
            }
        };
    }

    /** The command of the grammar that comes with KubeChat. */
    static Grammar.Command builtIn(String verb) {
        return BuiltIn.READER.grammar.command(verb);
    }

    /** The line's flags as they are written, each value one {@code --flag=value}. */
    static SortedMap<String, List<String>> written(CommandLine line) {
        if (line.flags().isEmpty()) {
            return line.flags();
        }
        Grammar.Command command = builtIn(line.verb());
        var written = new TreeMap<String, List<String>>();
        line.flags()
                .forEach((name, values) -> {
                    Flag flag = command.flag(name);
                    written.put(name, flag == null ? values : flag.type().write(values));
                });
        return written;
    }

    private static final class BuiltIn {
        static final KubectlReader READER = new KubectlReader();
    }
}
