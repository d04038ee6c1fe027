package dev.kubechat.execute.read;

import dev.kubechat.cluster.KnownConfig;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.YamlText;
import dev.kubechat.execute.print.TabWriter;
import dev.kubechat.kubectl.ConfigCommand.ConfigView;
import dev.kubechat.kubectl.ConfigCommand.GetContexts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl config}, where it only looks: what KubeChat was told of, as contexts. There are no credentials in it. */
public final class ConfigVerb {

    private final KnownConfig known;

    ConfigVerb(KnownConfig known) {
        this.known = known;
    }

    Outcome.Printed view(ConfigView asked) {
        var config = config(asked.minify() ? known.minified() : known);
        return printed(
                switch (asked.output()) {
                    case "json" -> GoJson.indented(config, 4) + "\n";
                    case "" -> YamlText.yaml(config);
                    default ->
                            Templates.text(asked.output(), config)
                                    .orElseThrow(
                                            () -> new IllegalArgumentException(asked.output()));
                });
    }

    private static JsonNode config(KnownConfig shown) {
        var config = Reply.JSON.createObjectNode().put("kind", "Config").put("apiVersion", "v1");
        list(config.putArray("clusters"), "cluster", shown.clusters());
        list(config.putArray("users"), "user", shown.users());
        list(config.putArray("contexts"), "context", shown.contexts());
        return config.put("current-context", shown.current());
    }

    private static void list(ArrayNode list, String key, List<KnownConfig.Entry> entries) {
        for (var entry : entries) {
            ObjectNode fields = list.addObject().put("name", entry.name()).putObject(key);
            entry.fields().forEach(fields::put);
        }
    }

    Outcome.Printed currentContext() {
        return printed(known.current() + "\n");
    }

    Outcome.Printed clusters() {
        return printed("NAME\n" + names(known.clusters()));
    }

    Outcome.Printed users() {
        return printed("NAME\n" + names(known.users()));
    }

    Outcome.Printed contexts(GetContexts asked) {
        var shown =
                known.contexts().stream()
                        .filter(context ->
                                asked.names().isEmpty() || asked.names().contains(context.name()))
                        .toList();
        var text = asked.output().equals("name") ? names(shown) : table(asked, shown);
        var missing = new ArrayList<>(asked.names());
        shown.forEach(context -> missing.remove(context.name()));
        if (missing.isEmpty()) {
            return printed(text);
        }
        return new Outcome.Printed(
                text,
                "There is no cluster called %s.".formatted(String.join(" or ", missing)),
                missing(missing),
                1);
    }

    private static String missing(List<String> names) {
        return names.stream()
                .map(name -> "context %s not found\n".formatted(name))
                .collect(Collectors.joining("", names.size() == 1 ? "error: " : "", ""));
    }

    private static String names(List<KnownConfig.Entry> entries) {
        return entries.stream().map(entry -> entry.name() + "\n").collect(Collectors.joining());
    }

    private String table(GetContexts asked, List<KnownConfig.Entry> shown) {
        var text =
                new StringBuilder(
                        asked.noHeaders() ? "" : "CURRENT\tNAME\tCLUSTER\tAUTHINFO\tNAMESPACE\n");
        for (var context : shown) {
            text.append(
                    "%s\t%s\t%s\t%s\t%s\n"
                            .formatted(
                                    context.name().equals(known.current()) ? "*" : " ",
                                    context.name(),
                                    context.field("cluster"),
                                    context.field("user"),
                                    context.field("namespace")));
        }
        return TabWriter.table(text.toString());
    }

    private static Outcome.Printed printed(String text) {
        return new Outcome.Printed(text, "");
    }
}
