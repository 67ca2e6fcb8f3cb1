package dev.evergreen.provider.offline.illustrator.internal.picture;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Palette;
import dev.evergreen.provider.offline.illustrator.internal.colour.Palettes;
import dev.evergreen.provider.offline.illustrator.internal.words.Framing;
import dev.evergreen.provider.offline.illustrator.internal.words.Scene;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A picture in work: what is to be seen, its light, the stage on which people stand, and its layers. The canvas is at least 1000 units
 * high whatever the number of pixels: its bottom is at 1000, and {@link #top} is 0 or, in upright pictures, less.
 */
public final class Picture {
    /** Upright pictures show more height rather than a narrower place. */
    private static final double NARROWEST = 720;

    public final Scene scene;
    /** Light of what is near: the room's, when the scene is inside. */
    public final Palette palette;
    /** Light of the open air. */
    public final Palette outdoors;
    /** Width of the canvas. */
    public final double width;
    /** Upper edge of the canvas, 0 or negative. */
    public final double top;
    /** 1 when people stand right of the middle and the light comes from the left, -1 the other way round. */
    public final double side;
    /** Where sky and land meet. */
    public double horizon = 600;
    /** Where feet stand. */
    public double groundY = 905;
    /** Where people gather. */
    public double stageX;
    /** Height of a grown person. */
    public double figureHeight;
    /** Where the light comes from. */
    public double lightX;

    public double lightY;
    /** Middle of the room's window. */
    public double windowX;
    /** Middle of the room's bed; 0 where there is none. */
    public double bedX;
    /** The middle distance is water. */
    public boolean water;

    private final int pixelWidth;
    private final int pixelHeight;
    private final Map<LayerKind, Layer> layers = new EnumMap<>(LayerKind.class);

    public Picture(Scene scene, int pixelWidth, int pixelHeight) {
        this.scene = scene;
        this.pixelWidth = pixelWidth;
        this.pixelHeight = pixelHeight;
        double high = Math.max(1000, NARROWEST * pixelHeight / pixelWidth);
        double unit = pixelHeight / high;
        width = pixelWidth / unit;
        top = 1000 - high;
        outdoors = Palettes.outdoors(scene);
        palette = scene.inside() ? Palettes.indoors(scene, outdoors) : outdoors;
        Chance layout = new Chance(scene.placeSeed());
        side = layout.happens(.5) ? 1 : -1;
        lightX = width * (.5 - side * layout.between(.17, .25));
        lightY = switch (scene.time()) {
            case DAWN, DUSK -> 470;
            case NIGHT -> 190;
            case DAY -> 150;
        };
        Camera camera = Camera.of(scene);
        stageX = width * (.5 + side * camera.aside());
        figureHeight = scene.inside() ? 480 : 408;
        if (scene.framing() == Framing.VAST) {
            figureHeight *= .62;
        }
        for (LayerKind kind : LayerKind.values()) {
            AffineTransform toPixels = AffineTransform.getScaleInstance(unit, unit);
            toPixels.translate(0, -top);
            camera.place(toPixels, kind, stageX);
            layers.put(kind, new Layer(kind, pixelWidth, pixelHeight, toPixels));
        }
    }

    public Layer layer(LayerKind kind) {
        return Objects.requireNonNull(layers.get(kind));
    }

    public Graphics2D sky() {
        return layer(LayerKind.SKY).g();
    }

    public Graphics2D far() {
        return layer(LayerKind.FAR).g();
    }

    public Graphics2D middle() {
        return layer(LayerKind.MIDDLE).g();
    }

    public Graphics2D ground() {
        return layer(LayerKind.GROUND).g();
    }

    public Graphics2D props() {
        return layer(LayerKind.PROPS).g();
    }

    public Graphics2D figures() {
        return layer(LayerKind.FIGURES).g();
    }

    public Graphics2D foreground() {
        return layer(LayerKind.FOREGROUND).g();
    }

    public Graphics2D air() {
        return layer(LayerKind.AIR).g();
    }

    /** See {@link Palette#local}. */
    public int local(int colour, double depth) {
        return palette.local(colour, depth);
    }

    public int dark(int colour, double share) {
        return palette.dark(colour, share);
    }

    public int lit(int colour, double share) {
        return palette.lit(colour, share);
    }

    /** 1 when the light is right of x, else -1. */
    public int lightSide(double x) {
        return lightX < x ? -1 : 1;
    }

    /** Height of one metre at the stage. */
    public double metre() {
        return figureHeight / 1.7;
    }

    public int pixelWidth() {
        return pixelWidth;
    }

    public int pixelHeight() {
        return pixelHeight;
    }

    /** Pixels of a canvas unit. */
    public double unit() {
        return pixelWidth / width;
    }
}
