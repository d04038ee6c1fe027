package dev.kubechat.pipeline;

import dev.kubechat.approval.Approvals;
import dev.kubechat.audit.AuditTrail;
import dev.kubechat.chat.Posts;
import dev.kubechat.session.StoredResults;
import dev.kubechat.work.Shift;
import dev.kubechat.work.WakeUps;
import dev.kubechat.work.Worker;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** The workers of the pipeline: who looks for what there is to do. They start last and stop first. */
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

    @Bean
    SmartLifecycle storyWorker(InboxRows inbox, Story story, WakeUps wakeUps, WorkProperties work) {
        var turn = new StoryTurn(inbox, story, work);
        return new Shift(() ->
                new Worker(
                        "story", work.hands(), work.patience(), turn, wakeUps, WakeUps.Bell.INBOX));
    }

    @Bean
    SmartLifecycle executionWorker(
            Executions executions, Story story, WakeUps wakeUps, WorkProperties work) {
        var turn = new ExecutionTurn(executions, story);
        return new Shift(() ->
                new Worker(
                        "execution",
                        work.hands(),
                        work.patience(),
                        turn,
                        wakeUps,
                        WakeUps.Bell.EXECUTIONS));
    }

    @Bean
    SmartLifecycle expiryWorker(
            TransactionOperations transaction,
            Approvals approvals,
            Queries queries,
            Posts posts,
            StoredResults results,
            Afterwards afterwards,
            AuditTrail audit,
            WakeUps wakeUps,
            WorkProperties work) {
        var turn =
                new ExpiryTurn(transaction, approvals, queries, posts, results, afterwards, audit);
        return new Shift(() ->
                new Worker("expiry", 1, work.patience(), turn, wakeUps, WakeUps.Bell.EXECUTIONS));
    }
}
