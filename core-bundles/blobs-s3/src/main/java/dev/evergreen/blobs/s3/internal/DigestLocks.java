package dev.evergreen.blobs.s3.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One at a time for each digest. */
final class DigestLocks {
    private static final class Lock extends ReentrantLock {
        private static final long serialVersionUID = 1L;
        private int users;
    }

    private final Map<String, Lock> locks = new HashMap<>();

    <T> T with(String digest, Supplier<T> work) {
        Lock lock;
        synchronized (locks) {
            lock = locks.computeIfAbsent(digest, key -> new Lock());
            lock.users++;
        }
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
            synchronized (locks) {
                if (--lock.users == 0) {
                    locks.remove(digest);
                }
            }
        }
    }
}
