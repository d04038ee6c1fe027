package dev.kubechat.pipeline;

import dev.kubechat.approval.ApprovalConfiguration;
import dev.kubechat.approval.ApprovalId;
import dev.kubechat.approval.ApprovalSchema;
import dev.kubechat.approval.Approvals;
import dev.kubechat.approval.Digest;
import dev.kubechat.audit.AuditConfiguration;
import dev.kubechat.audit.AuditEntry;
import dev.kubechat.audit.AuditFilter;
import dev.kubechat.audit.AuditLog;
import dev.kubechat.audit.AuditSchema;
import dev.kubechat.audit.AuditTrail;
import dev.kubechat.chat.ButtonClick;
import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.Choice;
import dev.kubechat.chat.EventId;
import dev.kubechat.chat.Inbound;
import dev.kubechat.chat.Mark;
import dev.kubechat.chat.MemoryPlatform;
import dev.kubechat.chat.Person;
import dev.kubechat.chat.PostRows;
import dev.kubechat.chat.PostWorker;
import dev.kubechat.chat.Posts;
import dev.kubechat.chat.Shown;
import dev.kubechat.cluster.ClusterConfiguration;
import dev.kubechat.cluster.ClusterFixture;
import dev.kubechat.cluster.ClusterId;
import dev.kubechat.cluster.Inventory;
import dev.kubechat.execute.ExecuteConfiguration;
import dev.kubechat.identity.IdentityConfiguration;
import dev.kubechat.sandbox.backends.Backends;
import dev.kubechat.sandbox.backends.Database;
import dev.kubechat.sandbox.cluster.StageCluster;
import dev.kubechat.sandbox.cluster.StageClusterOptions;
import dev.kubechat.sandbox.cluster.api.SeenRequest;
import dev.kubechat.session.StoredResults;
import dev.kubechat.work.Turn;
import dev.kubechat.work.WakeUps;
import dev.kubechat.work.WorkConfiguration;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The pipeline over a real database and a cluster, with a chat in memory. Nothing happens by itself: {@link #settle} takes turns
 * until there is nothing left to do.
 */
final class PipelineWorld implements AutoCloseable {

    static final Person ALICE = MemoryPlatform.person("Alice");
    static final Person BOB = MemoryPlatform.person("Bob");
    static final Person CAROL = MemoryPlatform.person("Carol");
    static final Person STRANGER = MemoryPlatform.person("Mallory");

    /** Known to KubeChat, and without any right in the cluster. */
    static final Person DAVE = MemoryPlatform.person("Dave");

    private static final String SECRETS =
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: kubechat-bot-secrets}
            rules:
            - {apiGroups: [""], resources: [secrets], verbs: ["impersonate-on:user-info:list"]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: kubechat-bot-secrets}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: kubechat-bot-secrets}
            subjects:
            - {apiGroup: rbac.authorization.k8s.io, kind: User, name: kubechat-bot}
            """;

    private final @Nullable StageCluster cluster;
    private final ConfigurableApplicationContext context;
    final MemoryPlatform chat;
    private final List<Turn> turns;
    final Database database;
    private final String[] arguments;
    private final String kubeconfig;

    static PipelineWorld ofTheShop() {
        var cluster = StageCluster.start(StageClusterOptions.shop());
        return new PipelineWorld(cluster, cluster.kubeconfig(), "bot", "shop");
    }

    /**
     * On a cluster that is there already.
     *
     * @param kubeconfig of the bot, in its current context
     * @param namespace what threads are about
     */
    static PipelineWorld on(String kubeconfig, String namespace) {
        return new PipelineWorld(null, kubeconfig, "", namespace);
    }

    private PipelineWorld(
            @Nullable StageCluster cluster, String kubeconfig, String bot, String namespace) {
        this.cluster = cluster;
        this.kubeconfig = kubeconfig;
        database = Backends.postgres().newDatabase();
        migrate(database);
        arguments = arguments(settings(database, file(kubeconfig), bot, namespace));
        context = start();
        chat = new MemoryPlatform(context.getBean(InboxRows.class));
        context.getBean(Inventory.class)
                .firstLook(new ClusterId("staging"))
                .toCompletableFuture()
                .join();
        turns =
                List.of(
                        new StoryTurn(
                                context.getBean(InboxRows.class),
                                context.getBean(Story.class),
                                context.getBean(WorkProperties.class)),
                        new ExecutionTurn(
                                context.getBean(Executions.class), context.getBean(Story.class)),
                        new PostWorker(
                                chat,
                                context.getBean(JdbcClient.class),
                                "test",
                                Duration.ofSeconds(30),
                                new Random(1)));
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .run(arguments);
    }

    private static void migrate(Database database) {
        var role = database.app().user();
        AuditSchema.migrate(database.asOwner(), role);
        ApprovalSchema.migrate(database.asOwner(), role);
        CoreSchema.migrate(database.asOwner(), role);
    }

    private static Map<String, Object> settings(
            Database database, String kubeconfig, String bot, String namespace) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.app().user());
        settings.put("spring.datasource.password", database.app().password());
        settings.put("spring.datasource.hikari.maximum-pool-size", 8);
        settings.put("spring.flyway.enabled", false);
        settings.put("kubechat.clusters[0].id", "staging");
        settings.put("kubechat.clusters[0].kubeconfig", kubeconfig);
        settings.put("kubechat.clusters[0].context", bot);
        settings.put("kubechat.clusters[0].default-namespace", namespace);
        settings.put(
                "kubechat.clusters[0].console",
                "https://console.example.com/{cluster}/{namespace}/{kind}/{name}");
        settings.put("kubechat.clusters[1].id", "spare");
        settings.put("kubechat.clusters[1].kubeconfig", kubeconfig);
        settings.put("kubechat.clusters[1].context", bot);
        settings.put("kubechat.clusters[1].default-namespace", namespace);
        settings.put("kubechat.approval.groups", "sre");
        person(settings, "alice", ALICE, "shop-developers");
        person(settings, "bob", BOB, "sre");
        person(settings, "carol", CAROL, "sre");
        person(settings, "dave", DAVE, "");
        return settings;
    }

    private static String file(String kubeconfig) {
        try {
            var file = Files.createTempFile("kubechat", ".kubeconfig");
            file.toFile().deleteOnExit();
            return Files.writeString(file, kubeconfig).toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void person(
            Map<String, Object> settings, String key, Person person, String group) {
        var prefix = "kubechat.people.%s.".formatted(key);
        settings.put(prefix + "name", person.name());
        settings.put(prefix + "accounts.memory", person.account());
        settings.put(prefix + "user", key);
        settings.put(prefix + "groups", group);
    }

    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
    }

    /** Takes turns until there is nothing left to do. */
    void settle() {
        while (turns.stream().map(Turn::take).toList().contains(true)) {
            // the turns do the work
        }
    }

    /** What the person is offered who has typed that much. */
    List<String> names(Person person, @Nullable ChatThread thread, String begun) {
        return context.getBean(NameCompletion.class).names(person, thread, begun);
    }

    void letTheTimeForTheWayBackPass() {
        jdbc().sql("update core.undo set expires_at = now() - interval '1 second'").update();
        new ExpiryTurn(
                        context.getBean(TransactionOperations.class),
                        context.getBean(Approvals.class),
                        context.getBean(Queries.class),
                        context.getBean(Posts.class),
                        context.getBean(StoredResults.class),
                        context.getBean(Afterwards.class),
                        context.getBean(AuditTrail.class))
                .take();
        settle();
    }

    /** Says it in a new thread and waits for what comes of it. */
    ChatThread ask(Person person, String words) {
        var thread = chat.open(person, words).thread();
        settle();
        return thread;
    }

    /** Says it in a thread that is there and waits for what comes of it. */
    void say(Person person, ChatThread thread, String words) {
        chat.say(person, thread, words, List.of());
        settle();
    }

    /** How many contents the thread's one post has had. */
    long contentsOfTheAnswer(ChatThread thread) {
        return jdbc().sql("select max(wanted) from core.post where kind = 'POST' and root = ?")
                .param(thread.root())
                .query(Long.class)
                .single();
    }

    long readsOf(String path) {
        return calls().stream()
                .filter(call -> call.method().equals("GET") && call.path().contains(path))
                .count();
    }

    /** As if a platform had sent it; nothing is done yet. */
    void accept(Inbound event) {
        context.getBean(InboxRows.class).accept(event);
    }

    /** Presses a button of the newest card that has one. */
    ButtonClick press(Person person, ChatThread thread, String label) {
        var card = button(thread, label);
        var click = chat.press(person, thread, card.ref(), label);
        settle();
        return click;
    }

    /** Presses a button and does nothing of what comes of it yet. */
    void pressOnly(Person person, ChatThread thread, String label) {
        chat.press(person, thread, button(thread, label).ref(), label);
    }

    /** Counts the votes; before what they decided is run, the approval is used by somebody else. */
    void useElsewhere(Choice yes) {
        while (turns.getFirst().take()) {
            // the turns do the work
        }
        var used =
                context.getBean(TransactionOperations.class)
                        .execute(_ ->
                                context.getBean(Approvals.class)
                                        .consume(
                                                new ApprovalId(yes.request()),
                                                new Digest(yes.digest())));
        if (!Boolean.TRUE.equals(used)) {
            throw new AssertionError("it was not approved");
        }
    }

    /** Counts the votes one by one, then as many replicas run what was decided, all at once; then waits for what comes of it. */
    void runTogether(int replicas) {
        while (turns.getFirst().take()) {
            // the turns do the work
        }
        together(replicas, () -> turns.get(1).take());
        settle();
    }

    private static void together(int replicas, Runnable each) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, replicas)
                            .mapToObj(_ -> CompletableFuture.runAsync(each, threads))
                            .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).join();
        }
    }

    /** As many replicas tell stories and run changes at the same time, until there is nothing left to do. */
    void settleTogether(int replicas) {
        together(
                replicas,
                () -> {
                    while (turns.get(0).take() || turns.get(1).take()) {
                        // the turns do the work
                    }
                });
        settle();
    }

    List<Shown> postsFor(Person person, ChatThread thread) {
        return chat.screenOf(person).posts(thread);
    }

    /** The mark on the message that opened the thread. */
    Optional<Mark> mark(ChatThread thread) {
        return jdbc().sql(
                        "select event_id from core.inbox where conversation = ? order by id limit"
                                + " 1")
                .param(thread.key())
                .query(String.class)
                .optional()
                .flatMap(id -> chat.screenOf(ALICE).mark(thread, new EventId(id)));
    }

    List<SeenRequest> calls() {
        return stage().requests();
    }

    /** Calls that changed something; reviews and dry runs do not. */
    long writes() {
        return calls().stream().filter(PipelineWorld::isWrite).count();
    }

    long writesTo(String name) {
        return calls().stream()
                .filter(PipelineWorld::isWrite)
                .filter(call -> call.path().contains("/" + name))
                .count();
    }

    long writesOf(String user, String name) {
        return calls().stream()
                .filter(PipelineWorld::isWrite)
                .filter(call -> call.user().equals(user) && call.path().contains("/" + name))
                .count();
    }

    private static boolean isWrite(SeenRequest call) {
        return !call.method().equals("GET")
                && !call.path().contains("reviews")
                && !call.path().contains("dryRun=All");
    }

    /** An admin of the cluster widens the bot's bound. */
    void letTheBotReadSecretsInAnyonesName() {
        someoneElseMakes(SECRETS);
    }

    void someoneElseScales(String namespace, String name, int replicas) {
        try (var admin = ClusterFixture.unguardedClient(kubeconfig)) {
            admin.apps().deployments().inNamespace(namespace).withName(name).scale(replicas);
        }
        stage().settle();
    }

    /** The process that runs the approved change dies between the intent and the call; its lease ends at once. */
    void dieAfterTheIntent(Person person, ChatThread thread, String label) {
        var card = button(thread, label);
        chat.press(person, thread, card.ref(), label);
        turns.getFirst().take();
        var executions = context.getBean(Executions.class);
        var held = executions.claim().orElseThrow();
        var checked = (Run.Checked) context.getBean(Recheck.class).again(held);
        var running = (Run.Running) context.getBean(Perform.class).begin(checked);
        context.getBean(Perform.class).intend(running);
        jdbc().sql(
                        "update core.execution set lease_until = now() - interval '1 second' where"
                                + " id = ?")
                .param(held.id())
                .update();
    }

    /** The process that runs the approved change is told to stop while its first step is under way. */
    void stopInTheFirstStep(Person person, ChatThread thread, String label) {
        chat.press(person, thread, button(thread, label).ref(), label);
        turns.getFirst().take();
        var held = context.getBean(Executions.class).claim().orElseThrow();
        var checked = (Run.Checked) context.getBean(Recheck.class).again(held);
        var perform = context.getBean(Perform.class);
        var sent = perform.send(perform.intend((Run.Running) perform.begin(checked)));
        perform.settle(new Run.Sent(sent.running(), sent.result(), true));
    }

    /** Another process, started now, runs what there is to run. */
    void anotherProcessTakesOver() {
        try (var other = start()) {
            other.getBean(Inventory.class)
                    .firstLook(new ClusterId("staging"))
                    .toCompletableFuture()
                    .join();
            var turn =
                    new ExecutionTurn(other.getBean(Executions.class), other.getBean(Story.class));
            while (turn.take()) {
                // the turns do the work
            }
        }
        settle();
    }

    /**
     * What is put off is due now.
     *
     * @param since how long ago it was first begun
     */
    void putOffIsDue(Duration since) {
        jdbc().sql(
                        """
                        update core.step set intended_at = now() - ? * interval '1 second'
                        where state = 'PLANNED' and intended_at is not null
                        """)
                .param(since.toSeconds())
                .update();
        jdbc().sql(
                        "update core.execution set lease_until = now() - interval '1 second' where"
                                + " finished_at is null")
                .update();
    }

    /** @param manifests YAML */
    void someoneElseMakes(String manifests) {
        try (var admin = ClusterFixture.unguardedClient(kubeconfig)) {
            admin.load(new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)))
                    .create();
        }
        stage().settle();
    }

    /** @param manifests YAML; what is not there is no matter */
    void someoneElseTakesAway(String manifests) {
        try (var admin = ClusterFixture.unguardedClient(kubeconfig)) {
            admin.load(new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)))
                    .delete();
        }
        stage().settle();
    }

    void someoneElseUncordons(String node) {
        try (var admin = ClusterFixture.unguardedClient(kubeconfig)) {
            admin.nodes()
                    .withName(node)
                    .edit(it -> {
                        it.getSpec().setUnschedulable(null);
                        return it;
                    });
        }
    }

    void someoneElseSetsTheBudget(String namespace, String name, int minAvailable) {
        try (var admin = ClusterFixture.unguardedClient(kubeconfig)) {
            admin.policy()
                    .v1()
                    .podDisruptionBudget()
                    .inNamespace(namespace)
                    .withName(name)
                    .edit(budget -> {
                        budget.getSpec().setMinAvailable(new IntOrString(minAvailable));
                        return budget;
                    });
        }
        stage().settle();
    }

    /** Shows what is wanted in the chat; nothing else goes on. */
    void settleChat() {
        while (turns.getLast().take()) {
            // the turns do the work
        }
    }

    /** The cluster refuses connections until the outage is closed. */
    Outage clusterOutage() {
        stage().beginOutage();
        return stage()::endOutage;
    }

    interface Outage extends AutoCloseable {
        @Override
        void close();
    }

    private Shown button(ChatThread thread, String label) {
        return posts(thread).stream()
                .filter(shown -> shown.buttons().contains(label))
                .reduce((_, last) -> last)
                .orElseThrow(() ->
                        new AssertionError("no button %s in %s".formatted(label, posts(thread))));
    }

    List<Shown> posts(ChatThread thread) {
        return chat.screenOf(ALICE).posts(thread);
    }

    List<String> auditTypes() {
        return context
                .getBean(AuditLog.class)
                .page(AuditFilter.ALL, AuditLog.NEWEST, 500)
                .reversed()
                .stream()
                .map(AuditEntry::event)
                .map(event -> event.type())
                .toList();
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
        if (cluster != null) {
            cluster.close();
        }
    }

    private StageCluster stage() {
        return Objects.requireNonNull(cluster);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        ApprovalConfiguration.class,
        AuditConfiguration.class,
        WorkConfiguration.class,
        ClusterConfiguration.class,
        ExecuteConfiguration.class,
        IdentityConfiguration.class,
        StorySteps.class
    })
    static class Wiring {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        PostRows posts(JdbcClient jdbc, WakeUps wakeUps) {
            return new PostRows(jdbc, wakeUps);
        }
    }
}
