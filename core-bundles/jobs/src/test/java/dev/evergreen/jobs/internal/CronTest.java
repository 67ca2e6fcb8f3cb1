package dev.evergreen.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *       | 2026-11-22T21:45:10Z | 2026-11-22T21:46:00Z
            * * * * *       | 2026-11-22T21:45:00Z | 2026-11-22T21:46:00Z
            15 3 * * *      | 2026-11-22T03:15:00Z | 2026-11-23T03:15:00Z
            15 3 * * *      | 2026-12-31T04:00:00Z | 2027-01-01T03:15:00Z
            */20 * * * *    | 2026-11-22T21:45:00Z | 2026-11-22T22:00:00Z
            5,50-52 9 * * * | 2026-11-22T09:50:30Z | 2026-11-22T09:51:00Z
            10/25 0 * * *   | 2026-11-22T00:10:00Z | 2026-11-22T00:35:00Z
            0 12 29 2 *     | 2026-11-22T00:00:00Z | 2028-02-29T12:00:00Z
            0 12 29 2 *     | 2096-03-01T00:00:00Z | 2104-02-29T12:00:00Z
            0 8 * * 1-5     | 2026-11-20T08:00:00Z | 2026-11-23T08:00:00Z
            0 8 * * 7       | 2026-11-20T08:00:00Z | 2026-11-22T08:00:00Z
            0 8 * * 0       | 2026-11-20T08:00:00Z | 2026-11-22T08:00:00Z
            0 8 1 * 1       | 2026-11-24T00:00:00Z | 2026-11-30T08:00:00Z
            0 8 1 * 1       | 2026-11-30T08:00:00Z | 2026-12-01T08:00:00Z
            0 8 31 * *      | 2026-11-01T00:00:00Z | 2026-12-31T08:00:00Z
            """)
    void saysWhenSomethingIsDueNext(String expression, Instant after, Instant next) {
        assertEquals(next, Cron.parse(expression).next(after));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "5-1 * * * *"})
    void refusesWhatIsNoTime(String expression) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Cron.parse(expression));
        assertTrue(refusal.getMessage().contains("'" + expression + "'"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"* * 31 2 *", "0 0 30 2 *", "*/0 * * * *", "a * * * *", "1,,2 * * * *", "@daily"})
    void refusesWhatNeverComes(String expression) {
        assertThrows(IllegalArgumentException.class, () -> Cron.parse(expression));
    }
}
