package dev.kubechat.cluster;

/** A kubeconfig that cannot or must not be used; the message is a sentence that says what to do instead and holds no credential. */
public final class KubeconfigRefused extends RuntimeException {

    KubeconfigRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
