package dev.evergreen.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.telemetry.internal.PrometheusMetrics;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CallFiguresTest {
    private final PrometheusMetrics metrics = new PrometheusMetrics();

    @Test
    void operatorsSeeHowCallsEndAndWhereCircuitsStand(@TempDir Path folder) throws Exception {
        try (TestMarket market = new TestMarket(folder)) {
            FakeComposer refused = FakeComposer.free().first(FakeComposer.fails(Kind.AUTHENTICATION));
            refused.tier = Offer.Tier.HIGH;
            market.offer("refused", refused).offer("composer", FakeComposer.free());
            market.orchestrator.addMetrics(metrics);

            market.compose(1);
            market.compose(1);

            assertShown("evergreen_calls_total{capability=\"MusicComposer\",outcome=\"served\"} 1.0");
            assertShown("evergreen_calls_total{capability=\"MusicComposer\",outcome=\"reused\"} 1.0");
            assertShown("evergreen_call_fallbacks_total{capability=\"MusicComposer\"} 1.0");
            assertShown(
                    "evergreen_call_attempts_total{capability=\"MusicComposer\",outcome=\"authentication\",plugin=\"refused\"} 1.0");
            assertShown(
                    "evergreen_call_attempts_total{capability=\"MusicComposer\",outcome=\"served\",plugin=\"composer\"} 1.0");
            assertShown("evergreen_calls_running 0.0");
            assertShown("evergreen_calls_waiting 0.0");
            assertShown(
                    "evergreen_offer_circuit{account=\"\",capability=\"MusicComposer\",offer=\"bed\",plugin=\"composer\",state=\"closed\"} 1.0");

            market.orchestrator.removeMetrics(metrics);
            assertFalse(metrics.scrape().contains("evergreen_offer_circuit"), metrics::scrape);
        }
    }

    @Test
    void aCallThatNobodyServesIsCountedToo(@TempDir Path folder) throws Exception {
        try (TestMarket market = new TestMarket(folder)) {
            market.offer("strict", FakeComposer.free().first(FakeComposer.fails(Kind.INVALID_REQUEST)));
            market.orchestrator.addMetrics(metrics);
            assertThrows(CallFailedException.class, () -> market.compose(1));
            assertShown("evergreen_calls_total{capability=\"MusicComposer\",outcome=\"failed\"} 1.0");
            assertTrue(!metrics.scrape().contains("evergreen_call_fallbacks_total{"), metrics::scrape);
            market.orchestrator.removeMetrics(metrics);
        }
    }

    /** Circuits are looked up in a thread of their own. */
    private void assertShown(String line) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (metrics.scrape().lines().noneMatch(line::equals)) {
            assertTrue(System.nanoTime() < until, () -> line + " is not among\n" + metrics.scrape());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
