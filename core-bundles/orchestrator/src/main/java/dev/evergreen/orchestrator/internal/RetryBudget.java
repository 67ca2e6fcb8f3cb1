package dev.evergreen.orchestrator.internal;

/** Repeated attempts may only be a share of the first ones, so that trouble is not multiplied. Thread-safe. */
final class RetryBudget {
    /** Enough for a node that has just started. */
    private static final double MOST = 10;

    private final double share;
    private double left = MOST;

    /** @param share repeated attempts for each first one */
    RetryBudget(double share) {
        this.share = share;
    }

    synchronized void firstAttempt() {
        left = Math.min(MOST, left + share);
    }

    synchronized boolean take() {
        if (left < 1) {
            return false;
        }
        left -= 1;
        return true;
    }
}
