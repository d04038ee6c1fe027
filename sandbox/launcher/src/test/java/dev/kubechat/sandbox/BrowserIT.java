package dev.kubechat.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do and see, in a real browser on a whole sandbox. */
class BrowserIT {

    @TempDir static Path home;

    private static SandboxProcess sandbox;
    private static Chromium chromium;
    private static BrowserContext windows;

    @BeforeAll
    static void start() {
        var program = Chromium.installed();
        assumeTrue(
                program.isPresent(),
                "skipped: no chromium on the PATH and KUBECHAT_TEST_CHROMIUM is not set");
        sandbox = SandboxProcess.up(home.resolve("kc"), "--port", "0");
        chromium = Chromium.start(program.orElseThrow());
        windows = chromium.browser.newContext();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            sandbox.close();
        }
    }

    private static Page window(String person) {
        var page = windows.newPage();
        signIn(page, person);
        return page;
    }

    private static void signIn(Page page, String person) {
        page.navigate(sandbox.address());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(person)).click();
        assertThat(page.getByText("Signed in as " + person)).isVisible();
    }

    private static Locator ask(Page page, String words) {
        page.getByLabel("Message to KubeChat").fill(words);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")).click();
        var thread =
                page.locator("article.thread")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHas(
                                                page.locator(
                                                        ".person .text",
                                                        new Page.LocatorOptions()
                                                                .setHasText(words))))
                        .last();
        assertThat(thread).isVisible();
        return thread;
    }

    private static void press(Locator thread, String label) {
        thread.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    private static void picture(Page page, String name) {
        var folder = System.getProperty("kubechat.screenshots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }

    @Test
    void onePersonScalesAndConfirmsAnotherDeletesAndASecondApproves() {
        var alice = window("Alice");
        var scaled = ask(alice, "scale checkout to 3 in shop");
        assertThat(scaled).containsText("Alice, do you want this?");
        picture(alice, "confirm");
        press(scaled, "Yes, run it");
        assertThat(scaled).containsText("deployment.apps/checkout scaled");
        picture(alice, "scaled");

        var deleted = ask(alice, "delete deployment cart in shop");
        assertThat(deleted).containsText("somebody else has to approve it");
        press(deleted, "Approve");
        assertThat(deleted).containsText("You asked for this yourself");
        picture(alice, "own-request");

        var bob = window("Bob");
        var seen =
                bob.locator("article.thread")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHasText("delete deployment cart in shop"));
        assertThat(seen).not().containsText("You asked for this yourself");
        picture(bob, "approve");
        press(seen, "Approve");
        assertThat(seen).containsText("deployment.apps \"cart\" deleted");
        assertThat(deleted).containsText("deployment.apps \"cart\" deleted");
        press(seen, "Undo");
        assertThat(seen).containsText("kubectl create --filename=undo.yaml --namespace=shop");
        assertThat(seen).containsText("Bob, do you want this?");
        picture(bob, "deleted");

        var erin = window("Erin");
        erin.navigate(sandbox.address() + "/as/erin/admin/asks");
        assertThat(erin.locator("table")).containsText("scale checkout to 3 in shop");
        assertThat(erin.locator("table")).containsText("delete deployment cart in shop");
        assertThat(erin.locator("table .end.done")).hasCount(2);
        picture(erin, "admin-asks");
        erin.navigate(sandbox.address() + "/as/erin/admin/audit");
        assertThat(erin.locator(".entries")).containsText("step.intended");
        picture(erin, "admin-audit");
        erin.navigate(sandbox.address() + "/as/erin/admin");
        assertThat(erin.locator(".checks")).containsText("Cluster sandbox");
        picture(erin, "admin-overview");
        alice.navigate(sandbox.address() + "/as/alice/admin");
        assertThat(alice.locator("main")).containsText("is in none of the groups");
        picture(alice, "admin-refused");
    }

    @Test
    void offersNamesWhileTheyAreTypedAndTakesTheChosenOne() {
        offersNames(window("Alice"), "names");

        var narrow =
                chromium.browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(360, 640)
                                .setColorScheme(ColorScheme.DARK));
        var phone = narrow.newPage();
        signIn(phone, "Alice");
        offersNames(phone, "names-narrow-dark");
        narrow.close();
    }

    private static void offersNames(Page page, String picture) {
        var box = page.getByLabel("Message to KubeChat");
        var list = page.getByRole(AriaRole.LISTBOX);
        var options = list.getByRole(AriaRole.OPTION);
        box.pressSequentially("kubectl get deploy/ch");
        assertThat(list).isVisible();
        assertThat(box).hasAttribute("aria-controls", "names");
        picture(page, picture);

        box.press("Escape");
        assertThat(list).isHidden();
        assertThat(box).not().hasAttribute("aria-controls", "names");

        box.press("e");
        assertThat(options.first()).hasText("checkout");
        box.press("ArrowDown");
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        assertThat(box).hasAttribute("aria-activedescendant", "name-0");
        picture(page, picture + "-chosen");
        box.press("Enter");
        assertThat(list).isHidden();
        assertThat(box).hasValue("kubectl get deploy/checkout");
        assertThat(page.locator("#told")).hasText("checkout is taken.");
        box.fill("");
    }

    @Test
    void answersReadsAndSaysWhatIsWrongWithALine() {
        var carol = window("Carol");
        picture(carol, "empty");
        assertThat(ask(carol, "get pods in shop")).containsText("NAME");
        assertThat(ask(carol, "kubectl get pods | grep cart")).containsText("pipe");
        assertThat(ask(carol, "kubectl explain pods -o plaintext-openapiv2"))
                .containsText("cannot run");
        assertThat(ask(carol, "restart nosuch in shop")).containsText("Nothing was changed");
        picture(carol, "reads");
    }
}
