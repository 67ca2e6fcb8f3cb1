package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.storage.Cache;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The turns that one call has booked at accounts. Those of a job are kept in the cache, so that the job finds them when it asks for
 * the same again, after a restart or on another node where the cache is shared. A cache may forget: then the job books again. Used
 * by one thread at a time.
 */
final class Bookings {
    /** A turn that nobody came for is given up after that time. */
    private static final Duration LAPSES = Duration.ofHours(1);

    private static final int DIGITS = 16;

    private final Cache cache;
    private final @Nullable String key;
    private Map<String, Booking> booked = new HashMap<>();
    private boolean stored;

    private Bookings(Cache cache, @Nullable String key) {
        this.cache = cache;
        this.key = key;
    }

    /**
     * A turn at one account.
     *
     * @param since when it was first asked for
     * @param units when each unit of the account's rates may be used
     * @param complete whether all units that the call uses are booked
     */
    record Booking(Instant since, Map<String, Instant> units, boolean complete) {
        Booking {
            units = Map.copyOf(units);
        }

        /** When all of them may be. */
        Instant at() {
            return units.values().stream().max(Instant::compareTo).orElse(since);
        }

        Booking with(String unit, Instant when) {
            Map<String, Instant> more = new HashMap<>(units);
            more.put(unit, when);
            return new Booking(since, more, false);
        }
    }

    /** As they are stored. */
    private record Stored(Map<String, Booking> accounts) {}

    /**
     * @param jobId who asks; without a job nothing outlives the call
     * @param digest of the canonical request
     */
    static Bookings of(Cache cache, Optional<UUID> jobId, String digest) {
        Bookings bookings = new Bookings(
                cache,
                jobId.map(id -> "turn:" + id + ":" + digest.substring(0, DIGITS))
                        .orElse(null));
        if (bookings.key != null) {
            Optional<String> known = cache.getText(bookings.key);
            bookings.stored = known.isPresent();
            known.ifPresent(text -> bookings.booked =
                    new HashMap<>(Json.read(text, Stored.class).accounts()));
        }
        return bookings;
    }

    /** For a call at accounts without limits, and for a look at the market that is no call. */
    static Bookings none(Cache cache) {
        return new Bookings(cache, null);
    }

    Optional<Booking> at(String account) {
        return booked.isEmpty() ? Optional.empty() : Optional.ofNullable(booked.get(account));
    }

    void put(String account, Booking booking) {
        booked.put(account, booking);
    }

    /** Keeps what is booked for the job's next call. */
    void keep(Instant now) {
        if (key == null || booked.isEmpty()) {
            return;
        }
        stored = true;
        Instant last = booked.values().stream()
                .map(Booking::at)
                .max(Instant::compareTo)
                .orElse(now);
        Duration left = Duration.between(now, last);
        cache.putText(key, Json.write(new Stored(booked)), left.isNegative() ? LAPSES : left.plus(LAPSES), Set.of());
    }

    /** The turn was used. */
    void used(String account, Instant now) {
        if (booked.remove(account) != null && key != null && stored) {
            stored = false;
            cache.invalidate(key);
            keep(now);
        }
    }
}
