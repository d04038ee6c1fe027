package dev.kubechat.execute.describe;

import java.util.List;
import java.util.Locale;

/** {@code kubectl describe servicecidr} and {@code ipaddress}. */
final class AddressDescriptions {

    private AddressDescriptions() {}

    static void serviceCidr(Subject cidr, Page page) {
        page.field("Name", cidr.name());
        WorkloadDescriptions.labels(cidr, page);
        page.field("CIDRs", Values.joined(cidr.at("spec.cidrs"), ", "));
        var conditions = Values.items(cidr.at("status.conditions"));
        if (!conditions.isEmpty()) {
            page.write(0, "Status:\n");
            Conditions.withTransition(page, conditions);
        }
        Happenings.print(cidr, page);
    }

    static void ipAddress(Subject address, Page page) {
        page.field("Name", address.name());
        WorkloadDescriptions.labels(address, page);
        if (address.has("spec.parentRef")) {
            page.write(0, "Parent Reference:\n");
            for (var name : List.of("Group", "Resource", "Namespace", "Name")) {
                page.field(
                        1, name, address.text("spec.parentRef." + name.toLowerCase(Locale.ROOT)));
            }
        }
        Happenings.print(address, page);
    }
}
