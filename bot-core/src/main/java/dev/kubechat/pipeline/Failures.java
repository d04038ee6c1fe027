package dev.kubechat.pipeline;

import dev.kubechat.chat.Message;
import dev.kubechat.cluster.ClusterUnavailable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.messaging.MessagingException;
import org.springframework.transaction.TransactionException;

/**
 * The one place where a broken story ends: as a sentence for the thread and an audit entry, or, when the database is away or
 * another replica took over, not here: the row stays and is worked on again.
 */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Executions executions;
    private final Ends ends;

    Failures(Executions executions, Ends ends) {
        this.executions = executions;
        this.ends = ends;
    }

    /** @return the last stage of the story or of the run that broke */
    Object end(MessagingException broken) {
        var cause = NestedExceptionUtils.getMostSpecificCause(broken);
        rethrowWhatIsNotTheStorysFault(broken);
        return switch (stage(broken)) {
            case Stage stage -> end(stage, cause);
            case Run run -> end(run, cause);
            default -> throw broken;
        };
    }

    private static Object stage(MessagingException broken) {
        var message = broken.getFailedMessage();
        return message == null ? broken : message.getPayload();
    }

    private static void rethrowWhatIsNotTheStorysFault(MessagingException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case LeaseLost lost -> throw lost;
                case DataAccessException away -> throw away;
                case TransactionException away -> throw away;
                default -> {}
            }
        }
    }

    private Stage end(Stage stage, Throwable cause) {
        return new Stage.Answered(stage, message(stage.claim(), cause), Stage.End.FAILED);
    }

    private static Message message(Claim claim, Throwable cause) {
        if (cause instanceof ClusterUnavailable away) {
            return Sentences.clusterAway(away.cluster(), claim.request());
        }
        LOG.error("request {} broke", claim.request(), cause);
        return Sentences.broken(claim.request());
    }

    private Run end(Run run, Throwable cause) {
        LOG.error("execution {} broke", run.held().id(), cause);
        var steps = executions.steps(run.held().id());
        return steps.isEmpty()
                ? new Run.Ended(run.held(), Run.State.FAILED, List.of(), sentence(run, cause), "")
                : ends.abandoned(run.held(), steps);
    }

    private static String sentence(Run run, Throwable cause) {
        return cause instanceof ClusterUnavailable
                ? Results.clusterAway(run.held().query())
                : Sentences.broken(run.held().query().id()).text();
    }
}
