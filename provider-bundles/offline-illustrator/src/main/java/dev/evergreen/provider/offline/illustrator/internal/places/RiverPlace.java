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

/** A river winding out of the hills, or a waterfall. */
final class RiverPlace extends PlacePainting {
    RiverPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        picture.horizon = 600;
        sky.open(610);
        Chance chance = new Chance(seed + 5L);
        boolean falls = scene.mentions("water ?falls?|cascade");
        terrain.ridges(picture.far(), 590, falls ? 260 : 180, 3, .88, .55, 0x6F8F86, .0018, 5);
        Graphics2D middle = picture.middle();
        int meadowFar = meadow.grass(.32);
        Brush.vertical(middle, terrain.ridge(640, 60, .002, 4, seed % 41), 600, lit(meadowFar, .25), 800, meadowFar);
        for (int i = 0; i < 30; i++) {
            double x = chance.between(-30, width + 30);
            if (Math.abs(x - riverX(680)) > 90) {
                String kind = chance.happens(.4) ? "pine" : scene.snowy() ? "bare" : "round";
                trees.tree(middle, x, 650 + chance.between(0, 80), chance.between(60, 130), kind, .3, seed + i);
            }
        }
        if (falls) {
            fall(middle, chance);
        }
        river(picture.ground(), chance);
        Graphics2D g = picture.ground();
        rocks.rocks(g, riverX(860) + 190, 872, 60, 3, seed + 5, .05);
        rocks.rocks(g, riverX(900) - 240, 912, 80, 4, seed + 7, .03);
        double treeX = picture.side > 0 ? width * .9 : width * .1;
        trees.tree(g, treeX, 880, 520, scene.snowy() ? "bare" : "round", .03, seed + 70);
        picture.groundY = 912;
    }

    /** Middle of the water at a height. */
    private double riverX(double y) {
        double near = (y - 640) / 360;
        double bend = Math.sin(near * 3.4 + seed % 7) * 120 * near;
        return picture.stageX - picture.side * (90 + 190 * near) + bend;
    }

    private void river(Graphics2D g, Chance chance) {
        int bank = meadow.grass(.02);
        Shapes.Profile edge = x -> 724 + 30 * (Noise.fractal(x * .004, 5, 3, seed) - .5);
        Brush.vertical(
                g, Shapes.below(-BEYOND, width + BEYOND, 8, 2000, edge), 710, lit(bank, .3), 1000, dark(bank, .35));
        int steps = 24;
        double[] outline = new double[(steps + 1) * 4];
        for (int i = 0; i <= steps; i++) {
            double y = 700 + i * (380.0 / steps);
            double near = (y - 690) / 310;
            double half = 14 + 190 * near * near;
            int back = 4 * steps + 2 - 2 * i;
            outline[2 * i] = riverX(y) - half;
            outline[2 * i + 1] = y;
            outline[back] = riverX(y) + half;
            outline[back + 1] = y;
        }
        Path2D bed = Shapes.smooth(true, outline);
        Brush.fill(g, Shapes.moved(bed, 0, -7), dark(bank, .5));
        Brush.vertical(g, bed, 700, water.seaTop(), 1000, local(0x2F7C8F, .02));
        Shape before = g.getClip();
        g.clip(bed);
        for (int i = 0; i < 150; i++) {
            double y = 705 + 295 * Math.pow(chance.next(), 1.2);
            double near = (y - 690) / 310;
            double x = riverX(y) + chance.between(-1, 1) * (20 + 190 * near);
            int colour = chance.happens(.5) ? lit(water.seaTop(), .4) : local(0x2A6C80, .05);
            Brush.fill(g, Shapes.lens(x, y, 10 + 70 * near, 1.2 + 4 * near), colour, .5);
        }
        g.setClip(before);
        meadow.dabs(g, 0, 740, width, 1000, 130, 40, lit(bank, .3), dark(bank, .3), .3, chance);
        meadow.blades(g, -20, width + 20, 890, 30, 90, lit(bank, .12), dark(bank, .3), chance);
        if (!scene.snowy()) {
            meadow.flowers(
                    g,
                    picture.side > 0 ? width * .55 : 0,
                    picture.side > 0 ? width : width * .45,
                    860,
                    985,
                    60,
                    chance);
        }
    }

    private void fall(Graphics2D g, Chance chance) {
        double x = riverX(700);
        int rock = local(0x7A7684, .3);
        Brush.vertical(g, Shapes.rock(x, 720, 330, 420, seed + 3), 300, lit(rock, .15), 720, dark(rock, .3));
        Brush.vertical(g, Shapes.rock(x - 210, 722, 190, 330, seed + 4), 400, lit(rock, .2), 720, dark(rock, .25));
        int foam = local(0xF2F8FA, .15);
        Path2D curtain =
                Shapes.smooth(true, x - 54, 330, x + 50, 330, x + 66, 520, x + 92, 720, x - 96, 720, x - 70, 520);
        Brush.vertical(g, curtain, 330, Colour.mix(foam, local(0x4E93A6, .2), .4), 720, foam);
        for (int i = 0; i < 26; i++) {
            double at = chance.between(-1, 1);
            Brush.fill(
                    g,
                    Shapes.stroke(Shapes.widths(2, 5, 2), x + at * 46, 340, x + at * 60, 520, x + at * 84, 712),
                    i % 2 == 0 ? 0xFFFFFF : local(0x5F9FB4, .2),
                    .45);
        }
        for (int i = 0; i < 14; i++) {
            Brush.glow(
                    g, x + chance.between(-120, 120), 716 + chance.between(-16, 16), chance.between(30, 80), foam, .5);
        }
    }
}
