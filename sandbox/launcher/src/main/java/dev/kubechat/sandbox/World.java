package dev.kubechat.sandbox;

import dev.kubechat.app.KubechatApplication;
import dev.kubechat.app.Target;
import dev.kubechat.sandbox.backends.AtExit;
import dev.kubechat.sandbox.backends.Database;
import dev.kubechat.sandbox.backends.PostgresServer;
import dev.kubechat.sandbox.backends.RedisServer;
import dev.kubechat.sandbox.cluster.StageCluster;
import dev.kubechat.sandbox.cluster.StageClusterOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/** PostgreSQL, Redis, a cluster and KubeChat, started one after the other; stopped in the other order when the process ends. */
final class World {

    private static final String CLUSTER = "sandbox";

    private final UpOptions options;
    private final Home home;
    private final Consumer<String> say;

    private World(UpOptions options, Home home, Consumer<String> say) {
        this.options = options;
        this.home = home;
        this.say = say;
    }

    /** Returns when the pages can be opened. */
    static void start(UpOptions options, Consumer<String> say) {
        var home = Home.at(options.home());
        new World(options, home, say).start();
    }

    private void start() {
        if (options.reset()) {
            say.accept("Forgetting the state of earlier starts in " + options.home());
            stopWhatStillRuns();
            home.empty();
        }
        var database = postgres();
        var redis = redis();
        var settings = new LinkedHashMap<String, Object>(Cast.settings());
        settings.putAll(database(database));
        settings.put("kubechat.redis.url", redis);
        settings.putAll(cluster());
        settings.put("server.port", options.port());
        settings.put(
                "spring.main.register-shutdown-hook",
                false); // servers stop after KubeChat, see AtExit
        ready(kubechat(settings));
    }

    /** Servers that a crash left running end when they are started once more and stopped; a sandbox that runs is not touched. */
    private void stopWhatStillRuns() {
        if (home.has("postgres")) {
            PostgresServer.start(home.resolve("postgres"), 0).stop();
        }
        if (home.has("redis")) {
            RedisServer.start(home.resolve("redis"), 0).stop();
        }
    }

    private Database postgres() {
        say.accept("Starting PostgreSQL (the first start unpacks it, which takes some seconds)");
        return PostgresServer.start(home.resolve("postgres"), 0).databases().database("kubechat");
    }

    private String redis() {
        say.accept("Starting Redis");
        return RedisServer.start(home.resolve("redis"), 0).address().url();
    }

    private static Map<String, Object> database(Database database) {
        return Map.of(
                "kubechat.database.url", database.url(),
                "kubechat.database.username", database.app().user(),
                "kubechat.database.password", database.app().password(),
                "kubechat.database.owner-username", database.owner().user(),
                "kubechat.database.owner-password", database.owner().password());
    }

    private Map<String, Object> cluster() {
        var given = options.kubeconfig();
        return given == null ? stage() : real(given.toAbsolutePath().toString());
    }

    private Map<String, Object> stage() {
        say.accept("Starting the cluster: a shop in four namespaces, some of it broken on purpose");
        var cluster =
                StageCluster.start(StageClusterOptions.shop().keptIn(home.resolve("cluster.json")));
        AtExit.beforeServersStop(cluster::close);
        return described(
                home.secret("cluster.kubeconfig", cluster.kubeconfig()).toString(), "bot", "shop");
    }

    private Map<String, Object> real(String kubeconfig) {
        say.accept("Using the cluster of " + kubeconfig);
        var context = options.context();
        return described(kubeconfig, context == null ? "" : context, "default");
    }

    private static Map<String, Object> described(
            String kubeconfig, String context, String namespace) {
        return Map.of(
                "kubechat.clusters[0].id", CLUSTER,
                "kubechat.clusters[0].kubeconfig", kubeconfig,
                "kubechat.clusters[0].context", context,
                "kubechat.clusters[0].default-namespace", namespace);
    }

    private ConfigurableApplicationContext kubechat(Map<String, Object> settings) {
        say.accept("Starting KubeChat");
        var application = KubechatApplication.start(Target.ALL, settings);
        AtExit.beforeServersStop(application::close);
        return application;
    }

    private void ready(ConfigurableApplicationContext application) {
        say.accept("");
        say.accept(
                "KubeChat is ready: http://127.0.0.1:%s"
                        .formatted(application.getEnvironment().getProperty("local.server.port")));
        Cast.introduction().forEach(say);
        say.accept("Stop it with Ctrl-C.");
    }
}
