package dev.evergreen.jobs.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets the dispatcher rest until there is something to do. */
final class WakeUp {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean now;
    private long next = Long.MAX_VALUE;

    /** Ends the rest at once, or the next one. */
    void now() {
        lock.lock();
        try {
            now = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the rest when that time has passed, if nothing does before. */
    void after(Duration time) {
        long at = System.nanoTime() + time.toNanos();
        lock.lock();
        try {
            if (next == Long.MAX_VALUE || at - next < 0) {
                next = at;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns true when woken; false when a time that was set has passed, at the latest after {@code most}. */
    boolean await(Duration most) throws InterruptedException {
        long latest = System.nanoTime() + most.toNanos();
        lock.lock();
        try {
            while (!now) {
                long until = next != Long.MAX_VALUE && next - latest < 0 ? next : latest;
                long left = until - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                changed.await(left, TimeUnit.NANOSECONDS);
            }
            boolean woken = now;
            now = false;
            if (next != Long.MAX_VALUE && next - System.nanoTime() <= 0) {
                next = Long.MAX_VALUE;
                return false;
            }
            return woken;
        } finally {
            lock.unlock();
        }
    }
}
