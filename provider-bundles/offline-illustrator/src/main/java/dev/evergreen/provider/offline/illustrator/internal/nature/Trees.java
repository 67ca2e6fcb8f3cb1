package dev.evergreen.provider.offline.illustrator.internal.nature;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Trees by kind and season. */
public final class Trees extends Painting {
    public Trees(Picture picture) {
        super(picture);
    }

    public int leaf(Chance chance) {
        return switch (scene.season()) {
            case AUTUMN -> chance.oneOf(0xD8842E, 0xC25A30, 0xE2AC3F, 0xA9682F);
            case SPRING -> chance.oneOf(0xEFB3C0, 0xA9C76A, 0xF3CBD0, 0x8FB75C);
            case WINTER -> 0xC9D8E2;
            default -> chance.oneOf(0x6C9650, 0x4F8157, 0x86A552, 0x5A8B6B);
        };
    }

    public void tree(Graphics2D g, double x, double y, double h, String type, double depth, int seed) {
        Chance chance = new Chance(seed);
        int bark = local(0x6B4F3F, depth), dx = picture.lightX < x ? -1 : 1;
        if (type.equals("pine")) {
            int colour = local(scene.snowy() ? 0x6F8A8E : 0x3F6B57, depth), c2 = lit(colour, .22);
            Brush.fill(g, Shapes.rectangle(x - h * .02, y - h * .14, h * .04, h * .15), dark(bark, .3));
            int n = 6;
            for (int i = 0; i < n; i++) {
                double t = i / (double) n,
                        yy = y - h * (.08 + .76 * t),
                        w = h * .25 * (1 - t * .86) * chance.between(.9, 1.1),
                        hh = h * .29 * (1 - t * .45);
                double[] pt = {
                    x,
                    yy - hh,
                    x + w * .45,
                    yy - hh * .35,
                    x + w,
                    yy + chance.between(-3, 5),
                    x + w * .5,
                    yy - 2 + chance.between(0, 8),
                    x,
                    yy + chance.between(2, 8),
                    x - w * .5,
                    yy + chance.between(0, 6),
                    x - w,
                    yy + chance.between(-3, 5),
                    x - w * .45,
                    yy - hh * .35
                };
                Brush.form(
                        g,
                        Shapes.polygon(pt),
                        Colour.mix(colour, c2, .3 + .4 * t),
                        dark(colour, .28),
                        dx * w * .42,
                        -hh * .05);
                if (scene.snowy()) {
                    Brush.fill(
                            g,
                            Shapes.polygon(
                                    x,
                                    yy - hh,
                                    x + w * .4,
                                    yy - hh * .38,
                                    x + w * .1,
                                    yy - hh * .42,
                                    x - w * .2,
                                    yy - hh * .3,
                                    x - w * .42,
                                    yy - hh * .36),
                            local(0xF2F6FB, depth));
                }
            }
            return;
        }
        if (type.equals("bare")) {
            branch(g, chance, x, y, -Math.PI / 2 + chance.between(-.06, .06), h * .34, h * .055, 5, dark(bark, .15));
            return;
        }
        if (type.equals("cypress")) {
            Brush.form(
                    g,
                    Shapes.smooth(
                            true,
                            x,
                            y - h,
                            x + h * .08,
                            y - h * .5,
                            x + h * .09,
                            y - h * .15,
                            x,
                            y - h * .03,
                            x - h * .09,
                            y - h * .15,
                            x - h * .07,
                            y - h * .5),
                    local(0x4F7A55, depth),
                    dark(local(0x4F7A55, depth), .35),
                    dx * h * .06,
                    0);
            return;
        }
        if (type.equals("palm")) {
            double tx = x + h * .12;
            Brush.fill(
                    g,
                    Shapes.stroke(Shapes.widths(h * .06, h * .035), x, y, x + h * .02, y - h * .45, tx, y - h * .86),
                    bark);
            int colour = local(0x5E8F52, depth);
            for (int i = 0; i < 9; i++) {
                double a = -Math.PI * (i / 8.0) + chance.between(-.1, .1), l = h * chance.between(.3, .4);
                Brush.fill(
                        g,
                        Shapes.stroke(
                                Shapes.widths(h * .01, h * .06, 0),
                                tx,
                                y - h * .86,
                                tx + Math.cos(a) * l * .6,
                                y - h * .86 + Math.sin(a) * l * .6 - h * .02,
                                tx + Math.cos(a) * l,
                                y - h * .86 + Math.sin(a) * l * .5 + h * .13),
                        i % 2 == 0 ? colour : dark(colour, .3));
            }
            return;
        }
        int base = local(leaf(chance), depth), dark = dark(base, .36), lit = lit(base, .3);
        double cw = h * chance.between(.26, .36), cy = y - h * .66, ch = h * .3;
        Brush.fill(
                g,
                Shapes.stroke(
                        Shapes.widths(h * .085, h * .05, h * .03),
                        x,
                        y + h * .01,
                        x + h * .01,
                        y - h * .3,
                        x - h * .02,
                        y - h * .62),
                dark(bark, .1));
        for (int i = -1; i < 2; i += 2) {
            Brush.fill(
                    g,
                    Shapes.stroke(
                            Shapes.widths(h * .035, h * .012),
                            x,
                            y - h * .34,
                            x + i * h * .08,
                            y - h * .48,
                            x + i * h * .16,
                            y - h * .6),
                    dark(bark, .15));
        }
        int n = 12;
        double[] X = new double[n], Y = new double[n], R = new double[n];
        for (int i = 0; i < n; i++) {
            double a = chance.between(0, 6.28), k = i < 5 ? .4 : Math.sqrt(chance.next()) * .85;
            if (i < 5) {
                a = i * 1.256;
            }
            X[i] = x + Math.cos(a) * cw * k;
            Y[i] = cy + Math.sin(a) * ch * k;
            R[i] = h * chance.between(.12, .17);
        }
        for (int pass = 0; pass < 3; pass++) {
            for (int i = 0; i < n; i++) {
                double k = pass == 0 ? 1.08 : pass == 1 ? .86 : .5;
                Brush.fill(
                        g,
                        Shapes.blob(
                                X[i] + dx * pass * R[i] * .2,
                                Y[i] - pass * R[i] * .2,
                                R[i] * k * 1.12,
                                R[i] * k,
                                .32,
                                seed + i + pass),
                        pass == 0 ? dark : pass == 1 ? base : lit,
                        pass == 2 ? .42 : 1);
            }
        }
        double s = h * .011;
        for (int i = 0; i < 150; i++) {
            double a = chance.between(0, 6.28),
                    k = chance.between(.2, 1.14),
                    xx = x + Math.cos(a) * (cw + h * .08) * k,
                    yy = cy + Math.sin(a) * (ch + h * .07) * k;
            Brush.fill(
                    g,
                    Shapes.ellipse(xx, yy, s * chance.between(.7, 1.5), s * .8, chance.between(0, 3)),
                    (xx - x) * dx - (yy - cy) > 0 ? lit : k > .8 ? base : dark,
                    .9);
        }
    }

    public void trunk(Graphics2D g, double x, double b, double w, double depth, Chance chance, int leafBase) {
        double up = picture.top - 40;
        int colour = local(scene.snowy() || chance.happens(.2) ? 0xC9C0B2 : 0x6E5646, depth);
        int dx = picture.lightX < x ? -1 : 1;
        double ln = chance.between(-16, 16);
        Path2D outline = new Path2D.Double();
        outline.moveTo(x - w * .95, b + 6);
        outline.quadTo(x - w * .5, b - w * 1.2, x - w * .42 + ln * .5, 300);
        outline.lineTo(x - w * .36 + ln, up);
        outline.lineTo(x + w * .36 + ln, up);
        outline.lineTo(x + w * .42 + ln * .5, 300);
        outline.quadTo(x + w * .5, b - w * 1.2, x + w * .95, b + 6);
        outline.closePath();
        Brush.form(g, outline, lit(colour, .2), dark(colour, .42), dx * w * .34, 0);
        for (int i = 0; i < 16; i++) {
            double y = chance.between(0, b - 40);
            Brush.fill(
                    g,
                    Shapes.lens(
                            x + chance.between(-.25, .25) * w + ln * (1 - y / b),
                            y,
                            w * chance.between(.08, .24),
                            chance.between(1, 4)),
                    dark(colour, .5),
                    .6);
        }
        int lf = local(leafBase, depth);
        if (!scene.snowy() || chance.happens(.3)) {
            for (int i = 0; i < 7; i++) {
                double bx = x + chance.between(-150, 150), by = up + chance.between(0, 210);
                Brush.fill(
                        g,
                        Shapes.blob(bx, by, chance.between(70, 130), chance.between(40, 84), .5, seed + i + (int) x),
                        dark(lf, .2));
                Brush.fill(
                        g,
                        Shapes.blob(
                                bx + dx * 14,
                                by - 14,
                                chance.between(50, 90),
                                chance.between(26, 54),
                                .5,
                                seed + i + 3),
                        lit(lf, .14),
                        .9);
            }
        }
    }

    public void branch(
            Graphics2D g, Chance chance, double x, double y, double a, double l, double w, int n, int colour) {
        double x2 = x + Math.cos(a) * l, y2 = y + Math.sin(a) * l;
        Brush.fill(
                g,
                Shapes.stroke(
                        Shapes.widths(w, w * .62),
                        x,
                        y,
                        (x + x2) / 2 + chance.between(-.06, .06) * l,
                        (y + y2) / 2,
                        x2,
                        y2),
                colour);
        if (n == 0) {
            return;
        }
        int k = 2 + (chance.happens(.35) ? 1 : 0);
        for (int i = 0; i < k; i++) {
            branch(
                    g,
                    chance,
                    x2,
                    y2,
                    a + (i - (k - 1) / 2.0) * chance.between(.5, .95) + chance.between(-.15, .15),
                    l * chance.between(.58, .8),
                    w * .6,
                    n - 1,
                    colour);
        }
    }
}
