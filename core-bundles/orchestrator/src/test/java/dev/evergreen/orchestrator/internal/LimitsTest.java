package dev.evergreen.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.RateLimit;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    @Test
    void aLimitIsReadAsItIsWritten() {
        Limits limits = Limits.parse("calls=50/60s, tokens = 90000/1m,concurrency=4", "as acme knows it");

        assertEquals(
                Map.of(
                        "calls", new RateLimit(45, Duration.ofSeconds(60), 5),
                        "tokens", new RateLimit(81_000, Duration.ofMinutes(1), 9_000)),
                limits.rates());
        assertEquals(4, limits.places());
        assertEquals("calls=50/60s, tokens = 90000/1m,concurrency=4 (as acme knows it)", limits.words());
        assertEquals("calls=50/60s, tokens = 90000/1m", limits.rateWords());
        assertEquals(
                new RateLimit(1, Duration.ofDays(1), 1),
                Limits.parse("calls=1/d", "").rates().get("calls"));
        assertTrue(Limits.parse(" ", "").isNone());
        assertTrue(Limits.parse("none", "").isNone());
    }

    /** What is allowed at once and what accrues in a period are the limit together, so no window of the vendor's sees more. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 9, 10, 11, 50, 1_000, 90_000})
    void noStretchOfAPeriodSeesMoreThanTheLimit(long most) {
        RateLimit limit = Limits.parse("calls=" + most + "/60s", "").rates().get("calls");

        long inAPeriod = most == 1 ? limit.permits() : limit.burst() + limit.permits();

        assertEquals(most, inAPeriod);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calls",
                "calls=",
                "calls=0/60s",
                "calls=50",
                "calls=50/60",
                "concurrency=0",
                "concurrency=4/60s",
                "Calls=1/s",
                "a=1/s,,b=1/s"
            })
    void whatIsNoLimitIsNamedWithTheWayOut(String text) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Limits.parse(text, "limits in a file"));

        assertTrue(refused.getMessage().contains("limits in a file"), refused.getMessage());
        assertTrue(refused.getMessage().contains("write for example calls=50/60s"), refused.getMessage());
    }
}
