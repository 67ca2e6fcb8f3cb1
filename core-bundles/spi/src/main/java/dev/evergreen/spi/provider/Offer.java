package dev.evergreen.spi.provider;

import java.util.Map;

/**
 * Something a provider sells: usually a model.
 *
 * @param id unique within the plugin, for example {@code gpt-image-1}
 * @param title for people
 * @param tier quality, for policies and floors
 * @param region where it runs, for example {@code eu}; {@code local} when nothing leaves the machine
 * @param retainsData whether the vendor keeps what it is sent
 * @param attributes what the capability's requests may ask for, for example {@code languages=en,de}
 */
public record Offer(
        String id, String title, Tier tier, String region, boolean retainsData, Map<String, String> attributes) {
    public Offer {
        attributes = Map.copyOf(attributes);
    }

    /** Quality tiers in rising order. */
    public enum Tier {
        DRAFT,
        STANDARD,
        HIGH
    }
}
