package dev.kubechat.sandbox.cluster;

import dev.kubechat.sandbox.cluster.access.Tokens;
import dev.kubechat.sandbox.cluster.api.ApiServer;
import dev.kubechat.sandbox.cluster.api.Certificate;
import dev.kubechat.sandbox.cluster.api.RequestLog;
import dev.kubechat.sandbox.cluster.api.SeenRequest;
import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.scenery.Scenery;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import dev.kubechat.sandbox.cluster.store.StateFile;
import dev.kubechat.sandbox.cluster.workload.ControlLoop;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A small Kubernetes cluster in this process: an API server on 127.0.0.1 that checks tokens, impersonation and RBAC, and controllers that
 * play the rest. It is a stage set: pods are told, not run, and what it does not do it refuses in a sentence.
 */
public final class StageCluster implements AutoCloseable {
    private static final List<String> EMPTY = List.of("base.yaml");
    private static final List<String> SHOP =
            List.of(
                    "base.yaml",
                    "people.yaml",
                    "shop.yaml",
                    "payments.yaml",
                    "platform.yaml",
                    "staging.yaml");

    private final Catalog catalog = Catalog.read();
    private final RequestLog log = new RequestLog();
    private final InstantSource clock;
    private final ObjectStore store;
    private final Tokens tokens;
    private final ControlLoop controllers;
    private final Optional<Saving> saving;
    private final Optional<Certificate> certificate;
    private final int port;
    private @Nullable ApiServer server;

    private StageCluster(StageClusterOptions options) {
        this.clock = options.clock();
        this.store = new ObjectStore(clock);
        var file = options.stateFile().map(StateFile::new);
        var saved = file.flatMap(StateFile::load);
        this.tokens = new Tokens(saved.map(StateFile.State::tokens).orElse(Map.of()));
        this.saving = file.map(f -> new Saving(f, store, tokens));
        saved.ifPresent(state -> store.restore(state.revision(), state.objects()));
        this.controllers =
                new ControlLoop(store, catalog, clock, () -> saving.ifPresent(Saving::soon));
        if (saved.isEmpty()) {
            putUp(options.contents() == StageClusterOptions.Contents.SHOP ? SHOP : EMPTY);
        }
        controllers.settle();
        this.certificate =
                options.protocol() == StageClusterOptions.Protocol.HTTPS
                        ? Optional.of(new Certificate(clock.instant()))
                        : Optional.empty();
        var first = serve(options.port());
        this.server = first;
        this.port = first.port();
    }

    /** @throws java.io.UncheckedIOException if the port is taken or the saved state cannot be read */
    public static StageCluster start(StageClusterOptions options) {
        return new StageCluster(options);
    }

    public URI url() {
        return URI.create((certificate.isPresent() ? "https" : "http") + "://127.0.0.1:" + port);
    }

    /** A kubeconfig with the contexts admin (system:masters), bot (kubechat-bot) and outsider (no rights); admin is current. */
    public String kubeconfig() {
        return Kubeconfig.of(url(), certificate, tokens);
    }

    /** The bearer token of a context of the kubeconfig. */
    public String token(String context) {
        return tokens.of(context);
    }

    /** The last requests answered, oldest first; a watch counts when it begins. */
    public List<SeenRequest> requests() {
        return log.requests();
    }

    /** Waits until every change made so far has had its consequences: pods made or removed, statuses counted, events told. */
    public void settle() {
        controllers.settle();
    }

    /** Connections end and are refused from now on, until {@link #endOutage}; the cluster itself goes on. */
    public synchronized void beginOutage() {
        if (server != null) {
            server.stop();
            store.endWatches();
            server = null;
        }
    }

    /** Serves again, at the same address and with the same tokens. */
    public synchronized void endOutage() {
        if (server == null) {
            server = serve(port);
        }
    }

    /** Ends all connections and saves the state, if it is kept. */
    @Override
    public void close() {
        beginOutage();
        controllers.close();
        saving.ifPresent(Saving::close);
    }

    private ApiServer serve(int onPort) {
        return new ApiServer(
                catalog, store, tokens, log, clock, new ApiServer.Door(onPort, certificate));
    }

    private void putUp(List<String> files) {
        var scenery = new Scenery(store, catalog, clock.instant());
        scenery.putUp(files);
        controllers.settle();
        scenery.clearUp();
    }
}
