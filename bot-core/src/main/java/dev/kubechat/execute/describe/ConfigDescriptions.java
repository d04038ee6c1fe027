package dev.kubechat.execute.describe;

import java.util.Base64;
import java.util.List;
import java.util.Map;

/** {@code kubectl describe} of secrets, config maps and service accounts. Of a secret only sizes are ever said. */
final class ConfigDescriptions {

    private static final String TOKEN_TYPE = "kubernetes.io/service-account-token";

    private ConfigDescriptions() {}

    static void secret(Subject secret, Page page) {
        WorkloadDescriptions.names(secret, page);
        WorkloadDescriptions.labels(secret, page);
        page.write(0, "\nType:\t" + secret.text("type") + "\n");
        page.write(0, "\nData\n====\n");
        var isToken = secret.text("type").equals(TOKEN_TYPE);
        var hidden = secret.at("data");
        Values.map(secret.raw().path("data"))
                .forEach((key, value) ->
                        page.field(
                                key,
                                isToken && key.equals("token")
                                        ? Values.text(hidden.path(key))
                                        : bytes(value) + " bytes"));
    }

    static void configMap(Subject config, Page page) {
        WorkloadDescriptions.names(config, page);
        WorkloadDescriptions.labels(config, page);
        page.write(0, "\nData\n====\n");
        Values.map(config.at("data"))
                .forEach((key, value) -> {
                    page.write(0, key + ":\n----\n");
                    page.write(0, value + "\n");
                    page.write(0, "\n");
                });
        page.write(0, "\nBinaryData\n====\n");
        for (Map.Entry<String, String> data :
                Values.map(config.raw().path("binaryData")).entrySet()) {
            page.write(0, data.getKey() + ": " + bytes(data.getValue()) + " bytes\n");
        }
        page.write(0, "\n");
        Happenings.printOrFail(config, page);
    }

    private static int bytes(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64).length;
        } catch (IllegalArgumentException noBase64) {
            return 0;
        }
    }

    static void serviceAccount(Subject account, Page page) {
        WorkloadDescriptions.names(account, page);
        WorkloadDescriptions.labels(account, page);
        List<String> names =
                Values.items(account.at("imagePullSecrets")).stream()
                        .map(secret -> Values.text(secret, "name"))
                        .toList();
        if (names.isEmpty()) {
            page.write(0, "Image pull secrets:\t<none>\n");
        }
        for (var i = 0; i < names.size(); i++) {
            var header = i == 0 ? "Image pull secrets:" : " ".repeat(19);
            page.write(0, header + "\t" + names.get(i) + "\n");
        }
        Happenings.print(account, page);
    }
}
