package dev.evergreen.kit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.SoundResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PollingPaceTest {
    private static final Instant BEGUN = Instant.parse("2026-11-22T10:00:00Z");
    private static final PollingPace PACE =
            new PollingPace(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(10));

    private static Clock after(Duration age) {
        return Clock.fixed(BEGUN.plus(age), ZoneOffset.UTC);
    }

    private static long rest(Checkpoint task, Duration age) throws ProviderException {
        Outcome<SoundResult> outcome = PACE.again(task, after(age));
        return ((Outcome.Pending<SoundResult>) outcome).pollAfter().toSeconds();
    }

    @Test
    void restsGrowWithTheAgeWithinBoundsAlsoAfterARestart() throws Exception {
        Checkpoint begun = PollingPace.begin(1, Map.of("task", "t"), after(Duration.ZERO));
        Checkpoint read = new Checkpoint(begun.schema(), Map.copyOf(begun.state()));
        assertEquals(5, rest(read, Duration.ZERO));
        assertEquals(5, rest(read, Duration.ofSeconds(30)));
        assertEquals(10, rest(read, Duration.ofSeconds(80)));
        assertEquals(30, rest(read, Duration.ofMinutes(9)));
    }

    @Test
    void aTaskThatNeverEndsIsLostOneDay() {
        Checkpoint begun = PollingPace.begin(1, Map.of("task", "t-1"), after(Duration.ZERO));
        ProviderException lost =
                assertThrows(ProviderException.class, () -> PACE.again(begun, after(Duration.ofMinutes(11))));
        assertEquals(ProviderException.Kind.TIMEOUT, lost.kind());
    }
}
