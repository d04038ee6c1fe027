package dev.kubechat.chat;

/** Somebody took the post away; it can be posted anew. */
public final class PostGone extends RuntimeException {

    public PostGone(PostRef shown) {
        super("%s is not shown any more".formatted(shown.value()));
    }
}
