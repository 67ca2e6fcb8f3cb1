package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Dunes, mesas and cacti. */
final class DesertPlace extends PlacePainting {
    DesertPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        picture.horizon = 600;
        sky.open(610);
        Chance chance = new Chance(seed + 5L);
        int s = local(0xE0A867, .8), rk = local(0xB5674A, .62);
        Graphics2D f = picture.far();
        for (int i = 0; i < 3; i++) {
            double x = width * chance.between(0, 1), w = chance.between(90, 230), h = chance.between(80, 190);
            Brush.vertical(
                    f,
                    Shapes.polygon(
                            x - w * .7,
                            620,
                            x - w * .52,
                            620 - h * .5,
                            x - w * .4,
                            620 - h,
                            x + w * .35,
                            620 - h * 1.03,
                            x + w * .5,
                            620 - h * .5,
                            x + w * .75,
                            620),
                    620 - h,
                    rk,
                    620,
                    Colour.mix(rk, palette.haze(), .6));
        }
        for (int i = 0; i < 5; i++) {
            Graphics2D g = i < 2 ? f : i < 4 ? picture.middle() : picture.ground();
            double t = i / 4.0, y = 610 + 230 * t * t + 16 * i;
            terrain.dune(
                    g,
                    y,
                    60 + 80 * t,
                    .55 * (1 - t),
                    seed + i,
                    local(0xE3AE6B, .55 * (1 - t)),
                    .0016 + .0008 * (4 - i));
        }
        meadow.dabs(
                picture.ground(),
                0,
                850,
                width,
                1000,
                120,
                80,
                lit(local(0xE3AE6B, 0), .4),
                dark(local(0xE3AE6B, 0), .3),
                .3,
                chance);
        for (int i = 0; i < 24; i++) {
            Graphics2D g = picture.ground();
            double y = 870 + i * 6;
            Path2D w = new Path2D.Double();
            w.moveTo(-50, y);
            for (double x = -50; x < width + 50; x += 12) {
                w.lineTo(x, y + 9 * Noise.smooth(x * .008, i * .3, 3));
            }
            Brush.line(g, w, 1.6, dark(local(0xD79C5C, 0), .3), .22);
        }
        double cx = picture.side > 0 ? width * .13 : width * .87;
        structures.cactus(picture.ground(), cx, 890, 230, 0);
        structures.cactus(picture.middle(), width - cx * .7, 750, 100, .2);
        rocks.rocks(picture.ground(), cx + 150 * picture.side, 905, 60, 4, seed, 0);
        picture.groundY = 905;
    }
}
