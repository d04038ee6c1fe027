package dev.kubechat.execute.describe;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Who a PKCS #10 certificate request is for: its subject and its other names, by the words kubectl has for them. */
final class CertificateRequest {

    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN CERTIFICATE REQUEST-----([A-Za-z0-9+/=\\s]*)-----END CERTIFICATE"
                            + " REQUEST-----");

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;

    private static final Map<String, String> SUBJECT =
            Map.of(
                    "550403", "Common Name",
                    "550405", "Serial Number",
                    "55040a", "Organization",
                    "55040b", "Organizational Unit",
                    "550406", "Country",
                    "550407", "Locality",
                    "550408", "Province",
                    "550409", "StreetAddress",
                    "550411", "PostalCode");
    private static final Map<Integer, String> OTHERS =
            Map.of(
                    0x81, "Email Addresses",
                    0x82, "DNS Names",
                    0x86, "URIs",
                    0x87, "IP Addresses");
    private static final String EXTENSIONS = "2a864886f70d01090e";
    private static final String OTHER_NAMES = "551d11";

    private final Map<String, List<String>> names = new LinkedHashMap<>();

    private CertificateRequest() {}

    /**
     * @param pem as it is in the API, without its base64
     * @throws IllegalArgumentException with the reason, if it is no certificate request
     */
    static CertificateRequest of(byte[] pem) {
        var block = PEM.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        if (!block.find()) {
            throw new IllegalArgumentException("PEM block type must be CERTIFICATE REQUEST");
        }
        var request = new CertificateRequest();
        request.read(Base64.getMimeDecoder().decode(block.group(1)));
        return request;
    }

    /** Names of this kind, in the request's order. */
    List<String> names(String kind) {
        return names.getOrDefault(kind, List.of());
    }

    /** A piece of DER: what it is, and what it holds. */
    private static final class Piece {

        private final int tag;
        private final byte[] content;

        Piece(int tag, byte[] content) {
            this.tag = tag;
            this.content = content;
        }

        static List<Piece> in(byte[] bytes) {
            var pieces = new ArrayList<Piece>();
            var at = 0;
            while (at < bytes.length) {
                if (at + 2 > bytes.length) {
                    throw new IllegalArgumentException("x509: malformed certificate request");
                }
                var tag = bytes[at] & 0xff;
                var length = bytes[at + 1] & 0xff;
                at += 2;
                if (length > 0x80 && length <= 0x83) {
                    var octets = length - 0x80;
                    checkRoom(bytes, at, octets);
                    length =
                            new BigInteger(1, Arrays.copyOfRange(bytes, at, at + octets))
                                    .intValue();
                    at += octets;
                }
                checkRoom(bytes, at, length);
                pieces.add(new Piece(tag, Arrays.copyOfRange(bytes, at, at + length)));
                at += length;
            }
            return pieces;
        }

        private static void checkRoom(byte[] bytes, int at, int length) {
            if (length > bytes.length - at) {
                throw new IllegalArgumentException("x509: malformed certificate request");
            }
        }

        List<Piece> pieces() {
            return in(content);
        }

        Piece piece(int index) {
            var pieces = pieces();
            if (index >= pieces.size()) {
                throw new IllegalArgumentException("x509: malformed certificate request");
            }
            return pieces.get(index);
        }

        String hex() {
            return HexFormat.of().formatHex(content);
        }

        String text() {
            return new String(
                    content,
                    tag == 0x1e
                            ? StandardCharsets.UTF_16BE
                            : tag == 0x14 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        }
    }

    private void read(byte[] der) {
        var info = new Piece(SEQUENCE, der).piece(0).piece(0);
        for (var set : info.piece(1).pieces()) {
            for (var attribute : set.pieces()) {
                var kind = SUBJECT.get(attribute.piece(0).hex());
                if (kind != null) {
                    add(kind, attribute.piece(1).text());
                }
            }
        }
        info.pieces().stream()
                .filter(piece -> piece.tag == 0xa0)
                .flatMap(attributes -> attributes.pieces().stream())
                .filter(attribute -> attribute.piece(0).hex().equals(EXTENSIONS))
                .flatMap(attribute -> attribute.piece(1).piece(0).pieces().stream())
                .filter(extension -> extension.piece(0).hex().equals(OTHER_NAMES))
                .forEach(this::readOtherNames);
    }

    private void readOtherNames(Piece extension) {
        extension.pieces().stream()
                .filter(piece -> piece.tag == OCTETS)
                .flatMap(octets -> octets.piece(0).pieces().stream())
                .forEach(name -> {
                    var kind = OTHERS.get(name.tag);
                    if (kind != null) {
                        add(kind, name.tag == 0x87 ? address(name.content) : name.text());
                    }
                });
    }

    private void add(String kind, String name) {
        names.computeIfAbsent(kind, _ -> new ArrayList<>()).add(name);
    }

    private static String address(byte[] bytes) {
        var parts = new ArrayList<String>();
        if (bytes.length == 4) {
            for (var octet : bytes) {
                parts.add(String.valueOf(octet & 0xff));
            }
            return String.join(".", parts);
        }
        for (var i = 0; i + 1 < bytes.length; i += 2) {
            parts.add(Integer.toHexString((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)));
        }
        return shortened(String.join(":", parts));
    }

    // the first longest run of zeros goes, if it is more than one
    private static String shortened(String address) {
        for (var zeros = 8; zeros > 1; zeros--) {
            var run = Pattern.compile("(^|:)0(?::0){" + (zeros - 1) + "}(:|$)").matcher(address);
            if (run.find()) {
                return address.substring(0, run.start()) + "::" + address.substring(run.end());
            }
        }
        return address;
    }
}
