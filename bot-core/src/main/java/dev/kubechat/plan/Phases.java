package dev.kubechat.plan;

/** States of pods that a server can select by. */
final class Phases {

    private Phases() {}

    /** A field selector with a blank before it, nothing if no phase was named. */
    static String take(Sentence sentence) {
        if (sentence.take(Sense.FAILED)) {
            return " --field-selector=status.phase=Failed";
        }
        if (sentence.take(Sense.SUCCEEDED)) {
            return " --field-selector=status.phase=Succeeded";
        }
        if (sentence.take(Sense.PENDING)) {
            return " --field-selector=status.phase=Pending";
        }
        return "";
    }
}
