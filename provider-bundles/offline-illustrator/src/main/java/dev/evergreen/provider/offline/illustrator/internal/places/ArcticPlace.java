package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.picture.LayerKind;
import dev.evergreen.provider.offline.illustrator.internal.picture.Mirror;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Ice, snow and a cold sea. */
final class ArcticPlace extends PlacePainting {
    ArcticPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        double horizon = picture.horizon;
        picture.water = true;
        sky.open(horizon);
        Chance chance = new Chance(seed + 5L);
        terrain.ridges(picture.far(), horizon - 10, 120, 2, .85, .6, 0xDCE6F0, .002, 5);
        for (int i = 0; i < 3; i++) {
            berg(
                    picture.far(),
                    width * (.15 + .35 * i) + chance.between(-60, 60),
                    horizon + 12,
                    chance.between(120, 230),
                    .35,
                    seed + i);
        }
        water.sea(picture.middle(), horizon, 830, chance, false);
        Mirror.reflect(picture, LayerKind.MIDDLE, horizon + 8, .5, .85, LayerKind.FAR);
        water.glitter(picture.middle(), horizon, 800, chance);
        int ice = local(0xEEF4FA, .12);
        for (int i = 0; i < 22; i++) {
            double t = chance.next();
            double y = horizon + 40 + t * 190;
            double w = 24 + t * 120 * chance.between(.5, 1);
            double x = chance.between(0, width);
            Brush.fill(picture.middle(), Shapes.blob(x, y + 5, w, w * .16, .4, seed + i), dark(ice, .35), .8);
            Brush.fill(picture.middle(), Shapes.blob(x, y, w, w * .14, .4, seed + i), ice);
        }
        berg(picture.middle(), width * (.5 - picture.side * .33), 760, 260, .12, seed + 21);
        Graphics2D g = picture.ground();
        int snow = local(0xEDF3F9, 0);
        Shapes.Profile edge = x -> 836 + 44 * (Noise.fractal(x * .0035, 2, 4, seed) - .5);
        Brush.vertical(
                g, Shapes.below(-BEYOND, width + BEYOND, 8, 2000, edge), 820, lit(snow, .2), 1000, dark(snow, .22));
        meadow.dabs(g, 0, 850, width, 1000, 110, 70, lit(snow, .5), dark(snow, .2), .5, chance);
        picture.groundY = 908;
    }

    private void berg(Graphics2D g, double x, double y, double size, double depth, int noise) {
        int ice = local(0xDDEBF5, depth);
        Path2D outline = Shapes.rock(x, y, size, size * 1.1, noise);
        Brush.vertical(g, outline, y - size * 1.1, lit(ice, .3), y, Colour.mix(ice, 0x6FB4CC, .5));
        int dx = picture.lightSide(x);
        Shape shaded = Shapes.common(outline, Shapes.rock(x - dx * size * .4, y, size * .8, size * 1.2, noise + 1));
        Brush.fill(g, shaded, Colour.mix(dark(ice, .25), 0x7FB8D0, .3), .75);
    }
}
