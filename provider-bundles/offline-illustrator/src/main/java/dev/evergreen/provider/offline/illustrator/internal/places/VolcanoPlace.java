package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** A burning mountain. */
final class VolcanoPlace extends PlacePainting {
    VolcanoPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        picture.horizon = 640;
        sky.open(640);
        Chance chance = new Chance(seed + 5L);
        double x = width * (.5 - picture.side * .1);
        Graphics2D far = picture.far();
        far.translate(0, 70);
        terrain.ridges(far, 640, 130, 2, .85, .6, 0x7A6470, .0018, 4);
        smoke(far, x, 215, chance);
        cone(far, x);
        far.translate(0, -70);
        Graphics2D middle = picture.middle();
        int ash = local(0x5A4A4E, .3);
        Brush.vertical(middle, terrain.ridge(700, 70, .0022, 4, seed % 41), 650, lit(ash, .15), 860, ash);
        for (int i = 0; i < 12; i++) {
            trees.tree(
                    middle,
                    chance.between(0, width),
                    chance.between(712, 750),
                    chance.between(50, 110),
                    "bare",
                    .3,
                    seed + i);
        }
        Graphics2D g = picture.ground();
        int rock = local(0x4A4046, .04);
        Brush.vertical(g, terrain.ridge(820, 50, .003, 4, seed % 37), 780, lit(rock, .2), 1000, dark(rock, .5));
        stream(g, chance);
        rocks.rocks(g, picture.side > 0 ? width * .85 : width * .15, 905, 130, 5, seed + 6, .03);
        for (int i = 0; i < 60; i++) {
            double size = chance.between(1, 3.4);
            Brush.fill(
                    picture.air(),
                    Shapes.ellipse(chance.between(0, width), chance.between(picture.top, 900), size, size),
                    0xFFB45A,
                    .75);
        }
        picture.groundY = 905;
    }

    private void cone(Graphics2D g, double x) {
        Chance chance = new Chance(seed + 8L);
        int rock = local(0x6A5058, .45);
        Path2D cone = Shapes.polygon(
                x - 560, 690, x - 300, 500, x - 150, 330, x - 78, 236, x - 30, 250, x + 24, 238, x + 86, 250, x + 170,
                360, x + 330, 520, x + 600, 690);
        Brush.vertical(g, cone, 230, dark(rock, .2), 690, Colour.mix(rock, palette.haze(), .5));
        int dx = picture.lightSide(x);
        Path2D litSide = Shapes.polygon(
                x, 240, x + dx * 90, 320, x + dx * 60, 430, x + dx * 240, 690, x + dx * 700, 690, x + dx * 90, 230);
        Brush.fill(g, Shapes.common(cone, litSide), lit(rock, .25), .6);
        Brush.glow(g, x, 240, 330, 0xFF8A3C, .7);
        for (int i = 0; i < 5; i++) {
            double slope = (i - 2) * 70;
            Path2D lava = Shapes.stroke(
                    Shapes.widths(16, 12, 5),
                    x + (i - 2) * 26,
                    244,
                    x + slope * .8 + chance.between(-16, 16),
                    350,
                    x + slope * 1.5 + chance.between(-30, 30),
                    450 + chance.between(-40, 90));
            Brush.fill(g, lava, 0xF2622E, .95);
            Brush.line(g, lava, 2, 0xFFC05A, .6);
        }
        for (int i = 0; i < 26; i++) {
            double angle = chance.between(-2.3, -.85);
            double reach = chance.between(30, 190);
            Brush.fill(g, Shapes.ellipse(x + Math.cos(angle) * reach, 240 + Math.sin(angle) * reach, 4, 5), 0xFFB04A);
        }
    }

    private void smoke(Graphics2D g, double x, double y, Chance chance) {
        int grey = local(0x6A6068, .35);
        for (int i = 0; i < 26; i++) {
            double up = i / 26.0;
            double puffX = x + picture.side * -210 * up * up + chance.between(-40, 40) * (.5 + up);
            double puffY = y - 330 * up;
            double size = 46 + 130 * up;
            Brush.fill(
                    g,
                    Shapes.blob(puffX, puffY, size, size * .72, .4, seed + i),
                    Colour.mix(grey, 0xD0603C, .45 * (1 - up)),
                    .62);
            Brush.fill(
                    g,
                    Shapes.blob(puffX - size * .2, puffY - size * .2, size * .6, size * .42, .4, seed + i + 1),
                    lit(grey, .3),
                    .3);
        }
    }

    /** Lava running towards the viewer. */
    private void stream(Graphics2D g, Chance chance) {
        double x = picture.stageX - picture.side * 300;
        Path2D bed = Shapes.smooth(
                true, x + 20, 826, x + 60, 826, x + 30, 880, x + 110, 930, x + 60, 1060, x - 200, 1060, x - 30, 930,
                x - 60, 880);
        Brush.glow(g, x, 930, 300, 0xFF8A3C, .45);
        Brush.vertical(g, bed, 820, 0xFFC25A, 1000, 0xE2521F);
        for (int i = 0; i < 16; i++) {
            double y = chance.between(850, 1000);
            Brush.fill(g, Shapes.lens(x + chance.between(-70, 50), y, chance.between(14, 46), 4), 0x5A2A22, .8);
        }
    }
}
