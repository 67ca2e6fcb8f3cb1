package dev.evergreen.cache.internal;

import dev.evergreen.domain.storage.ConcurrencyDecision;
import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.domain.storage.ConcurrencyRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** Places within this process. A key that nobody is at is forgotten when somebody leaves it. */
public final class LocalConcurrencyLimiter implements ConcurrencyLimiter {
    private final LongSupplier nanos;
    private final long origin;
    private final ConcurrentMap<String, Room> rooms = new ConcurrentHashMap<>();

    public LocalConcurrencyLimiter() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that only goes forward, in nanoseconds */
    LocalConcurrencyLimiter(LongSupplier nanos) {
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
    }

    @Override
    public ConcurrencyDecision enter(ConcurrencyRequest request) {
        ConcurrencyDecision[] decision = new ConcurrencyDecision[1];
        rooms.compute(request.key(), (key, known) -> {
            Room room = known == null ? new Room() : known;
            decision[0] = room.enter(request, nanos.getAsLong() - origin);
            return room.isEmpty() ? null : room;
        });
        return decision[0];
    }

    @Override
    public void leave(String key, String holder) {
        rooms.computeIfPresent(key, (same, room) -> room.leave(holder).isEmpty() ? null : room);
    }

    /** How many keys are known, for tests of what is left behind. */
    int keys() {
        return rooms.size();
    }

    /** Who has a place and who waits for one, each until when; used within the map's atomic computations. */
    private static final class Room {
        private final Map<String, Long> inside = new HashMap<>();

        /** In the order of asking. */
        private final Map<String, Long> line = new LinkedHashMap<>();

        ConcurrencyDecision enter(ConcurrencyRequest request, long now) {
            inside.values().removeIf(until -> until <= now);
            line.values().removeIf(until -> until <= now);
            String holder = request.holder();
            int ahead = inside.containsKey(holder) ? 0 : ahead(holder);
            if (inside.containsKey(holder) || ahead < request.places() - inside.size()) {
                inside.put(holder, now + request.lease().toNanos());
                line.remove(holder);
                return new ConcurrencyDecision(true, 0);
            }
            if (!request.patience().isZero()) {
                line.put(holder, now + request.patience().toNanos());
            }
            return new ConcurrencyDecision(false, ahead);
        }

        Room leave(String holder) {
            inside.remove(holder);
            line.remove(holder);
            return this;
        }

        boolean isEmpty() {
            return inside.isEmpty() && line.isEmpty();
        }

        private int ahead(String holder) {
            int before = 0;
            for (String other : line.keySet()) {
                if (other.equals(holder)) {
                    return before;
                }
                before++;
            }
            return before;
        }
    }
}
