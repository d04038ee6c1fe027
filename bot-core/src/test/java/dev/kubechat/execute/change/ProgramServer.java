package dev.kubechat.execute.change;

import dev.kubechat.cluster.ClusterFixture;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A server of objects and of programs in containers: what a program writes, and how it ends, is told before. */
final class ProgramServer implements AutoCloseable {

    private static final int OUT = 1;
    private static final int ERRORS = 2;
    private static final int END = 3;

    private final ServerSocket server;
    private final Map<String, String> objects = new ConcurrentHashMap<>();
    private final List<Asked> programs = new CopyOnWriteArrayList<>();
    private final List<byte[]> frames = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile String refusal = "";
    private volatile boolean goesOn;

    /** A request to run a program. */
    record Asked(String target, Map<String, List<String>> headers) {}

    ProgramServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String kubeconfig() {
        return ClusterFixture.kubeconfigOf("http://127.0.0.1:" + server.getLocalPort());
    }

    void object(String path, String json) {
        objects.put(path, json);
    }

    ProgramServer writes(String text) {
        return frame(OUT, text.getBytes(StandardCharsets.UTF_8));
    }

    ProgramServer writes(byte[] bytes) {
        return frame(OUT, bytes);
    }

    ProgramServer complains(String text) {
        return frame(ERRORS, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The status object of its end. */
    void ends(String status) {
        frame(END, status.getBytes(StandardCharsets.UTF_8));
    }

    /** What runs does not end before the server does. */
    void goesOn() {
        goesOn = true;
    }

    void refuses(String status) {
        refusal = status;
    }

    List<Asked> programs() {
        return List.copyOf(programs);
    }

    private ProgramServer frame(int channel, byte[] bytes) {
        var frame = new byte[bytes.length + 1];
        frame[0] = (byte) channel;
        System.arraycopy(bytes, 0, frame, 1, bytes.length);
        frames.add(frame);
        return this;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var first = in.readLine();
            if (first == null) {
                return;
            }
            var headers = headers(in);
            var target = first.split(" ")[1];
            var out = socket.getOutputStream();
            if (headers.containsKey("Sec-WebSocket-Key")) {
                programs.add(new Asked(target, headers));
                play(headers.get("Sec-WebSocket-Key").getFirst(), out);
            } else {
                answer(objects.get(target.replaceAll("\\?.*", "")), out);
            }
        } catch (IOException gone) {
            // the client has what it wanted
        }
    }

    private static Map<String, List<String>> headers(BufferedReader in) throws IOException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            var parts = line.split(": ?", 2);
            headers.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
        }
        return headers;
    }

    private static void answer(@Nullable String json, OutputStream out) throws IOException {
        var body = (json == null ? "{\"kind\":\"Status\"}" : json).getBytes(StandardCharsets.UTF_8);
        head(out, json == null ? "404 Not Found" : "200 OK", body);
    }

    private static void head(OutputStream out, String status, byte[] body) throws IOException {
        var head =
                "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(status, body.length);
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private void play(String key, OutputStream out) throws IOException {
        if (!refusal.isEmpty()) {
            head(out, "403 Forbidden", refusal.getBytes(StandardCharsets.UTF_8));
            return;
        }
        var head =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\nSec-WebSocket-Protocol: v4.channel.k8s.io\r\n\r\n"
                        .formatted(accept(key));
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        for (var frame : frames) {
            out.write(binary(frame));
        }
        out.flush();
        if (goesOn) {
            waitForTheEnd();
        }
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String accept(String key) {
        try {
            var sum =
                    MessageDigest.getInstance("SHA-1")
                            .digest(
                                    (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                            .getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] binary(byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(0x82);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    @Override
    public void close() {
        end.countDown();
        try {
            server.close();
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
