package dev.evergreen.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.orchestrator.internal.OfferHealth.Circuit;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferHealthTest {
    private final HandClock clock = new HandClock();
    private final OfferHealth health = new OfferHealth(Settings.Breaker.DEFAULTS, Settings.DEFAULTS.recovery(), clock);

    @Test
    void opensWhenHalfOfEnoughAttemptsFailed() {
        fail(2);
        succeed(2);
        assertEquals(Circuit.CLOSED, health.circuit(), "four attempts are too few to judge");

        fail(1);

        assertEquals(Circuit.OPEN, health.circuit());
        assertTrue(health.objection().orElseThrow().startsWith("its circuit is open for 30 s: UNAVAILABLE"));
    }

    @Test
    void aTrialAfterAWhileClosesItAgain() {
        fail(5);
        clock.advance(Duration.ofSeconds(30));
        assertEquals(Circuit.HALF_OPEN, health.circuit());
        assertEquals(Optional.empty(), health.objection());

        health.begin();
        assertTrue(health.objection().isPresent(), "one trial at a time");
        health.succeeded(RequestSize.SMALL, Duration.ofMillis(100));

        assertEquals(Circuit.CLOSED, health.circuit());
        fail(3);
        assertEquals(Circuit.CLOSED, health.circuit(), "what was before the recovery does not count");
    }

    @Test
    void everyFailedTrialDoublesTheRestUpToALimit() {
        fail(5);
        for (long seconds : new long[] {30, 60, 120, 240, 300, 300}) {
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertEquals(Circuit.OPEN, health.circuit(), "after " + seconds + " s less a moment");
            clock.advance(Duration.ofMillis(1));
            assertEquals(Circuit.HALF_OPEN, health.circuit());
            fail(1);
        }
    }

    @Test
    void aTrialThatSaysNothingLeavesRoomForAnother() {
        fail(5);
        clock.advance(Duration.ofSeconds(30));
        health.begin();

        health.ended();

        assertEquals(Optional.empty(), health.objection());
        assertEquals(Circuit.HALF_OPEN, health.circuit());
    }

    @Test
    void aRefusedKeyOpensAtOnceAndLonger() {
        health.begin();
        health.failed(ErrorTable.Health.OPENS, new ProviderException(Kind.AUTHENTICATION, "wrong key"));

        clock.advance(Duration.ofSeconds(299));
        assertEquals(Circuit.OPEN, health.circuit());
        assertEquals(
                "its circuit is open for 1 s: AUTHENTICATION: wrong key",
                health.objection().orElseThrow());
    }

    @Test
    void aCoolDownLastsAsLongAsTheVendorAsksAndIsNoFailure() {
        health.begin();
        health.failed(
                ErrorTable.Health.COOLS_DOWN,
                new ProviderException(
                        Kind.RATE_LIMITED, "slowly", null, Optional.of(Duration.ofSeconds(7)), Optional.empty()));

        assertEquals(Optional.of(clock.instant().plusSeconds(7)), health.coolingUntil());
        assertEquals(1.0, health.successRate());
        clock.advance(Duration.ofSeconds(7));
        assertEquals(Optional.empty(), health.objection());
    }

    @Test
    void latencyFollowsTheNewestAttempts() {
        health.begin();
        health.succeeded(RequestSize.SMALL, Duration.ofMillis(1_000));
        health.begin();
        health.succeeded(RequestSize.SMALL, Duration.ofMillis(2_000));

        assertEquals(Optional.of(Duration.ofMillis(1_200)), health.latency());
        assertEquals("ready; 0 of the latest 2 attempts failed, about 1.2 s each", health.explanation());
    }

    @Test
    void afterAnOutageItsShareOfTheCallsRises() {
        fail(5);
        clock.advance(Duration.ofSeconds(30));
        succeed(1);

        assertEquals(0.1, health.share(), 1e-9);
        assertTrue(
                health.explanation().startsWith("ready; recovers: it gets 10 % of the calls that others can serve too"),
                health.explanation());
        clock.advance(Duration.ofSeconds(30));
        assertEquals(0.55, health.share(), 1e-9);
        clock.advance(Duration.ofSeconds(30));
        assertEquals(1, health.share(), 1e-9);
    }

    @Test
    void latencyIsKeptForEachSizeOfRequests() {
        succeed(1);
        health.begin();
        health.succeeded(RequestSize.of(Duration.ofMinutes(1)), Duration.ofSeconds(50));

        assertEquals(
                Map.of(RequestSize.SMALL, Duration.ofMillis(100), RequestSize.LARGE, Duration.ofSeconds(50)),
                health.latencies());
        assertEquals(50_000, health.glance(clock.instant(), RequestSize.LARGE).latencyMillis());
        assertTrue(Double.isNaN(health.glance(clock.instant(), RequestSize.HUGE).latencyMillis()));
    }

    @Test
    void theSlowestOfTheLatestCallsAreKnownOnceThereAreTen() {
        for (int i = 1; i <= 9; i++) {
            health.succeeded(RequestSize.SMALL, Duration.ofMillis(i));
        }
        assertEquals(Optional.empty(), health.slow(RequestSize.SMALL));
        for (int i = 1; i <= 100; i++) {
            health.succeeded(RequestSize.SMALL, Duration.ofMillis(i));
        }

        assertEquals(Optional.of(Duration.ofMillis(98)), health.slow(RequestSize.SMALL), "of the 40 from 61 to 100");
    }

    @Test
    void aProbeThatFindsTheVendorWellEndsTheRest() {
        fail(5);
        assertTrue(health.wantsProbe(Duration.ofMinutes(10)));

        health.probed(new Health(Health.State.UP, "all well"));

        assertEquals(Circuit.HALF_OPEN, health.circuit());
        assertEquals(1, health.probes());
        assertEquals(5, health.calls(), "a probe is no call");
        assertTrue(
                health.explanation().endsWith("; probed 1 times for nothing, last: up, all well"),
                health.explanation());
    }

    @Test
    void anIdleVendorThatIsDownIsLeftAloneBeforeACallFails() {
        assertFalse(health.wantsProbe(Duration.ofMinutes(10)));
        clock.advance(Duration.ofMinutes(10));
        assertTrue(health.wantsProbe(Duration.ofMinutes(10)));

        health.probed(new Health(Health.State.DEGRADED, "slow"));
        assertEquals(Circuit.CLOSED, health.circuit());
        health.probed(new Health(Health.State.DOWN, "no answer"));

        assertEquals(
                "its circuit is open for 30 s: its probe says: no answer",
                health.objection().orElseThrow());
        assertEquals(1.0, health.successRate(), "nobody's call failed");
    }

    @Test
    void aRefusedKeyIsToldOnceAndNoProbeTouchesIt() {
        ProviderException refused = new ProviderException(Kind.AUTHENTICATION, "wrong key");
        assertTrue(health.failed(ErrorTable.Health.OPENS, refused), "somebody is told");
        clock.advance(Duration.ofSeconds(10));
        assertFalse(health.wantsProbe(Duration.ofMinutes(10)));

        health.probed(new Health(Health.State.UP, "all well"));
        assertEquals(Circuit.OPEN, health.circuit(), "a probe says nothing of the key");
        assertFalse(health.failed(ErrorTable.Health.OPENS, refused), "nobody is told twice");
        clock.advance(Duration.ofSeconds(300));
        health.begin();
        health.succeeded();
        assertTrue(health.failed(ErrorTable.Health.OPENS, refused), "refused anew");
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            health.begin();
            health.failed(ErrorTable.Health.COUNTS, new ProviderException(Kind.UNAVAILABLE, "down"));
        }
    }

    private void succeed(int times) {
        for (int i = 0; i < times; i++) {
            health.begin();
            health.succeeded(RequestSize.SMALL, Duration.ofMillis(100));
        }
    }

    /** A clock that is moved by hand. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
