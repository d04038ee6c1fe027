package dev.kubechat.execute.hang;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** All that there is to say about the steps of one command: so much that a card stays readable, of each sort something. */
public final class Hanging {

    private static final int MOST = 12;
    private static final int OF_EACH = 3;

    private final Surroundings around;

    /** @param around for this one command; it is asked for the same thing again and again */
    public Hanging(Surroundings around) {
        this.around = around;
    }

    /**
     * @param touches in the order of the steps
     * @param known sentences that are to be told with them
     */
    public List<String> of(List<Touch> touches, List<String> known) {
        var sorts = new ArrayList<List<String>>();
        sorts.add(touches.stream().map(Touch::noWayBack).filter(why -> !why.isEmpty()).toList());
        sorts.add(known);
        sorts.add(touches.stream().flatMap(this::consequences).toList());
        sorts.add(new Stopping(around).of(touches));
        var owners = new Owners(around);
        sorts.add(touches.stream().flatMap(touch -> owners.of(touch).stream()).toList());
        sorts.add(new Room(around).of(touches));
        sorts.add(new Webhooks(around).of(touches));
        if (around.isCut()) {
            sorts.add(
                    List.of(
                            "Not all that hangs on it was looked at; it is too much, or the cluster"
                                    + " is too slow."));
        }
        return shortened(sorts);
    }

    private Stream<String> consequences(Touch touch) {
        return Stream.of(
                        new Replicas(around).of(touch),
                        new Templates(around).of(touch),
                        new Selection(around).of(touch),
                        new Nodes(around).of(touch),
                        new Deletions(around).of(touch),
                        new Storage(around).of(touch),
                        new Uses(around).of(touch),
                        new Rights(around).of(touch))
                .flatMap(List::stream);
    }

    private static List<String> shortened(List<List<String>> sorts) {
        var distinct = sorts.stream().map(LinkedHashSet::new).toList();
        var all = distinct.stream().mapToInt(LinkedHashSet::size).sum();
        var room = MOST - distinct.stream().mapToInt(sort -> Math.min(OF_EACH, sort.size())).sum();
        var told = new ArrayList<String>();
        for (var sort : distinct) {
            var more = Math.clamp(sort.size() - (long) OF_EACH, 0, Math.max(room, 0));
            room -= more;
            sort.stream().limit((long) Math.min(OF_EACH, sort.size()) + more).forEach(told::add);
        }
        if (told.size() < all) {
            told.add("And %d more.".formatted(all - told.size()));
        }
        return List.copyOf(told);
    }
}
