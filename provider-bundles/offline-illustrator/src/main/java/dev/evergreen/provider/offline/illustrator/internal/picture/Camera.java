package dev.evergreen.provider.offline.illustrator.internal.picture;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.words.Scene;
import java.awt.geom.AffineTransform;

/**
 * Where the painter stands: the same place is seen from another height, distance and side in every shot.
 *
 * @param zoom of the ground, about the stage
 * @param rise how much higher the horizon is than level, in canvas units
 * @param aside how far the stage lies from the middle, in widths
 */
record Camera(double zoom, double rise, double aside) {
    private static final double PIVOT_Y = 740;

    static Camera of(Scene scene) {
        Chance chance = new Chance(scene.shotSeed() + 17);
        double aside = chance.between(.07, .16);
        double rise = switch (chance.index(3)) {
            case 0 -> -34;
            case 1 -> 0;
            default -> 38;
        };
        double closer = chance.between(0, .14);
        return switch (scene.framing()) {
            case VAST -> new Camera(1, -45, aside);
            case WIDE -> new Camera(1 + closer, scene.inside() ? 0 : rise, aside);
            case MEDIUM -> new Camera(1.32 + closer, scene.inside() ? 0 : rise, aside);
            case CLOSE, DETAIL -> new Camera(1.62 + closer, scene.inside() ? 0 : rise, aside);
        };
    }

    /** Far layers grow less and rise with the horizon; what is near does neither. */
    void place(AffineTransform toPixels, LayerKind kind, double stageX) {
        double share = switch (kind) {
            case SKY -> .3;
            case FAR -> .5;
            case MIDDLE -> .85;
            case GROUND -> 1;
            default -> 0;
        };
        double scale = 1 + (zoom - 1) * share;
        double lift = switch (kind) {
            case SKY, FAR, MIDDLE -> rise;
            case GROUND -> rise * .4;
            default -> 0;
        };
        toPixels.translate(stageX, PIVOT_Y - lift);
        toPixels.scale(scale, scale);
        toPixels.translate(-stageX, -PIVOT_Y);
    }
}
