package dev.kubechat.execute.read;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.print.PrintError;
import dev.kubechat.execute.read.GetSearch.Found;
import dev.kubechat.kubectl.KubectlCommand.Get;
import dev.kubechat.kubectl.Scope;
import java.time.Instant;
import java.util.List;

/** {@code kubectl get}. */
final class GetVerb {

    private final Sight sight;
    private final Get get;
    private final Masking masking;
    private final Instant now;
    private final GetFailures failures = new GetFailures();

    GetVerb(Sight sight, Get get, Masking masking, Instant now) {
        this.sight = sight;
        this.get = get;
        this.masking = masking;
        this.now = now;
    }

    Outcome.Printed print() {
        var byServer = get.format().isTable() && get.style().serverPrint();
        var search = new GetSearch(sight, get, byServer ? Api.TABLE : Api.JSON, failures);
        var found = search.found();
        var text = get.format().isTable() ? tables(found) : formatted(found);
        if (text.isEmpty() && !failures.isEmpty()) {
            throw new No(
                    failures.sentences(),
                    search.warnings() + failures.errors(),
                    failures.laterAdvice());
        }
        if (text.isEmpty() && get.format().isTable() && !get.lookup().ignoresMissing()) {
            var nothing = nothing(found);
            return new Outcome.Printed("", nothing, search.warnings() + nothing + "\n", 0);
        }
        var notes = (String.join(" ", search.notes()) + " " + failures.sentences()).strip();
        return new Outcome.Printed(
                text, notes, search.warnings() + failures.errors(), failures.isEmpty() ? 0 : 1);
    }

    private String tables(List<Found> found) {
        var tables = new GetTables(get, masking, now);
        try {
            return tables.text(found);
        } catch (PrintError wrong) {
            failures.clear();
            failures.own(wrong.words());
            return wrong.before();
        }
    }

    private String formatted(List<Found> found) {
        if (get.lookup().ignoresMissing()
                && found.stream().allMatch(part -> GetObjects.of(part).isEmpty())) {
            return "";
        }
        var formats = new GetFormats(get, masking);
        try {
            formats.check();
        } catch (PrintError wrong) {
            if (!formats.isOne() || !found.isEmpty()) {
                failures.clear();
                failures.own(wrong.words());
            }
            return "";
        }
        if (formats.isOne() && !failures.isEmpty()) {
            return "";
        }
        try {
            return formats.text(found);
        } catch (PrintError wrong) {
            failures.own(wrong.words());
            return wrong.before();
        }
    }

    private String nothing(List<Found> found) {
        var inNamespace = found.stream().allMatch(part -> part.resource().namespaced());
        return inNamespace && get.scope() instanceof Scope.In(var namespace)
                ? "No resources found in %s namespace.".formatted(namespace.value())
                : "No resources found";
    }
}
