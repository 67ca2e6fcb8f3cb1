package dev.evergreen.media.internal.plugin;

import dev.evergreen.media.MediaException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs plugins' code on threads of its own, so that a plugin that never returns costs a thread and not a worker. Java cannot stop a
 * thread, so such a thread is lost for as long as the node runs.
 */
final class PluginThreads {
    private final Duration patience;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "media-plugin-" + started.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param patience how long a call may take
     */
    PluginThreads(Duration patience) {
        this.patience = patience;
    }

    /**
     * @param left run where the plugin may go on working after this returned
     * @param hung run where it did not return in time
     */
    <R> R call(String id, Supplier<R> work, Runnable left, Runnable hung) throws MediaException {
        Future<R> result = threads.submit(work::get);
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException
                    || cause instanceof LinkageError
                    || cause instanceof StackOverflowError) {
                throw new MediaException(
                        MediaException.Kind.PLUGIN_FAILED, "The plugin " + id + " failed: " + cause, cause);
            }
            throw new MediaException(
                    MediaException.Kind.ENGINE, "The engine failed while plugin " + id + " ran: " + cause, cause);
        } catch (TimeoutException e) {
            result.cancel(true);
            left.run();
            lost.incrementAndGet();
            hung.run();
            throw new MediaException(
                    MediaException.Kind.PLUGIN_FAILED,
                    "The plugin " + id + " did not return within " + patience.toSeconds()
                            + " s; it is not called again until it is installed anew or the node restarts",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.cancel(true);
            left.run();
            throw new MediaException(MediaException.Kind.CANCELLED, "Rendering was interrupted", e);
        }
    }

    /** Threads that plugins have kept. */
    int lost() {
        return lost.get();
    }

    void stop() {
        threads.shutdownNow();
    }
}
