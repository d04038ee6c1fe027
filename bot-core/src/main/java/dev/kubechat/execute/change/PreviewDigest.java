package dev.kubechat.execute.change;

import dev.kubechat.cluster.ClusterId;
import dev.kubechat.identity.PersonId;
import dev.kubechat.kubectl.KubectlCommand;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an approval holds for (P5): where, what, who asked, and the steps as they were previewed. Status changes of an object, and
 * so its resourceVersion, make no other digest.
 */
public final class PreviewDigest {

    private static final String FORM = "kubechat-preview-1";

    private final MessageDigest sha256;

    private PreviewDigest(MessageDigest sha256) {
        this.sha256 = sha256;
    }

    /**
     * @param command with its namespace filled in
     * @return 64 lower-case hex digits
     */
    public static String of(
            ClusterId cluster, KubectlCommand command, PersonId asker, List<Step> steps) {
        var digest = new PreviewDigest(sha256());
        digest.add(FORM);
        digest.add(cluster.value());
        digest.add(String.valueOf(KubectlCommand.CANONICAL_VERSION));
        digest.add(command.canonical());
        digest.add(asker.toString());
        digest.add(String.valueOf(steps.size()));
        steps.forEach(digest::add);
        return HexFormat.of().formatHex(digest.sha256.digest());
    }

    private void add(Step step) {
        var key = step.object();
        add(step.action().name());
        add(key.group());
        add(key.version());
        add(key.plural());
        add(key.kind());
        add(key.namespace());
        add(key.name());
        add(key.uid());
        add(String.valueOf(step.changes().size()));
        for (var change : step.changes()) {
            add(change.path());
            add(change.was());
            add(change.becomes());
        }
        var request = step.request();
        if (request != null) {
            add(request.method());
            add(request.subresource());
            add(request.contentType());
            add(request.body());
            if (request.query() != null) {
                add(request.query());
            }
        }
    }

    // each part is led by its length, an absent one by "-", so that no two lists of parts look the
    // same
    private void add(@Nullable String part) {
        if (part == null) {
            sha256.update("-;".getBytes(StandardCharsets.UTF_8));
            return;
        }
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        sha256.update("%d:".formatted(bytes.length).getBytes(StandardCharsets.UTF_8));
        sha256.update(bytes);
        sha256.update((byte) ';');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
