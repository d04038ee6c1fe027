package dev.kubechat.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who gets which page, and what those are told who do not. */
class AdminAccessIT {

    private static AdminWorld world;

    @BeforeAll
    static void start() {
        world = new AdminWorld(0);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "erin, /admin, 200",
        "erin, /admin/asks, 200",
        "erin, /admin/audit, 200",
        "dave, /admin, 403",
        "dave, /admin/asks, 200",
        "dave, /admin/audit, 200",
        "bob, /admin, 403",
        "bob, /admin/asks, 403",
        "bob, /admin/audit, 403",
        "nobody, /admin, 403",
        "nobody, /admin/asks, 403",
        "nobody, /admin/audit, 403"
    })
    void letsEachSeeWhatTheirGroupsAllow(String account, String path, int status) {
        assertThat(world.answer(account, path).getStatus()).isEqualTo(status);
    }

    @Test
    void saysWhoLacksWhatAndWhatToDo() {
        assertThat(world.seen("dave", "/admin", "main p"))
                .containsExactly(
                        "Dave is in none of the groups that may see this page: kubechat-admins."
                                + " Their groups are: kubechat-auditors.",
                        "If you need this page, ask whoever runs KubeChat here for one of these"
                                + " groups; it counts from the next click on.",
                        "Back to the chat");
    }

    @Test
    void saysThatAnAccountIsLinkedToNobody() {
        assertThat(world.seen("nobody", "/admin/asks", "main p").getFirst())
                .isEqualTo(
                        "This page is for members of kubechat-admins, kubechat-auditors, but nobody"
                            + " has said yet who the account nobody is in Kubernetes, so KubeChat"
                            + " knows no groups of it.");
    }

    @Test
    void offersOnlyThePagesThatOneMaySee() {
        assertThat(world.seen("erin", "/admin", "nav a"))
                .containsExactly("Overview", "Asks", "Audit", "Back to the chat");
        assertThat(world.seen("dave", "/admin", "nav a"))
                .containsExactly("Asks", "Audit", "Back to the chat");
        assertThat(world.seen("bob", "/admin", "nav a")).containsExactly("Back to the chat");
        assertThat(world.seen("erin", "/admin/asks", "nav [aria-current=page]"))
                .containsExactly("Asks");
    }

    @Test
    void forgetsARightWithTheGroup() {
        group("bob", "kubechat-admins");
        assertThat(world.answer("bob", "/admin").getStatus()).isEqualTo(200);
        group("bob", "sre");
        assertThat(world.answer("bob", "/admin").getStatus()).isEqualTo(403);
    }

    private static void group(String account, String group) {
        world.the(JdbcClient.class)
                .sql(
                        """
                        update core.identity_link l set kubernetes_groups = array[?] from core.account a
                        where a.person_id = l.person_id and a.account = ? and l.cluster = '*'
                        """)
                .params(group, account)
                .update();
    }

    @Test
    void takesNoRightFromASingleCluster() {
        world.the(JdbcClient.class)
                .sql(
                        """
                        insert into core.identity_link (person_id, cluster, kubernetes_user, kubernetes_groups)
                        select person_id, 'staging', 'alice', '{kubechat-admins}' from core.account where account = 'alice'
                        """)
                .update();
        assertThat(world.answer("alice", "/admin").getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", "/admin/asks", "/admin/audit", "/admin/nothing"})
    void sendsWhoIsNotSignedInToSignIn(String path) throws Exception {
        var answer = plain(get(path));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getHeader("Location")).isEqualTo("/sign-in");
    }

    @Test
    void givesTheStyleSheetToEverybody() throws Exception {
        var style = plain(get("/admin/static/admin.css"));
        assertThat(style.getStatus()).isEqualTo(200);
        assertThat(style.getContentType()).startsWith("text/css");
        assertThat(plain(get("/admin/static/kubechat.svg")).getStatus()).isEqualTo(200);
    }

    @Test
    void takesNoFormWithoutItsToken() throws Exception {
        assertThat(plain(post("/admin/audit").with(user("erin"))).getStatus()).isEqualTo(403);
        assertThat(plain(post("/admin/audit").with(user("erin")).with(csrf())).getStatus())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", "/admin/asks", "/admin/audit", "/admin/audit?type=%3C"})
    void allowsABrowserOnlyWhatIsOurs(String path) {
        var answer = world.answer("erin", path);
        assertThat(answer.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        var page = world.page("erin", path);
        assertThat(page.select("style, script, [style], [onclick], [onload]")).isEmpty();
        assertThat(page.select("[href], [src]").eachAttr("href"))
                .allMatch(address -> address.startsWith("/") || address.startsWith("#"));
    }

    @Test
    void saysThatThereIsNoSuchPage() {
        assertThat(world.answer("erin", "/admin/%3Cb%3E").getStatus()).isEqualTo(404);
        assertThat(world.seen("erin", "/admin/%3Cb%3E", "main p").getFirst())
                .isEqualTo("Nothing has the address /admin/<b>.");
        assertThat(world.answer("erin", "/admin/").getHeader("Location")).isEqualTo("/admin");
    }

    private static org.springframework.mock.web.MockHttpServletResponse plain(
            MockHttpServletRequestBuilder request) throws Exception {
        return world.pages().perform(request).andReturn().getResponse();
    }
}
