package dev.evergreen.orchestrator.internal;

import dev.evergreen.spi.provider.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One provider service while it is there. Calls enter before they use it; when it goes away, it waits for those inside. */
final class Listing {
    private final Class<?> capability;
    private final String plugin;
    private final String account;
    private final Provider<?, ?> provider;
    private final Limits limits;
    private final Map<String, OfferKey> keys = new ConcurrentHashMap<>();
    private int inside;
    private boolean gone;

    Listing(Class<?> capability, String plugin, String account, Provider<?, ?> provider, Limits limits) {
        this.capability = capability;
        this.plugin = plugin;
        this.account = account;
        this.provider = provider;
        this.limits = limits;
    }

    Class<?> capability() {
        return capability;
    }

    String plugin() {
        return plugin;
    }

    String account() {
        return account;
    }

    Provider<?, ?> provider() {
        return provider;
    }

    /** What the vendor lets the account do. */
    Limits limits() {
        return limits;
    }

    /** Whose limits they are: {@code plugin/account}, or the plugin alone where no account is needed. */
    String vendor() {
        return account.isEmpty() ? plugin : plugin + "/" + account;
    }

    OfferKey key(String offer) {
        return keys.computeIfAbsent(offer, id -> new OfferKey(capability.getSimpleName(), plugin, account, id));
    }

    /** False when the service has gone: nothing of it may be used. */
    synchronized boolean enter() {
        if (gone) {
            return false;
        }
        inside++;
        return true;
    }

    synchronized void exit() {
        inside--;
        notifyAll();
    }

    /** Lets nobody in any more and returns when all are out, or after that time. */
    synchronized void close(Duration most) {
        gone = true;
        long until = System.nanoTime() + most.toNanos();
        try {
            while (inside > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized boolean isGone() {
        return gone;
    }
}
