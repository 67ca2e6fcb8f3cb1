package dev.evergreen.provider.offline.illustrator.internal.nature;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Season;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Grass, flowers and what else covers the ground. */
public final class Meadow extends Painting {
    public Meadow(Picture picture) {
        super(picture);
    }

    public int grass(double depth) {
        return local(
                scene.snowy()
                        ? 0xE6EDF4
                        : scene.season() == Season.AUTUMN
                                ? 0xB99A4E
                                : scene.season() == Season.SPRING ? 0x93BE62 : 0x7EA65A,
                depth);
    }

    public void blades(
            Graphics2D g, double x0, double x1, double y, double h, int n, int colour, int c2, Chance chance) {
        for (int i = 0; i < n; i++) {
            double x = chance.between(x0, x1), hh = h * chance.between(.4, 1), b = chance.between(-.4, .4) * hh;
            Path2D t = new Path2D.Double();
            double w = 1.6 + hh * .03;
            t.moveTo(x - w, y + 6);
            t.quadTo(x - w * .4 + b * .25, y - hh * .6, x + b, y - hh);
            t.quadTo(x + w * .6 + b * .25, y - hh * .55, x + w, y + 6);
            Brush.fill(g, t, chance.happens(.5) ? colour : Colour.mix(colour, c2, chance.next()));
        }
    }

    public void dabs(
            Graphics2D g,
            double x0,
            double y0,
            double x1,
            double y1,
            int n,
            double s,
            int colour,
            int c2,
            double a,
            Chance chance) {
        for (int i = 0; i < n; i++) {
            double t = chance.next(), y = y0 + (y1 - y0) * t, k = .35 + .9 * t;
            Brush.fill(
                    g,
                    Shapes.lens(chance.between(x0, x1), y, s * k * chance.between(.5, 1.6), s * k * .16),
                    chance.happens(.5) ? colour : c2,
                    a * chance.between(.4, 1));
        }
    }

    public void flowers(Graphics2D g, double x0, double x1, double y0, double y1, int n, Chance chance) {
        int[] cs = {0xE8604C, 0xF3C14B, 0xF6EFE0, 0xD987B4, 0x7C8FD6};
        for (int i = 0; i < n; i++) {
            double t = Math.sqrt(chance.next()), y = y0 + (y1 - y0) * t, x = chance.between(x0, x1), s = 2 + 6 * t;
            int colour = local(cs[chance.index(5)], .25 - .25 * t);
            Brush.fill(g, Shapes.rectangle(x - .6, y, 1.4, s * 2.4), dark(grass(0), .3));
            for (int k = 0; k < 4; k++) {
                Brush.fill(
                        g,
                        Shapes.ellipse(
                                x + Math.cos(k * 1.57) * s * .55, y + Math.sin(k * 1.57) * s * .4, s * .55, s * .45),
                        colour);
            }
            Brush.fill(g, Shapes.ellipse(x, y, s * .3, s * .25), local(0xF6D25A, 0));
        }
    }

    public void fern(Graphics2D g, double x, double y, double h, int colour, Chance chance) {
        for (int f = 0; f < 5; f++) {
            double a = -1.57 + (f - 2) * .42 + chance.between(-.1, .1);
            for (int i = 2; i < 13; i++) {
                double t = i / 13.0,
                        px = x + Math.cos(a) * h * t,
                        py = y + Math.sin(a) * h * t + h * .3 * t * t * Math.abs(Math.cos(a));
                double l = h * .24 * (1 - t * .8);
                for (int s = -1; s < 2; s += 2) {
                    Brush.fill(
                            g,
                            Shapes.stroke(
                                    Shapes.widths(l * .1, l * .34, 0),
                                    px,
                                    py,
                                    px + Math.cos(a + s * 1) * l * .5,
                                    py + Math.sin(a + s * 1) * l * .5,
                                    px + Math.cos(a + s * .9) * l,
                                    py + Math.sin(a + s * .9) * l),
                            f % 2 == 0 ? colour : Colour.mix(colour, palette.light(), .1));
                }
            }
        }
    }

    public void weed(Graphics2D g, double x, double y, double h, int colour, Chance chance) {
        for (int k = 0; k < 4; k++) {
            Brush.fill(
                    g,
                    Shapes.stroke(
                            Shapes.widths(h * .08, h * .13, 0),
                            x + k * 4,
                            y,
                            x + chance.between(-.3, .3) * h,
                            y - h * .5,
                            x + chance.between(-.7, .7) * h,
                            y - h),
                    k % 2 == 0 ? colour : dark(colour, .3));
        }
    }
}
