package dev.kubechat.app.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/** Is Redis there? KubeChat runs without it, only slower. */
final class RedisCheck {

    private static final String THING = "Redis";
    private static final int PATIENCE_MILLIS = 3000;
    private static final int PORT = 6379;
    private static final int LONGEST_ANSWER = 200;
    private static final String WITHOUT = "without it replicas find work by looking once a second";

    private RedisCheck() {}

    static Finding of(Settings settings) {
        var url = settings.value("kubechat.redis.url");
        if (url.isEmpty()) {
            return Finding.optional(
                    THING,
                    "kubechat.redis.url is not set: " + WITHOUT,
                    "set it to redis://:PASSWORD@HOST:PORT for more than one replica");
        }
        try {
            var address = URI.create(url.get());
            if (address.getHost() == null) {
                throw new IllegalArgumentException();
            }
            return ask(address);
        } catch (IllegalArgumentException strange) {
            return Finding.wrong(
                    THING,
                    "kubechat.redis.url is no address",
                    "write it as redis://:PASSWORD@HOST:PORT, or remove it");
        }
    }

    private static Finding ask(URI address) {
        int port = address.getPort() < 0 ? PORT : address.getPort();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            String answer =
                    "rediss".equals(address.getScheme())
                            ? safely(socket, address, port)
                            : ping(socket, address);
            return answer.contains("+PONG")
                    ? Finding.ok(THING, "%s:%d answers".formatted(address.getHost(), port))
                    : Finding.optional(
                            THING,
                            "it does not let KubeChat in",
                            "check the password in kubechat.redis.url");
        } catch (IOException away) {
            return Finding.optional(
                    THING,
                    "%s:%d does not answer: %s".formatted(address.getHost(), port, WITHOUT),
                    "start it, or correct kubechat.redis.url");
        }
    }

    private static String safely(Socket plain, URI address, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (var socket = factory.createSocket(plain, address.getHost(), port, true)) {
            return ping(socket, address);
        }
    }

    /** An AUTH where there is a password, then a PING, each as an array of bulk strings. */
    private static String ping(Socket socket, URI address) throws IOException {
        var request = new StringBuilder();
        String login = address.getUserInfo();
        if (login != null) {
            int colon = login.indexOf(':');
            String user = colon <= 0 ? "" : login.substring(0, colon);
            String password = login.substring(colon + 1);
            request.append(
                    user.isEmpty() ? command("AUTH", password) : command("AUTH", user, password));
        }
        request.append(command("PING")).append(command("QUIT"));
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        return new String(
                socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
    }

    private static String command(String... words) {
        var text = new StringBuilder("*%d\r\n".formatted(words.length));
        for (String word : words) {
            text.append(
                    "$%d\r\n%s\r\n".formatted(word.getBytes(StandardCharsets.UTF_8).length, word));
        }
        return text.toString();
    }
}
