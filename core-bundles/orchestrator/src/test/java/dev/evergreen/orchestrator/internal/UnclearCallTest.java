package dev.evergreen.orchestrator.internal;

import static dev.evergreen.orchestrator.internal.FakeComposer.fails;
import static dev.evergreen.orchestrator.internal.FakeComposer.pends;
import static dev.evergreen.orchestrator.internal.FakeComposer.serves;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.ProviderCall.State;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Routing.Policy;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.persistence.internal.ledger.JdbiCallRecovery;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.SoundResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of which it is not known whether they were bought, from the job that made them to their reconciliation. */
class UnclearCallTest {
    @TempDir
    private Path folder;

    private TestMarket market;

    @BeforeEach
    void open() throws Exception {
        market = new TestMarket(folder);
    }

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void aTaskWithAnUnclearEndIsAskedAfterAgainAndNotBoughtAgain() throws Exception {
        FakeComposer composer = FakeComposer.priced("0.01", "0.02")
                .first(pends("t-1"))
                .thenPolled(
                        (fake, call) -> {
                            throw new IllegalStateException("a mistake in the plugin");
                        },
                        serves("0.015"));
        market.offer("cheap", composer);
        CallOptions options = ofJob(market.job());

        assertThrows(CallFailedException.class, () -> market.compose(1, options));
        assertEquals(State.UNKNOWN, market.calls().get(0).state());

        Served<SoundResult> served = market.compose(1, options);

        assertEquals(Money.usd("0.015"), served.charge());
        assertEquals(1, composer.executions.get());
        assertEquals(1, market.calls().size());
        assertEquals(0, market.ledger("reconcile").compareTo(Money.usd("0.015").amount()));
    }

    @Test
    void aJobWhoseCallMayHaveBeenBoughtWaitsUntilThatIsKnownAndThenAsksAnew() throws Exception {
        FakeComposer composer = FakeComposer.priced("0.01", "0.02").first(fails(Kind.BAD_RESPONSE));
        market.offer("cheap", composer);
        CallOptions options = ofJob(market.job());

        CallFailedException unclear = assertThrows(CallFailedException.class, () -> market.compose(1, options));
        assertEquals(Kind.TIMEOUT, unclear.kind(), "so that the job is tried again later");
        CallFailedException again = assertThrows(CallFailedException.class, () -> market.compose(1, options));
        assertTrue(String.valueOf(again.getMessage()).contains("may have been bought"), again.getMessage());
        assertEquals(1, composer.executions.get());

        ProviderCall unknown = market.calls().get(0);
        new JdbiCallRecovery(market.database.database())
                .reconcile(unknown.id(), Optional.of(Money.usd("0.01")), "the vendor's bill");
        Served<SoundResult> served = market.compose(1, options);

        assertEquals(Money.usd("0.01"), served.charge());
        assertEquals(2, composer.executions.get());
        assertEquals(
                0,
                market.ledger("settle", "reconcile").compareTo(Money.usd("0.02").amount()));
    }

    @Test
    void theLedgerKnowsForWhomAndUntilWhen() throws Exception {
        market.offer("cheap", FakeComposer.free());
        CallOptions plain = ofJob(market.job());
        UUID person = UUID.randomUUID();
        market.compose(
                1,
                new CallOptions(
                        plain.routing(),
                        plain.projectId(),
                        Optional.of(person),
                        plain.jobId(),
                        plain.correlationId(),
                        plain.deadline(),
                        plain.cancellation(),
                        plain.progress()));
        ProviderCall call = market.calls().get(0);
        assertEquals(Optional.of(person), call.personId());
        assertEquals(
                plain.deadline().truncatedTo(ChronoUnit.MILLIS), call.deadline().truncatedTo(ChronoUnit.MILLIS));
    }

    private static CallOptions ofJob(UUID job) {
        return TestMarket.options(
                Policy.CHEAPEST, "", Optional.of(job), Duration.ofSeconds(20), new TestMarket.Cancellation());
    }
}
