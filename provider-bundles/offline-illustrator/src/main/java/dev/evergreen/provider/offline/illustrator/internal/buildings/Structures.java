package dev.evergreen.provider.offline.illustrator.internal.buildings;

import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Weather;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Lighthouses, street lamps, benches and the like. */
public final class Structures extends Painting {
    public Structures(Picture picture) {
        super(picture);
    }

    public void lighthouse(Graphics2D g, double x, double y, double h, double depth) {
        int w = local(0xF6EFE2, depth), r = local(0xC8483B, depth), k = local(0x3A3A4A, depth);
        double a = h * .115, b = h * .075;
        for (int i = 0; i < 5; i++) {
            double t0 = i / 5.0, t1 = (i + 1) / 5.0, w0 = a + (b - a) * t0, w1 = a + (b - a) * t1;
            int colour = i % 2 == 0 ? w : r;
            Path2D outline = Shapes.polygon(
                    x - w0,
                    y - h * .78 * t0,
                    x + w0,
                    y - h * .78 * t0,
                    x + w1,
                    y - h * .78 * t1,
                    x - w1,
                    y - h * .78 * t1);
            double dx = picture.lightX < x ? -1 : 1;
            Brush.gradient(g, outline, x + dx * a, y, lit(colour, .12), x - dx * a, y, dark(colour, .36));
        }
        Brush.fill(g, Shapes.rectangle(x - b * 1.4, y - h * .8, b * 2.8, h * .025), k);
        boolean on = palette.night() || scene.lowSun() || scene.lampsOn();
        Brush.fill(
                g, Shapes.rectangle(x - b * .72, y - h * .9, b * 1.44, h * .1), on ? 0xFFF1B8 : local(0x9FC3CC, depth));
        Brush.fill(g, Shapes.rectangle(x - 1, y - h * .9, 2, h * .1), k);
        Brush.fill(g, Shapes.smooth(true, x - b, y - h * .9, x, y - h * 1.02, x + b, y - h * .9), r);
        if (on) {
            Brush.glow(g, x, y - h * .85, h * .8, 0xFFE7A0, .7);
            for (int outline = -1; outline < 2; outline += 2) {
                Brush.fade(
                        g,
                        Shapes.polygon(
                                x,
                                y - h * .86,
                                x + outline * h * 3.4,
                                y - h * (outline > 0 ? 1.16 : .98),
                                x + outline * h * 3.4,
                                y - h * (outline > 0 ? .82 : .66),
                                x,
                                y - h * .84),
                        x,
                        0,
                        0xFFEDB8,
                        .6,
                        x + outline * h * 3.3,
                        0,
                        0xFFEDB8,
                        0);
            }
        }
    }

    public void streetlamp(Graphics2D g, double x, double y, double h, double depth) {
        int colour = local(0x38384A, depth);
        Brush.fill(g, Shapes.rectangle(x - h * .012, y - h * .9, h * .024, h * .9), colour);
        Brush.fill(g, Shapes.rounded(x - h * .03, y - h * .1, h * .06, h * .1, h * .01), colour);
        boolean on = picture.outdoors.night() || scene.lowSun() || scene.lampsOn() || scene.weather() == Weather.SNOW;
        Brush.fill(
                g,
                Shapes.polygon(
                        x - h * .05, y - h, x + h * .05, y - h, x + h * .032, y - h * .89, x - h * .032, y - h * .89),
                on ? 0xFFE9AE : local(0xD9E3E0, depth));
        Brush.fill(g, Shapes.polygon(x - h * .065, y - h, x, y - h * 1.05, x + h * .065, y - h), colour);
        if (on) {
            Brush.glow(g, x, y - h * .95, h * .55, 0xFFCB73, .65);
            Brush.fill(g, Shapes.ellipse(x, y, h * .28, h * .05), 0xFFCB73, .2);
        }
    }

    public void bench(Graphics2D g, double x, double y, double s) {
        int colour = local(0x8C5F3F, .02), k = local(0x38384A, .02);
        for (int i = -1; i < 2; i += 2) {
            Brush.fill(g, Shapes.rectangle(x + i * s * .75 - s * .03, y - s * .45, s * .06, s * .45), k);
            Brush.fill(g, Shapes.rectangle(x + i * s * .75 - s * .025, y - s * .95, s * .05, s * .55), k);
        }
        for (int i = 0; i < 3; i++) {
            Brush.fill(
                    g,
                    Shapes.rounded(x - s * .9, y - s * (.95 - i * .16), s * 1.8, s * .11, s * .02),
                    lit(colour, .2 - i * .06));
        }
        Brush.fill(
                g,
                Shapes.polygon(
                        x - s * .92,
                        y - s * .46,
                        x + s * .92,
                        y - s * .46,
                        x + s * .98,
                        y - s * .36,
                        x - s * .98,
                        y - s * .36),
                lit(colour, .25));
        Brush.fill(g, Shapes.rectangle(x - s * .98, y - s * .36, s * 1.96, s * .05), dark(colour, .4));
    }

    public void cactus(Graphics2D g, double x, double y, double h, double depth) {
        int colour = local(0x5F8A5A, depth), k = dark(colour, .4);
        double w = h * .16;
        int dx = picture.lightX < x ? -1 : 1;
        Shape[] s = {
            Shapes.stroke(
                    Shapes.widths(w * .6, w * .62, w * .6),
                    x - h * .02,
                    y - h * .36,
                    x - h * .25,
                    y - h * .4,
                    x - h * .26,
                    y - h * .66),
            Shapes.stroke(
                    Shapes.widths(w * .55, w * .56, w * .5),
                    x,
                    y - h * .5,
                    x + h * .22,
                    y - h * .55,
                    x + h * .23,
                    y - h * .8),
            Shapes.stroke(Shapes.widths(w, w * 1.05, w * .9), x, y, x, y - h * .5, x, y - h * .94)
        };
        for (Shape chance : s) {
            Brush.form(g, chance, lit(colour, .15), k, dx * w * .25, 0);
        }
    }
}
