package dev.kubechat.sandbox.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Somebody who speaks HTTP to a stage cluster. */
public final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    public static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";
    public static final String MERGE = "application/merge-patch+json";
    public static final String STRATEGIC = "application/strategic-merge-patch+json";
    public static final String JSON_PATCH = "application/json-patch+json";

    private final StageCluster cluster;
    private final List<String> headers;

    private Client(StageCluster cluster, List<String> headers) {
        this.cluster = cluster;
        this.headers = List.copyOf(headers);
    }

    public static Client admin(StageCluster cluster) {
        return holding(cluster, cluster.token("admin"));
    }

    public static Client bot(StageCluster cluster) {
        return holding(cluster, cluster.token("bot"));
    }

    public static Client outsider(StageCluster cluster) {
        return holding(cluster, cluster.token("outsider"));
    }

    public static Client holding(StageCluster cluster, String token) {
        return new Client(cluster, List.of("Authorization", "Bearer " + token));
    }

    public static Client anonymous(StageCluster cluster) {
        return new Client(cluster, List.of());
    }

    public Client with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Client(cluster, more);
    }

    public Client as(String user, String... groups) {
        var person = with("Impersonate-User", user);
        for (var group : groups) {
            person = person.with("Impersonate-Group", group);
        }
        return person;
    }

    public Answer get(String path) {
        return send("GET", path, "", "");
    }

    public Answer table(String path) {
        return with("Accept", TABLE).get(path);
    }

    public Answer post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, "application/json", json);
    }

    public Answer patch(String path, String type, String patch) {
        return send("PATCH", path, type, patch);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "", "");
    }

    public Answer delete(String path, String options) {
        return send("DELETE", path, "application/json", options);
    }

    public Answer send(String method, String path, String type, String body) {
        var request =
                HttpRequest.newBuilder(URI.create(cluster.url() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
