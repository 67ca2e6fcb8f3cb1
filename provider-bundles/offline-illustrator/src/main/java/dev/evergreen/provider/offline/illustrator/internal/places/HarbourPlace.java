package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.picture.LayerKind;
import dev.evergreen.provider.offline.illustrator.internal.picture.Mirror;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Weather;
import java.awt.Graphics2D;

/** A quay opposite a town on a hill. */
final class HarbourPlace extends PlacePainting {
    HarbourPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        picture.water = true;
        double hy = picture.horizon = 560;
        sky.open(hy);
        Chance chance = new Chance(seed + 5L);
        terrain.ridges(picture.far(), hy - 30, 150, 2, .8, .55, 0x6F8790, .002, 4);
        Graphics2D g = picture.middle();
        double s = picture.side;
        Graphics2D t = picture.far();
        int hill = local(0x7C9068, .35);
        Shapes.Profile profile = x -> {
            double k = s > 0 ? x / width : 1 - x / width;
            return hy - 20 - 190 * Math.pow(Math.max(0, k - .18), .8) * (.8 + .4 * Noise.fractal(x * .005, 2, 4, seed));
        };
        Brush.vertical(
                t,
                Shapes.below(-500, width + 500, 6, hy, profile),
                hy - 200,
                hill,
                hy,
                Colour.mix(hill, palette.haze(), .4));
        for (int i = 0; i < 30; i++) {
            double k = .24 + .8 * chance.next(),
                    x = s > 0 ? k * width : (1 - k) * width,
                    yy = profile.at(x) + chance.between(14, 120);
            if (yy > hy - 10) {
                continue;
            }
            double w = chance.between(34, 58);
            houses.house(t, x, yy, w, w * chance.between(.6, 1), .3, seed + i, false);
        }
        for (int i = 0; i < 13; i++) {
            double k = .2 + i * .068, x = s > 0 ? k * width : (1 - k) * width - 60, w = chance.between(66, 110);
            houses.house(t, x, hy, w, w * chance.between(.7, 1.35), .2, seed + 60 + i, true);
        }
        for (int i = 0; i < 14; i++) {
            double k = chance.between(.3, 1), x = s > 0 ? k * width : (1 - k) * width;
            trees.tree(
                    t,
                    x,
                    profile.at(x) + chance.between(8, 60),
                    chance.between(36, 70),
                    chance.happens(.5) ? "cypress" : "round",
                    .36,
                    seed + i);
        }
        int quay = local(0x9A8C80, .14);
        Brush.vertical(
                t,
                Shapes.rectangle(s > 0 ? width * .17 : -600, hy - 6, width * .83 + 600, 22),
                hy,
                lit(quay, .2),
                hy + 22,
                dark(quay, .4));
        double lxh = s > 0 ? width * .09 : width * .91;
        rocks.rocks(t, lxh, hy + 8, 95, 6, seed + 9, .22);
        structures.lighthouse(t, lxh, hy - 26, 250, .14);
        water.sea(g, hy + 12, 900, chance, scene.weather() == Weather.STORM);
        Mirror.reflect(picture, LayerKind.MIDDLE, hy + 14, .5, .75, LayerKind.FAR);
        water.glitter(g, hy + 14, 900, chance);
        for (int i = 0; i < 5; i++) {
            double x = width * (.12 + .18 * i + chance.between(-.03, .03)),
                    y = hy + 54 + chance.between(0, 90),
                    k = .55 + (y - hy) / 240;
            boats.boat(g, x, y, 60 * k, seed + i, chance.happens(.7));
        }
        Graphics2D d = picture.ground();
        int w = local(0xA08468, 0);
        Brush.vertical(d, Shapes.rectangle(-900, 850, width + 1800, 900), 850, lit(w, .2), 1010, dark(w, .3));
        for (int i = -14; i < 15; i++) {
            double x = width / 2 + i * 150;
            Brush.fill(
                    d,
                    Shapes.polygon(
                            width / 2 + i * 74,
                            850,
                            width / 2 + i * 74 + 3,
                            850,
                            x * 1 + i * 40 + 8,
                            1010,
                            x + i * 40,
                            1010),
                    dark(w, .45),
                    .8);
        }
        meadow.dabs(d, 0, 856, width, 1000, 90, 60, lit(w, .3), dark(w, .3), .3, chance);
        Brush.fill(d, Shapes.rectangle(-900, 850, width + 1800, 7), lit(w, .45));
        for (double x : new double[] {width * .1, width * .43, width * .78}) {
            Brush.fill(d, Shapes.rounded(x, 790, 26, 90, 6), dark(w, .4));
            Brush.fill(d, Shapes.rounded(x + (picture.lightX < x ? 0 : 17), 790, 9, 90, 4), lit(w, .2));
            Brush.fill(d, Shapes.ellipse(x + 13, 791, 15, 5), lit(w, .3));
        }
        picture.groundY = 915;
    }
}
