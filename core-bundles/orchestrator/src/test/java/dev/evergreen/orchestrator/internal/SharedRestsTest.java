package dev.evergreen.orchestrator.internal;

import static dev.evergreen.orchestrator.internal.FakeComposer.fails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a vendor tells one node holds for the others. */
@Timeout(60)
class SharedRestsTest {
    @TempDir
    private Path folder;

    private final TestMarket.MapCache cache = new TestMarket.MapCache();
    private final List<TestMarket> open = new ArrayList<>();
    private TestMarket first;
    private TestMarket second;
    private final FakeComposer here = FakeComposer.priced("0.01", "0.01");
    private final FakeComposer there = FakeComposer.priced("0.01", "0.01");

    @BeforeEach
    void open() throws SQLException, IOException {
        open.add(new TestMarket(folder));
        first = node("node-a");
        second = node("node-b");
        first.offer("vendor", here).offer("other", FakeComposer.priced("0.05", "0.05"));
        second.offer("vendor", there).offer("other", FakeComposer.priced("0.05", "0.05"));
    }

    @AfterEach
    void close() {
        open.forEach(TestMarket::close);
    }

    private TestMarket node(String name) throws IOException {
        TestMarket node = new TestMarket(
                Files.createDirectories(folder.resolve(name + "-" + open.size())),
                open.get(0).database,
                Settings.DEFAULTS,
                TestMarket.sharing(name, cache),
                new Random(7));
        open.add(node);
        return node;
    }

    private static FakeComposer.Behaviour rests(Duration time) {
        return (composer, call) -> {
            throw new ProviderException(Kind.RATE_LIMITED, "slow down", null, Optional.of(time), Optional.empty());
        };
    }

    private static OfferStatus status(TestMarket node) {
        return node.orchestrator.status().stream()
                .filter(offer -> offer.plugin().equals("vendor"))
                .findFirst()
                .orElseThrow();
    }

    private List<Event> told() {
        return first.events.stream()
                .filter(event -> event.topic().equals(SharedRests.TOPIC))
                .toList();
    }

    @Test
    void aVendorThatWantsQuietGetsItFromAllNodes() throws Exception {
        here.first(rests(Duration.ofMinutes(10)));
        assertEquals("other/bed", first.compose(1).trail().served());
        assertEquals(1, told().size());

        told().forEach(second::hear);

        assertEquals("other/bed", second.compose(2).trail().served());
        assertEquals(0, there.executions.get(), "the vendor was left alone");
        String words = status(second).explanation();
        assertTrue(words.contains("cools down for"), words);
        assertTrue(words.contains("node node-a was told to wait until 20"), words);
        assertTrue(words.contains("RATE_LIMITED: slow down"), words);
        assertFalse(status(first).explanation().contains("was told"), "it was told itself");
        assertTrue(status(second)
                .coolDownUntil()
                .orElseThrow()
                .isAfter(Instant.now().plusSeconds(500)));
    }

    @Test
    void aUsedUpAccountIsAskedByNobodyAndOnlyOneNodeCallsTheOperator() throws Exception {
        here.first(fails(Kind.QUOTA_EXHAUSTED));
        first.compose(1);
        told().forEach(second::hear);

        assertEquals("other/bed", second.compose(2).trail().served());

        assertEquals(0, there.executions.get());
        assertEquals("OPEN", status(second).circuit());
        assertTrue(
                status(second).explanation().contains("QUOTA_EXHAUSTED"),
                status(second).explanation());
        assertEquals(
                0,
                second.events.stream()
                        .filter(event -> event.topic().equals("error:occurred"))
                        .count());
        assertTrue(cache.entries.isEmpty(), "an account that is mended must not be found broken in a cache");

        second.market.remove(there);
        second.offer("vendor", there);
        assertEquals("vendor/bed", second.compose(3).trail().served(), "the mended account comes as a new service");
    }

    @Test
    void whoStartsLaterOrMissedItLearnsItFromTheCache() throws Exception {
        here.first(rests(Duration.ofMinutes(10)));
        first.compose(1);
        assertEquals(Optional.empty(), status(second).coolDownUntil(), "it heard nothing");

        second.hear(new Event(EventBus.GAP, "", Map.of(), Instant.now()));
        TestMarket third = node("node-c");
        third.offer("vendor", FakeComposer.free());

        TestMarket.await(() -> status(second).coolDownUntil().isPresent(), "the gap was not closed");
        TestMarket.await(() -> status(third).coolDownUntil().isPresent(), "the new node was not told");
        assertTrue(
                status(third).explanation().contains("node node-a was told"),
                status(third).explanation());
    }

    @Test
    void ordinaryFailuresSayNothingAboutOtherNodes() throws Exception {
        here.first(fails(Kind.UNAVAILABLE), fails(Kind.CONTENT_REJECTED));
        first.compose(1);
        assertThrows(CallFailedException.class, () -> first.compose(2));

        assertEquals(List.of(), told());
        assertTrue(cache.entries.isEmpty());
    }

    @Test
    void whatANodeHearsOfItselfChangesNothing() throws Exception {
        here.first(rests(Duration.ofMillis(300)));
        first.compose(1);
        Instant until = status(first).coolDownUntil().orElse(Instant.MIN);

        told().forEach(first::hear);

        assertTrue(!status(first).coolDownUntil().orElse(Instant.MIN).isAfter(until));
    }
}
