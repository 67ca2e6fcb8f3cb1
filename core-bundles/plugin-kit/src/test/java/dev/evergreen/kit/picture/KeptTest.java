package dev.evergreen.kit.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {
    @Test
    void theLatestAreMadeOnce() {
        List<String> made = new ArrayList<>();
        Kept<String, String> kept = new Kept<>(2);
        for (String key : List.of("a", "b", "a", "c", "a", "b")) {
            assertEquals("made of " + key, kept.of(key, () -> {
                made.add(key);
                return "made of " + key;
            }));
        }
        assertEquals(List.of("a", "b", "c", "b"), made, "b was let go when c came");
    }
}
