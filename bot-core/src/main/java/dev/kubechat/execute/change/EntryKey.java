package dev.kubechat.execute.change;

import dev.kubechat.execute.print.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What Kubernetes asks of the keys of config maps, secrets and variables. */
final class EntryKey {

    private static final int LONGEST = 253;
    private static final String KEY = "[-._a-zA-Z0-9]+";
    private static final String VARIABLE = "[-._a-zA-Z][-._a-zA-Z0-9]*";
    private static final Pattern KEYS = Pattern.compile(KEY);
    private static final Pattern VARIABLES = Pattern.compile(VARIABLE);

    private EntryKey() {}

    /** What is wrong with a key of a config map or secret, in the API's words; empty if nothing is. */
    static List<String> wrong(String key) {
        var wrong = new ArrayList<String>();
        if (key.length() > LONGEST) {
            wrong.add("must be no more than %d characters".formatted(LONGEST));
        }
        if (!KEYS.matcher(key).matches()) {
            wrong.add(
                    "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '%s')"
                            .formatted(KEY));
        }
        return upwards(key, wrong);
    }

    /** The same of a variable's name. */
    static List<String> wrongVariable(String name) {
        var wrong = new ArrayList<String>();
        if (!VARIABLES.matcher(name).matches()) {
            wrong.add(
                    "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '%s')"
                            .formatted(VARIABLE));
        }
        return upwards(name, wrong);
    }

    private static List<String> upwards(String key, List<String> wrong) {
        if (key.equals(".") || key.equals("..")) {
            wrong.add("must not be '%s'".formatted(key));
        } else if (key.startsWith("..")) {
            wrong.add("must not start with '..'");
        }
        return wrong;
    }

    static String quoted(String key) {
        return JsonText.compact(key);
    }
}
