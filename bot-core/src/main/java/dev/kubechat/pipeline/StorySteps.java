package dev.kubechat.pipeline;

import dev.kubechat.approval.Approvals;
import dev.kubechat.audit.AuditTrail;
import dev.kubechat.chat.Posts;
import dev.kubechat.cluster.Clusters;
import dev.kubechat.execute.PersonsInventory;
import dev.kubechat.execute.change.Access;
import dev.kubechat.execute.change.Changes;
import dev.kubechat.execute.read.Reads;
import dev.kubechat.identity.Identities;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.plan.GrammarPlanner;
import dev.kubechat.plan.PlannerChain;
import dev.kubechat.risk.Classifier;
import dev.kubechat.session.Sessions;
import dev.kubechat.session.StoredResults;
import dev.kubechat.work.WakeUps;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.integration.annotation.IntegrationComponentScan;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Wires the steps of the story. */
@Configuration(proxyBeanMethods = false)
@EnableIntegration
@IntegrationComponentScan(basePackageClasses = Story.class)
@EnableConfigurationProperties(WorkProperties.class)
@Import(StoryFlows.class)
class StorySteps {

    @Bean
    InboxRows inboxRows(
            JdbcClient jdbc,
            TransactionOperations transaction,
            JsonMapper json,
            WakeUps wakeUps,
            AuditTrail audit) {
        return new InboxRows(jdbc, transaction, json, wakeUps, audit);
    }

    @Bean
    Queries queries(JdbcClient jdbc, JsonMapper json) {
        return new Queries(jdbc, json);
    }

    @Bean
    Executions executions(
            JdbcClient jdbc,
            JsonMapper json,
            Queries queries,
            WakeUps wakeUps,
            Clock clock,
            WorkProperties work) {
        return new Executions(jdbc, json, queries, wakeUps, clock, work);
    }

    @Bean
    Undos undos(JdbcClient jdbc, JsonMapper json, Clock clock, WorkProperties work) {
        return new Undos(jdbc, json, clock, work.undoKept());
    }

    @Bean
    Afterwards afterwards(Undos undos, Decide.Rows rows, Sessions sessions, Clock clock) {
        return new Afterwards(undos, rows, sessions, clock);
    }

    @Bean
    Sessions sessions(JdbcClient jdbc, Clusters clusters) {
        return new Sessions(jdbc, clusters);
    }

    @Bean
    KubectlReader kubectlReader() {
        return new KubectlReader();
    }

    @Bean
    Identify identify(Identities identities, Sessions sessions, Clusters clusters) {
        return new Identify(identities, sessions, clusters);
    }

    @Bean
    StoredResults storedResults(JdbcClient jdbc, Clock clock, WorkProperties work) {
        return new StoredResults(jdbc, clock, work.resultsKept());
    }

    @Bean
    Understand understand(KubectlReader reader, StoredResults results) {
        return new Understand(reader, results);
    }

    @Bean
    LookAgain lookAgain(
            KubectlReader reader, Access access, Identities identities, Clusters clusters) {
        return new LookAgain(reader, access, new OtherCluster(identities, clusters));
    }

    @Bean
    MakePlan makePlan(
            KubectlReader reader,
            PersonsInventory inventory,
            Identities identities,
            Clusters clusters) {
        return new MakePlan(
                reader,
                new PlannerChain(List.of(new GrammarPlanner(reader))),
                inventory,
                new OtherCluster(identities, clusters));
    }

    @Bean
    NameCompletion nameCompletion(
            Identities identities,
            Sessions sessions,
            Clusters clusters,
            PersonsInventory inventory) {
        return new NameCompletion(identities, sessions, clusters, inventory);
    }

    @Bean
    Resolve resolve(KubectlReader reader, PersonsInventory inventory) {
        return new Resolve(reader, inventory);
    }

    @Bean
    Classify classify() {
        return new Classify(new Classifier());
    }

    @Bean
    LiveAnswer liveAnswer(TransactionOperations transaction, Posts posts, Clock clock) {
        return new LiveAnswer(transaction, posts, clock);
    }

    @Bean
    RunRead runRead(Reads reads, LiveAnswer live, Clock clock) {
        return new RunRead(reads, live, clock);
    }

    @Bean
    Authorize authorize(Access access) {
        return new Authorize(access);
    }

    @Bean
    DryRun dryRun(Changes changes, Access access) {
        return new DryRun(changes, access);
    }

    @Bean
    Gate gate(
            TransactionOperations transaction,
            Decide.Rows rows,
            Approvals approvals,
            Posts posts,
            Sessions sessions,
            AuditTrail audit) {
        return new Gate(transaction, rows, approvals, posts, sessions, audit);
    }

    @Bean
    Answer answer(
            TransactionOperations transaction,
            Decide.Rows rows,
            Posts posts,
            Sessions sessions,
            StoredResults results,
            AuditTrail audit) {
        return new Answer(transaction, rows, posts, sessions, results, audit);
    }

    @Bean
    Decide.Rows rows(InboxRows inbox, Queries queries, Executions executions, Clusters clusters) {
        return new Decide.Rows(inbox, queries, executions, clusters);
    }

    @Bean
    Decide decide(
            TransactionOperations transaction,
            Decide.Rows rows,
            Identities identities,
            Approvals approvals,
            Afterwards afterwards,
            Posts posts,
            AuditTrail audit) {
        return new Decide(transaction, rows, identities, approvals, afterwards, posts, audit);
    }

    @Bean
    Recheck recheck(
            KubectlReader reader,
            Classify classify,
            Electorate electorate,
            Clusters clusters,
            Access access,
            Changes changes) {
        return new Recheck(reader, classify, electorate, clusters, access, changes);
    }

    @Bean
    Electorate electorate(Identities identities, Approvals approvals) {
        return new Electorate(identities, approvals);
    }

    @Bean
    Recover recover(Executions executions, Ends ends) {
        return new Recover(executions, ends);
    }

    @Bean
    Ends ends(KubectlReader reader) {
        return new Ends(reader);
    }

    @Bean
    Perform perform(
            TransactionOperations transaction,
            Executions executions,
            Undos undos,
            Approvals approvals,
            Changes changes,
            AuditTrail audit,
            Ends ends,
            KubectlReader reader,
            Posts posts) {
        return new Perform(
                transaction,
                executions,
                undos,
                approvals,
                changes,
                audit,
                ends,
                new PutOff(reader),
                new Progress(posts));
    }

    @Bean
    Conclude conclude(
            TransactionOperations transaction,
            Executions executions,
            Approvals approvals,
            Posts posts,
            AuditTrail audit,
            InboxRows inbox,
            Afterwards afterwards,
            Clock clock) {
        return new Conclude(
                transaction, executions, approvals, posts, audit, inbox, afterwards, clock);
    }

    @Bean
    Failures failures(Executions executions, Ends ends) {
        return new Failures(executions, ends);
    }
}
