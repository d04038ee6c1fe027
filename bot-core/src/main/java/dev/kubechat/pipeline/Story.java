package dev.kubechat.pipeline;

import org.springframework.integration.annotation.Gateway;
import org.springframework.integration.annotation.MessagingGateway;

/** The door into the two flows; what breaks behind it goes to the one error channel. Returns when the story has ended or waits. */
@MessagingGateway(errorChannel = StoryFlows.FAILURES)
interface Story {

    @Gateway(requestChannel = StoryFlows.INBOX)
    void tell(Claim claim);

    @Gateway(requestChannel = StoryFlows.EXECUTIONS)
    void run(Run.Held held);
}
