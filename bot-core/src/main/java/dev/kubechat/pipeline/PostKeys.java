package dev.kubechat.pipeline;

import dev.kubechat.approval.ApprovalId;
import dev.kubechat.chat.PostKey;
import dev.kubechat.cluster.RequestId;

/** What the pipeline's posts are for. One of each kind is shown, however often a step runs. */
final class PostKeys {

    private PostKeys() {}

    static PostKey answer(RequestId request) {
        return new PostKey("answer:" + request);
    }

    static PostKey card(ApprovalId approval) {
        return new PostKey("card:" + approval.value());
    }

    static PostKey result(ApprovalId approval) {
        return new PostKey("result:" + approval.value());
    }
}
