package dev.kubechat.sandbox;

import java.net.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Why the sandbox did not start, in a sentence. */
final class Apology {

    private Apology() {}

    static String of(Throwable broken) {
        for (var cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException inUse) {
                return "Port %d is in use: choose another with --port.".formatted(inUse.getPort());
            }
            if (cause instanceof BindException) {
                return "The port is in use: choose another with --port.";
            }
        }
        return broken.getMessage() == null ? broken.toString() : broken.getMessage();
    }
}
