package dev.kubechat.execute.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight.No;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ReconciledTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'apiGroups':['*'],'resources':['*'],'verbs':['*']} | {'apiGroups':['apps'],'resources':['deployments/scale'],'verbs':['get']} | 0
                    {'apiGroups':[''],'resources':['*/log'],'verbs':['get']} | {'apiGroups':[''],'resources':['pods/log','pods'],'verbs':['get']} | 1
                    {'apiGroups':[''],'resources':['pods'],'verbs':['get']} | {'apiGroups':['','apps'],'resources':['pods'],'verbs':['get','list']} | 3
                    {'apiGroups':[''],'resources':['pods'],'resourceNames':['a'],'verbs':['get']} | {'apiGroups':[''],'resources':['pods'],'verbs':['get']} | 1
                    {'apiGroups':[''],'resources':['pods'],'verbs':['get']} | {'apiGroups':[''],'resources':['pods'],'resourceNames':['a','b'],'verbs':['get']} | 0
                    {'nonResourceURLs':['/healthz/*'],'verbs':['get']} | {'nonResourceURLs':['/healthz/a','/healthz','/livez'],'verbs':['get']} | 2
                    """)
    void findsTheSingleRightsThatARoleDoesNotGive(String owned, String asked, int missing) {
        assertThat(RoleRules.missing(json("[" + owned + "]"), json("[" + asked + "]")))
                .hasSize(missing);
    }

    @Test
    void refusesMoreRightsThanCanBeCompared() {
        var many =
                IntStream.range(0, 200)
                        .mapToObj(number -> "'a" + number + "'")
                        .collect(Collectors.joining(","));
        var rule = "[{'apiGroups':[%s],'resources':[%s],'verbs':[%s]}]".formatted(many, many, many);

        assertThatThrownBy(() -> RoleRules.missing(json("[]"), json(rule)))
                .isInstanceOf(No.class)
                .hasMessageContaining("more than 20000 single rights");
    }

    @Test
    void keepsSubjectsThatNobodyAsksForUnlessTheyAreToGo() {
        var live = json("{'subjects':[{'kind':'User','name':'ann'}]}");
        var wanted = json("{'subjects':[{'kind':'User','name':'bea','apiGroup':''}]}");

        assertThat(
                        Reconciled.binding(live, wanted, false)
                                .path("subjects")
                                .findValuesAsString("name"))
                .containsExactly("ann", "bea");
        assertThat(
                        Reconciled.binding(live, wanted, true)
                                .path("subjects")
                                .findValuesAsString("name"))
                .containsExactly("bea");
    }

    @Test
    void leavesLabelsThatAreThere() {
        var live = json("{'metadata':{'labels':{'team':'a'}}}");
        var wanted = json("{'metadata':{'labels':{'team':'b','tier':'web'}}}");

        assertThat(Reconciled.role(live, wanted, true).path("metadata").path("labels"))
                .isEqualTo(json("{'team':'a','tier':'web'}"));
    }

    private static JsonNode json(String text) {
        return Reply.JSON.readTree(text.replace('\'', '"'));
    }
}
