package dev.kubechat.identity;

import dev.kubechat.chat.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Identities as the tables person, account and identity_link hold them. */
final class IdentityRows implements Identities {

    private final JdbcClient jdbc;

    IdentityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Identification identify(Person account, String cluster) {
        return jdbc.sql(
                        """
                        select p.id, p.name, l.kubernetes_user, l.kubernetes_groups
                        from core.account a join core.person p on p.id = a.person_id
                        join core.identity_link l on l.person_id = p.id and l.cluster in (?, '*')
                        where a.platform = ? and a.account = ?
                        order by l.cluster = '*' limit 1
                        """)
                .params(cluster, account.platform().value(), account.account())
                .query(IdentityRows::known)
                .optional()
                .orElseGet(Identification.Unlinked::new);
    }

    private static Identification known(ResultSet row, int number) throws SQLException {
        var groups = (String[]) row.getArray("kubernetes_groups").getArray();
        return new Identification.Known(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new KubernetesIdentity(
                        row.getString("kubernetes_user"), new TreeSet<>(Arrays.asList(groups))));
    }

    @Override
    public Optional<PersonId> personBehind(Person account) {
        return jdbc.sql("select person_id from core.account where platform = ? and account = ?")
                .params(account.platform().value(), account.account())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }
}
