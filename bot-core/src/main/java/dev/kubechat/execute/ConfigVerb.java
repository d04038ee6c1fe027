package dev.kubechat.execute;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.execute.print.TabWriter;
import dev.kubechat.kubectl.ConfigCommand.ConfigView;
import dev.kubechat.kubectl.ConfigCommand.GetContexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** {@code kubectl config}, where it only looks: the clusters KubeChat was told of, as contexts. There are no credentials in it. */
final class ConfigVerb {

    private final List<ClusterDoor.Known> clusters;
    private final Caller caller;

    ConfigVerb(List<ClusterDoor.Known> clusters, Caller caller) {
        this.clusters =
                clusters.stream()
                        .sorted(
                                Comparator.comparing(
                                        (ClusterDoor.Known known) -> known.id().value()))
                        .toList();
        this.caller = caller;
    }

    Outcome.Printed view(ConfigView asked) {
        var shown = asked.minify() ? clusters.stream().filter(this::isCurrent).toList() : clusters;
        var config = config(shown);
        return printed(
                asked.output().equals("json")
                        ? GoJson.indented(config, 4) + "\n"
                        : YamlText.yaml(config));
    }

    private JsonNode config(List<ClusterDoor.Known> shown) {
        var config = Reply.JSON.createObjectNode().put("kind", "Config").put("apiVersion", "v1");
        var list = config.putArray("clusters");
        shown.forEach(known ->
                list.addObject()
                        .put("name", known.id().value())
                        .putObject("cluster")
                        .put("server", known.server()));
        config.putArray("users").addObject().put("name", caller.who().user()).putObject("user");
        var contexts = config.putArray("contexts");
        shown.forEach(known ->
                contexts.addObject()
                        .put("name", known.id().value())
                        .putObject("context")
                        .put("cluster", known.id().value())
                        .put("user", caller.who().user())
                        .put("namespace", known.defaultNamespace().value()));
        return config.put("current-context", caller.cluster().value());
    }

    Outcome.Printed currentContext() {
        return printed(caller.cluster() + "\n");
    }

    Outcome.Printed clusters() {
        return printed(
                clusters.stream()
                        .map(known -> known.id() + "\n")
                        .collect(Collectors.joining("", "NAME\n", "")));
    }

    Outcome.Printed users() {
        return printed("NAME\n" + caller.who().user() + "\n");
    }

    Outcome.Printed contexts(GetContexts asked) {
        var shown =
                clusters.stream()
                        .filter(known ->
                                asked.names().isEmpty()
                                        || asked.names().contains(known.id().value()))
                        .toList();
        var text = asked.output().equals("name") ? names(shown) : table(asked, shown);
        var missing = new ArrayList<>(asked.names());
        shown.forEach(known -> missing.remove(known.id().value()));
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

    private static String names(List<ClusterDoor.Known> shown) {
        return shown.stream().map(known -> known.id() + "\n").collect(Collectors.joining());
    }

    private String table(GetContexts asked, List<ClusterDoor.Known> shown) {
        var text =
                new StringBuilder(
                        asked.noHeaders() ? "" : "CURRENT\tNAME\tCLUSTER\tAUTHINFO\tNAMESPACE\n");
        for (var known : shown) {
            text.append(
                    "%s\t%s\t%s\t%s\t%s\n"
                            .formatted(
                                    isCurrent(known) ? "*" : " ",
                                    known.id(),
                                    known.id(),
                                    caller.who().user(),
                                    known.defaultNamespace()));
        }
        return TabWriter.table(text.toString());
    }

    private boolean isCurrent(ClusterDoor.Known known) {
        return known.id().equals(caller.cluster());
    }

    private static Outcome.Printed printed(String text) {
        return new Outcome.Printed(text, "");
    }
}
