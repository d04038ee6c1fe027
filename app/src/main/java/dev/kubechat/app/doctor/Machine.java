package dev.kubechat.app.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What KubeChat needs of the machine that it runs on. */
final class Machine {

    private static final int JAVA = 25;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long LEAST_MEMORY = 512;
    private static final long GOOD_MEMORY = 1024;

    private Machine() {}

    static Finding java() {
        return java(Runtime.version());
    }

    static Finding java(Runtime.Version version) {
        return version.feature() >= JAVA
                ? Finding.ok("Java", version.toString())
                : Finding.wrong(
                        "Java",
                        "%s, and KubeChat needs %d".formatted(version, JAVA),
                        "install JDK %d or newer, and export JAVA_HOME with its folder"
                                .formatted(JAVA));
    }

    static Finding memory() {
        long bytes =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : Runtime.getRuntime().maxMemory();
        return memory(bytes / MEBIBYTE);
    }

    static Finding memory(long mebibytes) {
        String said = "%d MiB".formatted(mebibytes);
        if (mebibytes < LEAST_MEMORY) {
            return Finding.wrong(
                    "memory", said, "give it 1 GiB; below 512 MiB it does not start well");
        }
        return mebibytes < GOOD_MEMORY
                ? Finding.optional("memory", said, "1 GiB leaves room for large answers")
                : Finding.ok("memory", said);
    }

    /** @param folder for temporary files, which the web server keeps its own in */
    static Finding folder(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "kubechat", ".tmp"));
            return Finding.ok("temporary files", folder.toString());
        } catch (IOException | SecurityException refused) {
            return Finding.wrong(
                    "temporary files",
                    "%s cannot be written to".formatted(folder),
                    "make it writable, or name another one with"
                            + " KUBECHAT_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
        }
    }

    static Finding port(Settings settings) {
        String host = settings.value("server.address").orElse("127.0.0.1");
        String said = settings.value("server.port").orElse("8080");
        if (!said.matches("[0-9]{1,5}") || Integer.parseInt(said) > 65535) {
            return Finding.wrong("port", said + " is no port", "set server.port to 1 to 65535");
        }
        int port = Integer.parseInt(said);
        String where = "%s:%d".formatted(host, port);
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return Finding.ok("port", where + " is free");
        } catch (UnknownHostException unknown) {
            return Finding.wrong(
                    "port",
                    "%s is no address of this machine".formatted(host),
                    "set server.address, such as to 127.0.0.1 or 0.0.0.0");
        } catch (IOException taken) {
            return Finding.wrong(
                    "port",
                    "%s cannot be taken: %s".formatted(where, taken.getMessage()),
                    "stop what runs there (KubeChat itself, perhaps), or set server.port to another"
                            + " one");
        }
    }
}
