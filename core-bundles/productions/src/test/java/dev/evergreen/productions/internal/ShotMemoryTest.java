package dev.evergreen.productions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.domain.json.Json;
import org.junit.jupiter.api.Test;

class ShotMemoryTest {
    @Test
    void wishesAddUpAndLeaveOtherSettingsAlone() {
        String once = ShotMemory.asking("{\"format\":\"9:16\"}", "shot-1", "more waves");
        String twice = ShotMemory.asking(once, "shot-1", "fewer waves");

        assertEquals(new ShotMemory.Wish(2, "fewer waves"), ShotMemory.of(twice).wish("shot-1"));
        assertEquals(ShotMemory.Wish.NONE, ShotMemory.of(twice).wish("shot-2"));
        assertEquals("9:16", Json.readObject(twice).get("format"));
    }
}
