package dev.evergreen.productions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.domain.json.Json;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.productions.ShotWish;
import dev.evergreen.spi.provider.Offer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShotMemoryTest {
    @Test
    void wishesAddUpAndLeaveOtherSettingsAlone() {
        String once = ShotMemory.asking("{\"format\":\"9:16\"}", "shot-1", wish("more waves", Optional.empty()));
        String twice = ShotMemory.asking(once, "shot-1", wish("fewer waves", Optional.of(Routing.pinned("painter"))));

        assertEquals(
                new ShotMemory.Wish(
                        2, "fewer waves", Optional.of(Routing.pinned("painter")), Optional.of(Offer.Tier.HIGH)),
                ShotMemory.of(twice).wish("shot-1"));
        assertEquals(ShotMemory.Wish.NONE, ShotMemory.of(twice).wish("shot-2"));
        String earlier = "{\"shots\":{\"shot-1\":{\"variation\":3,\"notes\":\"\"}}}";
        assertEquals(
                new ShotMemory.Wish(3, "", Optional.empty(), Optional.empty()),
                ShotMemory.of(earlier).wish("shot-1"));
        assertEquals("9:16", Json.readObject(twice).get("format"));
    }

    private static ShotWish wish(String notes, Optional<Routing> routing) {
        return new ShotWish(notes, routing, Optional.of(Offer.Tier.HIGH));
    }
}
