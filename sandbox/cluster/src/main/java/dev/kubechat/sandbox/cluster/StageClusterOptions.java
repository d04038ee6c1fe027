package dev.kubechat.sandbox.cluster;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a stage cluster begins.
 * @param port 0 for any that is free; always on 127.0.0.1
 * @param protocol kubectl sends its token over HTTPS only
 * @param stateFile where the cluster is kept between starts; what is in it wins over {@code contents}
 */
public record StageClusterOptions(
        Contents contents,
        Protocol protocol,
        int port,
        Optional<Path> stateFile,
        InstantSource clock) {

    /** What a cluster without a saved state has in it. */
    public enum Contents {
        /** Nodes, the namespaces of every cluster and RBAC's default roles; the bot has no rights. */
        EMPTY,
        /** All of that and a shop of four namespaces, with people's roles and the bot's. */
        SHOP
    }

    /** How the API is served. */
    public enum Protocol {
        HTTP,
        /** With a certificate made at start, which the kubeconfig trusts. */
        HTTPS
    }

    public static StageClusterOptions shop() {
        return new StageClusterOptions(
                Contents.SHOP, Protocol.HTTP, 0, Optional.empty(), InstantSource.system());
    }

    public static StageClusterOptions empty() {
        return new StageClusterOptions(
                Contents.EMPTY, Protocol.HTTP, 0, Optional.empty(), InstantSource.system());
    }

    public StageClusterOptions overHttps() {
        return new StageClusterOptions(contents, Protocol.HTTPS, port, stateFile, clock);
    }

    public StageClusterOptions onPort(int other) {
        return new StageClusterOptions(contents, protocol, other, stateFile, clock);
    }

    public StageClusterOptions keptIn(Path file) {
        return new StageClusterOptions(contents, protocol, port, Optional.of(file), clock);
    }

    public StageClusterOptions withClock(InstantSource other) {
        return new StageClusterOptions(contents, protocol, port, stateFile, other);
    }
}
