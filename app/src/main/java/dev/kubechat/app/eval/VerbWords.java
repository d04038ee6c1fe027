package dev.kubechat.app.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The verb of a line with its sub-commands, and how many words it took.
 *
 * @param verb like {@code rollout restart}
 */
record VerbWords(String verb, int used) {

    private static final Set<String> WITH_SUB =
            Set.of(
                    "rollout",
                    "set",
                    "config",
                    "auth",
                    "certificate",
                    "top",
                    "create",
                    "apply",
                    "cluster-info",
                    "plugin",
                    "alpha",
                    "kuberc");
    private static final Map<String, String> ALIASES =
            Map.ofEntries(
                    Map.entry("create deploy", "deployment"),
                    Map.entry("create ns", "namespace"),
                    Map.entry("create cm", "configmap"),
                    Map.entry("create sa", "serviceaccount"),
                    Map.entry("create svc", "service"),
                    Map.entry("create resourcequota", "quota"),
                    Map.entry("create pc", "priorityclass"),
                    Map.entry("create poddisruptionbudget", "pdb"),
                    Map.entry("create cj", "cronjob"),
                    Map.entry("create ing", "ingress"),
                    Map.entry("config use", "use-context"),
                    Map.entry("set sa", "serviceaccount"),
                    Map.entry("top pods", "pod"),
                    Map.entry("top po", "pod"),
                    Map.entry("top nodes", "node"),
                    Map.entry("top no", "node"));
    private static final Set<String> OF_APPLY =
            Set.of("view-last-applied", "edit-last-applied", "set-last-applied");
    private static final Set<String> OF_CREATE =
            Set.of(
                    "deployment",
                    "namespace",
                    "configmap",
                    "serviceaccount",
                    "service",
                    "quota",
                    "priorityclass",
                    "pdb",
                    "cronjob",
                    "ingress",
                    "job",
                    "secret",
                    "role",
                    "rolebinding",
                    "clusterrole",
                    "clusterrolebinding",
                    "token");
    private static final int MOST = 3;

    /** @throws NotPlain if there is none */
    static VerbWords of(List<String> tokens) {
        List<String> words = words(tokens);
        if (words.isEmpty()) {
            throw new NotPlain("no verb");
        }
        String verb = words.getFirst().toLowerCase(Locale.ROOT);
        if (!WITH_SUB.contains(verb) || words.size() < 2) {
            return new VerbWords(verb, 1);
        }
        String said = words.get(1).toLowerCase(Locale.ROOT);
        String sub = ALIASES.getOrDefault(verb + " " + said, said);
        return switch (verb) {
            case "apply" -> OF_APPLY.contains(sub) ? two(verb, sub) : new VerbWords(verb, 1);
            case "create" -> OF_CREATE.contains(sub) ? created(sub, words) : new VerbWords(verb, 1);
            case "cluster-info" -> sub.equals("dump") ? two(verb, sub) : new VerbWords(verb, 1);
            default -> two(verb, sub);
        };
    }

    private static VerbWords two(String verb, String sub) {
        return new VerbWords(verb + " " + sub, 2);
    }

    private static VerbWords created(String sub, List<String> words) {
        boolean three = (sub.equals("secret") || sub.equals("service")) && words.size() > 2;
        return three
                ? new VerbWords("create " + sub + " " + words.get(2).toLowerCase(Locale.ROOT), MOST)
                : two("create", sub);
    }

    /** The first words that are no flags, nor values of flags, as far as that can be told before the verb is known. */
    private static List<String> words(List<String> tokens) {
        var words = new ArrayList<String>();
        for (int i = 0; i < tokens.size() && words.size() < MOST; i++) {
            String token = tokens.get(i);
            if (token.equals("--")) {
                break;
            }
            if (token.startsWith("--")) {
                i += takesNext(token, words.isEmpty()) ? 1 : 0;
            } else if (token.startsWith("-") && token.length() > 1) {
                boolean value = token.length() == 2 && "nsvolL".indexOf(token.charAt(1)) >= 0;
                i += value && i + 1 < tokens.size() ? 1 : 0;
            } else {
                words.add(token);
            }
        }
        return words;
    }

    private static boolean takesNext(String token, boolean beforeVerb) {
        String name = token.substring(2);
        return !name.contains("=")
                && !FlagNames.isSwitch(name)
                && !FlagNames.BARE.containsKey(name)
                && (beforeVerb || FlagNames.GLOBAL.contains(name));
    }
}
