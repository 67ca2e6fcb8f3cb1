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

/** Peaks behind meadows or a lake. */
final class MountainPlace extends PlacePainting {
    private final boolean lake;

    MountainPlace(Picture picture, boolean lake) {
        super(picture);
        this.lake = lake;
    }

    @Override
    public void paint() {
        picture.horizon = lake ? 590 : 640;
        double hy = picture.horizon;
        sky.open(hy);
        Chance chance = new Chance(seed + 5L);
        Graphics2D f = picture.far();
        terrain.ridges(f, hy - 90, 210, 2, .9, .78, 0x7C8CA6, .0016, 5);
        for (int k = 0; k < 3; k++) {
            double
                    px =
                            width
                                    * (.5
                                            + (k == 0
                                                    ? -picture.side * .26
                                                    : k == 1 ? picture.side * .3 : -picture.side * .02)),
                    ph = k == 0 ? 420 : k == 1 ? 300 : 240,
                    pw = ph * 1.35;
            terrain.peak(f, px, hy + 10, pw, ph, .52 - k * .1, seed + k);
        }
        int colour = local(scene.snowy() ? 0xB9C9D4 : 0x5D7A66, .4);
        Brush.vertical(
                picture.far(),
                terrain.ridge(hy - 4, 66, .003, 4, seed % 61),
                hy - 60,
                colour,
                hy + 20,
                Colour.mix(colour, palette.haze(), .5));
        for (int i = 0; i < 60; i++) {
            double x = chance.between(0, width);
            trees.tree(
                    picture.far(),
                    x,
                    terrain.ridgeY(x, hy - 4, 66, .003, 4, seed % 61) + chance.between(4, 30),
                    chance.between(26, 48),
                    "pine",
                    .42,
                    seed + i);
        }
        if (lake) {
            picture.water = true;
            water.sea(picture.middle(), hy, 840, chance, false);
            Mirror.reflect(picture, LayerKind.MIDDLE, hy, .62, .92, LayerKind.SKY, LayerKind.FAR);
            water.glitter(picture.middle(), hy, 820, chance);
            for (int i = 0; i < 60; i++) {
                double t = chance.next();
                Brush.fill(
                        picture.middle(),
                        Shapes.lens(chance.between(0, width), hy + 6 + t * t * 240, 40 + t * 160, 1 + t * 3),
                        lit(palette.haze(), .5),
                        .3);
            }
        } else {
            int g1 = meadow.grass(.26);
            Brush.vertical(
                    picture.middle(), terrain.ridge(hy + 60, 70, .002, 4, seed % 41), hy, lit(g1, .25), hy + 240, g1);
            for (int i = 0; i < 36; i++) {
                double x = chance.between(-30, width + 30);
                trees.tree(
                        picture.middle(),
                        x,
                        terrain.ridgeY(x, hy + 60, 70, .002, 4, seed % 41) + chance.between(2, 60),
                        chance.between(60, 120),
                        "pine",
                        .22,
                        seed + i);
            }
        }
        Graphics2D g = picture.ground();
        int gd = meadow.grass(.02);
        double sd = picture.side;
        Shapes.Profile edge = x -> 858
                - (lake ? 50 : 90) * Math.pow(Math.max(0, (sd > 0 ? x : width - x) / width), 1.6)
                - 26 * Noise.fractal(x * .005, 2, 4, seed);
        Brush.vertical(g, Shapes.below(-500, width + 500, 7, 2000, edge), 760, lit(gd, .28), 1000, dark(gd, .35));
        meadow.dabs(g, 0, 850, width, 1000, 150, 50, lit(gd, .35), dark(gd, .3), .45, chance);
        meadow.blades(g, -20, width + 20, 880, 30, 130, lit(gd, .1), dark(gd, .3), chance);
        rocks.rocks(g, sd > 0 ? width * .8 : width * .2, 880, 110, 4, seed + 8, 0);
        if (!scene.snowy()) {
            meadow.flowers(g, 0, width, 880, 980, 50, chance);
        }
        double tx = sd > 0 ? width * .93 : width * .07;
        trees.tree(g, tx, edge.at(tx) + 20, 520, "pine", .04, seed + 70);
        trees.tree(g, tx - sd * 130, edge.at(tx - sd * 130) + 24, 360, "pine", .06, seed + 71);
        picture.groundY = 905;
    }
}
