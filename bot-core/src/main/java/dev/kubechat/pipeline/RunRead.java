package dev.kubechat.pipeline;

import dev.kubechat.execute.Outcome;
import dev.kubechat.execute.Reads;

/** A read, run as the person who asked. It may run again after a crash: it changes nothing. */
final class RunRead {

    private final Reads reads;

    RunRead(Reads reads) {
        this.reads = reads;
    }

    Stage asThatPerson(Stage.Judged judged) {
        return switch (reads.read(judged.command(), judged.asked().caller())) {
            case Outcome.Printed printed ->
                    new Stage.Answered(
                            judged, Sentences.printed(judged, printed), Stage.End.PRINTED);
            case Outcome.Refused refused ->
                    new Stage.Answered(
                            judged, Sentences.refused(judged, refused), Stage.End.REFUSED);
        };
    }
}
