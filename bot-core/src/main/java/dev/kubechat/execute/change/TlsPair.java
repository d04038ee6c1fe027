package dev.kubechat.execute.change;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.kubechat.execute.api.Sight.No;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A certificate and its private key in PEM, checked to belong to each other, in the words of kubectl. */
final class TlsPair {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final String KEY = "PRIVATE KEY";
    private static final byte[] PROBE = "one key".getBytes(ISO_8859_1);

    /** @param encoded what stands between its first and its last line */
    private record Block(String type, String encoded) {

        /** Empty where it is no base64. */
        byte[] content() {
            try {
                return Base64.getDecoder().decode(encoded);
            } catch (IllegalArgumentException none) {
                return new byte[0];
            }
        }
    }

    private TlsPair() {}

    /** @throws No if they are not a pair */
    static void check(byte[] certificate, byte[] key) {
        var known = publicKey(certificate(certificate));
        var secret = key(key);
        var typed = secret.type().equals(KEY) ? null : secret.type().replace(" " + KEY, "");
        if (typed != null && !typed.equals(known.getAlgorithm())) {
            throw No.saying("tls: private key type does not match public key type");
        }
        var encoded = typed == null ? secret.content() : wrapped(known, secret.content());
        if (!belongTogether(privateKey(encoded, known), known)) {
            throw No.saying("tls: private key does not match public key");
        }
    }

    private static Block certificate(byte[] text) {
        var blocks = blocks(text);
        var types = blocks.stream().map(Block::type).toList();
        return blocks.stream()
                .filter(block -> block.type().equals("CERTIFICATE"))
                .findFirst()
                .orElseThrow(() -> No.saying(noCertificate(types)));
    }

    private static String noCertificate(List<String> types) {
        if (types.isEmpty()) {
            return "tls: failed to find any PEM data in certificate input";
        }
        return types.size() == 1 && types.getFirst().endsWith(KEY)
                ? "tls: failed to find certificate PEM data in certificate input, but did find a"
                        + " private key; PEM inputs may have been switched"
                : "tls: failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks of the following types: [%s]"
                        .formatted(String.join(" ", types));
    }

    private static Block key(byte[] text) {
        var blocks = blocks(text);
        var types = blocks.stream().map(Block::type).toList();
        return blocks.stream()
                .filter(block -> block.type().equals(KEY) || block.type().endsWith(" " + KEY))
                .findFirst()
                .orElseThrow(() -> No.saying(noKey(types)));
    }

    private static String noKey(List<String> types) {
        if (types.isEmpty()) {
            return "tls: failed to find any PEM data in key input";
        }
        return types.equals(List.of("CERTIFICATE"))
                ? "tls: found a certificate rather than a key in the PEM for the private key"
                : "tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after skipping PEM blocks of the following types: [%s]"
                        .formatted(String.join(" ", types));
    }

    private static List<Block> blocks(byte[] text) {
        var blocks = new ArrayList<Block>();
        String type = null;
        var content = new StringBuilder();
        for (var line : new String(text, ISO_8859_1).lines().map(String::strip).toList()) {
            if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
                type = line.substring(BEGIN.length(), Math.max(BEGIN.length(), line.length() - 5));
                content.setLength(0);
            } else if (type != null && line.equals(END + type + DASHES)) {
                blocks.add(new Block(type, content.toString()));
                type = null;
            } else if (type != null && line.indexOf(':') < 0) {
                content.append(line);
            }
        }
        return blocks;
    }

    private static PublicKey publicKey(Block certificate) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate.content()))
                    .getPublicKey();
        } catch (CertificateException unreadable) {
            throw No.saying("x509: malformed certificate");
        }
    }

    private static PrivateKey privateKey(byte[] encoded, PublicKey known) {
        for (var kind : List.of("RSA", "EC", "EdDSA")) {
            var key = privateKey(encoded, kind);
            if (key.isPresent() && !kind.equals(known.getAlgorithm())) {
                throw No.saying("tls: private key type does not match public key type");
            }
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw No.saying("tls: failed to parse private key");
    }

    private static Optional<PrivateKey> privateKey(byte[] encoded, String kind) {
        try {
            return Optional.of(
                    KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    private static boolean belongTogether(PrivateKey key, PublicKey known) {
        try {
            var how =
                    switch (known.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> "EdDSA";
                    };
            var signed = Signature.getInstance(how);
            signed.initSign(key);
            signed.update(PROBE);
            var signature = signed.sign();
            var checked = Signature.getInstance(how);
            checked.initVerify(known);
            checked.update(PROBE);
            return checked.verify(signature);
        } catch (GeneralSecurityException no) {
            return false;
        }
    }

    /** An old-style key put into PKCS #8, with the algorithm that the certificate names. */
    private static byte[] wrapped(PublicKey known, byte[] key) {
        var algorithm = inner(inner(known.getEncoded(), false), true);
        var body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {2, 1, 0});
        body.writeBytes(algorithm);
        body.writeBytes(tagged(4, key));
        return tagged(0x30, body.toByteArray());
    }

    /** What the first element holds, or that element itself. */
    private static byte[] inner(byte[] element, boolean itself) {
        var first = Byte.toUnsignedInt(element[1]);
        var more = first < 0x80 ? 0 : first & 0x7F;
        var length = more == 0 ? first : 0;
        for (var at = 0; at < more; at++) {
            length = length << 8 | Byte.toUnsignedInt(element[2 + at]);
        }
        var start = 2 + more;
        return Arrays.copyOfRange(element, itself ? 0 : start, start + length);
    }

    private static byte[] tagged(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        var length = content.length;
        if (length < 0x80) {
            out.write(length);
        } else {
            out.write(0x83);
            out.write(length >> 16);
            out.write(length >> 8);
            out.write(length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
