package dev.kubechat.app.replica;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's window on the web chat of one replica; sessions are rows, so the same cookies are good for each replica. */
final class Window {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String account;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private boolean signedIn;

    Window(String account) {
        this.account = account;
    }

    /** @throws IOException if the replica does not answer */
    int post(int port, String path, Map<String, String> fields) throws IOException {
        signIn(port);
        var page = get(port, "/chat/shop");
        var token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IOException("no token in the page");
        }
        var form =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(request(port, path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("HX-Request", "true")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        form + "&_csrf=" + encoded(token.group(1)))))
                .statusCode();
    }

    String get(int port, String path) throws IOException {
        signIn(port);
        var answer = send(request(port, path).header("Accept", "text/html"));
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Status and body, whatever they are. */
    HttpResponse<String> see(int port, String path) throws IOException {
        return send(request(port, path).header("Accept", "text/html"));
    }

    private void signIn(int port) throws IOException {
        if (signedIn) {
            return;
        }
        send(
                request(port, "/sign-in")
                        .header("Origin", "http://127.0.0.1:" + port)
                        .POST(HttpRequest.BodyPublishers.noBody()));
        signedIn = true;
    }

    private HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/as/%s%s".formatted(port, account, path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
