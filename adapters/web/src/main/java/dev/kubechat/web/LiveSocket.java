package dev.kubechat.web;

import dev.kubechat.web.ChatPages.News;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** The wire to a window. It carries which threads changed, and answers a beat with a beat; it never carries what was said. */
final class LiveSocket extends TextWebSocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
    private static final int SEND_MILLIS = 5_000;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final TextMessage BEAT = new TextMessage("{}");

    private final LiveWindows windows;
    private final JsonMapper json = new JsonMapper();

    LiveSocket(LiveWindows windows) {
        this.windows = windows;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        if (session.getPrincipal() instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof SignedIn me) {
            var wire = new ConcurrentWebSocketSessionDecorator(session, SEND_MILLIS, BUFFER_BYTES);
            windows.open(session.getId(), me.account(), news -> send(wire, news));
            wire.sendMessage(BEAT);
        } else {
            session.close(CloseStatus.POLICY_VIOLATION);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message)
            throws IOException {
        session.sendMessage(BEAT);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        windows.close(session.getId());
    }

    /** A window that does not hear is forgotten; it comes back and catches up. */
    private void send(WebSocketSession wire, News news) {
        try {
            wire.sendMessage(new TextMessage(json.writeValueAsString(news)));
        } catch (IOException | RuntimeException gone) {
            LOG.debug("A window does not hear any more: {}", gone.toString());
            windows.close(wire.getId());
        }
    }
}
