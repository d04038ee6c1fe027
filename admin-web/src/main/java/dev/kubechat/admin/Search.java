package dev.kubechat.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** What was typed into the filters of the audit page, word for word; empty is no restriction. The page calls what is public. */
record Search(String request, String type, String person, String before) {

    static Search of(Map<String, String> typed) {
        return new Search(
                typed.getOrDefault("request", "").strip(),
                typed.getOrDefault("type", "").strip(),
                typed.getOrDefault("person", "").strip(),
                typed.getOrDefault("before", "").strip());
    }

    public boolean isAll() {
        return request.isEmpty() && type.isEmpty() && person.isEmpty();
    }

    /** The address of the same search from its newest entry on. */
    public String fromTheNewest() {
        return new Search(request, type, person, "").address();
    }

    /** The address of the page after this one. */
    String before(long position) {
        return new Search(request, type, person, Long.toString(position)).address();
    }

    private String address() {
        var given = new LinkedHashMap<String, String>();
        given.put("request", request);
        given.put("type", type);
        given.put("person", person);
        given.put("before", before);
        given.values().removeIf(String::isEmpty);
        var address = UriComponentsBuilder.fromPath("/admin/audit");
        given.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(given).toUriString();
    }
}
