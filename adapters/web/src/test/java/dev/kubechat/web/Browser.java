package dev.kubechat.web;

import dev.kubechat.chat.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A person's window, over real HTTP: keeps cookies, reads the token from the page, sends what htmx sends. */
final class Browser {

    private final String origin;
    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** Not signed in, at the address of nobody. */
    Browser(int port) {
        this.origin = "http://127.0.0.1:" + port;
        this.address = origin;
    }

    private Browser(String origin, String account) {
        this.origin = origin;
        this.address = origin + "/as/" + account;
    }

    static Browser of(int port, String account) {
        var browser = new Browser("http://127.0.0.1:" + port, account);
        browser.signIn();
        return browser;
    }

    void signIn() {
        var entered =
                send(
                        request("/sign-in")
                                .header("Origin", origin)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.noBody()));
        if (entered.statusCode() != 302) {
            throw new AssertionError("not signed in: " + entered.statusCode());
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    HttpResponse<String> getAsHtmx(String path) {
        return send(request(path).header("HX-Request", "true"));
    }

    Document page(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError("%s answered %d".formatted(path, answer.statusCode()));
        }
        return Jsoup.parse(answer.body(), address + path);
    }

    HttpResponse<String> postForm(String channel, String path, Map<String, String> fields) {
        var body =
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                withToken(channel, path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** As a browser sends the composer's form, line breaks and all. */
    HttpResponse<String> say(
            String channel, String path, UUID once, String text, List<Attachment> files) {
        var boundary = "part" + once;
        var body = new StringBuilder();
        field(body, boundary, "once", once.toString());
        field(body, boundary, "text", text.replace("\n", "\r\n"));
        files.forEach(file -> file(body, boundary, file));
        body.append("--%s--\r\n".formatted(boundary));
        return send(
                withToken(channel, path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    WebSocket live(String fromOrigin, WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .header("Origin", fromOrigin)
                .buildAsync(URI.create(address.replace("http:", "ws:") + "/live"), listener)
                .join();
    }

    String origin() {
        return origin;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder withToken(String channel, String path) {
        var headers = page("/chat/" + channel).body().attr("hx-headers");
        var token = headers.replaceAll(".*: \"(.*)\"}", "$1");
        return request("/chat/" + channel + path)
                .header("X-CSRF-TOKEN", token)
                .header("HX-Request", "true");
    }

    private static void field(StringBuilder body, String boundary, String name, String value) {
        body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, name, value));
    }

    private static void file(StringBuilder body, String boundary, Attachment file) {
        body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n"
                        .formatted(boundary, file.name(), file.mediaType(), file.text()));
    }
}
