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

/** A beach, or the open sea. */
final class ShorePlace extends PlacePainting {
    private final boolean open;

    /** @param open without a beach */
    ShorePlace(Picture picture, boolean open) {
        super(picture);
        this.open = open;
    }

    @Override
    public void paint() {
        picture.water = true;
        sky.open(picture.horizon);
        double hy = picture.horizon;
        Chance chance = new Chance(seed + 5L);
        boolean rough = scene.weather() == Weather.STORM
                || scene.mentions("waves? (crash\\w*|tower\\w*)|huge waves?|rough sea");
        if (!open || chance.happens(.4)) {
            double s = picture.side;
            Shapes.Profile profile = x -> {
                double t = s > 0 ? (x - width * .52) / (width * .5) : (width * .48 - x) / (width * .5);
                return t <= 0
                        ? hy + 30
                        : hy
                                + 8
                                - Math.pow(Math.min(1.4, t), .8)
                                        * 130
                                        * (.55 + .9 * Noise.fractal(x * .006, 2, 4, seed));
            };
            int colour = local(0x7C8F7A, .62);
            Brush.vertical(
                    picture.far(),
                    Shapes.below(-500, width + 500, 5, hy + 3, profile),
                    hy - 150,
                    colour,
                    hy,
                    Colour.mix(colour, palette.haze(), .5));
            Shapes.Profile f2 = x -> {
                double t = s > 0 ? (x - width * .74) / (width * .3) : (width * .26 - x) / (width * .3);
                return t <= 0
                        ? hy + 30
                        : hy
                                + 8
                                - Math.pow(Math.min(1.4, t), .7)
                                        * 150
                                        * (.5 + .9 * Noise.fractal(x * .009, 7, 4, seed));
            };
            colour = local(0x6C8468, .36);
            Brush.vertical(
                    picture.far(),
                    Shapes.below(-500, width + 500, 5, hy + 5, f2),
                    hy - 150,
                    colour,
                    hy,
                    Colour.mix(colour, palette.haze(), .35));
        }
        water.sea(picture.middle(), hy, open ? 1000 : 800, chance, rough);
        Mirror.reflect(picture, LayerKind.MIDDLE, hy, .3, .8, LayerKind.FAR);
        water.glitter(picture.middle(), hy, open ? 980 : 780, chance);
        if (open) {
            picture.groundY = 850;
            if (rough) {
                water.sea2(chance);
            } else {
                for (int i = 0; i < 40; i++) {
                    double t = chance.next(), y = 800 + 220 * t;
                    Brush.fill(
                            picture.ground(),
                            Shapes.lens(chance.between(0, width), y, chance.between(60, 240), 4 + 8 * t),
                            dark(local(0x2F7C8F, 0), .25),
                            .35);
                }
            }
            return;
        }
        int sand = local(scene.snowy() ? 0xE4E6E6 : 0xE3C79A, 0), wet = Colour.mix(sand, water.seaTop(), .5);
        Graphics2D g = picture.ground();
        water.foam(picture.middle(), 722, 18, seed + 1, 10);
        water.foam(picture.middle(), 764, 22, seed + 2, 14);
        Shapes.Profile edge = x -> 806 + 30 * (Noise.fractal(x * .003, 1, 3, seed + 9) - .5) * 2;
        Brush.vertical(
                g,
                Shapes.below(-500, width + 500, 8, 2000, edge),
                780,
                Colour.mix(wet, palette.sky()[3], .4),
                880,
                wet);
        Brush.vertical(
                g,
                Shapes.below(
                        -500, width + 500, 8, 2000, x -> edge.at(x) + 52 + 14 * Noise.fractal(x * .006, 4, 3, seed)),
                850,
                sand,
                1010,
                dark(sand, .25));
        water.foam(g, 800, 24, seed + 9, 16);
        meadow.dabs(g, 0, 880, width, 1000, 150, 46, lit(sand, .4), dark(sand, .3), .35, chance);
        for (int i = 0; i < 5; i++) {
            rocks.rocks(g, chance.between(0, width), chance.between(850, 930), chance.between(16, 40), 2, seed + i, 0);
        }
        double rx = picture.side > 0 ? width * .02 : width * .98;
        rocks.rocks(g, rx, 900, 240, 5, seed + 40, 0);
        picture.groundY = 908;
    }
}
