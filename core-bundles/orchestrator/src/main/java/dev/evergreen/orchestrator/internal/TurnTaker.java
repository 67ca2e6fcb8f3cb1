package dev.evergreen.orchestrator.internal;

import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.spi.provider.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the turns of one call at the accounts of vendors, and waits for them as long as a thread may. Used by the calling thread. */
final class TurnTaker implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);

    /** How long a place in line is kept while somebody looks every moment, or is late coming back. */
    private static final Duration KEPT = Duration.ofSeconds(60);

    private final Turns turns;
    private final Bookings bookings;
    private final CallOptions options;
    private final String holder;
    private final CallWatch watch;
    private final CallTrail trail;
    private final Clock clock;

    /** Accounts that were found to be booked up, so that a turn there means waiting. */
    private final Set<String> busy = new HashSet<>();

    /** Accounts whose places were all taken when they were first looked at. */
    private final Set<String> full = new HashSet<>();

    private final Set<Listing> inLine = new HashSet<>();
    private boolean comesBack;

    TurnTaker(
            Turns turns,
            Bookings bookings,
            CallOptions options,
            String digest,
            CallWatch watch,
            CallTrail trail,
            Clock clock) {
        this.turns = turns;
        this.bookings = bookings;
        this.options = options;
        this.holder = Turns.holder(options, digest);
        this.watch = watch;
        this.trail = trail;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Turn {
        /** It is the call's turn; whoever goes ahead closes the place afterwards. */
        record Now(Optional<Turns.Place> place, Bookings.Booking booking) implements Turn {}

        /** The account is booked up, which nobody knew when the offers were compared. */
        record Busy() implements Turn {}

        /**
         * Its turn comes later than a thread waits.
         *
         * @param kept whether it is kept for the job
         * @param words what is waited for
         */
        record Later(Instant until, boolean kept, String words) implements Turn {}
    }

    Bookings bookings() {
        return bookings;
    }

    /** How long a thread waits. */
    Duration patience() {
        return turns.settings().patience();
    }

    /** How far off what is waited for may be: a job comes back for it, anybody else waits. */
    Duration longest() {
        if (options.jobId().isPresent()) {
            return turns.settings().longest();
        }
        Duration left = watch.left();
        return left.compareTo(patience()) < 0 ? left.isNegative() ? Duration.ZERO : left : patience();
    }

    /** @param units what the call uses of the account's limits */
    Turn take(Candidate<?> candidate, Map<String, Long> units) throws ProviderException {
        Listing listing = candidate.listing();
        boolean mayWait = !candidate.figures().untilTurn().isZero() || busy.contains(listing.vendor());
        Optional<Bookings.Booking> booked = turns.book(listing, units, bookings, mayWait ? longest() : Duration.ZERO);
        Instant now = clock.instant();
        if (booked.isEmpty()) {
            if (busy.add(listing.vendor()) && !mayWait) {
                return new Turn.Busy();
            }
            Instant free = now.plus(turns.expected(listing, bookings, now));
            return new Turn.Later(free, false, words(listing, now, free));
        }
        Bookings.Booking booking = booked.get();
        if (Duration.between(now, booking.at()).compareTo(patience()) > 0) {
            return later(listing, booking.at());
        }
        while (clock.instant().isBefore(booking.at())) {
            watch.rest(Duration.between(clock.instant(), booking.at()));
            watch.check();
        }
        return listing.limits().places() == 0 ? now(candidate, booking, Optional.empty()) : enter(candidate, booking);
    }

    private Turn enter(Candidate<?> candidate, Bookings.Booking booking) throws ProviderException {
        Listing listing = candidate.listing();
        Duration work = candidate.price().duration();
        if (full.add(listing.vendor())) {
            Turns.Standing standing = turns.enter(listing, holder, work, Duration.ZERO);
            return standing.place().isPresent() ? now(candidate, booking, standing.place()) : new Turn.Busy();
        }
        Instant until = clock.instant().plus(patience());
        inLine.add(listing);
        Duration kept = KEPT;
        while (true) {
            Turns.Standing standing = turns.enter(listing, holder, work, kept);
            if (standing.place().isPresent()) {
                inLine.remove(listing);
                return now(candidate, booking, standing.place());
            }
            watch.check();
            Duration left = Duration.between(clock.instant(), until);
            if (!left.isNegative() && !left.isZero()) {
                watch.rest(left.compareTo(LOOK) < 0 ? left : LOOK);
            } else if (kept.equals(KEPT)) {
                // Asked once more, so that the place in line is kept until it comes back.
                kept = standing.back().plus(KEPT);
            } else {
                return later(listing, clock.instant().plus(standing.back()));
            }
        }
    }

    private Turn now(Candidate<?> candidate, Bookings.Booking booking, Optional<Turns.Place> place) {
        Listing listing = candidate.listing();
        Instant now = clock.instant();
        Duration waited = Duration.between(booking.since(), now);
        bookings.used(listing.vendor(), now);
        if (booking.at().isAfter(booking.since()) || waited.compareTo(LOOK) >= 0) {
            trail.waited(candidate.key(), waited, listing.limits().words());
        }
        return new Turn.Now(place, booking);
    }

    private Turn later(Listing listing, Instant until) {
        Instant now = clock.instant();
        boolean kept = options.jobId().isPresent();
        bookings.keep(now);
        comesBack |= kept;
        return new Turn.Later(until, kept, words(listing, now, until));
    }

    private static String words(Listing listing, Instant now, Instant until) {
        return listing.vendor() + " is asked within its limits, "
                + listing.limits().words() + "; the turn of this call comes in about "
                + Ranker.words(Duration.between(now, until));
    }

    /** Leaves the lines that it does not come back to. */
    @Override
    public void close() {
        if (!comesBack) {
            inLine.forEach(listing -> turns.leave(listing, holder));
        }
    }
}
