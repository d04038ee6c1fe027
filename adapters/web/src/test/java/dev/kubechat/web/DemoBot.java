package dev.kubechat.web;

import dev.kubechat.chat.Audience;
import dev.kubechat.chat.ButtonClick;
import dev.kubechat.chat.Card;
import dev.kubechat.chat.Card.Button;
import dev.kubechat.chat.Card.Fact;
import dev.kubechat.chat.Card.Section;
import dev.kubechat.chat.Card.Style;
import dev.kubechat.chat.Card.Tone;
import dev.kubechat.chat.ChatMessage;
import dev.kubechat.chat.Choice;
import dev.kubechat.chat.Choice.Verb;
import dev.kubechat.chat.Content;
import dev.kubechat.chat.Inbound;
import dev.kubechat.chat.Inbox;
import dev.kubechat.chat.Mark;
import dev.kubechat.chat.Message;
import dev.kubechat.chat.PostKey;
import dev.kubechat.chat.Posts;
import java.util.List;
import java.util.UUID;

/** Answers as KubeChat would, knowing nothing: for looking at the pages. */
final class DemoBot implements Inbox {

    private static final UUID REQUEST = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final String DIGEST = "ab".repeat(32);
    private static final String PODS =
            """
            NAME                        READY   STATUS             RESTARTS      AGE
            cart-7d9c5b8f4-2xkqp        1/1     Running            0             3d4h
            checkout-6b5f9c7d8-9wz4m    0/1     CrashLoopBackOff   17 (2m ago)   58m
            frontend-5c8d7f6b9-lm2vn    1/1     Running            0             3d4h
            payments-84c6d5f7b-q8r7t    1/1     Running            1 (2d ago)    3d4h\
            """;

    private final Posts posts;

    DemoBot(Posts posts) {
        this.posts = posts;
    }

    @Override
    public Receipt accept(Inbound event) {
        switch (event) {
            case ChatMessage message -> hear(message);
            case ButtonClick click -> decide(click);
        }
        return Receipt.STORED;
    }

    private void hear(ChatMessage message) {
        var text = message.text();
        if (text.contains("delete")) {
            mark(message, Mark.WAITING);
            answer(message, "request", asked(message.from().name()));
        } else if (text.contains("kube-system") || text.contains("rm -rf")) {
            mark(message, Mark.FAILED);
            answer(message, "refusal", refused());
        } else if (text.contains("logs")) {
            mark(message, Mark.DONE);
            answer(
                    message,
                    "answer",
                    Message.of(
                            "The last 2,000 lines of `checkout`.",
                            "2026-01-05T08:15:00Z GET /basket 200\n".repeat(2000)));
        } else {
            mark(message, Mark.DONE);
            answer(
                    message,
                    "answer",
                    Message.of(
                            "4 pods in `shop` on staging. 1 is not ready:"
                                    + " `checkout-6b5f9c7d8-9wz4m`.",
                            PODS));
        }
    }

    private void decide(ButtonClick click) {
        var root = click.thread().root();
        if (click.from().account().equals("anna")) {
            posts.want(
                    new PostKey("hint:" + click.id()),
                    click.thread(),
                    Audience.only(click.from()),
                    Message.of(
                            "You asked for this, so somebody else has to approve it. Nothing was"
                                    + " changed."));
        } else {
            posts.want(
                    new PostKey("request:" + root),
                    click.thread(),
                    Audience.everyone(),
                    done(click));
            posts.want(
                    new PostKey("result:" + root),
                    click.thread(),
                    Audience.everyone(),
                    Message.of(
                            "Deployment `checkout` in `shop` was deleted.",
                            "deployment.apps \"checkout\" deleted"));
        }
    }

    private void mark(ChatMessage message, Mark mark) {
        posts.mark(message.thread(), message.id(), mark);
    }

    private void answer(ChatMessage message, String purpose, Content content) {
        var key =
                purpose.equals("request")
                        ? purpose + ":" + message.thread().root()
                        : purpose + ":" + message.id();
        posts.want(new PostKey(key), message.thread(), Audience.everyone(), content);
    }

    private static Card asked(String asker) {
        return new Card(
                Tone.DANGER,
                asker + " asks to delete the deployment `checkout`",
                List.of(
                        new Fact("Cluster", "staging"),
                        new Fact("Namespace", "shop"),
                        new Fact("Asked by", asker),
                        new Fact("Needs", "1 approval of 2 people")),
                List.of(
                        new Section(
                                "Command that would run",
                                List.of("kubectl delete deployment checkout --namespace=shop"),
                                true),
                        new Section(
                                "Why this is dangerous",
                                List.of(
                                        "Deployment checkout is removed, and with it its 3 pods.",
                                        "Service checkout then has nothing to send requests to."),
                                false),
                        new Section(
                                "What would be touched",
                                List.of(
                                        "deployment/checkout   uid 5f1c…  3 replicas",
                                        "pod/checkout-6b5f9c7d8-9wz4m and 2 more go with it"),
                                true),
                        new Section(
                                "Who may approve",
                                List.of("Ben Brandt or Carla Costa, not Anna Adler, who asks."),
                                false)),
                List.of(
                        new Button(
                                "Approve", Style.DANGER, new Choice(Verb.APPROVE, REQUEST, DIGEST)),
                        new Button("Deny", Style.PLAIN, new Choice(Verb.DENY, REQUEST, DIGEST))),
                "Expires at 08:30 UTC, in 15 minutes. Request 7f3a-21.");
    }

    private static Card done(ButtonClick click) {
        return new Card(
                Tone.DONE,
                "Approved by %s and done: deployment `checkout` was deleted"
                        .formatted(click.from().name()),
                List.of(new Fact("Cluster", "staging"), new Fact("Namespace", "shop")),
                List.of(
                        new Section(
                                "Command that ran",
                                List.of("kubectl delete deployment checkout --namespace=shop"),
                                true)),
                List.of(),
                "Request 7f3a-21.");
    }

    private static Card refused() {
        return new Card(
                Tone.REFUSED,
                "This was not done: nobody deletes in `kube-system` through KubeChat",
                List.of(new Fact("Cluster", "staging"), new Fact("Namespace", "kube-system")),
                List.of(
                        new Section(
                                "Why",
                                List.of(
                                        "The namespace kube-system is protected: the cluster itself"
                                                + " runs there."),
                                false),
                        new Section(
                                "What you can do instead",
                                List.of(
                                        "Look at it: `get pods in kube-system`",
                                        "Ask the platform team for a change of the protection."),
                                false)),
                List.of(),
                "Nothing was changed. Reference 7f3a.");
    }
}
