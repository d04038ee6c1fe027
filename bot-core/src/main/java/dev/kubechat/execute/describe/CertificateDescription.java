package dev.kubechat.execute.describe;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** {@code kubectl describe certificatesigningrequest}. */
final class CertificateDescription {

    private static final List<String> SUBJECT =
            List.of(
                    "Organization",
                    "Organizational Unit",
                    "Country",
                    "Locality",
                    "Province",
                    "StreetAddress",
                    "PostalCode");
    private static final List<String> OTHERS =
            List.of("DNS Names", "Email Addresses", "URIs", "IP Addresses");

    private CertificateDescription() {}

    static void describe(Subject request, Page page) {
        var certificate = certificate(request);
        page.field("Name", request.name());
        page.field("Labels", Values.labels(request.labels()));
        page.field("Annotations", Values.labels(request.annotations()));
        page.field("CreationTimestamp", page.time(request.at("metadata.creationTimestamp")));
        page.field("Requesting User", request.text("spec.username"));
        page.fieldIfSet(0, "Signer", request.text("spec.signerName"));
        if (request.has("spec.expirationSeconds")) {
            page.field(
                    "Requested Duration",
                    page.window()
                            .human(
                                    Duration.ofSeconds(
                                            Values.number(
                                                    request.object(), "spec.expirationSeconds"))));
        }
        page.field("Status", status(request));
        page.write(0, "Subject:\n");
        for (var name : List.of("Common Name", "Serial Number")) {
            var values = certificate.names(name);
            page.field("\t" + name, values.isEmpty() ? "" : values.getLast());
        }
        SUBJECT.forEach(name -> names(page, name, certificate.names(name)));
        if (OTHERS.stream().anyMatch(name -> !certificate.names(name).isEmpty())) {
            page.write(0, "Subject Alternative Names:\n");
            OTHERS.forEach(name -> names(page, name, certificate.names(name)));
        }
        Happenings.print(request, page);
    }

    private static CertificateRequest certificate(Subject request) {
        try {
            return CertificateRequest.of(
                    Base64.getMimeDecoder().decode(Values.text(request.raw(), "spec.request")));
        } catch (IllegalArgumentException unreadable) {
            throw new NotShown("Error parsing CSR: " + unreadable.getMessage(), 0, unreadable);
        }
    }

    private static void names(Page page, String name, List<String> values) {
        if (!values.isEmpty()) {
            page.write(0, "\t" + name + ":\t");
            page.write(0, String.join("\n\t\t", values));
            page.write(0, "\n");
        }
    }

    private static String status(Subject request) {
        var types =
                Values.items(request.at("status.conditions")).stream()
                        .map(condition -> Values.text(condition, "type"))
                        .collect(Collectors.toSet());
        return (types.contains("Denied")
                        ? "Denied"
                        : types.contains("Approved") ? "Approved" : "Pending")
                + (types.contains("Failed") ? ",Failed" : "")
                + (request.text("status.certificate").isEmpty() ? "" : ",Issued");
    }
}
