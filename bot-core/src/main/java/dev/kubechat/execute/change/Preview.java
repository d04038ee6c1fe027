package dev.kubechat.execute.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a change would do, found out without doing it. */
public sealed interface Preview {

    /**
     * @param steps in the order they will be sent, at least one
     * @param consequences what hangs on the objects, each a sentence: {@code 3 pods stop.}
     * @param said what kubectl would have printed of objects that need no step
     * @param files what the command takes out of files, by name, so that it can be looked at again later
     * @param before how many steps are done before each line of {@code said}, in their order; none where all come first
     * @param warnings what kubectl writes to its standard error beside a success, each without a "Warning: " before it
     * @param undos how each step is taken back, in their order; empty where there is no way back. Not part of a stored preview.
     */
    record Planned(
            List<Step> steps,
            List<String> consequences,
            List<String> said,
            Map<String, String> files,
            List<String> warnings,
            List<Integer> before,
            @JsonIgnore List<Optional<Undo>> undos)
            implements Preview {

        public Planned(List<Step> steps, List<String> consequences) {
            this(steps, consequences, List.of());
        }

        public Planned(List<Step> steps, List<String> consequences, List<String> said) {
            this(steps, consequences, said, Map.of(), List.of(), List.of(), List.of());
        }

        Planned with(Map<String, String> files) {
            return new Planned(steps, consequences, said, files, warnings, before, undos);
        }

        /** What kubectl prints when so many steps are done, before the next one's words. */
        public List<String> saidAfter(int done) {
            return IntStream.range(0, said.size())
                    .filter(line -> (line < before.size() ? before.get(line) : 0) == done)
                    .mapToObj(said::get)
                    .toList();
        }

        public Planned {
            files = files == null ? Map.of() : Map.copyOf(files);
            said = said == null ? List.of() : List.copyOf(said); // rows of older versions have none
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
            before = before == null ? List.of() : List.copyOf(before);
            steps = List.copyOf(steps);
            consequences = List.copyOf(consequences);
            undos = undos == null ? List.of() : List.copyOf(undos);
        }
    }

    /**
     * The cluster would not do it. Nothing was changed.
     *
     * @param sentence why, and what to do next
     * @param errors what kubectl would have written to its standard error, whole lines
     */
    record Impossible(String sentence, String errors) implements Preview {

        /** For what kubectl has no words of its own. */
        public Impossible(String sentence) {
            this(sentence, "error: " + sentence + "\n");
        }
    }

    /**
     * All is as it should be already.
     *
     * @param sentence for people
     * @param said what kubectl would have printed, such as {@code pod/web-0 not labeled}
     * @param warnings what it would have written to its standard error beside that, each without a "Warning: " before it
     */
    record Unchanged(String sentence, List<String> said, List<String> warnings) implements Preview {
        public Unchanged {
            said = List.copyOf(said);
            warnings = List.copyOf(warnings);
        }

        public Unchanged(String sentence, List<String> said) {
            this(sentence, said, List.of());
        }
    }
}
