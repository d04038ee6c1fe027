package dev.kubechat.pipeline;

import dev.kubechat.work.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the story of the oldest event that nobody works on. */
final class StoryTurn implements Turn {

    private static final Logger LOG = LoggerFactory.getLogger(StoryTurn.class);

    private final InboxRows inbox;
    private final Story story;
    private final WorkProperties work;

    StoryTurn(InboxRows inbox, Story story, WorkProperties work) {
        this.inbox = inbox;
        this.story = story;
        this.work = work;
    }

    @Override
    public boolean take() {
        var claimed = inbox.claim(work.lease());
        claimed.ifPresent(this::tell);
        return claimed.isPresent();
    }

    private void tell(Claim claim) {
        try {
            story.tell(claim);
        } catch (LeaseLost lost) {
            LOG.info("request {}: {}", claim.request(), lost.getMessage());
        }
    }
}
