package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.kubectl.KubectlCommand.Raw;

/** {@code kubectl get --raw} of the few paths on which a server speaks about itself. */
final class RawVerb {

    private final Sight sight;
    private final Raw raw;

    RawVerb(Sight sight, Raw raw) {
        this.sight = sight;
        this.raw = raw;
    }

    Outcome.Printed print() {
        var reply = sight.api().get(new ApiPath(raw.path()), "*/*");
        if (!reply.ok()) {
            sight.answer(reply);
        }
        return new Outcome.Printed(reply.body(), "");
    }
}
