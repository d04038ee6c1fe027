package dev.kubechat.app.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.sandbox.backends.Backends;
import dev.kubechat.sandbox.backends.Database;
import dev.kubechat.sandbox.cluster.StageCluster;
import dev.kubechat.sandbox.cluster.StageClusterOptions;
import dev.kubechat.sandbox.cluster.api.SeenRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * P7, P8: real processes are killed with SIGKILL at each arrow of the story, with one replica and with two. Every ask has exactly
 * one answer, every write reached the cluster at most once, and what was in flight is told as UNKNOWN.
 */
class ReplicaDeathIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Pattern POST = Pattern.compile("name=\"post\" value=\"([^\"]+)\"");
    private static final Pattern CONFIRM = Pattern.compile("value=\"(confirm\\.[^\"]+)\"");

    @TempDir Path folder;

    private final StageCluster cluster = StageCluster.start(StageClusterOptions.shop());
    private final Database database = Backends.postgres().newDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database.asOwner());
    private final Window alice = new Window("alice");
    private final List<Replica> replicas = new ArrayList<>();
    private int wanted;
    private int count = 3;

    @AfterEach
    void stop() {
        replicas.forEach(Replica::close);
        cluster.close();
    }

    @Test
    void p8OneReplicaDiesAtEachArrowAndStartsAgain() {
        wanted = 1;
        walk(EnumSet.allOf(Arrow.class));
    }

    @Test
    void p8OneOfTwoReplicasDiesAtEachArrow() {
        wanted = 2;
        walk(
                Boolean.getBoolean("kubechat.thorough")
                        ? EnumSet.allOf(Arrow.class)
                        : EnumSet.of(
                                Arrow.PLANNED,
                                Arrow.AFTER_POST,
                                Arrow.CLICKED,
                                Arrow.CHECKED,
                                Arrow.INTENDED,
                                Arrow.WRITE_ANSWERED,
                                Arrow.ENDED));
    }

    private void walk(Set<Arrow> arrows) {
        for (var arrow : arrows) {
            try {
                walk(arrow);
            } catch (AssertionError wrong) {
                throw new AssertionError("at " + arrow + ": " + wrong.getMessage(), wrong);
            }
        }
        await("everything is finished", () -> unfinished() == 0);
    }

    private void walk(Arrow arrow) {
        keepUp();
        var trap = new Trap(folder.resolve("trap"));
        var before = writes();
        trap.set(arrow);
        var root =
                arrow.ask == Arrow.Ask.READ
                        ? ask("kubectl get deployments -n shop")
                        : ask("scale web to %d in shop".formatted(++count));
        if (arrow.ask == Arrow.Ask.CHANGE) {
            confirm(root);
        }
        await(
                "the thread is told \"%s\" at %s".formatted(arrow.end.words, arrow),
                () -> said(root).contains(arrow.end.words));
        assertThat(trap.isSet()).as("the replica died at " + arrow).isFalse();
        assertThat(writes() - before).as("writes at " + arrow).isEqualTo(arrow.writes);
        assertThat(shownOnce(root)).as("each post of %s is shown once", arrow).isTrue();
        assertThat(posts(root, "answer:") + posts(root, "result:"))
                .as("answers at " + arrow)
                .isEqualTo(1);
        if (arrow.end == Arrow.End.ASKED_AGAIN) {
            confirm(root);
            await("what was asked again is done", () -> said(root).contains("web scaled"));
            assertThat(writes() - before).isEqualTo(1);
        }
    }

    /** Starts replicas until as many live as are wanted. */
    private void keepUp() {
        replicas.removeIf(replica -> {
            if (!replica.lives()) {
                replica.close();
                return true;
            }
            return false;
        });
        while (replicas.size() < wanted) {
            replicas.add(
                    Replica.start(
                            settings(),
                            folder,
                            new Trap(folder.resolve("trap")),
                            new Replica.Upstream(cluster.url().toString(), cluster.kubeconfig())));
        }
    }

    private void await(String what, BooleanSupplier condition) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not in time: " + what + "\n" + state());
            }
            keepUp();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private String state() {
        return jdbc.sql(
                        "select key, content::text from core.post where kind = 'POST' order by id"
                                + " desc limit 4")
                .query()
                .listOfRows()
                .toString();
    }

    /** Says it, as often as it takes until a replica acknowledges; the same draft is one event. */
    private String ask(String words) {
        var once = UUID.randomUUID().toString();
        await(
                "the message is acknowledged",
                () -> posted("/chat/shop/messages", Map.of("once", once, "text", words)));
        return jdbc.sql("select thread::text from web.message where once = cast(? as uuid)")
                .param(once)
                .query(String.class)
                .single();
    }

    /** A replica may store the click and die before it acknowledges it. */
    private void confirm(String root) {
        var before = clicks(root);
        await("the card is confirmed", () -> clicks(root) > before || pressed(root));
    }

    private int clicks(String root) {
        return jdbc.sql(
                        "select count(*) from core.inbox where event->>'kind' = 'click' and"
                                + " event->'thread'->>'root' = ?")
                .param(root)
                .query(Integer.class)
                .single();
    }

    private boolean pressed(String root) {
        try {
            var page = alice.get(replicas.getFirst().port, "/chat/shop/threads/" + root);
            var post = POST.matcher(page);
            var choice = CONFIRM.matcher(page);
            return post.find()
                    && choice.find()
                    && posted(
                            "/chat/shop/clicks",
                            Map.of("post", post.group(1), "choice", choice.group(1)));
        } catch (IOException dead) {
            return false;
        }
    }

    private boolean posted(String path, Map<String, String> fields) {
        try {
            return alice.post(replicas.getFirst().port, path, fields) == 204;
        } catch (IOException dead) {
            return false;
        }
    }

    /** All that the bot shows in the thread, read from the platform's own rows. */
    private String said(String root) {
        return String.join(
                "\n",
                jdbc.sql(
                                """
                                select content->'content'->>'text' || ' ' || coalesce(content->'content'->>'output', '') from web.message
                                where thread = cast(? as uuid) and post_key is not null and deleted_at is null
                                and content->'content'->>'text' is not null
                                """)
                        .param(root)
                        .query(String.class)
                        .list());
    }

    private boolean shownOnce(String root) {
        return jdbc.sql(
                        """
                        select count(*) = count(distinct post_key) from web.message
                        where thread = cast(? as uuid) and post_key is not null
                        """)
                .param(root)
                .query(Boolean.class)
                .single();
    }

    private int posts(String root, String purpose) {
        return jdbc.sql(
                        "select count(*) from web.message where thread = cast(? as uuid) and"
                                + " post_key like ? || '%'")
                .params(root, purpose)
                .query(Integer.class)
                .single();
    }

    private int unfinished() {
        return jdbc.sql(
                        """
                        select (select count(*) from core.inbox where finished_at is null)
                             + (select count(*) from core.execution where finished_at is null)
                             + (select count(*) from core.post where shown < wanted and given_up is null)
                        """)
                .query(Integer.class)
                .single();
    }

    private long writes() {
        return cluster.requests().stream()
                .filter(call -> ClusterProxy.isWrite(call.method(), call.path()))
                .map(SeenRequest::path)
                .count();
    }

    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("kubechat.database.url", database.url());
        settings.put("kubechat.database.username", database.app().user());
        settings.put("kubechat.database.password", database.app().password());
        settings.put("kubechat.database.owner-username", database.owner().user());
        settings.put("kubechat.database.owner-password", database.owner().password());
        settings.put("kubechat.clusters[0].id", "staging");
        settings.put("kubechat.clusters[0].context", "bot");
        settings.put("kubechat.clusters[0].default-namespace", "shop");
        settings.put("kubechat.clusters[0].request-timeout", "1500ms");
        settings.put("kubechat.people.alice.name", "Alice");
        settings.put("kubechat.people.alice.accounts.web", "alice");
        settings.put("kubechat.people.alice.user", "alice");
        settings.put("kubechat.people.alice.groups", "shop-developers");
        settings.put("kubechat.approval.groups", "sre");
        settings.put("kubechat.web.sign-in", "pick");
        settings.put("kubechat.web.channels.shop", "The shop");
        settings.put("kubechat.work.lease", "5s");
        settings.put("kubechat.work.call-timeout", "1600ms");
        settings.put("kubechat.work.patience", "100ms");
        settings.put("kubechat.work.hands", "4");
        settings.put("kubechat.posts.lease", "2s");
        settings.put("kubechat.posts.patience", "100ms");
        return settings;
    }
}
