package dev.kubechat.execute.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoSortTest {

    private record Item(int key, int place) {}

    /** The last column was printed by a Go program that sorts the same items. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    13, 2, random, 1967014615
                    13, 2, down, 285127161
                    13, 2, pipe, 33526647
                    13, 2, nearly, 381987653
                    13, 7, random, 4263252229
                    13, 7, down, 229255455
                    13, 7, pipe, 3476535915
                    13, 7, nearly, 3390639741
                    13, 50, random, 4123812883
                    13, 50, down, 3603821983
                    13, 50, pipe, 3476535915
                    13, 50, nearly, 3390639741
                    13, 1000003, random, 2382730293
                    13, 1000003, down, 3603821983
                    13, 1000003, pipe, 3476535915
                    13, 1000003, nearly, 3390639741
                    49, 2, random, 1306586417
                    49, 2, down, 4240340169
                    49, 2, pipe, 2978389599
                    49, 2, nearly, 684321187
                    49, 7, random, 2870138459
                    49, 7, down, 1118511865
                    49, 7, pipe, 1352481635
                    49, 7, nearly, 3988592445
                    49, 50, random, 2224461603
                    49, 50, down, 1749370865
                    49, 50, pipe, 1886948065
                    49, 50, nearly, 341249361
                    49, 1000003, random, 3358861985
                    49, 1000003, down, 1749370865
                    49, 1000003, pipe, 1886948065
                    49, 1000003, nearly, 341249361
                    64, 2, random, 3330234857
                    64, 2, down, 84735975
                    64, 2, pipe, 84735975
                    64, 2, nearly, 2985343717
                    64, 7, random, 4167417265
                    64, 7, down, 1004333385
                    64, 7, pipe, 3328452613
                    64, 7, nearly, 369511671
                    64, 50, random, 3787819131
                    64, 50, down, 1036043273
                    64, 50, pipe, 3445232383
                    64, 50, nearly, 3276367207
                    64, 1000003, random, 170877185
                    64, 1000003, down, 1980564455
                    64, 1000003, pipe, 3445232383
                    64, 1000003, nearly, 3276367207
                    300, 2, random, 1201861061
                    300, 2, down, 2161449703
                    300, 2, pipe, 2161449703
                    300, 2, nearly, 1903105477
                    300, 7, random, 1969882327
                    300, 7, down, 3592193607
                    300, 7, pipe, 16553587
                    300, 7, nearly, 2483707423
                    300, 50, random, 1131568667
                    300, 50, down, 4277779243
                    300, 50, pipe, 434502135
                    300, 50, nearly, 940791799
                    300, 1000003, random, 1577613987
                    300, 1000003, down, 3784299313
                    300, 1000003, pipe, 2391154411
                    300, 1000003, nearly, 3180133961
                    2000, 2, random, 2010481285
                    2000, 2, down, 2620394483
                    2000, 2, pipe, 2620394483
                    2000, 2, nearly, 63496461
                    2000, 7, random, 2724733787
                    2000, 7, down, 1338156645
                    2000, 7, pipe, 543517769
                    2000, 7, nearly, 4130625219
                    2000, 50, random, 1510244073
                    2000, 50, down, 1674139063
                    2000, 50, pipe, 3055787227
                    2000, 50, nearly, 1426854491
                    2000, 1000003, random, 2202966067
                    2000, 1000003, down, 1690470687
                    2000, 1000003, pipe, 4210853131
                    2000, 1000003, nearly, 2099923903
                    """)
    void leavesEqualsWhereGoLeavesThem(int size, int keys, String pattern, long digest) {
        var sorted = GoSort.sorted(items(size, keys, pattern), Comparator.comparingInt(Item::key));

        var seen = 7;
        for (var item : sorted) {
            seen = seen * 31 + item.place();
        }
        assertThat(Integer.toUnsignedLong(seen)).isEqualTo(digest);
        assertThat(sorted).isSortedAccordingTo(Comparator.comparingInt(Item::key));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 12, 13, 49, 50, 51, 200, 1000, 5000})
    void sortsAnyNumberOfThings(int count) {
        for (var kinds : new int[] {1, 2, 10, 100_000}) {
            var random = new Random(count + kinds);
            var numbers =
                    new ArrayList<>(
                            IntStream.range(0, count)
                                    .map(_ -> random.nextInt(kinds))
                                    .boxed()
                                    .toList());
            var wanted = numbers.stream().sorted().toList();

            GoSort.sort(numbers, (a, b) -> a < b);
            assertThat(numbers).isEqualTo(wanted);

            Collections.reverse(numbers);
            GoSort.sort(numbers, (a, b) -> a < b);
            assertThat(numbers).isEqualTo(wanted);
        }
    }

    @Test
    void leavesEqualThingsWhereGoLeavesThem() {
        var things = new ArrayList<>(IntStream.range(0, 14).boxed().toList());

        GoSort.sort(things, (a, b) -> a % 2 < b % 2);

        assertThat(things.subList(0, 7)).allMatch(thing -> thing % 2 == 0);
        assertThat(things).doesNotHaveDuplicates().hasSize(14);
    }

    private static List<Item> items(int size, int keys, String pattern) {
        var items = new ArrayList<Item>();
        var random = size * 31 + keys;
        for (var i = 0; i < size; i++) {
            random = random * 1664525 + 1013904223;
            var key =
                    switch (pattern) {
                        case "down" -> size - i;
                        case "pipe" -> i > size / 2 ? size - i : i;
                        case "nearly" -> i % 17 == 5 ? i / 3 / 2 : i / 3;
                        default -> random >>> 8;
                    };
            items.add(new Item(key % keys, i));
        }
        return items;
    }
}
