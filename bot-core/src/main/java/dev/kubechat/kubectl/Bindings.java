package dev.kubechat.kubectl;

import java.util.List;

/**
 * Whom a binding of roles gives them to.
 *
 * @param serviceAccounts as NAMESPACE:NAME
 */
public record Bindings(List<String> users, List<String> groups, List<String> serviceAccounts) {

    public Bindings {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
        serviceAccounts = List.copyOf(serviceAccounts);
    }

    static Bindings of(Said said) {
        said.list("serviceaccount").forEach(account -> checkAccount(account, false));
        return new Bindings(said.list("user"), said.list("group"), said.list("serviceaccount"));
    }

    static void checkAccount(String typed, boolean ownNamespace) {
        String[] parts = typed.split(":", -1);
        if (parts.length != 2 || parts[1].isEmpty() || (parts[0].isEmpty() && !ownNamespace)) {
            throw new Unreadable(
                    "A service account is named with its namespace, like --serviceaccount=shop:reader, and not as %s."
                            .formatted(Shown.quoted(typed)));
        }
    }

    LineBuilder write(LineBuilder line) {
        return line.list("user", users)
                .list("group", groups)
                .list("serviceaccount", serviceAccounts);
    }
}
