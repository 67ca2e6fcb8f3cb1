package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.things.Fish;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;

/** The sea floor with a reef. */
final class UnderwaterPlace extends PlacePainting {
    UnderwaterPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        Chance chance = new Chance(seed + 5L);
        Graphics2D g = picture.sky();
        Brush.fill(g, Shapes.rectangle(-900, -1400, width + 1800, 3400), palette.sky()[3]);
        g.setPaint(new LinearGradientPaint(0, (float) picture.top, 0, 1000, new float[] {0, .4f, 1}, new Color[] {
            Colour.paint(palette.sky()[0]), Colour.paint(palette.sky()[1]), Colour.paint(palette.sky()[3])
        }));
        g.fill(Shapes.rectangle(-900, picture.top - 400, width + 1800, 2800));
        Brush.glow(g, picture.lightX, picture.top - 40, 760, palette.light(), .75);
        for (int i = 0; i < 60; i++) {
            Brush.fill(
                    g,
                    Shapes.lens(
                            picture.lightX + chance.bell() * 420,
                            picture.top + chance.between(0, 70),
                            chance.between(40, 170),
                            chance.between(2, 7)),
                    0xFFFFFF,
                    .2);
        }
        terrain.ridges(picture.far(), 760, 260, 2, .86, .66, 0x4F7F8A, .0026, 4);
        for (int i = 0; i < 26; i++) {
            double x = picture.lightX + chance.between(-900, 900),
                    y = chance.between(140, 560),
                    s = chance.between(9, 22);
            Fish.paint(palette, picture.far(), x, y, s, local(0x5F8FA0, .5), 1);
        }
        kelp(picture.middle(), chance);
        for (int i = 0; i < 9; i++) {
            double x0 = picture.lightX + chance.between(-230, 230),
                    w = chance.between(26, 70),
                    x1 = x0 + (x0 - picture.lightX) * 2.4 + (width / 2 - picture.lightX) * .7;
            double from = picture.top - 60;
            Brush.fade(
                    picture.middle(),
                    Shapes.polygon(x0 - w * .4, from, x0 + w * .4, from, x1 + w * 2, 960, x1 - w * 2, 960),
                    x0,
                    picture.top,
                    palette.light(),
                    .3,
                    x1,
                    900,
                    palette.light(),
                    0);
        }
        Graphics2D n = picture.ground();
        int sd = local(0xD9C9A0, .12);
        Brush.vertical(n, terrain.ridge(856, 40, .003, 3, seed % 19), 820, lit(sd, .2), 1010, dark(sd, .45));
        for (int i = 0; i < 30; i++) {
            Brush.fill(
                    n,
                    Shapes.lens(
                            chance.between(0, width),
                            chance.between(870, 990),
                            chance.between(50, 160),
                            chance.between(2, 5)),
                    palette.light(),
                    .3);
        }
        for (int i = 0; i < 15; i++) {
            coral(
                    n,
                    i < 8 ? chance.between(0, width * .26) : chance.between(width * .72, width),
                    chance.between(880, 960),
                    chance.between(60, 170),
                    chance);
        }
        picture.groundY = 760;
        for (int i = 0; i < 40; i++) {
            double x = chance.between(0, width), y = chance.between(picture.top + 60, 940), s = chance.between(2, 9);
            Graphics2D ag = picture.air();
            Brush.line(ag, Shapes.ellipse(x, y, s, s), 1.3, 0xE9FFFF, .5);
            Brush.fill(ag, Shapes.ellipse(x - s * .3, y - s * .3, s * .25, s * .25), 0xFFFFFF, .7);
        }
    }

    void kelp(Graphics2D g, Chance chance) {
        int colour = local(0x56757A, .42);
        Brush.vertical(
                g,
                terrain.ridge(820, 150, .0032, 4, seed % 17),
                700,
                lit(colour, .12),
                900,
                Colour.mix(colour, palette.shade(), .3));
        for (int i = 0; i < 26; i++) {
            double x = chance.between(0, width), h = chance.between(140, 460);
            if (Math.abs(x - picture.stageX) < 200) {
                continue;
            }
            Brush.fill(
                    g,
                    Shapes.stroke(
                            Shapes.widths(8, 22, 16, 0),
                            x,
                            900,
                            x + chance.between(-30, 30),
                            900 - h * .4,
                            x + chance.between(-50, 50),
                            900 - h * .7,
                            x + chance.between(-60, 60),
                            900 - h),
                    Colour.mix(local(0x4F8A5C, .34), palette.haze(), chance.between(0, .3)));
        }
    }

    void coral(Graphics2D g, double x, double y, double h, Chance chance) {
        int colour = local(chance.oneOf(0xF0786A, 0xF2A65E, 0xD86FA0, 0xB08AD6, 0xF3D27A, 0x5FC2A6), .05);
        switch (chance.index(3)) {
            case 0 -> trees.branch(g, chance, x, y, -1.57, h * .32, h * .14, 4, colour);
            case 1 -> {
                for (int i = 0; i < 9; i++) {
                    double a = -1.57 + (i - 4) * .2, l = h * chance.between(.7, 1);
                    Brush.fill(
                            g,
                            Shapes.stroke(
                                    Shapes.widths(h * .07, h * .12, h * .09),
                                    x,
                                    y,
                                    x + Math.cos(a) * l * .5,
                                    y + Math.sin(a) * l * .6,
                                    x + Math.cos(a) * l * .8,
                                    y + Math.sin(a) * l),
                            i % 2 == 0 ? colour : dark(colour, .22));
                }
            }
            default -> {
                Brush.form(
                        g,
                        Shapes.blob(x, y - h * .25, h * .5, h * .34, .14, seed + (int) x),
                        lit(colour, .12),
                        dark(colour, .35),
                        0,
                        -h * .1);
                for (int i = 0; i < 22; i++) {
                    Brush.fill(
                            g,
                            Shapes.ellipse(
                                    x + chance.between(-.4, .4) * h,
                                    y - h * chance.between(.05, .5),
                                    h * .025,
                                    h * .02),
                            lit(colour, .5),
                            .8);
                }
            }
        }
    }
}
