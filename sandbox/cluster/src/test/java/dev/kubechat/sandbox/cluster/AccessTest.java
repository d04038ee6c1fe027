package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String SHOP_PODS = "/api/v1/namespaces/shop/pods";
    private static final String WEB = "/apis/apps/v1/namespaces/shop/deployments/web";
    private static StageCluster cluster;
    private static Client bot;

    @BeforeAll
    static void start() {
        cluster = StageCluster.start(StageClusterOptions.shop());
        bot = Client.bot(cluster);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void refusesATokenNobodyHas() {
        var answer = Client.holding(cluster, "made-up").get(SHOP_PODS);
        assertThat(answer.code()).isEqualTo(401);
        assertThat(answer.message()).isEqualTo("Unauthorized");
    }

    @Test
    void takesWhoSendsNoTokenForAnonymous() {
        assertThat(Client.anonymous(cluster).get(SHOP_PODS).message())
                .isEqualTo(
                        "pods is forbidden: User \"system:anonymous\" cannot list resource \"pods\""
                                + " in API group \"\" in the namespace \"shop\"");
    }

    @Test
    void letsTheBotSeeItsInventoryButNoSecrets() {
        assertThat(bot.get(SHOP_PODS).code()).isEqualTo(200);
        assertThat(bot.get("/api/v1/namespaces/shop/secrets").code()).isEqualTo(403);
    }

    @Test
    void namesThePersonWhoLacksARight() {
        var answer = bot.as("dave", "viewers").delete(WEB);
        assertThat(answer.code()).isEqualTo(403);
        assertThat(answer.message())
                .isEqualTo(
                        "deployments.apps \"web\" is forbidden: User \"dave\" cannot delete"
                                + " resource \"deployments\" in API group \"apps\" in the namespace"
                                + " \"shop\"");
    }

    @Test
    void namesTheBotWhereItsBoundEnds() {
        assertThat(bot.as("bob", "sre").get("/api/v1/namespaces/shop/secrets").message())
                .isEqualTo(
                        "secrets is forbidden: User \"kubechat-bot\" cannot"
                                + " impersonate-on:user-info:list resource \"secrets\" in API group"
                                + " \"\" in the namespace \"shop\"");
    }

    @Test
    void impersonatesNobodyItIsNotGiven() {
        assertThat(bot.as("mallory").get(SHOP_PODS).message())
                .isEqualTo(
                        "users.authentication.k8s.io \"mallory\" is forbidden: User"
                            + " \"kubechat-bot\" cannot impersonate:user-info resource \"users\" in"
                            + " API group \"authentication.k8s.io\" at the cluster scope");
    }

    @Test
    void neverImpersonatesSystemMasters() {
        assertThat(bot.as("alice", "system:masters").get(SHOP_PODS).message())
                .isEqualTo(
                        "groups.authentication.k8s.io \"system:masters\" is forbidden:"
                                + " impersonating the system:masters group is not allowed");
    }

    @Test
    void takesAnyValueOfTheRequestExtra() {
        var client =
                bot.as("alice", "shop-developers")
                        .with("Impersonate-Extra-kubechat.dev%2Frequest", "r-17");
        assertThat(client.get(SHOP_PODS).code()).isEqualTo(200);
        assertThat(cluster.requests().getLast().extra())
                .containsEntry("kubechat.dev/request", java.util.List.of("r-17"));
    }

    @Test
    void takesNoOtherExtra() {
        assertThat(bot.as("alice").with("Impersonate-Extra-scopes", "all").get(SHOP_PODS).message())
                .isEqualTo(
                        "userextras.authentication.k8s.io \"all\" is forbidden: User"
                            + " \"kubechat-bot\" cannot impersonate:user-info resource"
                            + " \"userextras/scopes\" in API group \"authentication.k8s.io\" at the"
                            + " cluster scope");
    }

    @Test
    void impersonatesNodesAndServiceAccountsInTheirOwnModes() {
        assertThat(bot.as("system:node:node-1").get(SHOP_PODS).message())
                .contains("cannot impersonate-on:arbitrary-node:list resource \"pods\"");
        assertThat(bot.as("system:serviceaccount:shop:default").get(SHOP_PODS).message())
                .contains("cannot impersonate-on:serviceaccount:list resource \"pods\"");
        assertThat(bot.as("system:serviceaccount:shop:default", "sre").get(SHOP_PODS).message())
                .startsWith(
                        "serviceaccounts \"default\" is forbidden: User \"kubechat-bot\" cannot"
                                + " impersonate resource");
    }

    @Test
    void refusesGroupsWithoutAUser() {
        var answer = bot.with("Impersonate-Group", "sre").get(SHOP_PODS);
        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).endsWith("without impersonating a user name");
    }

    @Test
    void letsPeopleDoWhatTheirGroupsMay() {
        var alice = bot.as("alice", "shop-developers");
        assertThat(
                        alice.patch(
                                        WEB + "?dryRun=All",
                                        Client.MERGE,
                                        "{\"spec\": {\"replicas\": 4}}")
                                .code())
                .isEqualTo(200);
        assertThat(
                        alice.patch(
                                        "/apis/apps/v1/namespaces/payments/deployments/payments-api?dryRun=All",
                                        Client.MERGE,
                                        "{}")
                                .code())
                .isEqualTo(403);
    }

    @Test
    void fallsBackToTheOldVerbImpersonate() {
        var admin = Client.admin(cluster);
        admin.post(
                "/apis/rbac.authorization.k8s.io/v1/clusterroles",
                """
                {"metadata": {"name": "old"}, "rules": [{"apiGroups": [""], "resources": ["users"], "resourceNames": ["zoe"], "verbs": ["impersonate"]}]}
                """);
        admin.post(
                "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
                """
                {"metadata": {"name": "old"}, "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "old"},
                 "subjects": [{"apiGroup": "rbac.authorization.k8s.io", "kind": "User", "name": "outsider"}]}
                """);
        var answer = Client.outsider(cluster).as("zoe").get(SHOP_PODS);
        assertThat(answer.message()).startsWith("pods is forbidden: User \"zoe\" cannot list");
    }

    @Test
    void answersMayIForThePersonAndForTheBotsBound() {
        assertThat(
                        mayI(
                                bot.as("alice", "shop-developers"),
                                "delete",
                                "apps",
                                "deployments",
                                "shop"))
                .isTrue();
        assertThat(mayI(bot.as("dave", "viewers"), "delete", "apps", "deployments", "shop"))
                .isFalse();
        assertThat(mayI(bot, "impersonate-on:user-info:delete", "apps", "deployments", "shop"))
                .isTrue();
        assertThat(mayI(bot, "impersonate-on:user-info:get", "", "secrets", "shop")).isFalse();
    }

    @Test
    void giveReasonsForAYes() {
        var review = review(bot.as("dave", "viewers"), "get", "", "pods", "shop");
        assertThat(review.at("/status/reason"))
                .isEqualTo(
                        "RBAC: allowed by ClusterRoleBinding \"people-view\" of ClusterRole"
                                + " \"view\" to Group \"viewers\"");
    }

    @Test
    void listsTheRulesOfAPerson() {
        var answer =
                bot.as("alice", "shop-developers")
                        .post(
                                "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
                                "{\"spec\": {\"namespace\": \"staging\"}}");
        assertThat(answer.code()).isEqualTo(201);
        assertThat(answer.json().at("/status/resourceRules").toString())
                .contains("deployments/scale");
    }

    @Test
    void saysWhoOneIs() {
        var answer =
                bot.as("alice", "shop-developers")
                        .post("/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}");
        assertThat(answer.at("/status/userInfo/username")).isEqualTo("alice");
        assertThat(answer.json().at("/status/userInfo/groups").toString())
                .isEqualTo("[\"shop-developers\",\"system:authenticated\"]");
    }

    @Test
    void saysWhoseATokenIs() {
        var body = "{\"spec\": {\"token\": \"%s\"}}".formatted(cluster.token("outsider"));
        var answer = bot.post("/apis/authentication.k8s.io/v1/tokenreviews", body);
        assertThat(answer.at("/status/user/username")).isEqualTo("outsider");
        assertThat(
                        bot.post(
                                        "/apis/authentication.k8s.io/v1/tokenreviews",
                                        "{\"spec\": {\"token\": \"x\"}}")
                                .at("/status/error"))
                .isEqualTo("invalid bearer token");
    }

    @Test
    void leavesGrantingToClusterAdmins() {
        var answer =
                Client.admin(cluster)
                        .as("bob", "sre")
                        .post(
                                "/apis/rbac.authorization.k8s.io/v1/clusterroles",
                                "{\"metadata\": {\"name\": \"mine\"}}");
        assertThat(answer.code()).isEqualTo(403);
    }

    @Test
    void remembersWhoAskedForWhat() {
        bot.as("alice", "shop-developers").get(SHOP_PODS + "?limit=1");
        var seen = cluster.requests().getLast();
        assertThat(seen.sender()).isEqualTo("kubechat-bot");
        assertThat(seen.user()).isEqualTo("alice");
        assertThat(seen.groups()).containsExactly("shop-developers", "system:authenticated");
        assertThat(seen.path()).isEqualTo(SHOP_PODS + "?limit=1");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.impersonated()).isTrue();
    }

    private static boolean mayI(
            Client client, String verb, String group, String resource, String namespace) {
        return review(client, verb, group, resource, namespace)
                .json()
                .at("/status/allowed")
                .asBoolean();
    }

    private static Answer review(
            Client client, String verb, String group, String resource, String namespace) {
        return client.post(
                "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                """
                {"spec": {"resourceAttributes": {"verb": "%s", "group": "%s", "resource": "%s", "namespace": "%s"}}}
                """
                        .formatted(verb, group, resource, namespace));
    }
}
