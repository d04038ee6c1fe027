package dev.kubechat.risk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known about programs that a container may be told to run.
 *
 * @param wraps those that start another program, which is then judged
 * @param reads those that read whatever their words are, but for {@code unless}
 * @param unless by program, what its words must not hold for it to only read
 * @param lines whole command lines that only read
 * @param commands those that are told what to do by a command word
 * @param statements those that are told what to do by a text
 * @param asks first words by which a program of which nothing else is known only reads
 * @param destroysWords found among the words of a program of which little is known, they say that it destroys
 */
record Programs(
        Set<String> wraps,
        Set<String> destroys,
        Set<String> shells,
        Set<String> reads,
        Map<String, Pattern> unless,
        Set<String> lines,
        Map<String, Commands> commands,
        Map<String, Statements> statements,
        Set<String> asks,
        Pattern destroysWords) {

    private static final Pattern TIME = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?[smhd]?");
    private static final Pattern BIN = Pattern.compile("(/[a-z0-9._/-]*/)?s?bin|/s?bin");

    /** Variables that do not make a program another one, as PATH or LD_PRELOAD would. */
    private static final Pattern HARMLESS =
            Pattern.compile(
                    "(LC_[A-Z]+|LANG|LANGUAGE|TZ|TERM|COLUMNS|LINES|PGPASSWORD|PGUSER|PGHOST|PGDATABASE|MYSQL_PWD|REDISCLI_AUTH|ETCDCTL_[A-Z]+)=");

    private static final int MOST_WRAPPERS = 4;

    /**
     * @param reads command words (one, or two with a blank between) that only read
     * @param flags flags that make it only read
     * @param valued flags whose value is the next word
     * @param never flags that make it do something else
     */
    record Commands(Set<String> reads, Set<String> flags, Set<String> valued, Set<String> never) {}

    /**
     * @param text flags whose value is a statement
     * @param flags flags that make it only read, without a statement
     * @param never found in a word that makes it do something else
     * @param reads found at the start of each statement that only reads
     */
    record Statements(Set<String> text, Set<String> flags, Pattern never, Pattern reads) {}

    enum Kind {
        READS,
        SHELL,
        DESTROYS,
        OTHER,
        NONE
    }

    Kind kind(List<String> words) {
        Kind kind = kind(words, 0);
        // what is known of lines is not known of what follows in another one
        boolean several = words.stream().anyMatch(word -> word.indexOf('\n') >= 0);
        return several && kind == Kind.READS ? Kind.OTHER : kind;
    }

    private Kind kind(List<String> words, int wrappers) {
        if (words.isEmpty()) {
            return Kind.NONE;
        }
        String program = name(words.getFirst());
        List<String> arguments = words.subList(1, words.size());
        if (wraps.contains(program)) {
            return wrappers < MOST_WRAPPERS
                    ? wrapped(program, arguments, wrappers + 1)
                    : Kind.OTHER;
        }
        if (lines.contains(program + " " + String.join(" ", arguments))
                || (arguments.size() == 1 && arguments.getFirst().equals("--version"))) {
            return Kind.READS;
        }
        if (shells.contains(program)) {
            return Kind.SHELL;
        }
        return reads.contains(program) ? reading(program, arguments) : told(program, arguments);
    }

    /** The program's name; where it lies outside of a bin folder it may be anything, and is called by its whole path. */
    private static String name(String path) {
        int slash = path.lastIndexOf('/');
        boolean known = slash < 0 || BIN.matcher(path.substring(0, slash)).matches();
        return known ? path.substring(slash + 1) : path;
    }

    /** {@code env A=b ls}, {@code timeout 5 ls}, {@code busybox ls}: judged by what they start. */
    private Kind wrapped(String program, List<String> arguments, int wrappers) {
        int start = 0;
        while (start < arguments.size() && isOwn(program, arguments.get(start))) {
            start++;
        }
        if (start == arguments.size()) {
            return program.equals("env") ? Kind.READS : Kind.OTHER;
        }
        // another variable may make it another program
        boolean set = program.equals("env") && arguments.get(start).indexOf('=') >= 0;
        return set ? Kind.OTHER : kind(arguments.subList(start, arguments.size()), wrappers);
    }

    /** Whether the word is for the wrapper itself. A flag of its is not one that is known: {@code env -S} starts programs too. */
    private static boolean isOwn(String program, String word) {
        return switch (program) {
            case "env" -> HARMLESS.matcher(word).lookingAt();
            case "timeout" -> TIME.matcher(word).matches();
            default -> false;
        };
    }

    private Kind reading(String program, List<String> arguments) {
        Pattern but = unless.get(program);
        boolean more = but != null && but.matcher(String.join(" ", arguments)).find();
        return more ? Kind.OTHER : Kind.READS;
    }

    private Kind told(String program, List<String> arguments) {
        if (destroys.contains(program)) {
            return Kind.DESTROYS;
        }
        Commands known = commands.get(program);
        Statements text = statements.get(program);
        boolean looks =
                known != null
                        ? isCommandThatReads(known, arguments)
                        : text != null
                                ? areStatementsThatRead(text, arguments)
                                : !arguments.isEmpty() && asks.contains(arguments.getFirst());
        if (looks && (known != null || !harms(arguments))) {
            return Kind.READS;
        }
        return harms(arguments) ? Kind.DESTROYS : Kind.OTHER;
    }

    private boolean harms(List<String> arguments) {
        return destroysWords.matcher(String.join(" ", arguments)).find();
    }

    private static boolean isCommandThatReads(Commands known, List<String> arguments) {
        @Nullable String first = null;
        @Nullable String second = null;
        boolean asked = false;
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            String flag = word.indexOf('=') < 0 ? word : word.substring(0, word.indexOf('='));
            if (known.never().contains(flag)) {
                return false;
            }
            if (known.flags().contains(word)) {
                asked = true;
            } else if (known.valued().contains(word)) {
                i++;
            } else if (!word.startsWith("-")) {
                second = first != null && second == null ? word : second;
                first = first == null ? word : first;
            }
        }
        if (first == null) {
            return asked;
        }
        String one = first.toLowerCase(Locale.ROOT);
        return (asked && known.reads().isEmpty())
                || known.reads().contains(one)
                || (second != null
                        && known.reads().contains(one + " " + second.toLowerCase(Locale.ROOT)));
    }

    private static boolean areStatementsThatRead(Statements known, List<String> arguments) {
        boolean any = false;
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            int equals = word.indexOf('=');
            String flag = equals < 0 ? word : word.substring(0, equals);
            if (known.never().matcher(word).find()) {
                return false;
            }
            boolean next = isText(known, flag);
            any |= known.flags().contains(word);
            if (next && equals < 0 && i + 1 == arguments.size()) {
                return false;
            }
            if (next) {
                String statement = equals < 0 ? arguments.get(++i) : word.substring(equals + 1);
                if (!reads(known, statement)) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** {@code -c}, {@code --command}, and {@code -tAc}, which holds {@code -c} last. */
    private static boolean isText(Statements known, String flag) {
        if (known.text().contains(flag)) {
            return true;
        }
        return flag.length() > 2
                && flag.charAt(0) == '-'
                && Character.isLetter(flag.charAt(1))
                && known.text().contains("-" + flag.charAt(flag.length() - 1));
    }

    private static boolean reads(Statements known, String text) {
        boolean any = false;
        for (String statement : text.split(";", -1)) {
            if (!statement.isBlank()) {
                any = true;
                if (!known.reads().matcher(statement.strip()).lookingAt()) {
                    return false;
                }
            }
        }
        return any;
    }
}
