package dev.kubechat.app.verb;

import java.io.IOException;
import java.util.List;

/** A verb of the command line that starts no application. */
public interface SmallVerb {

    /**
     * @param words what was typed behind the verb
     * @return the exit status
     * @throws WrongUse if the words are not what the verb takes; nothing was done
     * @throws IOException if a stream broke
     */
    int run(List<String> words, Streams streams) throws IOException;
}
