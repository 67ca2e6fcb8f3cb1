package dev.evergreen.provider.offline.illustrator.internal.nature;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.Arrays;

/** Hills, peaks and dunes. */
public final class Terrain extends Painting {
    public Terrain(Picture picture) {
        super(picture);
    }

    public Path2D ridge(double y, double amp, double freq, int oct, int seed) {
        return Shapes.below(
                -500,
                width + 500,
                6,
                2200,
                x -> y - amp * (Noise.fractal(x * freq + seed * 3.7, seed, oct, seed) * 2 - .7));
    }

    public double ridgeY(double x, double y, double amp, double freq, int oct, int seed) {
        return y - amp * (Noise.fractal(x * freq + seed * 3.7, seed, oct, seed) * 2 - .7);
    }

    public void ridges(
            Graphics2D g, double y, double amp, int n, double d0, double d1, int colour, double freq, int oct) {
        for (int i = 0; i < n; i++) {
            double t = n == 1 ? 1 : i / (n - 1.0), d = d0 + (d1 - d0) * t, yy = y + t * amp * .45;
            int col = local(colour, d);
            Brush.vertical(
                    g,
                    ridge(yy, amp * (1 - t * .35), freq * (1 + t * .6), oct, seed % 97 + i * 5),
                    yy - amp,
                    col,
                    yy + amp * .5,
                    Colour.mix(col, palette.haze(), .45));
        }
    }

    public void peak(Graphics2D g, double x, double y, double w, double h, double depth, int seed) {
        Chance chance = new Chance(seed);
        int dx = picture.lightX < x ? -1 : 1;
        int rock = local(0x7D7B8C, depth),
                lit = lit(local(0xA69C97, depth), .2),
                sn = Colour.mix(local(0xF7F7F4, depth * .55), palette.light(), .25),
                snD = Colour.mix(local(0xB7C6DF, depth * .7), palette.haze(), .15);
        int n = 14;
        double[] a = new double[4 * n + 2];
        for (int i = 0; i <= n; i++) {
            double t = i / (double) n;
            a[2 * i] = x - w + w * t;
            a[2 * i + 1] = y - h * Math.pow(t, 1.25) + (i > 0 && i < n ? chance.between(-.05, .05) * h : 0);
        }
        for (int i = 1; i <= n; i++) {
            double t = 1 - i / (double) n;
            a[2 * (n + i)] = x + w - w * t;
            a[2 * (n + i) + 1] = y - h * Math.pow(t, 1.25) + (i < n ? chance.between(-.05, .05) * h : 0);
        }
        Path2D outline = Shapes.polygon(a);
        Area all = new Area(outline);
        Brush.vertical(g, outline, y - h, rock, y, Colour.mix(rock, palette.haze(), .7));
        double[] z = new double[26];
        for (int i = 0; i < 12; i++) {
            double t = i / 11.0;
            z[2 * i] = x + (i == 0 ? 0 : chance.between(-.06, .06) * w * (.3 + t)) - dx * w * .05 * t;
            z[2 * i + 1] = y - h * (1 - t);
        }
        z[24] = x + dx * w * 1.2;
        z[25] = y;
        double[] zz = Arrays.copyOf(z, 28);
        zz[26] = x + dx * w * 1.2;
        zz[27] = y - h;
        Area la = new Area(Shapes.polygon(zz));
        la.intersect(all);
        g.setPaint(new GradientPaint(
                0,
                (float) (y - h),
                Colour.paint(lit),
                0,
                (float) y,
                Colour.paint(Colour.mix(lit, palette.haze(), .7))));
        g.fill(la);
        double snl = scene.snowy() ? .78 : .46;
        double[] sp = new double[44];
        for (int i = 0; i < 20; i++) {
            double t = i / 19.0;
            sp[2 * i] = x - w + 2 * w * t;
            sp[2 * i + 1] = y - h * (1 - snl) + (i % 2 == 0 ? -1 : 1) * h * chance.between(.02, .1);
        }
        sp[40] = x + w;
        sp[41] = y - h * 1.2;
        sp[42] = x - w;
        sp[43] = y - h * 1.2;
        Area cap = new Area(Shapes.polygon(sp));
        cap.intersect(all);
        Area capL = new Area(cap);
        capL.intersect(la);
        Brush.fill(g, cap, snD);
        Brush.fill(g, capL, sn);
    }

    public void dune(Graphics2D g, double y, double amp, double depth, int seed, int colour, double fq) {
        int dx = picture.lightX < width / 2 ? -1 : 1;
        Shapes.Profile profile = x -> {
            double ph = x * fq + seed % 13;
            double tri = ph - Math.floor(ph);
            double k = tri < .62 ? tri / .62 : (1 - tri) / .38;
            k = k * k * (3 - 2 * k);
            return y
                    - amp * k * (.5 + .7 * Noise.smooth(Math.floor(ph), seed, 3))
                    + 6 * Noise.fractal(x * .004, 3, 3, seed);
        };
        Brush.vertical(
                g,
                Shapes.below(-500, width + 500, 6, 2000, profile),
                y - amp,
                lit(colour, .3),
                y + amp * 1.6,
                dark(colour, .12));
        for (int n = -2; n < 8; n++) {
            double xc = (n + .62 - seed % 13 % 1) / fq;
            double cr = ((Math.floor(n) + .62) - seed % 13) / fq;
            if (cr < -600 || cr > width + 600) {
                continue;
            }
            double span = .38 / fq;
            double[] a = new double[44];
            for (int i = 0; i <= 10; i++) {
                double x = cr + span * i / 10.0;
                a[2 * i] = x;
                a[2 * i + 1] = profile.at(x);
            }
            for (int i = 0; i <= 10; i++) {
                double t = 1 - i / 10.0,
                        x = cr + span * t * (1 - .0) - span * .5 * Math.sin(t * 3.14) * .6 - (1 - t) * 0;
                a[22 + 2 * i] = x - span * .25 * t;
                a[23 + 2 * i] = profile.at(cr + span * t) + amp * (.9 * Math.sin(t * 3.1416) + .35 * t);
            }
            Brush.fade(g, Shapes.polygon(a), 0, y - amp, dark(colour, .42), .85, 0, y + amp, dark(colour, .3), .15);
        }
    }
}
