package dev.evergreen.media.internal.plugin;

import dev.evergreen.media.MediaException;
import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.TimeEffect;
import dev.evergreen.spi.effect.Transition;
import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.spi.export.Exporter;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plugins by their ids. They come and go while films are rendered; a film asks for them as it needs them. */
public final class Plugins {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final Map<Class<?>, Map<String, Entry>> services = new ConcurrentHashMap<>();
    private final Set<String> quarantined = ConcurrentHashMap.newKeySet();
    private final PluginThreads threads;

    private record Entry(Object service, String version) {}

    /**
     * @param patience how long a call of a plugin may take
     */
    public Plugins(Duration patience) {
        threads = new PluginThreads(patience);
    }

    /** Adds a plugin; of two with one id the later wins. */
    public <T> void add(Class<T> kind, String id, T service, String version) {
        quarantined.remove(id);
        services.computeIfAbsent(kind, k -> new ConcurrentHashMap<>()).put(id, new Entry(service, version));
    }

    /** Removes a plugin, unless another has taken its id meanwhile. */
    public <T> void remove(Class<T> kind, String id, T service) {
        Map<String, Entry> ofKind = services.getOrDefault(kind, Map.of());
        Entry entry = ofKind.get(id);
        if (entry != null && entry.service == service) {
            ofKind.remove(id, entry);
        }
    }

    public @Nullable VideoEffect videoEffect(String id) {
        return find(VideoEffect.class, id);
    }

    public @Nullable FrameEffect frameEffect(String id) {
        return find(FrameEffect.class, id);
    }

    public @Nullable TimeEffect timeEffect(String id) {
        return find(TimeEffect.class, id);
    }

    public @Nullable Transition transition(String id) {
        return find(Transition.class, id);
    }

    public @Nullable FrameTransition frameTransition(String id) {
        return find(FrameTransition.class, id);
    }

    public AudioEffect audioEffect(String id) throws MediaException {
        AudioEffect effect = find(AudioEffect.class, id);
        if (effect == null) {
            throw missing("audio effect", id);
        }
        return effect;
    }

    public Exporter exporter(String id) throws MediaException {
        Exporter exporter = find(Exporter.class, id);
        if (exporter == null) {
            throw missing("exporter", id);
        }
        return exporter;
    }

    /** What tells one build of a plugin from another; part of the key under which drawn pieces are kept. Empty where it is missing. */
    public Optional<String> version(String id) {
        return services.values().stream()
                .map(ofKind -> ofKind.get(id))
                .filter(Objects::nonNull)
                .map(Entry::version)
                .findFirst();
    }

    public static MediaException missing(String what, String id) {
        return new MediaException(
                MediaException.Kind.MISSING_PLUGIN,
                "The timeline uses the " + what + " " + id + ", which is not installed; install its bundle");
    }

    /**
     * Calls a plugin. Its every failure becomes one of kind PLUGIN_FAILED; one that does not return in time is not called again.
     */
    public <R> R call(String id, Supplier<R> work) throws MediaException {
        return call(id, work, () -> {});
    }

    /**
     * Calls a plugin that works on memory of the engine.
     *
     * @param left run where the plugin may go on working after this has thrown
     */
    public <R> R call(String id, Supplier<R> work, Runnable left) throws MediaException {
        if (quarantined.contains(id)) {
            throw new MediaException(
                    MediaException.Kind.PLUGIN_FAILED,
                    "The plugin " + id + " has hung and is in quarantine; install it anew or restart the node");
        }
        return threads.call(id, work, left, () -> {
            quarantined.add(id);
            LOG.warn("The plugin {} has hung and is in quarantine; plugins hold {} lost threads", id, lostThreads());
        });
    }

    /** Closes what a plugin opened. A failure is only noted, as all frames are drawn by then; what hung is left alone. */
    public void close(String id, AutoCloseable opened) {
        if (quarantined.contains(id)) {
            return;
        }
        try {
            call(id, () -> {
                try {
                    opened.close();
                } catch (Exception e) {
                    throw new IllegalStateException("closing failed: " + e, e);
                }
                return true;
            });
        } catch (MediaException e) {
            LOG.warn("{}; its frames are drawn", e.getMessage(), e);
        }
    }

    /** Threads that plugins have never given back. */
    public int lostThreads() {
        return threads.lost();
    }

    /** Ends the threads on which plugins run. */
    public void stop() {
        threads.stop();
    }

    private <T> @Nullable T find(Class<T> kind, String id) {
        Entry entry = services.getOrDefault(kind, Map.of()).get(id);
        return entry == null ? null : kind.cast(entry.service);
    }
}
