package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** A cut through the earth: grass on top, roots, stones and burrows below. */
final class UndergroundPlace extends PlacePainting {
    private static final double SURFACE = 420;

    UndergroundPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        picture.horizon = SURFACE;
        sky.open(SURFACE);
        Chance chance = new Chance(seed + 5L);
        terrain.ridges(picture.far(), SURFACE - 10, 90, 2, .8, .5, 0x7C9A86, .002, 4);
        Graphics2D middle = picture.middle();
        int grass = meadow.grass(.05);
        layers(middle);
        Shapes.Profile surface = x -> SURFACE + 14 * Noise.fractal(x * .006, 2, 3, seed);
        Brush.vertical(
                middle,
                Shapes.below(-BEYOND, width + BEYOND, 8, SURFACE + 34, surface),
                SURFACE,
                lit(grass, .2),
                SURFACE + 34,
                dark(grass, .3));
        meadow.blades(middle, -60, width + 60, SURFACE + 12, 46, 240, grass, dark(grass, .3), chance);
        Graphics2D g = picture.ground();
        stones(g, chance);
        plant(g, picture.stageX, chance);
        meadow.flowers(middle, 0, width, SURFACE - 6, SURFACE + 12, 26, chance);
        for (int i = 0; i < 3; i++) {
            worm(g, chance.between(.1, .9) * width, chance.between(600, 900), chance);
        }
        rocks.rocks(picture.foreground(), picture.side > 0 ? width * .02 : width * .98, 1030, 190, 3, seed + 3, 0);
        picture.groundY = 905;
    }

    private void layers(Graphics2D g) {
        int[] soil = {0x7A5238, 0x8F6544, 0x6A4632, 0x9A7A5A, 0x5A4038};
        for (int i = 0; i < soil.length; i++) {
            double y = SURFACE + 10 + i * 128;
            int noise = seed % 71 + i;
            Shapes.Profile edge = x -> y + 40 * (Noise.fractal(x * .003, noise, 3, noise) - .5);
            int colour = local(soil[i], .05);
            Brush.vertical(
                    g,
                    Shapes.below(-BEYOND, width + BEYOND, 8, 2000, edge),
                    y,
                    lit(colour, .1),
                    y + 160,
                    dark(colour, .25));
        }
    }

    private void stones(Graphics2D g, Chance chance) {
        for (int i = 0; i < 70; i++) {
            double y = chance.between(SURFACE + 60, 990);
            double size = chance.between(4, 26);
            int colour = local(chance.oneOf(0x9A8F86, 0xB7A58C, 0x6F6560, 0xC9B79A), .1);
            Shape stone = Shapes.blob(chance.between(-20, width + 20), y, size, size * .7, .35, seed + i);
            Brush.form(g, stone, lit(colour, .15), dark(colour, .3), -size * .15, -size * .2);
        }
    }

    /** A young plant whose roots reach down. */
    private void plant(Graphics2D g, double x, Chance chance) {
        int stem = local(0x6FA34E, 0);
        int root = local(0xE6D3AE, 0);
        for (int i = 0; i < 9; i++) {
            double reach = (i - 4) * 62 + chance.between(-20, 20);
            double deep = SURFACE + 380 - Math.abs(i - 4) * 44;
            Brush.fill(
                    g,
                    Shapes.stroke(
                            Shapes.widths(14, 8, 1), x, SURFACE + 10, x + reach * .4, SURFACE + 110, x + reach, deep),
                    root);
        }
        Brush.fill(
                g,
                Shapes.stroke(Shapes.widths(18, 12, 5), x, SURFACE + 20, x + 10, SURFACE - 120, x - 6, SURFACE - 260),
                stem);
        for (int i = 0; i < 5; i++) {
            double y = SURFACE - 60 - i * 42;
            double out = (i % 2 == 0 ? 1 : -1) * (90 - i * 10);
            Path2D leaf = Shapes.smooth(true, x, y, x + out * .5, y - 44, x + out, y - 30, x + out * .55, y + 2);
            Brush.fill(g, leaf, i % 2 == 0 ? lit(stem, .2) : dark(stem, .12));
        }
    }

    private void worm(Graphics2D g, double x, double y, Chance chance) {
        int colour = local(0xE39A8A, 0);
        double bend = chance.between(-24, 24);
        Brush.fill(
                g, Shapes.stroke(Shapes.widths(8, 12, 7), x, y, x + 30, y + bend, x + 62, y - bend, x + 90, y), colour);
    }
}
