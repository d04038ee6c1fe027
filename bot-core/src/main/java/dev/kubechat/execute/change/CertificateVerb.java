package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** {@code kubectl certificate approve} and {@code deny}: a condition on a request, which nobody takes back. */
final class CertificateVerb {

    private static final Kind APPROVE =
            new Kind(
                    "Approved",
                    "Denied",
                    "KubectlApprove",
                    "This CSR was approved by kubectl certificate approve.",
                    "approved");
    private static final Kind DENY =
            new Kind(
                    "Denied",
                    "Approved",
                    "KubectlDeny",
                    "This CSR was denied by kubectl certificate deny.",
                    "denied");

    private final Sight sight;
    private final Alteration alteration;

    CertificateVerb(Sight sight, Alteration alteration) {
        this.sight = sight;
        this.alteration = alteration;
    }

    private record Kind(
            String condition, String opposite, String reason, String message, String done) {}

    /** @throws No if it was denied before, or the server refuses */
    List<Planning> approve(Selection selection, Scope scope) {
        return plan(selection, scope, APPROVE);
    }

    /** @throws No if it was approved before, or the server refuses */
    List<Planning> deny(Selection selection, Scope scope) {
        return plan(selection, scope, DENY);
    }

    private List<Planning> plan(Selection selection, Scope scope, Kind kind) {
        return new Chosen(sight).each(selection, scope, seen -> plan(seen, kind));
    }

    private Planning plan(Seen seen, Kind kind) {
        var there = seen.object().path("status").path("conditions");
        if (has(there, kind.opposite())) {
            throw No.saying(
                    "certificate signing request \"%s\" is already %s"
                            .formatted(seen.name(), kind.opposite()));
        }
        var said = seen.called() + " " + kind.done();
        if (has(there, kind.condition())) {
            return Planning.nothing(
                    "%s is %s already.".formatted(seen.called(), kind.done()), said);
        }
        var patch = Reply.JSON.createObjectNode();
        var list = there instanceof ArrayNode some ? some.deepCopy() : Reply.JSON.createArrayNode();
        // the server puts the times in
        list.addObject()
                .put("type", kind.condition())
                .put("status", "True")
                .put("reason", kind.reason())
                .put("message", kind.message());
        patch.putObject("status").set("conditions", list);
        return alteration.change(seen, Alteration.MERGE, patch.toString(), "approval", said, said);
    }

    private static boolean has(JsonNode conditions, String type) {
        return conditions.valueStream().anyMatch(one -> one.path("type").asString("").equals(type));
    }
}
