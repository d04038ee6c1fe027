package dev.kubechat.app.replica;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One process of the application, with a proxy of its own before the cluster. */
final class Replica implements AutoCloseable {

    final int port;
    private final Process process;
    private final ClusterProxy proxy;

    private Replica(int port, Process process, ClusterProxy proxy) {
        this.port = port;
        this.process = process;
        this.proxy = proxy;
    }

    /** Returns when it takes requests. */
    static Replica start(Map<String, String> settings, Path folder, Trap trap, Upstream upstream) {
        try {
            var port = freePort();
            var proxy = new ClusterProxy(upstream.url(), trap);
            var command = command(folder);
            settings.forEach((key, value) -> command.add(key + "=" + value));
            command.add("server.port=" + port);
            command.add(
                    "kubechat.clusters[0].kubeconfig="
                            + proxy.kubeconfig(folder, upstream.kubeconfig()));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            proxy.kills(process);
            awaitReady(process);
            return new Replica(port, process, proxy);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The cluster behind the proxies. */
    record Upstream(String url, String kubeconfig) {}

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> command(Path folder) {
        return new ArrayList<>(
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx320m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-D" + KillSwitch.TRAP + "=" + folder.resolve("trap"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplicaMain.class.getName()));
    }

    private static void awaitReady(Process process) throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.equals("READY")) {
                Thread.ofVirtual().start(() -> drain(lines));
                return;
            }
        }
        throw new AssertionError("replica did not start:\n" + String.join("\n", said));
    }

    private static void drain(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // what it logs is not looked at, and must not fill the pipe
            }
        } catch (IOException ended) {
            return;
        }
    }

    boolean lives() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        proxy.close();
    }
}
