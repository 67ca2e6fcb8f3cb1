package dev.evergreen.provider.offline.illustrator.internal.nature;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.TimeOfDay;
import dev.evergreen.provider.offline.illustrator.internal.words.Weather;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Seas and lakes with waves, glitter and foam. */
public final class Water extends Painting {
    public Water(Picture picture) {
        super(picture);
    }

    public int seaTop() {
        return Colour.mix(palette.sky()[3], local(0x4E93A6, .3), palette.night() ? .75 : .55);
    }

    public void sea(Graphics2D g, double y0, double y1, Chance chance, boolean rough) {
        int a = seaTop(), b = local(scene.weather() == Weather.STORM ? 0x39596B : 0x2F7C8F, .02);
        Brush.vertical(g, Shapes.rectangle(-900, y0, width + 1800, 1800), y0, a, y1, b);
        for (int i = 0; i < 230; i++) {
            double t = Math.pow(chance.next(), 1.6),
                    y = y0 + 3 + (y1 - y0) * t,
                    hw = 18 + t * 190 * chance.between(.4, 1.2),
                    hh = 1 + t * 8;
            int colour = chance.happens(.5) ? lit(Colour.mix(a, b, t), .35) : dark(Colour.mix(a, b, t), .22);
            Brush.fill(g, Shapes.lens(chance.between(-50, width + 50), y, hw, hh), colour, .22 + .2 * chance.next());
        }
        if (rough) {
            for (int i = 0; i < 7; i++) {
                double t = i / 6.0, yy = y0 + 26 + (y1 - y0) * t * t * .9, am = 8 + t * 46;
                int colour = Colour.mix(a, b, .3 + .7 * t), sd = i;
                Shapes.Profile profile = x -> yy
                        - am
                                * (1.15
                                        - 1.15
                                                * Math.pow(
                                                        Math.abs(Math.sin(x * .006 / (.25 + t)
                                                                + sd * 1.7
                                                                + Noise.smooth(x * .004, sd, 3) * 2)),
                                                        .62)
                                        + .5 * Noise.smooth(x * .012, sd, 9));
                Brush.vertical(
                        g,
                        Shapes.below(-300, width + 300, 8, yy + am * 3, profile),
                        yy - am * 1.5,
                        Colour.mix(lit(colour, .3), local(0x7FB3A8, 0), .35),
                        yy + am * 1.2,
                        dark(colour, .42));
                for (int k = 0; k < 16; k++) {
                    double x = chance.between(0, width), w = am * chance.between(.8, 2.6);
                    for (int h2 = 0; h2 < 60 && profile.at(x) > yy - am * .75; h2++) {
                        x += 7;
                    }
                    Path2D cap = new Path2D.Double();
                    cap.moveTo(x - w, profile.at(x - w));
                    for (double e = -w; e <= w; e += 6) {
                        cap.lineTo(x + e, profile.at(x + e) - 1);
                    }
                    for (double e = w; e >= -w; e -= 6) {
                        cap.lineTo(
                                x + e,
                                profile.at(x + e)
                                        + am * .16 * (1 - e * e / w / w) * (.5 + Noise.smooth(e * .2 + x, 1, 2)));
                    }
                    cap.closePath();
                    Brush.fill(g, cap, Colour.mix(colour, local(0xF4F7F2, 0), .75), .85);
                }
            }
        }
    }

    public void glitter(Graphics2D g, double y0, double y1, Chance chance) {
        if (scene.weather().gloomy()) {
            return;
        }
        double a = scene.weather() == Weather.FOG ? .3 : 1;
        for (int i = 0; i < 260; i++) {
            double t = Math.pow(chance.next(), 1.2),
                    y = y0 + 2 + (y1 - y0) * t,
                    sp = 22 + t * 150,
                    x = picture.lightX + chance.bell() * sp * .6,
                    hw = 8 + t * 52 * chance.between(.3, 1);
            double k = Math.exp(-Math.pow((x - picture.lightX) / sp, 2));
            Brush.fill(
                    g,
                    Shapes.lens(x, y, hw, 1.2 + t * 4),
                    palette.light(),
                    a * k * (palette.night() ? .55 : scene.time() == TimeOfDay.DAY ? .55 : .75));
        }
    }

    public void foam(Graphics2D g, double y, double amp, int seed, double th) {
        Shapes.Profile profile = x -> y + amp * (Noise.fractal(x * .004, seed, 3, seed) - .5) * 2;
        Path2D q = new Path2D.Double();
        q.moveTo(-300, profile.at(-300));
        for (double x = -300; x < width + 300; x += 6) {
            q.lineTo(x, profile.at(x));
        }
        for (double x = width + 300; x > -300; x -= 6) {
            q.lineTo(x, profile.at(x) + th * (.25 + Noise.fractal(x * .02, seed + 4, 3, seed)));
        }
        q.closePath();
        Brush.fill(g, q, local(0xFBFAF2, 0), .85);
    }

    public void sea2(Chance chance) {
        Shapes.Profile profile = x -> 880 - 40 * Math.sin(x * .004 + seed) - 36 * Noise.fractal(x * .006, 3, 3, seed);
        int colour = local(0x2D5C6E, 0);
        Brush.vertical(
                picture.foreground(),
                Shapes.below(-300, width + 300, 8, 1300, x -> profile.at(x) + 80),
                880,
                lit(colour, .15),
                1010,
                dark(colour, .4));
        new Meadow(picture)
                .dabs(
                        picture.foreground(),
                        0,
                        960,
                        width,
                        1000,
                        40,
                        80,
                        lit(colour, .5),
                        local(0xF4F7F2, 0),
                        .4,
                        chance);
    }
}
