package dev.kubechat.sandbox.backends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

final class Ports {
    private Ports() {}

    static boolean isOpen(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
