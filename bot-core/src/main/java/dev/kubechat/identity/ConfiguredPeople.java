package dev.kubechat.identity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Writes the people of the configuration into the tables at start, so that every replica and every rule reads one place. */
final class ConfiguredPeople {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    ConfiguredPeople(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @throws ReservedName if one of them would be somebody of Kubernetes itself */
    void write(PeopleProperties people) {
        transaction.executeWithoutResult(_ -> {
            forgetEarlierOnes();
            people.inOrder().forEach(entry -> write(entry.getKey(), entry.getValue()));
        });
    }

    /** Who is no longer in the configuration is nobody in Kubernetes any more. */
    private void forgetEarlierOnes() {
        jdbc.sql("delete from core.identity_link where source = 'configuration'").update();
    }

    private void write(String key, PeopleProperties.Somebody somebody) {
        var id =
                UUID.nameUUIDFromBytes(("kubechat.people." + key).getBytes(StandardCharsets.UTF_8));
        jdbc.sql(
                        "insert into core.person (id, name) values (?, ?) on conflict (id) do"
                                + " update set name = excluded.name")
                .params(id, somebody.name())
                .update();
        somebody.accounts()
                .forEach((platform, account) ->
                        jdbc.sql(
                                        """
                                        insert into core.account (platform, account, person_id) values (?, ?, ?)
                                        on conflict (platform, account) do update set person_id = excluded.person_id
                                        """)
                                .params(platform, account, id)
                                .update());
        var identity = somebody.identity();
        jdbc.sql(
                        """
                        insert into core.identity_link (person_id, cluster, kubernetes_user, kubernetes_groups)
                        values (?, '*', ?, ?) on conflict (person_id, cluster) do update
                        set kubernetes_user = excluded.kubernetes_user, kubernetes_groups = excluded.kubernetes_groups
                        """)
                .params(id, identity.user(), identity.groups().toArray(String[]::new))
                .update();
    }
}
