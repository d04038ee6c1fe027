package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.ManifestObject;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import tools.jackson.databind.node.ObjectNode;

/** Lets the server try to make an object anew while the one of its name is still there: under another name, without effect. */
final class OtherName {

    private static final String OTHER = "made-anew-";

    private OtherName() {}

    /** @throws No if the server would not make it */
    static void tried(
            Sight sight, Alteration alteration, ManifestObject object, ObjectNode wanted) {
        var other = wanted.deepCopy();
        other.withObject("metadata").remove("name");
        other.withObject("metadata").put("generateName", OTHER);
        var path = ApiPath.of(object.resource(), object.namespace());
        var call = new Call("POST", path, Api.JSON, other.toString()).dry();
        var reply = sight.api().answered(sight.api().call(call));
        var words = reply.body().replaceAll(OTHER + "[a-z0-9]{1,10}", object.name());
        alteration.accepted(
                new Reply(reply.code(), words, reply.warnings()),
                call,
                new Seen(object.resource(), wanted),
                null);
    }
}
