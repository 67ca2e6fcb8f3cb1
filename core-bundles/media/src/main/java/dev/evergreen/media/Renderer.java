package dev.evergreen.media;

import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.timeline.Canvas;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes films of timelines. The same request with the same blobs and plugins gives the same file, byte for byte, whatever
 * else the machine does. Pieces that were drawn once are kept, also over a crash, and not drawn again. Thread-safe; requests
 * at the same time share the processors.
 */
@ProviderType
public interface Renderer {
    /**
     * Renders in the caller's time.
     *
     * @throws MediaException also of kind CANCELLED where the listener or an interrupt of the calling thread stopped it; the
     *     output is then as it was before
     */
    RenderResult render(RenderRequest request, BlobReader blobs, RenderListener listener) throws MediaException;

    /**
     * What an exporter plans for a film.
     *
     * @param exporterId its {@code evergreen.plugin.id}, such as {@code evergreen.mp4}
     * @throws MediaException of kind MISSING_PLUGIN, or of kind INVALID_TIMELINE where the exporter refuses such a film
     */
    EncodingPlan plan(String exporterId, ExportRequest request, Canvas canvas) throws MediaException;
}
