package dev.kubechat.execute.print;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a Go template of kubectl can call. */
final class TemplateFunctions {

    static final Set<String> NAMES =
            Set.of(
                    "and",
                    "or",
                    "not",
                    "len",
                    "index",
                    "slice",
                    "print",
                    "printf",
                    "println",
                    "html",
                    "js",
                    "urlquery",
                    "call",
                    "eq",
                    "ne",
                    "lt",
                    "le",
                    "gt",
                    "ge",
                    "exists",
                    "base64decode");
    private static final Set<String> OF_ONE = Set.of("not", "len", "base64decode");
    private static final Set<String> OF_TWO = Set.of("ne", "lt", "le", "gt", "ge");
    private static final Set<String> OF_ANY = Set.of("print", "println", "html", "js", "urlquery");

    private TemplateFunctions() {}

    static void checkCount(String name, int count, TemplateErrors errors) {
        if (OF_ANY.contains(name)) {
            return;
        }
        var wanted = OF_ONE.contains(name) ? 1 : OF_TWO.contains(name) ? 2 : -1;
        if (wanted >= 0 && count != wanted) {
            throw errors.error(
                    "wrong number of args for %s: want %d got %d".formatted(name, wanted, count));
        }
        if (wanted < 0 && count < 1) {
            throw errors.error(
                    "wrong number of args for %s: want at least 1 got %d".formatted(name, count));
        }
    }

    static void checkType(String name, TemplateValue argument, TemplateErrors errors) {
        if (name.equals("base64decode") && !(argument.value() instanceof String)) {
            throw errors.error(
                    argument.isThere()
                            ? "wrong type for value; expected string; got "
                                    + (argument.value() == null
                                            ? "interface {}"
                                            : GoText.type(argument.value()))
                            : "invalid value; expected string");
        }
    }

    static TemplateValue call(String name, List<TemplateValue> arguments) {
        var first = arguments.isEmpty() ? TemplateValue.NONE : arguments.getFirst();
        var rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        return switch (name) {
            case "and", "or" -> arguments.getLast();
            case "not" -> TemplateValue.of(!first.isTrue());
            case "len" -> TemplateValue.of(length(first));
            case "index" -> index(first, rest);
            case "slice" -> slice(first, rest);
            case "print" -> TemplateValue.of(GoFormat.print(values(arguments)));
            case "println" -> TemplateValue.of(GoFormat.println(values(arguments)));
            case "printf" -> TemplateValue.of(printf(first, values(rest)));
            case "html" -> TemplateValue.of(GoEscapes.html(text(arguments)));
            case "js" -> TemplateValue.of(GoEscapes.js(text(arguments)));
            case "urlquery" -> TemplateValue.of(urlQuery(text(arguments)));
            case "eq" -> TemplateValue.of(TemplateComparing.equal(first, rest));
            case "ne" -> TemplateValue.of(!TemplateComparing.equal(first, rest));
            case "lt" -> TemplateValue.of(TemplateComparing.less(first, rest.getFirst()));
            case "le" ->
                    TemplateValue.of(
                            TemplateComparing.less(first, rest.getFirst())
                                    || TemplateComparing.equal(first, rest));
            case "gt" ->
                    TemplateValue.of(
                            !TemplateComparing.less(first, rest.getFirst())
                                    && !TemplateComparing.equal(first, rest));
            case "ge" -> TemplateValue.of(!TemplateComparing.less(first, rest.getFirst()));
            case "exists" -> TemplateValue.of(exists(first.value(), rest));
            case "base64decode" -> TemplateValue.of(decoded(String.valueOf(first.value())));
            default ->
                    throw new PrintError(
                            first.isThere()
                                    ? "non-function %s of type %s"
                                            .formatted(first.shown(), GoText.type(first.value()))
                                    : "call of nil");
        };
    }

    private static List<@Nullable Object> values(List<TemplateValue> arguments) {
        var values = new java.util.ArrayList<@Nullable Object>();
        arguments.forEach(argument -> values.add(argument.value()));
        return values;
    }

    private static String printf(TemplateValue format, List<@Nullable Object> values) {
        if (!(format.value() instanceof String text)) {
            throw new PrintError(
                    "wrong type for value; expected string; got " + GoText.type(format.value()));
        }
        return GoFormat.printf(text, values);
    }

    private static String text(List<TemplateValue> arguments) {
        if (arguments.size() == 1 && arguments.getFirst().value() instanceof String text) {
            return text;
        }
        var values = new java.util.ArrayList<@Nullable Object>();
        arguments.forEach(
                argument -> values.add(argument.value() == null ? "<no value>" : argument.value()));
        return GoFormat.print(values);
    }

    private static String urlQuery(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static int length(TemplateValue item) {
        return switch (item.value()) {
            case null ->
                    throw new PrintError(
                            item.isThere()
                                    ? "len of nil pointer"
                                    : "reflect: call of reflect.Value.Type on zero Value");
            case String text -> text.getBytes(StandardCharsets.UTF_8).length;
            case Map<?, ?> map -> map.size();
            case List<?> list -> list.size();
            case Object other -> throw new PrintError("len of type " + GoText.type(other));
        };
    }

    private static TemplateValue index(TemplateValue from, List<TemplateValue> indexes) {
        if (from.value() == null) {
            throw new PrintError("index of untyped nil");
        }
        var item = from;
        for (var index : indexes) {
            item =
                    switch (item.value()) {
                        case null -> throw new PrintError("index of nil pointer");
                        case List<?> list ->
                                TemplateValue.element(list.get(position(index, list.size())));
                        case String text -> octet(text, index);
                        case Map<?, ?> map -> TemplateValue.element(map.get(key(index)));
                        case Object other ->
                                throw new PrintError(
                                        "can't index item of type " + GoText.type(other));
                    };
        }
        return item;
    }

    private static TemplateValue octet(String text, TemplateValue index) {
        var octets = text.getBytes(StandardCharsets.UTF_8);
        return TemplateValue.of(octets[position(index, octets.length)] & 0xff);
    }

    private static String key(TemplateValue index) {
        return switch (index.value()) {
            case null -> throw new PrintError("value is nil; should be of type string");
            case String text -> text;
            case Object other ->
                    throw new PrintError(
                            "value has type %s; should be string".formatted(GoText.type(other)));
        };
    }

    private static int position(TemplateValue index, int length) {
        var position = bound(index, length);
        if (position == length) {
            throw new PrintError("reflect: slice index out of range");
        }
        return position;
    }

    private static int bound(TemplateValue index, int length) {
        if (index.value() == null) {
            throw new PrintError("cannot index slice/array with nil");
        }
        if (!(index.value() instanceof Long || index.value() instanceof Integer)) {
            throw new PrintError(
                    "cannot index slice/array with type " + GoText.type(index.value()));
        }
        var position = ((Number) index.value()).longValue();
        if (position < 0 || position > length) {
            throw new PrintError("index out of range: " + position);
        }
        return (int) position;
    }

    private static TemplateValue slice(TemplateValue item, List<TemplateValue> indexes) {
        if (item.value() == null) {
            throw new PrintError("slice of untyped nil");
        }
        if (indexes.size() > 3) {
            throw new PrintError("too many slice indexes: " + indexes.size());
        }
        var isText = item.value() instanceof String;
        if (!isText && !(item.value() instanceof List)) {
            throw new PrintError("can't slice item of type " + GoText.type(item.value()));
        }
        if (isText && indexes.size() == 3) {
            throw new PrintError("cannot 3-index slice a string");
        }
        var length = length(item);
        var from = indexes.isEmpty() ? 0 : bound(indexes.getFirst(), length);
        var to = indexes.size() < 2 ? length : bound(indexes.get(1), length);
        var cap = indexes.size() < 3 ? length : bound(indexes.get(2), length);
        if (from > to || to > cap) {
            throw new PrintError(
                    "invalid slice index: %d > %d"
                            .formatted(from > to ? from : to, from > to ? to : cap));
        }
        return item.value() instanceof List<?> list
                ? TemplateValue.of(list.subList(from, to))
                : TemplateValue.of(
                        new String(
                                String.valueOf(item.value()).getBytes(StandardCharsets.UTF_8),
                                from,
                                to - from,
                                StandardCharsets.UTF_8));
    }

    private static boolean exists(@Nullable Object item, List<TemplateValue> indexes) {
        var value = item;
        for (var index : indexes) {
            if (value instanceof Map<?, ?> map && index.value() instanceof String name) {
                value = map.get(name);
            } else if (value instanceof List<?> list
                    && index.value() instanceof Number number
                    && !(number instanceof Double)
                    && number.longValue() >= 0
                    && number.longValue() < list.size()) {
                value = list.get(number.intValue());
            } else {
                return false;
            }
        }
        return value != null;
    }

    private static String decoded(String text) {
        var clean = text.replace("\n", "").replace("\r", "");
        try {
            if (clean.length() % 4 != 0) {
                throw new IllegalArgumentException("no padding");
            }
            var octets = Base64.getDecoder().decode(clean);
            return StandardCharsets.UTF_8.decode(ByteBuffer.wrap(octets)).toString();
        } catch (IllegalArgumentException wrong) {
            throw new PrintError(
                    "base64 decode failed: illegal base64 data at input byte " + wrongByte(text));
        }
    }

    private static int wrongByte(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!(Character.isLetterOrDigit(c) && c < 0x80) && "+/\r\n".indexOf(c) < 0) {
                return i;
            }
        }
        return text.length() / 4 * 4;
    }
}
