package dev.evergreen.provider.black.forest.labs.internal;

import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PictureSizes;

/** Sizes that a model makes: sides that are multiples of a step, within bounds, and an area that is not above the largest. */
final class FluxSizes {
    private FluxSizes() {}

    /** The size that is nearest to the wanted one; that size itself where the model makes it. */
    static PictureSizes.Size of(Model model, int width, int height) {
        long pixels = model.limit("pixels").orElse(Long.MAX_VALUE);
        long longest = model.limit("longest-side").orElse((long) Integer.MAX_VALUE);
        double scale = Math.min(
                Math.min(1, (double) longest / Math.max(width, height)),
                Math.sqrt((double) pixels / ((double) width * height)));
        long across = side(model, width, scale, false);
        long down = side(model, height, scale, false);
        return across * down > pixels || across > longest || down > longest
                ? size(side(model, width, scale, true), side(model, height, scale, true))
                : size(across, down);
    }

    private static long side(Model model, int wanted, double scale, boolean below) {
        long step = Math.max(1, model.limit("step").orElse(1L));
        double steps = wanted * scale / step;
        long side = (long) (below ? Math.floor(steps) : Math.rint(steps)) * step;
        return Math.max(model.limit("shortest-side").orElse(step), side);
    }

    private static PictureSizes.Size size(long width, long height) {
        return new PictureSizes.Size((int) width, (int) height);
    }
}
