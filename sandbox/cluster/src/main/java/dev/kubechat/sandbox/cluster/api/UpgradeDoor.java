package dev.kubechat.sandbox.cluster.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stands before the JDK's server, which knows no WebSocket. A connection that begins with a wish for one gets it once the server behind
 * has answered with frames; all others are passed on as they are.
 */
final class UpgradeDoor implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(UpgradeDoor.class.getName());
    private static final int LARGEST_HEAD = 64 * 1024;
    private static final int PATIENCE_MILLIS = 2_000;
    private static final Pattern WISH = Pattern.compile("(?im)^upgrade:[ \\t]*+websocket[ \\t]*+$");
    private static final Pattern KEY = Pattern.compile("(?im)^sec-websocket-key:[ \\t]*+(\\S++)");
    private static final Pattern OFFERED =
            Pattern.compile("(?im)^sec-websocket-protocol:[ \\t]*+(.*)$");
    private static final List<String> SPOKEN = List.of("v5.channel.k8s.io", "v4.channel.k8s.io");

    private final ServerSocket door;
    private final int behind;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** @param behind the port of the server that answers */
    UpgradeDoor(int port, Optional<Certificate> certificate, int behind) {
        this.behind = behind;
        try {
            door =
                    certificate.isPresent()
                            ? certificate
                                    .get()
                                    .context()
                                    .getServerSocketFactory()
                                    .createServerSocket()
                            : new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The in-process cluster cannot listen on port " + port, e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Ends all connections, too. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the door was closed already", e);
        }
        sockets.forEach(UpgradeDoor::shut);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                LOG.log(System.Logger.Level.DEBUG, "nobody is let in any more", closed);
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var server = new Socket(InetAddress.ofLiteral("127.0.0.1"), behind)) {
            sockets.add(server);
            if (door.isClosed()) {
                return;
            }
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            pass(client, server);
            sockets.remove(server);
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "one side went away", gone);
        } finally {
            sockets.remove(client);
        }
    }

    private static void pass(Socket client, Socket server) throws IOException {
        var head = head(client.getInputStream());
        var text = head.toString(StandardCharsets.ISO_8859_1);
        head.writeTo(server.getOutputStream());
        if (WISH.matcher(text).find()) {
            upgrade(client, server, text);
            return;
        }
        var there =
                Thread.ofVirtual()
                        .start(() -> {
                            copy(client, server);
                            shut(server);
                        });
        copy(server, client);
        shut(client);
        shut(server);
        join(there);
    }

    private static void upgrade(Socket client, Socket server, String wish) throws IOException {
        var in = server.getInputStream();
        var head = head(in);
        var out = client.getOutputStream();
        var answer = head.toString(StandardCharsets.ISO_8859_1);
        if (!answer.contains(Reply.Frames.MEDIA_TYPE)) {
            head.writeTo(out);
            server.shutdownOutput();
            in.transferTo(out);
            return;
        }
        out.write(yes(wish).getBytes(StandardCharsets.ISO_8859_1));
        server.shutdownOutput();
        in.transferTo(out);
        out.flush();
        // a client that still reads must not find the connection reset
        client.setSoTimeout(PATIENCE_MILLIS);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static String yes(String wish) {
        var key = KEY.matcher(wish);
        var offered = OFFERED.matcher(wish);
        var protocols =
                offered.results()
                        .flatMap(line -> Stream.of(line.group(1).split(",")))
                        .map(String::strip)
                        .toList();
        var protocol =
                SPOKEN.stream()
                        .filter(protocols::contains)
                        .findFirst()
                        .map("Sec-WebSocket-Protocol: %s\r\n"::formatted)
                        .orElse("");
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n%s\r\n"
                .formatted(WebSocketFrame.accept(key.find() ? key.group(1) : ""), protocol);
    }

    /** Up to the empty line; less if there is no more, or too much. */
    private static ByteArrayOutputStream head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int ended = 0;
        while (ended < 4 && head.size() < LARGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
            boolean wanted = next == (ended % 2 == 0 ? '\r' : '\n');
            ended = wanted ? ended + 1 : next == '\r' ? 1 : 0;
        }
        return head;
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "one side went away", gone);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "it was closed already", e);
        }
    }
}
