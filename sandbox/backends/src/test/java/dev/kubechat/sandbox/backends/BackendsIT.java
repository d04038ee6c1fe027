package dev.kubechat.sandbox.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BackendsIT {
    @Test
    void giveADatabaseOfOnesOwn() throws Exception {
        var mine = Backends.postgres().newDatabase();
        var yours = Backends.postgres().newDatabase();
        Sql.run(mine.asOwner(), "create table basket ()");
        Sql.run(yours.asOwner(), "create table basket ()");
        assertThat(mine.url()).isNotEqualTo(yours.url());
    }

    @Test
    void giveTheApplicationNoMoreThanMigrationsGrant() throws Exception {
        var database = Backends.postgres().newDatabase();
        Sql.run(database.asOwner(), "create table basket ()");
        assertThatThrownBy(() -> Sql.run(database.asApp(), "select * from basket"))
                .hasMessageContaining("permission denied for table basket");
        assertThatThrownBy(() -> Sql.run(database.asApp(), "create schema mine"))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void makeADatabaseOfAGivenNameOnce() throws Exception {
        Sql.run(
                Backends.postgres().database("shop").asOwner(),
                "create table if not exists basket ()");
        assertThat(
                        Sql.value(
                                Backends.postgres().database("shop").asOwner(),
                                "select count(*) from basket"))
                .isEqualTo("0");
    }

    @Test
    void giveRedisToo() {
        assertThat(Backends.redis().url()).startsWith("redis://");
    }
}
