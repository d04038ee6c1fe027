package dev.kubechat.kubectl;

import dev.kubechat.kubectl.KubectlCommand.Delete;
import dev.kubechat.kubectl.KubectlCommand.Describe;
import dev.kubechat.kubectl.KubectlCommand.Events;
import dev.kubechat.kubectl.KubectlCommand.Get;
import dev.kubechat.kubectl.KubectlCommand.Logs;
import dev.kubechat.kubectl.KubectlCommand.NotYet;
import dev.kubechat.kubectl.KubectlCommand.Raw;
import dev.kubechat.kubectl.KubectlCommand.RolloutRestart;
import dev.kubechat.kubectl.KubectlCommand.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a command in its one spelling, which reads back to the same command. */
final class Canonical {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./~^!\\[\\]*-]+");

    private final List<String> words = new ArrayList<>();
    private final TreeMap<String, List<String>> flags = new TreeMap<>();

    private Canonical() {}

    static String of(KubectlCommand command) {
        CommandLine line = command.line();
        var text = new StringBuilder("kubectl " + line.verb());
        if (!line.arguments().isEmpty()) {
            text.append(' ').append(words(line.arguments()));
        }
        KubectlReader.written(line)
                .forEach((name, values) ->
                        values.forEach(value ->
                                text.append(" --")
                                        .append(name)
                                        .append('=')
                                        .append(value.isEmpty() ? "" : quoted(value))));
        List<String> after = line.afterDash();
        if (after != null) {
            text.append(after.isEmpty() ? " --" : " -- " + words(after));
        }
        return text.toString();
    }

    /** The command taken apart again, with nothing in it that goes without saying. */
    static CommandLine line(KubectlCommand command) {
        var line = new Canonical();
        switch (command) {
            case Get get -> line.get(get);
            case Raw raw -> line.flag("raw", raw.path());
            case Describe describe -> line.describe(describe);
            case Logs logs -> line.logs(logs);
            case Events events -> line.events(events);
            case ReadCommand read -> {
                return read.line();
            }
            case Scale scale -> {
                return scale(scale);
            }
            case RolloutRestart restart -> {
                return new LineBuilder(restart.verb())
                        .about(restart.selection(), restart.scope())
                        .options(restart.options())
                        .line();
            }
            case Delete delete -> {
                return delete(delete);
            }
            case ChangeCommand change -> {
                return change.line();
            }
            case NotYet notYet -> {
                return notYet.line();
            }
        }
        return new CommandLine(command.verb(), line.words, line.flags, null);
    }

    private void get(Get get) {
        select(get.selection(), get.scope());
        if (get.lookup().wholeCategory()) {
            words.set(0, category(get.selection()));
        }
        Format format = get.format();
        if (format.kind() != Format.Kind.TABLE) {
            flag("output", format.typed());
        }
        if (!format.allowsMissing()) {
            flag("allow-missing-template-keys", "false");
        }
        flag("show-managed-fields", format.managedFields());
        style(get.style());
        Lookup lookup = get.lookup();
        flag("ignore-not-found", lookup.ignoresMissing());
        flag("subresource", lookup.subresource());
    }

    private static String category(Selection selection) {
        var types =
                new ArrayList<>(selection.types().stream().map(ResourceType::toString).toList());
        int at = Objects.requireNonNull(GetForm.allAt(selection));
        types.subList(at, at + ResourceType.all().size()).clear();
        types.add(at, "all");
        return String.join(",", types);
    }

    private void style(TableStyle style) {
        flag("show-labels", style.showLabels());
        flag("show-kind", style.showKind());
        flag("no-headers", !style.headers());
        list("label-columns", style.labelColumns());
        flag("sort-by", style.sortBy());
        if (!style.serverPrint()) {
            flag("server-print", "false");
        }
    }

    private void describe(Describe describe) {
        select(describe.selection(), describe.scope());
        flag("show-events", describe.showEvents());
        if (describe.selection() instanceof Selection.Named(var objects)) {
            var types = describe.selection().types();
            var names = objects.stream().map(ObjectName::name).distinct().toList();
            // as many words as were typed, on which it depends what a missing name means
            boolean oneName = names.size() == 1 && objects.size() != 2;
            boolean twoOfOneType = objects.size() == 2 && types.size() == 1;
            if (describe.orPrefix() ? oneName : twoOfOneType) {
                words.clear();
                words.add(LineBuilder.listed(types));
                words.addAll(names);
            }
        }
    }

    private void logs(Logs logs) {
        select(logs.selection(), logs.scope());
        if (logs.selection() instanceof Selection.Matching) {
            words.removeLast();
        }
        LogOptions options = logs.options();
        flag("container", options.container());
        flag("all-containers", options.allContainers());
        flag("all-pods", options.allPods());
        flag("previous", options.previous());
        flag("timestamps", options.timestamps());
        flag("prefix", options.prefix());
        flag("follow", options.follow());
        flag("ignore-errors", options.ignoreErrors());
        flag("since-time", options.sinceTime());
        flag("limit-bytes", options.limitBytes());
        flag("max-log-requests", options.maxLogRequests());
        flag("tail", options.tail());
        Duration since = options.since();
        flag("since", since == null ? null : GoDuration.show(since.toNanos()));
    }

    private void events(Events events) {
        scope(events.scope());
        flag("for", events.forObject());
        list("types", events.types());
        flag("no-headers", events.noHeaders());
        if (events.format().kind() != Format.Kind.TABLE) {
            flag("output", events.format().typed());
        }
    }

    private static CommandLine scale(Scale scale) {
        return new LineBuilder(scale.verb())
                .about(scale.selection(), scale.scope())
                .flag("replicas", scale.replicas())
                .flag("current-replicas", scale.currentReplicas())
                .flag("resource-version", scale.resourceVersion())
                .duration("timeout", scale.timeout())
                .options(scale.options())
                .line();
    }

    private static CommandLine delete(Delete delete) {
        DeleteOptions options = delete.options();
        return new LineBuilder(delete.verb())
                .about(delete.selection(), delete.scope())
                .unless("cascade", options.cascade().typed(), Cascade.BACKGROUND.typed())
                .flag("grace-period", options.gracePeriod())
                .flag("force", options.force())
                .flag("now", options.now())
                .flag("ignore-not-found", options.ignoreNotFound())
                .off("wait", !options.waits())
                .duration("timeout", options.timeout())
                .options(delete.change())
                .line();
    }

    private void select(Selection selection, Scope scope) {
        switch (selection) {
            case Selection.Named named ->
                    named.objects().forEach(object -> words.add(object.toString()));
            case Selection.Matching matching -> {
                words.add(LineBuilder.listed(matching.types()));
                flag("selector", matching.labelSelector());
                flag("field-selector", matching.fieldSelector());
                flag("all", matching.all());
            }
            case Selection.InFiles files -> {
                list("filename", files.manifests().files());
                flag("kustomize", files.manifests().kustomization());
                flag("recursive", files.manifests().recursive());
                flag("selector", files.labelSelector());
            }
        }
        scope(scope);
    }

    private void scope(Scope scope) {
        switch (scope) {
            case Scope.In in -> flag("namespace", in.namespace());
            case Scope.Everywhere _ -> flag("all-namespaces", true);
            case Scope.Unsaid _ -> {}
        }
    }

    private void flag(String name, boolean set) {
        if (set) {
            flag(name, "true");
        }
    }

    private void flag(String name, @Nullable Object value) {
        if (value != null) {
            flags.put(name, List.of(value.toString()));
        }
    }

    private void list(String name, List<String> values) {
        if (!values.isEmpty()) {
            flags.put(name, values);
        }
    }

    /** The words as one text, quoted where a shell, or {@link Words}, would not take them as they are. */
    static String words(List<String> words) {
        return words.stream().map(Canonical::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (word.indexOf('\n') >= 0) {
            return AnsiQuoted.write(word);
        }
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
