package dev.kubechat.execute.describe;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A probe in one line. */
final class Probes {

    private static final String PLAIN_IN_PATHS = "-_.~$&+,/:;=@";

    private Probes() {}

    static String text(JsonNode probe) {
        var attributes =
                "delay=%ds timeout=%ds period=%ds #success=%d #failure=%d"
                        .formatted(
                                Values.number(probe, "initialDelaySeconds"),
                                Values.number(probe, "timeoutSeconds"),
                                Values.number(probe, "periodSeconds"),
                                Values.number(probe, "successThreshold"),
                                Values.number(probe, "failureThreshold"));
        if (Values.has(probe, "exec")) {
            return "exec " + Values.list(Values.at(probe, "exec.command")) + " " + attributes;
        }
        if (Values.has(probe, "httpGet")) {
            return "http-get " + url(probe.path("httpGet")) + " " + attributes;
        }
        if (Values.has(probe, "tcpSocket")) {
            return "tcp-socket %s:%s %s"
                    .formatted(
                            Values.text(probe, "tcpSocket.host"),
                            Values.text(probe, "tcpSocket.port"),
                            attributes);
        }
        if (Values.has(probe, "grpc")) {
            return "grpc <pod>:%d %s %s"
                    .formatted(
                            Values.number(probe, "grpc.port"),
                            Values.text(probe, "grpc.service"),
                            attributes);
        }
        return "unknown " + attributes;
    }

    // as Go's url.URL writes itself
    private static String url(JsonNode get) {
        var scheme = Values.text(get, "scheme").toLowerCase(Locale.ROOT);
        var host = Values.text(get, "host");
        var port = Values.text(get, "port");
        var address =
                port.isEmpty() ? host : (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        var path = Values.text(get, "path");
        var url = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
        if (!scheme.isEmpty() || !address.isEmpty()) {
            url.append("//").append(address);
        }
        if (!path.isEmpty() && !path.startsWith("/") && !address.isEmpty()) {
            url.append('/');
        }
        return url.append(path.equals("*") ? path : escaped(path)).toString();
    }

    private static String escaped(String path) {
        var escaped = new StringBuilder();
        for (var octet : path.getBytes(StandardCharsets.UTF_8)) {
            var letter = (char) (octet & 0xff);
            if (letter < 0x80
                    && (Character.isLetterOrDigit(letter) || PLAIN_IN_PATHS.indexOf(letter) >= 0)) {
                escaped.append(letter);
            } else {
                escaped.append("%%%02X".formatted((int) letter));
            }
        }
        return escaped.toString();
    }
}
