package dev.kubechat.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of the sandbox: who may ask, who may approve, who may look. */
final class Cast {

    private record Member(String key, String name, String part, List<String> groups) {}

    private static final List<Member> MEMBERS =
            List.of(
                    new Member(
                            "alice",
                            "Alice",
                            "develops the shop; asks for things",
                            List.of("shop-developers")),
                    new Member(
                            "bob",
                            "Bob",
                            "site reliability; approves what is dangerous",
                            List.of("sre")),
                    new Member("carol", "Carol", "site reliability; approves too", List.of("sre")),
                    new Member(
                            "dave",
                            "Dave",
                            "auditor; looks and changes nothing",
                            List.of("viewers", "kubechat-auditors")),
                    new Member(
                            "erin",
                            "Erin",
                            "runs KubeChat itself; sees the admin pages",
                            List.of("viewers", "kubechat-admins")));

    private Cast() {}

    static Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        MEMBERS.forEach(member -> settings.putAll(settings(member)));
        settings.put("kubechat.web.sign-in", "pick");
        settings.put("kubechat.approval.groups", "sre");
        settings.put(
                "kubechat.web.channels.shop",
                "The shop: checkout, cart, catalog and their friends");
        settings.put("kubechat.web.channels.payments", "Payments and the ledger");
        settings.put("kubechat.web.channels.platform", "The cluster itself");
        return settings;
    }

    private static Map<String, Object> settings(Member member) {
        var prefix = "kubechat.people.%s.".formatted(member.key());
        return Map.of(
                prefix + "name", member.name(),
                prefix + "about", member.part(),
                prefix + "accounts.web", member.key(),
                prefix + "user", member.key(),
                prefix + "groups", String.join(",", member.groups()));
    }

    static List<String> introduction() {
        var lines = new ArrayList<String>();
        lines.add("Sign in there as one of these; another browser window can be somebody else:");
        MEMBERS.forEach(member -> lines.add("  %-6s %s".formatted(member.name(), member.part())));
        lines.add(
                "Try: \"scale checkout to 3 in shop\" as Alice, then \"delete deployment cart in"
                        + " shop\" and approve as Bob.");
        return lines;
    }
}
