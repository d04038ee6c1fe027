package dev.kubechat.pipeline;

import dev.kubechat.chat.Audience;
import dev.kubechat.chat.Link;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.read.Reads;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.risk.Level;
import dev.kubechat.session.StoredResult;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A read, run as the person who asked. It may run again after a crash: it changes nothing. What a channel should not see is
 * answered to the asker alone, and is not kept.
 */
final class RunRead {

    private final Reads reads;
    private final LiveAnswer live;
    private final Clock clock;

    RunRead(Reads reads, LiveAnswer live, Clock clock) {
        this.reads = reads;
        this.live = live;
        this.clock = clock;
    }

    Stage asThatPerson(Stage.Judged judged) {
        var files = judged.asked().files();
        var outcome =
                reads.read(
                        judged.command(),
                        judged.asked().caller(),
                        live.of(judged, audience(judged)),
                        name -> Optional.ofNullable(files.get(name)));
        return switch (outcome) {
            case Outcome.Printed printed -> printed(judged, printed);
            case Outcome.Refused refused ->
                    new Stage.Answered(
                            judged,
                            Sentences.refused(judged, refused),
                            Stage.End.REFUSED,
                            audience(judged),
                            null);
        };
    }

    private Stage printed(Stage.Judged judged, Outcome.Printed printed) {
        var result = result(judged, printed);
        var excerpt = Excerpt.of(result.wanted(), 0);
        return new Stage.Answered(
                judged,
                Sentences.printed(judged, printed, excerpt).with(links(judged, printed)),
                Stage.End.PRINTED,
                audience(judged),
                isPrivate(judged) ? null : result.shownTo(excerpt.to()));
    }

    // of what was not there nobody needs a page
    private List<Link> links(Stage.Judged judged, Outcome.Printed printed) {
        return printed.exit() == 0 && !printed.text().isEmpty()
                ? ObjectLinks.of(
                        judged.command(),
                        judged.asked().cluster(),
                        type -> reads.kind(judged.asked().cluster().id(), type))
                : List.of();
    }

    private StoredResult result(Stage.Judged judged, Outcome.Printed printed) {
        var asked = judged.asked();
        return new StoredResult(
                asked.claim().request(),
                asked.asker().kubernetes(),
                asked.cluster().id(),
                judged.command().canonical(),
                KubectlCommand.CANONICAL_VERSION,
                printed.text(),
                judged.planned().filter(),
                0,
                clock.instant());
    }

    private static boolean isPrivate(Stage.Judged judged) {
        return judged.verdict().level() != Level.SAFE;
    }

    private static Audience audience(Stage.Judged judged) {
        return isPrivate(judged)
                ? Audience.only(judged.asked().message().from())
                : Audience.everyone();
    }
}
