package dev.kubechat.sandbox.cluster.api;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer to a request. */
sealed interface Reply {
    int code();

    /** A whole answer. */
    record Whole(int code, String contentType, String body, String warning) implements Reply {
        Whole warning(String sentence) {
            return new Whole(code, contentType, body, sentence);
        }
    }

    /** An answer that goes on, for {@code lines} writes as long as it likes. */
    record Stream(String contentType, Lines lines) implements Reply {
        @Override
        public int code() {
            return 200;
        }
    }

    /** What is written to a WebSocket: all of it is known when it begins. */
    @SuppressWarnings("ArrayRecordComponent") // written once, and never compared
    record Frames(byte[] bytes) implements Reply {
        /** Tells {@link UpgradeDoor} that they come. */
        static final String MEDIA_TYPE = "application/x-websocket-frames";

        @Override
        public int code() {
            return 101;
        }
    }

    /** Writes to a client until it has no more to say or the client is gone. */
    @FunctionalInterface
    interface Lines {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    static Whole json(int code, JsonNode body) {
        return new Whole(
                code, "application/json", JsonMapper.shared().writeValueAsString(body), "");
    }

    static Whole ok(JsonNode body) {
        return json(200, body);
    }

    static Whole text(String body) {
        return new Whole(200, "text/plain; charset=utf-8", body, "");
    }
}
