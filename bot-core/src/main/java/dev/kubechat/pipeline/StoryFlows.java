package dev.kubechat.pipeline;

import dev.kubechat.chat.ButtonClick;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.context.IntegrationContextUtils;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.MessagingException;

/**
 * The story of one message and of one decision, each from top to bottom. Channels are direct: the thread that claimed the row
 * walks the whole way, and what waits, waits as a row.
 */
@Configuration(proxyBeanMethods = false)
class StoryFlows {

    static final String INBOX = "story.inbox";
    static final String EXECUTIONS = "story.executions";
    static final String FAILURES = "story.failures";

    private static final String ASKS = "story.asks";
    private static final String WORDS = "story.words";
    private static final String AGAIN = "story.again";
    private static final String CLICKS = "story.clicks";
    private static final String ANSWERS = "story.answers";
    private static final String APPROVED = "story.approved";
    private static final String ABANDONED = "story.abandoned";
    private static final String STEPS = "story.steps";
    private static final String CONCLUSIONS = "story.conclusions";

    @Bean
    IntegrationFlow inboxFlow() {
        return IntegrationFlow.from(INBOX)
                .<Claim, String>route(claim -> claim.event() instanceof ButtonClick ? CLICKS : ASKS)
                .get();
    }

    @Bean
    IntegrationFlow askFlow(Identify identify, Understand understand) {
        return IntegrationFlow.from(ASKS)
                .<Claim, Stage>transform(identify::who)
                .<Stage>filter(Stage::goesOn, answered -> answered.discardChannel(ANSWERS))
                .<Stage.Asked, Stage>transform(understand::words)
                .<Stage>filter(Stage::goesOn, answered -> answered.discardChannel(ANSWERS))
                .<Stage.Understood, String>route(understood ->
                        understood.words() instanceof Stage.Words.Again ? AGAIN : WORDS)
                .get();
    }

    @Bean
    IntegrationFlow wordsFlow(MakePlan plan, Resolve resolve, Classify classify) {
        return IntegrationFlow.from(WORDS)
                .<Stage.Understood, Stage>transform(plan::command)
                .<Stage>filter(Stage::goesOn, answered -> answered.discardChannel(ANSWERS))
                .<Stage.Planned, Stage>transform(resolve::names)
                .<Stage>filter(Stage::goesOn, answered -> answered.discardChannel(ANSWERS))
                .<Stage.Planned, Stage>transform(classify::verdict)
                .<Stage>filter(Stage::goesOn, answered -> answered.discardChannel(ANSWERS))
                .<Stage.Judged, String>route(Gate::next)
                .get();
    }

    @Bean
    IntegrationFlow againFlow(LookAgain again) {
        return IntegrationFlow.from(AGAIN)
                .<Stage.Understood, Stage>transform(again::atTheResult)
                .channel(ANSWERS)
                .get();
    }

    @Bean
    IntegrationFlow readFlow(RunRead read) {
        return IntegrationFlow.from(Gate.READS)
                .<Stage.Judged, Stage>transform(read::asThatPerson)
                .channel(ANSWERS)
                .get();
    }

    @Bean
    IntegrationFlow changeFlow(Authorize authorize, DryRun preview, Gate gate) {
        return IntegrationFlow.from(Gate.CHANGES)
                .<Stage.Judged, Stage>transform(authorize::asThatPerson)
                .<Stage>filter(Stage::goesOn, answered -> answered.discardChannel(ANSWERS))
                .<Stage.Authorized, Stage>transform(preview::preview)
                .<Stage>filter(Stage::goesOn, answered -> answered.discardChannel(ANSWERS))
                .handle(last(gate::ask))
                .get();
    }

    @Bean
    IntegrationFlow clickFlow(Decide decide) {
        return IntegrationFlow.from(CLICKS).handle(last(decide::count)).get();
    }

    @Bean
    IntegrationFlow executionFlow() {
        return IntegrationFlow.from(EXECUTIONS)
                .<Run.Held, String>route(held -> held.begun() ? ABANDONED : APPROVED)
                .get();
    }

    @Bean
    IntegrationFlow abandonedFlow(Recover recover) {
        return IntegrationFlow.from(ABANDONED)
                .<Run.Held, Run>transform(recover::takeUp)
                .<Run, String>route(StoryFlows::nextOf)
                .get();
    }

    @Bean
    IntegrationFlow approvedFlow(Recheck recheck, Perform perform) {
        return IntegrationFlow.from(APPROVED)
                .<Run.Held, Run>transform(recheck::again)
                .<Run>filter(Run::goesOn, ended -> ended.discardChannel(CONCLUSIONS))
                .<Run.Checked, Run>transform(perform::begin)
                .<Run, String>route(StoryFlows::nextOf)
                .get();
    }

    @Bean
    IntegrationFlow stepFlow(Perform perform) {
        return IntegrationFlow.from(STEPS)
                .<Run.Running, Run.Intended>transform(perform::intend)
                .<Run.Intended, Run.Sent>transform(perform::send)
                .<Run.Sent, Run>transform(perform::settle)
                .<Run, String>route(StoryFlows::nextOf)
                .get();
    }

    @Bean
    IntegrationFlow conclusionFlow(Conclude conclude) {
        return IntegrationFlow.from(CONCLUSIONS).handle(last(conclude::report)).get();
    }

    @Bean
    IntegrationFlow answerFlow(Answer answer) {
        return IntegrationFlow.from(ANSWERS).handle(last(answer::conclude)).get();
    }

    @Bean
    IntegrationFlow failureFlow(Failures failures) {
        return IntegrationFlow.from(FAILURES)
                .<MessagingException, Object>transform(failures::end)
                .<Object, String>route(end -> end instanceof Stage ? ANSWERS : CONCLUSIONS)
                .get();
    }

    private static String nextOf(Run run) {
        if (run instanceof Run.Parked) {
            // it waits as a row
            return IntegrationContextUtils.NULL_CHANNEL_BEAN_NAME;
        }
        return run.goesOn() ? STEPS : CONCLUSIONS;
    }

    /** The last step of a flow; a payload of another type is a mistake in the flow and fails with a cast error. */
    @SuppressWarnings("unchecked")
    private static <P> MessageHandler last(Consumer<P> step) {
        return message -> step.accept((P) message.getPayload());
    }
}
