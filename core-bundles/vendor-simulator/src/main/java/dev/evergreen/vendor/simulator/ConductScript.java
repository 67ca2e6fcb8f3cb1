package dev.evergreen.vendor.simulator;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;

/** Decides order by order how the vendor behaves. Thread-safe; the same seed gives the same sequence. */
public final class ConductScript {
    private final Queue<Conduct> first;
    private final Map<Conduct, Double> shares;
    private final Random random;

    private ConductScript(List<Conduct> first, Map<Conduct, Double> shares, long seed) {
        this.first = new ArrayDeque<>(first);
        this.shares = new EnumMap<>(Conduct.class);
        this.shares.putAll(shares);
        this.random = new Random(seed);
    }

    /** These in order, then {@link Conduct#SERVE} for ever. */
    public static ConductScript inOrder(Conduct... conducts) {
        return new ConductScript(List.of(conducts), Map.of(), 0);
    }

    /** @param shares of orders, from 0 to 1 and together at most 1; the rest is served */
    public static ConductScript seeded(long seed, Map<Conduct, Double> shares) {
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 1 || shares.values().stream().anyMatch(share -> share < 0)) {
            throw new IllegalArgumentException("The shares " + shares + " are no shares of one whole");
        }
        return new ConductScript(List.of(), shares, seed);
    }

    synchronized Conduct next() {
        Conduct ordered = first.poll();
        if (ordered != null) {
            return ordered;
        }
        double drawn = random.nextDouble();
        for (Map.Entry<Conduct, Double> share : shares.entrySet()) {
            drawn -= share.getValue();
            if (drawn < 0) {
                return share.getKey();
            }
        }
        return Conduct.SERVE;
    }
}
