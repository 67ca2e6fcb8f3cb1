package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.ConcurrencyDecision;
import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.domain.storage.ConcurrencyRequest;
import dev.evergreen.domain.storage.RateDecision;
import dev.evergreen.domain.storage.RateLimit;
import dev.evergreen.domain.storage.RateLimiter;
import dev.evergreen.domain.storage.RateRequest;
import dev.evergreen.orchestrator.CallOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose turn it is at the accounts of vendors that let them do only so much. Thread-safe. */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    /** A node that dies gives its places back after that time. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration SHORTEST_RETURN = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETURN = Duration.ofMinutes(10);

    private final RateLimiter rates;
    private final ConcurrencyLimiter places;
    private final Cache cache;
    private final Settings.Waiting settings;
    private final Clock clock;

    /** When accounts may be asked again, as this node last heard; others may have booked since. */
    private final Map<String, Instant> free = new ConcurrentHashMap<>();

    /** Until when all places of accounts are probably taken, as this node last heard. */
    private final Map<String, Instant> full = new ConcurrentHashMap<>();

    private final Map<Place, ConcurrencyRequest> held = new ConcurrentHashMap<>();

    /** @param scheduler prolongs the leases of places; the caller ends it */
    Turns(
            RateLimiter rates,
            ConcurrencyLimiter places,
            Cache cache,
            Settings.Waiting settings,
            Clock clock,
            ScheduledExecutorService scheduler) {
        this.rates = rates;
        this.places = places;
        this.cache = cache;
        this.settings = settings;
        this.clock = clock;
        long third = LEASE.toMillis() / 3;
        var unused = scheduler.scheduleWithFixedDelay(this::prolong, third, third, TimeUnit.MILLISECONDS);
    }

    /** A place among the requests that are under way at an account; closing gives it back. */
    final class Place implements AutoCloseable {
        private final String key;
        private final String holder;

        private Place(String key, String holder) {
            this.key = key;
            this.holder = holder;
        }

        @Override
        public void close() {
            held.remove(this);
            places.leave(key, holder);
        }
    }

    /**
     * Where a call stands in line for a place.
     *
     * @param place when there was one
     * @param back otherwise: when coming back makes sense; the place in line is kept until then and a while longer
     */
    record Standing(Optional<Place> place, Duration back) {}

    /** The turns that an earlier run of the same call has booked, where accounts of that capability have limits at all. */
    Bookings bookings(Iterable<Listing> listings, CallOptions options, String digest) {
        for (Listing listing : listings) {
            if (!listing.limits().isNone()) {
                return Bookings.of(cache, options.jobId(), digest);
            }
        }
        return noBookings();
    }

    Bookings noBookings() {
        return Bookings.none(cache);
    }

    /** How long a call will probably wait for its turn; asks nobody. */
    Duration expected(Listing listing, Bookings bookings, Instant now) {
        if (listing.limits().isNone()) {
            return Duration.ZERO;
        }
        Instant known = free.getOrDefault(listing.vendor(), Instant.MIN);
        Instant at = bookings.at(listing.vendor())
                .map(booking -> booking.complete() || booking.at().isAfter(known) ? booking.at() : known)
                .orElse(known);
        Instant taken = full.getOrDefault(listing.vendor(), Instant.MIN);
        Instant turn = taken.isAfter(at) ? taken : at;
        return turn.isAfter(now) ? Duration.between(now, turn) : Duration.ZERO;
    }

    /**
     * Books what the call uses of the account's rates, unless it has. Units are booked one after the other; those that are booked
     * stay so when a later one is refused, and are not booked again.
     *
     * @param patience how far off the turn may be
     * @return empty when it is farther off; {@link #expected} knows then how far
     */
    Optional<Bookings.Booking> book(Listing listing, Map<String, Long> units, Bookings bookings, Duration patience) {
        String account = listing.vendor();
        Instant now = clock.instant();
        Instant heard = now;
        Bookings.Booking booking = bookings.at(account).orElseGet(() -> new Bookings.Booking(now, Map.of(), false));
        if (booking.complete()) {
            return Optional.of(booking);
        }
        for (Map.Entry<String, RateLimit> rate : listing.limits().rates().entrySet()) {
            String unit = rate.getKey();
            long permits = unit.equals(Limits.CALLS) ? 1 : units.getOrDefault(unit, 0L);
            if (permits < 1 || booking.units().containsKey(unit)) {
                continue;
            }
            RateDecision decision = rates.acquire(
                    new RateRequest("provider:" + account + ":" + unit, permits, rate.getValue(), patience));
            Instant at = now.plus(decision.after());
            if (!decision.granted()) {
                free.put(account, at.isAfter(heard) ? at : heard);
                return Optional.empty();
            }
            if (!decision.after().isZero()) {
                Instant next = at.plus(
                        rate.getValue().period().dividedBy(rate.getValue().permits()));
                heard = next.isAfter(heard) ? next : heard;
            }
            booking = booking.with(unit, at);
            bookings.put(account, booking);
        }
        free.put(account, heard);
        Bookings.Booking whole = new Bookings.Booking(booking.since(), booking.units(), true);
        bookings.put(account, whole);
        return Optional.of(whole);
    }

    /**
     * Takes a place at the account or stands in line for one.
     *
     * @param duration how long one request takes there
     * @param patience how long a place in line is kept
     */
    Standing enter(Listing listing, String holder, Duration duration, Duration patience) {
        int most = listing.limits().places();
        String key = "provider:" + listing.vendor();
        Place place = new Place(key, holder);
        ConcurrencyDecision decision = places.enter(new ConcurrencyRequest(key, holder, most, LEASE, patience));
        if (decision.granted()) {
            full.remove(listing.vendor());
            held.put(place, new ConcurrencyRequest(key, holder, most, LEASE, Duration.ZERO));
            return new Standing(Optional.of(place), Duration.ZERO);
        }
        Duration turn = duration.multipliedBy(decision.ahead() + 1L).dividedBy(Math.max(1, most));
        Duration back = turn.compareTo(SHORTEST_RETURN) < 0
                ? SHORTEST_RETURN
                : turn.compareTo(LONGEST_RETURN) > 0 ? LONGEST_RETURN : turn;
        full.put(listing.vendor(), clock.instant().plus(back));
        return new Standing(Optional.empty(), back);
    }

    /** Gives up the place in line of somebody who will not come back. */
    void leave(Listing listing, String holder) {
        places.leave("provider:" + listing.vendor(), holder);
    }

    /** Who stands in line: a job under its own name, so that it finds its place again. */
    static String holder(CallOptions options, String digest) {
        return options.jobId()
                .map(job -> job + "/" + digest.substring(0, 16))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    Settings.Waiting settings() {
        return settings;
    }

    private void prolong() {
        held.forEach((place, request) -> {
            try {
                if (!places.enter(request).granted()) {
                    LOG.debug("The place of {} at {} was lost; it is used to its end", request.holder(), request.key());
                } else if (!held.containsKey(place)) {
                    // It was given back meanwhile.
                    places.leave(request.key(), request.holder());
                }
            } catch (RuntimeException e) {
                LOG.warn("The place of {} at {} cannot be kept", request.holder(), request.key(), e);
            }
        });
    }
}
