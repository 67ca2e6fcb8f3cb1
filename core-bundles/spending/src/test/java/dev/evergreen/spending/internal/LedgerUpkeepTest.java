package dev.evergreen.spending.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.ledger.CallRecovery;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.StoredTask;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallLookup;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Purchase;
import dev.evergreen.spi.provider.SentCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class LedgerUpkeepTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration REST = Duration.ofMinutes(5);
    private static final Checkpoint TASK = new Checkpoint(1, Map.of("task", "t-1"));

    private final Unsettled unsettled = new Unsettled();
    private final List<Event> alerts = new ArrayList<>();
    private final Hands clock = new Hands();
    private final LookupDesk desk = new LookupDesk(unsettled, REST, clock);
    private final LedgerUpkeep upkeep =
            new LedgerUpkeep(unsettled, new Bus(alerts), desk, Duration.ofMinutes(1), clock);
    private final List<SentCall> asked = new ArrayList<>();

    @Test
    void aVendorThatCanTellIsAskedAndItsWordIsBooked() {
        UUID bought = unsettled.add("painter", "main");
        UUID notBought = unsettled.add("painter", "main");
        add(
                "painter",
                "main",
                call -> call.id().equals(bought.toString())
                        ? new Purchase.Bought(Money.usd("0.04"))
                        : new Purchase.NotBought());

        upkeep.run();

        assertEquals(
                Map.of(bought, "0.040000 bought, says painter", notBought, "- not bought, says painter"),
                unsettled.ends);
        assertEquals(Optional.of(TASK), asked.get(0).task());
        assertEquals("ImageGenerator", asked.get(0).capability());
    }

    @Test
    void onlyTheAccountThatWasAskedCanTell() {
        unsettled.add("painter", "main");
        add("painter", "second", call -> new Purchase.NotBought());
        add("narrator", "main", call -> new Purchase.NotBought());

        upkeep.run();

        assertEquals(Map.of(), unsettled.ends);
        assertEquals(List.of(), asked);
    }

    @Test
    void aVendorThatCannotTellIsAskedAgainAfterARest() {
        unsettled.add("painter", "main");
        List<Purchase> answers =
                new ArrayList<>(List.of(new Purchase.Unclear("the bill is not made"), new Purchase.NotBought()));
        add("painter", "main", call -> answers.remove(0));

        upkeep.run();
        upkeep.run();
        clock.now = NOON.plus(REST).minusSeconds(1);
        upkeep.run();
        assertEquals(1, asked.size());
        assertEquals(Map.of(), unsettled.ends);

        clock.now = NOON.plus(REST);
        upkeep.run();
        assertEquals(2, asked.size());
        assertEquals(1, unsettled.ends.size());
    }

    @Test
    void aVendorThatFailsLeavesTheOthersAlone() {
        unsettled.add("painter", "main");
        UUID other = unsettled.add("narrator", "");
        add("painter", "main", call -> {
            throw new ProviderException(ProviderException.Kind.UNAVAILABLE, "down");
        });
        LookupAnswer broken = call -> {
            throw new IllegalStateException("a mistake in the plugin");
        };
        add("narrator", "", broken);
        upkeep.run();
        assertEquals(Map.of(), unsettled.ends);

        clock.now = NOON.plus(REST);
        desk.removeLookup(lookups.get(1));
        add("narrator", "", call -> new Purchase.NotBought());
        upkeep.run();
        assertEquals(List.of(other), List.copyOf(unsettled.ends.keySet()));
    }

    @Test
    void aCallThatSomebodyElseSettledMeanwhileIsNoTrouble() {
        unsettled.add("painter", "main");
        unsettled.somebodyIsFaster = true;
        add("painter", "main", call -> new Purchase.NotBought());
        upkeep.run();
        assertEquals(1, asked.size());
        assertEquals(Map.of(), unsettled.ends);
    }

    @Test
    void callsThatMayHaveBeenBoughtAlertTheOperator() {
        unsettled.expired = new CallRecovery.Expired(2, 0);
        upkeep.run();
        assertEquals(List.of(), alerts);
        unsettled.expired = new CallRecovery.Expired(0, 3);
        upkeep.run();
        assertEquals("error:occurred", alerts.get(0).topic());
        String said = String.valueOf(alerts.get(0).payload().get("error"));
        assertTrue(said.startsWith("Of 3 calls it is not known"), said);
        assertEquals(Duration.ofMinutes(1), unsettled.grace);
    }

    private final List<CallLookup> lookups = new ArrayList<>();

    /** What a vendor says. */
    private interface LookupAnswer {
        Purchase to(SentCall call) throws ProviderException;
    }

    private void add(String plugin, String account, LookupAnswer answer) {
        CallLookup lookup = (call, timeout) -> {
            asked.add(call);
            return answer.to(call);
        };
        lookups.add(lookup);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(ProviderProperties.PLUGIN_ID, plugin);
        if (!account.isEmpty()) {
            properties.put(ProviderProperties.ACCOUNT, account);
        }
        desk.addLookup(lookup, properties);
    }

    private static final class Unsettled implements CallRecovery {
        final Map<UUID, ProviderCall> calls = new LinkedHashMap<>();
        final Map<UUID, String> ends = new LinkedHashMap<>();
        Expired expired = new Expired(0, 0);
        Duration grace = Duration.ZERO;
        boolean somebodyIsFaster;

        UUID add(String plugin, String account) {
            UUID id = UUID.nameUUIDFromBytes(new byte[] {(byte) calls.size()});
            calls.put(
                    id,
                    new ProviderCall(
                            id,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "request-1",
                            "ImageGenerator",
                            plugin,
                            account,
                            "oil",
                            ProviderCall.State.UNKNOWN,
                            Money.usd("0.05"),
                            Optional.empty(),
                            Json.write(new StoredTask("digest", Optional.of(TASK))),
                            "",
                            NOON,
                            NOON,
                            NOON));
            return id;
        }

        @Override
        public Expired expire(Duration given) {
            grace = given;
            return expired;
        }

        @Override
        public List<ProviderCall> unknown() {
            return List.copyOf(calls.values());
        }

        @Override
        public ProviderCall reconcile(UUID callId, Optional<Money> charge, String note) {
            ProviderCall call = calls.remove(callId);
            if (call == null || somebodyIsFaster) {
                throw new ProblemException(Problem.Kind.CONFLICT, "call", "Its outcome is known.");
            }
            ends.put(callId, charge.map(money -> money.amount().toPlainString()).orElse("-") + " " + note);
            return call;
        }
    }

    private record Bus(List<Event> events) implements EventBus {
        @Override
        public void publish(Event event) {
            events.add(event);
        }

        @Override
        public Subscription subscribe(String topic, Consumer<Event> subscriber) {
            throw new AssertionError("upkeep subscribes to nothing");
        }
    }

    private static final class Hands extends Clock {
        Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
