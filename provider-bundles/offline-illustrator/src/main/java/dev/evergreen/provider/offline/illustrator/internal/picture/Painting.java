package dev.evergreen.provider.offline.illustrator.internal.picture;

import dev.evergreen.provider.offline.illustrator.internal.colour.Palette;
import dev.evergreen.provider.offline.illustrator.internal.words.Scene;

/** What every painter of a part of the picture knows. */
public abstract class Painting {
    /** How far land reaches beyond the canvas, so that a moving camera never sees its end. */
    protected static final double BEYOND = 500;

    protected final Picture picture;
    protected final Scene scene;
    protected final Palette palette;
    /** Of the canvas. */
    protected final double width;
    /** The same for every shot of the place. */
    protected final int seed;

    protected Painting(Picture picture) {
        this.picture = picture;
        scene = picture.scene;
        palette = picture.palette;
        width = picture.width;
        seed = picture.scene.placeSeed();
    }

    /** A colour of land and rooms in this light; see {@link Palette#local}. */
    protected int local(int colour, double depth) {
        return palette.local(colour, depth);
    }

    /** A colour of people and near things in this light. */
    protected int figure(int colour) {
        return palette.figure(colour);
    }

    protected int dark(int colour, double share) {
        return palette.dark(colour, share);
    }

    protected int lit(int colour, double share) {
        return palette.lit(colour, share);
    }
}
