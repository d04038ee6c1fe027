package dev.kubechat.pipeline;

import dev.kubechat.work.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the oldest approved change that nobody holds, or ends one that a replica began and did not conclude. */
final class ExecutionTurn implements Turn {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionTurn.class);

    private final Executions executions;
    private final Story story;

    ExecutionTurn(Executions executions, Story story) {
        this.executions = executions;
        this.story = story;
    }

    @Override
    public boolean take() {
        var held = executions.claim();
        held.ifPresent(this::run);
        return held.isPresent();
    }

    private void run(Run.Held held) {
        try {
            story.run(held);
        } catch (LeaseLost lost) {
            LOG.info("request {}: {}", held.query().id(), lost.getMessage());
        }
    }
}
