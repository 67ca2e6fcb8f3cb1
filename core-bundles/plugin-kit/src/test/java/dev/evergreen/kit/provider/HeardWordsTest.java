package dev.evergreen.kit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.kit.provider.HeardWords.Heard;
import dev.evergreen.spi.provider.WordTiming;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeardWordsTest {
    private static Heard heard(String word, long from, long to) {
        return new Heard(word, Duration.ofMillis(from), Duration.ofMillis(to));
    }

    private static WordTiming timing(int start, int end, long from, long to) {
        return new WordTiming(start, end, Duration.ofMillis(from), Duration.ofMillis(to));
    }

    @Test
    void wordsAreFoundOneAfterTheOther() {
        assertEquals(
                List.of(timing(0, 3, 0, 100), timing(4, 7, 100, 200), timing(9, 12, 300, 400)),
                HeardWords.placed(
                        "The the, the?",
                        List.of(
                                heard("the", 0, 100),
                                heard("THE", 100, 200),
                                heard("nowhere", 200, 300),
                                heard(" the", 300, 400),
                                heard("the", 500, 400))));
    }

    @Test
    void lettersThatGrowWithTheirCaseDoNotShiftPlaces() {
        assertEquals(List.of(timing(3, 4, 0, 100)), HeardWords.placed("\u0130\u0130 x", List.of(heard("x", 0, 100))));
    }

    @Test
    void lettersMakeWords() {
        List<Duration> starts =
                List.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3));
        List<Duration> ends =
                List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3), Duration.ofMillis(4));
        assertEquals(List.of(timing(1, 3, 1, 3)), HeardWords.ofLetters(" ab ", starts, ends));
        assertEquals(List.of(timing(0, 4, 0, 4)), HeardWords.ofLetters("abcdef", starts, ends));
    }
}
