package dev.kubechat.approval;

import tools.jackson.databind.json.JsonMapper;

/** A rule as it is kept with its request. */
final class RuleJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RuleJson() {}

    static String write(Rule rule) {
        return JSON.writerFor(Rule.class).writeValueAsString(rule);
    }

    static Rule read(String json) {
        return JSON.readValue(json, Rule.class);
    }
}
