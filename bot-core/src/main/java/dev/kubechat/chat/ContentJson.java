package dev.kubechat.chat;

import tools.jackson.databind.json.JsonMapper;

/**
 * Content as rows keep it: JSON that bears the number of its format, so that a later release can still read what this one
 * wrote. Texts are made {@linkplain Visible visible} on the way in.
 */
public final class ContentJson {

    private static final int FORMAT = 1;

    private final JsonMapper mapper = new JsonMapper();

    public String write(Content content) {
        return mapper.writeValueAsString(new Stored(FORMAT, Visible.content(content)));
    }

    /** @throws IllegalStateException if a later release wrote it */
    public Content read(String json) {
        var stored = mapper.readTree(json);
        var format = stored.path("format").asInt(0);
        if (format != FORMAT) {
            throw new IllegalStateException(
                    "content of format %d, this release reads %d".formatted(format, FORMAT));
        }
        return mapper.treeToValue(stored.path("content"), Content.class);
    }

    String write(Audience audience) {
        return mapper.writeValueAsString(
                switch (audience) {
                    case Audience.Everyone everyone -> everyone;
                    case Audience.Only(Person p) ->
                            Audience.only(
                                    new Person(p.platform(), p.account(), Visible.text(p.name())));
                });
    }

    Audience readAudience(String json) {
        return mapper.readValue(json, Audience.class);
    }

    private record Stored(int format, Content content) {}
}
