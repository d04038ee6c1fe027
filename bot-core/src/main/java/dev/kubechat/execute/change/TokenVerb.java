package dev.kubechat.execute.change;

import dev.kubechat.cluster.Caller;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.Fate;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.CreateRight.Token;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl create token}: a key to the cluster, which an operator's terminal may show and a chat may not (P9). */
final class TokenVerb {

    private final Sight sight;
    private final Alteration alteration;

    TokenVerb(Sight sight, Alteration alteration) {
        this.sight = sight;
        this.alteration = alteration;
    }

    /** @throws No in a chat, or if there is no such account */
    List<Planning> plan(Token token) {
        if (!alteration.showsSecrets() || alteration.isRehearsed()) {
            throw new No(
                    "A token is a key to the cluster, and everybody who reads this would hold it."
                            + " Make it at a terminal, with kubectl create token %s."
                                    .formatted(token.object().name()));
        }
        var account = new Seen(sight.builtIn("serviceaccounts"), account(token));
        var step =
                Planning.step(Step.Action.TOKEN, account.resource(), account.object(), List.of());
        var request =
                new Step.Request(
                        "POST",
                        "token",
                        Api.JSON,
                        body(token).toString(),
                        account.called() + " token");
        return List.of(
                Planning.of(
                                new Step(
                                        step.action(),
                                        step.object(),
                                        step.resourceVersion(),
                                        List.of(),
                                        request),
                                List.of())
                        .seen(new Planning.View(account.object(), account.object(), List.of())));
    }

    private JsonNode account(Token token) {
        try {
            return sight.object(token.object(), token.scope());
        } catch (No no) {
            throw new No(
                    no.sentence(),
                    no.errors()
                            .replaceFirst(
                                    "^Error from server \\([A-Za-z]+\\): ",
                                    "error: failed to create token: "));
        }
    }

    private static ObjectNode body(Token token) {
        var body =
                Reply.JSON
                        .createObjectNode()
                        .put("apiVersion", "authentication.k8s.io/v1")
                        .put("kind", "TokenRequest");
        var spec = body.putObject("spec");
        Draft.put(spec, "audiences", token.audiences());
        var lifetime = token.lifetime();
        if (lifetime != null && lifetime.isPositive()) {
            spec.put("expirationSeconds", lifetime.toSeconds());
        }
        var kind = token.boundKind();
        if (kind != null) {
            var bound = spec.putObject("boundObjectRef").put("kind", kind).put("apiVersion", "v1");
            Draft.put(bound, "name", token.boundName());
            Draft.put(bound, "uid", token.boundUid());
        }
        return body;
    }

    /** What kubectl prints: the token, and nothing else. */
    static StepResult ended(Step step, Fate fate, Caller caller) {
        if (fate instanceof Fate.Answered(Reply reply) && reply.ok()) {
            return new StepResult.Ran(
                    reply.json().path("status").path("token").asString(""), "", "", 0, "");
        }
        return fate instanceof Fate.Answered(Reply reply)
                        && Verdicts.of(step, fate, caller) instanceof StepResult.Failed failed
                ? new StepResult.Failed(
                        failed.sentence(),
                        "error: failed to create token: %s\n"
                                .formatted(Masking.text(reply.message())))
                : Verdicts.of(step, fate, caller);
    }
}
