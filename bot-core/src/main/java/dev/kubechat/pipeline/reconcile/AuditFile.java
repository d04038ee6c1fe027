package dev.kubechat.pipeline.reconcile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A log on disk, plain or gzip, read in bounded memory however large it is. */
final class AuditFile {

    /** Two objects of the largest size that an API server stores, and what is around them. */
    static final int LONGEST = 8 * 1024 * 1024;

    private final Path path;

    AuditFile(Path path) {
        this.path = path;
    }

    /** @throws IOException if it is not there or breaks off */
    void read(KubernetesAudit audit) throws IOException {
        try (var raw = new BufferedInputStream(Files.newInputStream(path), 64 * 1024);
                var in = isGzip(raw) ? new GZIPInputStream(raw, 64 * 1024) : raw) {
            lines(in, audit);
        }
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        var gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    private static void lines(InputStream in, KubernetesAudit audit) throws IOException {
        var chunk = new byte[64 * 1024];
        var line = new Pending();
        for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            var from = 0;
            for (var i = 0; i < read; i++) {
                if (chunk[i] == '\n') {
                    line.add(chunk, from, i);
                    line.end(audit);
                    from = i + 1;
                }
            }
            line.add(chunk, from, read);
        }
        line.endOfFile(audit);
    }

    /** The line that is being read. */
    private static final class Pending {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean tooLong;

        void add(byte[] chunk, int from, int to) {
            tooLong |= bytes.size() + to - from > LONGEST;
            if (!tooLong) {
                bytes.write(chunk, from, to - from);
            }
        }

        void end(KubernetesAudit audit) {
            audit.line(tooLong ? null : bytes.toByteArray());
            bytes.reset();
            tooLong = false;
        }

        // a server that writes it just now has not ended its last line yet
        void endOfFile(KubernetesAudit audit) {
            if (tooLong || KubernetesAudit.isWhole(bytes.toByteArray())) {
                end(audit);
            } else if (bytes.size() > 0) {
                audit.cut();
            }
        }
    }
}
