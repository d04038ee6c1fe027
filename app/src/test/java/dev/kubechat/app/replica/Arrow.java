package dev.kubechat.app.replica;

/** Where in the story a replica dies, by the stage that has just been reached, and how the ask has to end nevertheless. */
enum Arrow {
    CLAIM(Ask.READ, End.ANSWERED, 0),
    ASKED(Ask.READ, End.ANSWERED, 0),
    UNDERSTOOD(Ask.READ, End.ANSWERED, 0),
    PLANNED(Ask.READ, End.ANSWERED, 0),
    JUDGED(Ask.READ, End.ANSWERED, 0),
    ANSWERED(Ask.READ, End.ANSWERED, 0),
    BEFORE_POST(Ask.READ, End.ANSWERED, 0),
    AFTER_POST(Ask.READ, End.ANSWERED, 0),
    AUTHORIZED(Ask.CHANGE, End.DONE, 1),
    PREVIEWED(Ask.CHANGE, End.DONE, 1),
    CLICKED(Ask.CHANGE, End.DONE, 1),
    HELD(Ask.CHANGE, End.DONE, 1),
    CHECKED(Ask.CHANGE, End.DONE, 1),
    RUNNING(Ask.CHANGE, End.ASKED_AGAIN, 0),
    INTENDED(Ask.CHANGE, End.UNKNOWN, 0),
    WRITE_SEEN(Ask.CHANGE, End.UNKNOWN, 0),
    WRITE_ANSWERED(Ask.CHANGE, End.UNKNOWN, 1),
    SENT(Ask.CHANGE, End.UNKNOWN, 1),
    ENDED(Ask.CHANGE, End.DONE, 1);

    final Ask ask;
    final End end;
    final int writes;

    Arrow(Ask ask, End end, int writes) {
        this.ask = ask;
        this.end = end;
        this.writes = writes;
    }

    /** What is asked. */
    enum Ask {
        READ,
        CHANGE
    }

    /** What the thread is told in the end. */
    enum End {
        ANSWERED("NAME"),
        DONE("deployment.apps/web scaled"),
        UNKNOWN("It is UNKNOWN whether this happened"),
        ASKED_AGAIN("What was not begun is asked again below");

        final String words;

        End(String words) {
            this.words = words;
        }
    }
}
