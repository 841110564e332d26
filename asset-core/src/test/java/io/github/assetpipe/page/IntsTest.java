package io.github.assetpipe.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class IntsTest {
    @Property
    void numbersComeBackInTheirOrder(@ForAll List<@IntRange(min = 0, max = Integer.MAX_VALUE) Integer> numbers) {
        Ints ints = new Ints(0);
        numbers.forEach(ints::add);
        Ints.Reader reader = new Ints.Reader(ints.bytes());
        for (int number : numbers) {
            assertEquals(number, reader.next());
        }
        assertFalse(reader.hasNext());
    }
}
