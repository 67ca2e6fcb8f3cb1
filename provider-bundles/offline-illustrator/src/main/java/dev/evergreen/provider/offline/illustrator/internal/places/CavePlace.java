package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Inside a mountain: walls frame an opening, stalactites hang, crystals shine. */
final class CavePlace extends PlacePainting {
    CavePlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        picture.horizon = 640;
        sky.open(640);
        Chance chance = new Chance(seed + 5L);
        double openX = width * (.5 - picture.side * .2);
        picture.lightX = openX;
        picture.lightY = 380;
        terrain.ridges(picture.sky(), 640, 120, 2, .8, .6, 0x7C9A86, .002, 4);
        Brush.fill(picture.sky(), Shapes.rectangle(-900, 640, width + 1800, 900), meadow.grass(.5));
        int rock = 0x7A6C78;
        wall(picture.far(), openX, 430, 330, 300, local(rock, .5), seed + 1);
        wall(picture.middle(), openX + picture.side * 60, 450, 520, 400, local(rock, .25), seed + 2);
        Brush.glow(picture.middle(), openX, 470, 560, palette.light(), .35);
        Graphics2D g = picture.ground();
        int floor = local(0x6F6268, .05);
        Shapes.Profile edge = x -> 790 + 50 * (Noise.fractal(x * .004, 3, 4, seed) - .5);
        Brush.vertical(
                g, Shapes.below(-BEYOND, width + BEYOND, 8, 2000, edge), 770, lit(floor, .25), 1000, dark(floor, .4));
        meadow.dabs(g, 0, 810, width, 1000, 120, 46, lit(floor, .3), dark(floor, .35), .4, chance);
        Brush.fill(
                g,
                Shapes.blob(picture.stageX - picture.side * 330, 940, 240, 34, .3, seed),
                Colour.mix(palette.sky()[2], floor, .35),
                .8);
        stalactites(picture.middle(), chance, 18, 70, 220, local(rock, .2));
        crystals(g, width * (.5 + picture.side * .36), 905, chance);
        rocks.rocks(g, picture.side > 0 ? width * .1 : width * .9, 900, 150, 4, seed + 4, .05);
        Graphics2D front = picture.foreground();
        int ink = palette.ink(local(rock, 0));
        stalactites(front, chance, 7, 120, 300, ink);
        Brush.fill(front, Shapes.blob(picture.side > 0 ? width : 0, 1040, 300, 170, .5, seed + 9), ink);
        picture.groundY = 908;
    }

    /** Rock all over with a ragged hole. */
    private void wall(Graphics2D g, double x, double y, double halfWidth, double halfHeight, int colour, int noise) {
        Shape hole = Shapes.blob(x, y + 60, halfWidth, halfHeight, .26, noise);
        Shape all = Shapes.rectangle(-BEYOND, picture.top - 700, width + 2 * BEYOND, 3000);
        Brush.vertical(g, Shapes.without(all, hole), picture.top, dark(colour, .5), 1000, lit(colour, .1));
        Brush.glow(g, x, y + 60, halfWidth * 1.5, palette.light(), .16);
    }

    private void stalactites(Graphics2D g, Chance chance, int count, double shortest, double longest, int colour) {
        for (int i = 0; i < count; i++) {
            double x = width * (i + chance.next()) / count;
            double far = Math.abs(x - picture.stageX) / width;
            double length = chance.between(shortest, longest) * (.4 + far);
            double half = length * chance.between(.12, .2);
            double top = picture.top - 60;
            Brush.horizontal(
                    g,
                    Shapes.polygon(
                            x - half, top, x + half, top, x + half * .3, top + 60 + length * .6, x, top + 60 + length),
                    x - half,
                    lit(colour, .12),
                    x + half,
                    dark(colour, .3));
        }
    }

    private void crystals(Graphics2D g, double x, double y, Chance chance) {
        int colour = figure(chance.oneOf(0x7FE0D8, 0xC9A0F0, 0xF0B07A));
        Brush.glow(g, x, y - 60, 240, colour, .5);
        for (int i = 0; i < 7; i++) {
            double angle = -1.57 + (i - 3) * .24;
            double length = chance.between(70, 170);
            double tipX = x + Math.cos(angle) * length;
            double tipY = y + Math.sin(angle) * length;
            double w = 14 + length * .07;
            Path2D crystal = Shapes.polygon(
                    x - w, y, tipX - w * .6, tipY + w, tipX, tipY, tipX + w * .6, tipY + w * 1.3, x + w, y);
            Brush.form(g, crystal, lit(colour, .3), dark(colour, .3), -w * .7, 0);
        }
    }
}
