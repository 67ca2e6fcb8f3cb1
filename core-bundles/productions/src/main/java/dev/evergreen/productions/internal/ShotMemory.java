package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.productions.ShotWish;
import dev.evergreen.spi.provider.Offer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What people asked of single shots, kept in the project's settings under {@code shots}.
 *
 * @param shots wishes by shot id
 */
record ShotMemory(Map<String, Wish> shots) {
    private static final String KEY = "shots";

    ShotMemory {
        shots = Map.copyOf(shots);
    }

    static ShotMemory of(String projectSettings) {
        Optional<Settings> settings = Optional.ofNullable(Json.read(projectSettings, Settings.class));
        return new ShotMemory(settings.flatMap(Settings::shots).orElse(Map.of()));
    }

    Wish wish(String shotId) {
        return shots.getOrDefault(shotId, Wish.NONE);
    }

    /** The project's settings with one more wish for another picture. */
    static String asking(String projectSettings, String shotId, ShotWish wish) {
        Map<String, Wish> shots = new TreeMap<>(of(projectSettings).shots);
        int variation = of(projectSettings).wish(shotId).variation() + 1;
        shots.put(shotId, new Wish(variation, wish.notes(), wish.routing(), wish.tier()));
        Map<String, Object> settings = new TreeMap<>(Json.readObject(projectSettings));
        settings.put(KEY, shots);
        return Json.write(settings);
    }

    /**
     * @param variation how often another picture was asked for
     * @param notes added to the prompt
     * @param routing which providers are asked for it; empty for the production's rules
     * @param tier quality of the picture; empty for the production's
     */
    record Wish(int variation, String notes, Optional<Routing> routing, Optional<Offer.Tier> tier) {
        static final Wish NONE = new Wish(0, "", Optional.empty(), Optional.empty());

        Wish {
            // Null in what was written before shots could have rules or a quality of their own.
            routing = routing == null ? Optional.empty() : routing;
            tier = tier == null ? Optional.empty() : tier;
        }
    }

    private record Settings(Optional<Map<String, Wish>> shots) {}
}
