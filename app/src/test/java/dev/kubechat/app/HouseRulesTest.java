package dev.kubechat.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import dev.kubechat.cluster.OperatorDoor;
import dev.kubechat.execute.Terminal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house: arrows run down only, vendors stay where they are adapted, packages are features. */
class HouseRulesTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(HouseRulesTest::isNoFixture)
                    .importPackages("dev.kubechat");

    private static final String[] FEATURES = {
        "chat",
        "kubectl",
        "risk",
        "plan",
        "identity",
        "cluster",
        "execute",
        "diagnose",
        "session",
        "work",
        "incident",
        "alert",
        "pipeline"
    };

    /** What stands below all that is asked of an API server. */
    private static final String[] ASKED = {
        "kubectl", "identity", "cluster", "execute.api", "execute.print", "execute.pod"
    };

    private static final String[] CORE = join(FEATURES, "approval", "audit");
    private static final String[] ADAPTERS = {"slack", "mattermost", "teams", "web", "mcp"};

    /** A room and the rooms that it may see, beside itself. */
    static Stream<Arguments> rooms() {
        return Stream.of(
                        Stream.of(
                                arguments("approval", new String[0]),
                                arguments("audit", new String[0]),
                                arguments("kubectl", new String[0]),
                                arguments("risk", new String[] {"kubectl"}),
                                arguments("work", new String[0]),
                                arguments("execute.print", new String[0]),
                                arguments("execute.describe", new String[] {"execute.print"}),
                                arguments("execute.hang", new String[0]),
                                arguments("execute.pod", new String[] {"cluster"}),
                                arguments("execute.api", ASKED),
                                arguments("execute.change", join(ASKED, "execute.hang", "risk")),
                                arguments(
                                        "execute.read",
                                        join(ASKED, "execute.change", "execute.describe")),
                                arguments("admin", CORE),
                                arguments("app", join(join(CORE, ADAPTERS), "admin")),
                                arguments("benchmarks", CORE),
                                arguments("sandbox.cluster", new String[0]),
                                arguments("sandbox.backends", new String[0])),
                        Arrays.stream(FEATURES).map(feature -> arguments(feature, CORE)),
                        Arrays.stream(ADAPTERS).map(adapter -> arguments(adapter, CORE)))
                .flatMap(room -> room);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void arrowsRunDownOnly(String room, String[] below) {
        holds(
                noClasses()
                        .that()
                        .resideInAPackage(packageOf(room))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("dev.kubechat..")
                                        .and(
                                                DescribedPredicate.not(
                                                        resideInAnyPackage(
                                                                packagesOf(join(below, room)))))));
    }

    @Test
    void noFeatureSeesThePipeline() {
        holds(
                noClasses()
                        .that(resideInAnyPackage(packagesOf(CORE)))
                        .and()
                        .resideOutsideOfPackage(packageOf("pipeline"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(packageOf("pipeline")));
    }

    @Test
    void noTwoPackagesSeeEachOther() {
        holds(slices().matching("dev.kubechat.(**)").should().beFreeOfCycles());
    }

    @Test
    void nothingSeesTheSandbox() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(packageOf("sandbox"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(packageOf("sandbox")));
    }

    /** A vendor's packages and the rooms that adapt them. */
    static Stream<Arguments> vendors() {
        return Stream.of(
                arguments("com.slack..", new String[] {"slack"}),
                arguments("net.bis5..", new String[] {"mattermost"}),
                arguments("jakarta.ws.rs..", new String[] {"mattermost"}),
                arguments("com.microsoft.bot..", new String[] {"teams"}),
                arguments("io.fabric8..", new String[] {"cluster", "execute"}),
                arguments("dev.langchain4j..", new String[] {"plan"}),
                arguments("io.zonky..", new String[] {"sandbox.backends"}),
                arguments("redis.embedded..", new String[] {"sandbox.backends"}),
                arguments("org.testcontainers..", new String[] {"sandbox.backends"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vendors")
    void vendorsStayWhereTheyAreAdapted(String vendor, String[] rooms) {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(packagesOf(rooms))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(vendor));
    }

    /** Nobody who is asked from a chat gets to a cluster by it (P3). */
    @Test
    void theOperatorsDoorIsOpenedFromATerminalOnly() {
        holds(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(Terminal.class.getName())
                        .and()
                        .haveNameNotMatching(
                                "dev\\.kubechat\\.(app\\.Kubectl|cluster\\.Operator).*")
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(OperatorDoor.class, Terminal.class));
    }

    @Test
    void commandsAndRisksArePlainJava() {
        holds(
                noClasses()
                        .that(resideInAnyPackage(packagesOf("kubectl", "risk")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework..", "io.fabric8..", "java.sql.."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"util", "common", "impl", "dto", "service", "manager", "helper"})
    void noPackageIsALayer(String name) {
        holds(noClasses().should().resideInAPackage("dev.kubechat.." + name + ".."));
    }

    @Test
    void noClassIsNamedAfterWhatItDoesNotSay() {
        holds(
                noClasses()
                        .should()
                        .haveNameMatching(
                                ".*(Utils?|Helper|Manager|Impl|D(to|TO)|Service)(\\$.*)?"));
    }

    @Test
    void everyPackageSaysWhatLivesThereAndIsNullMarked() {
        assertThat(HOUSE.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(room -> assertThat(room).returns(true, HouseRulesTest::isNullMarked));
    }

    @Test
    void theTestSeesTheWholeHouse() {
        assertThat(HOUSE.stream().map(JavaClass::getPackageName).distinct())
                .contains("dev.kubechat.app", "dev.kubechat.risk", "dev.kubechat.sandbox.cluster");
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.isAnnotatedWith(NullMarked.class);
    }

    private static boolean isNoFixture(Location location) {
        return !location.contains("-tests.jar");
    }

    private static String packageOf(String room) {
        return "dev.kubechat." + room + "..";
    }

    private static String[] packagesOf(String... rooms) {
        return Arrays.stream(rooms).map(HouseRulesTest::packageOf).toArray(String[]::new);
    }

    private static String[] join(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
