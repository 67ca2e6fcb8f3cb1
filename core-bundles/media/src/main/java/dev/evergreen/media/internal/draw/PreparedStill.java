package dev.evergreen.media.internal.draw;

import dev.evergreen.media.internal.picture.Columns;
import dev.evergreen.media.internal.picture.Layer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture decoded, converted and scaled to about the size at which it is shown. Shared by all threads.
 *
 * @param width of its luma planes
 * @param height of its luma planes
 * @param ground the hindmost layer where nothing shines through it: Y, Cb, Cr; else null
 * @param groundDepth its depth
 * @param layers the others, back to front
 */
record PreparedStill(
        int width, int height, @Nullable List<Columns> ground, double groundDepth, List<DepthLayer> layers) {
    /**
     * @param depth 0 (farthest) to 1 (nearest)
     */
    record DepthLayer(double depth, Layer layer) {}

    PreparedStill {
        ground = ground == null ? null : List.copyOf(ground);
        layers = List.copyOf(layers);
    }

    /** Bytes of memory. */
    long size() {
        long size = 0;
        if (ground != null) {
            size += ground.stream().mapToLong(Columns::size).sum();
        }
        return size + layers.stream().mapToLong(layer -> layer.layer().size()).sum();
    }
}
