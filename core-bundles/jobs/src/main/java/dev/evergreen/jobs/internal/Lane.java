package dev.evergreen.jobs.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * The slots of one queue. While its jobs are short, a few more than can run are claimed, so that no slot waits for the database;
 * long jobs are claimed only when they can begin. Thread-safe.
 */
final class Lane {
    private static final double NEWEST = 0.2;
    private static final double SHORT_MILLIS = 250;
    private static final int AHEAD = 4;

    private final int slots;
    private final Executor threads;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int active;
    private double millis = SHORT_MILLIS * 2;

    Lane(int slots, Executor threads) {
        this.slots = slots;
        this.threads = threads;
    }

    /** How many more jobs may be claimed now. */
    synchronized int room() {
        int most = millis < SHORT_MILLIS ? slots * AHEAD : slots;
        return Math.max(0, most - active - waiting.size());
    }

    /** Runs the work in a slot of its own, now or when one is free; its end is told by {@link #freed}. */
    synchronized void run(Runnable work) {
        if (active < slots) {
            active++;
            threads.execute(work);
        } else {
            waiting.add(work);
        }
    }

    /** Takes back work that has not begun; false when it has. */
    synchronized boolean withdraw(Runnable work) {
        return waiting.remove(work);
    }

    /** A slot is free again. */
    synchronized void freed(Duration worked) {
        millis += NEWEST * (worked.toNanos() / 1e6 - millis);
        Runnable next = waiting.poll();
        if (next == null) {
            active--;
        } else {
            threads.execute(next);
        }
    }
}
