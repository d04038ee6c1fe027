package dev.kubechat.execute.api;

import dev.kubechat.execute.api.Sight.No;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A label selector, as far as it is not the server that has to choose by it. */
final class LabelTerms {

    private static final Pattern AMONG =
            Pattern.compile("([^\\s!=,()]++)\\s++(in|notin)\\s*+\\(([^()]*+)\\)");
    private static final Pattern EQUAL =
            Pattern.compile("([^\\s!=,()]++)\\s*+(==|=|!=)\\s*+([^\\s!=,()]*+)");
    private static final Pattern THERE = Pattern.compile("(!?)\\s*+([^\\s!=,()]++)");

    private LabelTerms() {}

    /** @throws No if that is no selector */
    static boolean fit(String selector, JsonNode labels) {
        for (var term : terms(selector)) {
            if (!fits(term.strip(), labels)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String term, JsonNode labels) {
        var among = AMONG.matcher(term);
        if (among.matches()) {
            var one = value(labels, among);
            var holds = List.of(among.group(3).strip().split("\\s*,\\s*", -1)).contains(one);
            var there = labels.has(among.group(1));
            return among.group(2).equals("in") ? there && holds : !there || !holds;
        }
        var equal = EQUAL.matcher(term);
        if (equal.matches()) {
            var same = labels.has(equal.group(1)) && value(labels, equal).equals(equal.group(3));
            return equal.group(2).equals("!=") != same;
        }
        var there = THERE.matcher(term);
        if (there.matches()) {
            return labels.has(there.group(2)) == there.group(1).isEmpty();
        }
        throw No.saying("unable to parse requirement: " + term);
    }

    private static String value(JsonNode labels, Matcher term) {
        return labels.path(term.group(1)).asString("");
    }

    private static List<String> terms(String selector) {
        var terms = new ArrayList<String>();
        var from = 0;
        var inside = false;
        for (var i = 0; i < selector.length(); i++) {
            var letter = selector.charAt(i);
            inside = letter == '(' || (inside && letter != ')');
            if (letter == ',' && !inside) {
                terms.add(selector.substring(from, i));
                from = i + 1;
            }
        }
        terms.add(selector.substring(from));
        return terms;
    }
}
