package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Place;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** What stands dark in front and frames the picture. */
final class Frame extends PlacePainting {
    private final Graphics2D g;
    private final Chance chance;
    private final boolean close;
    private final double s;

    Frame(Picture picture) {
        super(picture);
        g = picture.foreground();
        chance = new Chance(seed + 909L);
        close = scene.framing().near();
        s = picture.side;
    }

    @Override
    public void paint() {
        switch (scene.place()) {
            case MOON, STARS, SKY, CAVE, UNDERGROUND -> {}
            case SEA -> swell();
            case ROOFTOP -> pipes();
            case UNDERWATER -> kelp();
            case TIDE_POOL, SHORE, HARBOUR, LIGHTHOUSE, DESERT, VOLCANO, ARCTIC -> stones();
            case STREET -> {
                if (!close) {
                    signpost();
                }
            }
            default -> {
                if (!close) {
                    bough();
                }
                undergrowth();
            }
        }
    }

    /** A wave close by. */
    private void swell() {
        int colour = palette.ink(local(0x2D5C6E, 0));
        Shapes.Profile crest = x -> 978 - 26 * Math.sin(x * .0042 + seed) - 22 * Noise.fractal(x * .006, 3, 3, seed);
        Brush.vertical(g, Shapes.below(-BEYOND, width + BEYOND, 8, 1300, crest), 940, lit(colour, .25), 1000, colour);
    }

    private void pipes() {
        int colour = palette.ink(local(0x6A6470, 0));
        double x = s > 0 ? 60 : width - 60;
        Brush.fill(g, Shapes.rectangle(x - 22, 780, 44, 300), colour);
        Brush.fill(g, Shapes.polygon(x - 46, 790, x, 740, x + 46, 790), colour);
        Brush.fill(g, Shapes.rectangle(x + s * 60 - 12, 850, 24, 220), colour);
    }

    private void kelp() {
        int colour = Colour.mix(local(0x1F5A5A, 0), palette.shade(), .45);
        for (int i = 0; i < 9; i++) {
            double x = (s > 0 ? 0 : width) + s * chance.between(-30, 210), h = chance.between(260, 620);
            Brush.fill(
                    g,
                    Shapes.stroke(
                            Shapes.widths(20, 44, 30, 0),
                            x,
                            1040,
                            x + chance.between(-30, 50),
                            1000 - h * .35,
                            x + chance.between(-60, 60),
                            1000 - h * .7,
                            x + chance.between(-80, 80),
                            1000 - h),
                    i % 2 == 0 ? colour : dark(colour, .3));
        }
    }

    private void stones() {
        int colour = Colour.mix(local(0x5B5560, 0), palette.shade(), .5);
        double x = s > 0 ? width * .98 : width * .02;
        if (scene.place() != Place.HARBOUR) {
            Brush.vertical(g, Shapes.blob(x, 1030, 330, 130, .5, seed), 900, lit(colour, .14), 1000, colour);
            Brush.vertical(g, Shapes.blob(width - x, 1050, 260, 90, .5, seed + 1), 960, lit(colour, .1), 1000, colour);
        }
        if (!close && scene.place() != Place.VOLCANO && scene.place() != Place.ARCTIC) {
            meadow.blades(
                    g,
                    s > 0 ? width * .74 : -20,
                    s > 0 ? width + 20 : width * .26,
                    1000,
                    150,
                    70,
                    Colour.mix(local(0x8A8458, 0), palette.shade(), .35),
                    colour,
                    chance);
        }
    }

    private void signpost() {
        int colour = Colour.mix(local(0x40404E, 0), palette.shade(), .6);

        double x = s > 0 ? width - 96 : 96;
        Brush.fill(g, Shapes.rectangle(x - 13, -20, 26, 1040), colour);
        Brush.fill(g, Shapes.rectangle(x - (picture.lightX < x ? 13 : -8), -20, 5, 1040), palette.light(), .5);
        Brush.fill(g, Shapes.rounded(x - 30, 900, 60, 120, 10), colour);
        double sx = x - s * 74;
        Brush.fill(g, Shapes.rounded(sx - 62, 130, 124, 72, 10), colour);
        Brush.fill(g, Shapes.rounded(sx - 52, 140, 104, 52, 6), Colour.mix(local(0xC9503F, 0), palette.shade(), .2));
        for (int i = 0; i < 3; i++) {
            Brush.fill(g, Shapes.rounded(sx - 36, 150 + i * 12, i == 2 ? 44 : 72, 5, 2), palette.light(), .7);
        }
        Brush.fill(g, Shapes.rectangle(Math.min(x, sx), 150, 74, 6), colour);
    }

    /** A bough hanging into the picture from the side where the sky is empty. */
    private void bough() {
        int lf = palette.ink(local(trees.leaf(chance), 0));
        boolean bare = scene.snowy();
        if (!close) {
            double cx = s > 0 ? width : 0;
            for (int b = 0; b < 4; b++) {
                double a = (s > 0 ? Math.PI : 0) + s * -chance.between(.05, .6) * 1,
                        l = chance.between(240, 430),
                        y0 = picture.top + chance.between(-40, 130),
                        x2 = cx + Math.cos(a) * l,
                        y2 = y0 + Math.abs(Math.sin(a)) * l * .7;
                Brush.fill(
                        g,
                        Shapes.stroke(
                                Shapes.widths(16, 9, 3),
                                cx + (s > 0 ? 20 : -20),
                                y0 - 20,
                                (cx + x2) / 2,
                                (y0 + y2) / 2 - 26,
                                x2,
                                y2),
                        Colour.mix(local(0x4A3A34, 0), palette.shade(), .5));
                for (int i = 0; i < (bare ? 9 : 46); i++) {
                    double t = chance.between(.1, 1.05),
                            bx = cx + (x2 - cx) * t + chance.bell() * 24,
                            by = y0 + (y2 - y0) * t - 20 * Math.sin(t * 3) + chance.bell() * 20;
                    if (bare) {
                        Brush.fill(g, Shapes.lens(bx, by - 6, 24, 7), local(0xEFF4FA, 0));
                        continue;
                    }
                    double an = chance.between(0, 3.1), sz = chance.between(12, 25);
                    AffineTransform o = g.getTransform();
                    g.rotate(an, bx, by);
                    Brush.fill(
                            g,
                            Shapes.lens(bx, by, sz, sz * .42),
                            chance.happens(.6) ? lf : chance.happens(.5) ? dark(lf, .3) : lit(lf, .22));
                    g.setTransform(o);
                }
            }
        }
    }

    private void undergrowth() {
        boolean bare = scene.snowy();
        int colour = bare ? Colour.mix(meadow.grass(0), palette.shade(), .2) : palette.ink(meadow.grass(0));
        Path2D base = Shapes.below(
                -20,
                width + 20,
                8,
                1100,
                x -> 985
                        - 70 * Math.pow(Math.abs(x - width / 2) / (width / 2), 3)
                        - 14 * Noise.fractal(x * .01, 3, 3, seed));
        Brush.fill(g, base, colour);
        if (!bare) {
            meadow.blades(g, -20, width * .3, 985, 170, 120, colour, dark(colour, .4), chance);
            meadow.blades(g, width * .7, width + 20, 985, 170, 120, colour, lit(colour, .18), chance);
            meadow.blades(g, 0, width, 1000, 60, 120, colour, dark(colour, .3), chance);
            for (int i = 0; i < 6; i++) {
                double x = i % 2 == 0 ? chance.between(0, width * .2) : chance.between(width * .8, width),
                        hh = chance.between(90, 190);
                meadow.fern(g, x, 1000, hh, colour, chance);
            }
        }
    }
}
