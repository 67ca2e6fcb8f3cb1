package dev.evergreen.provider.offline.illustrator.internal.interiors;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import dev.evergreen.provider.offline.illustrator.internal.words.TimeOfDay;
import java.awt.Graphics2D;
import java.awt.Shape;

/** Pieces of furniture, drawn from the front; y is the floor or the board on which they stand. */
public final class Furniture extends Painting {
    private final Chance chance;

    public Furniture(Picture picture) {
        super(picture);
        chance = new Chance(seed + 31L);
    }

    /** Lamps are on. */
    private boolean evening() {
        return scene.night() || scene.time() == TimeOfDay.DUSK || scene.has(Thing.LAMP);
    }

    public void shelf(Graphics2D g, double x, double y, double w, double h, int colour, double dark) {
        Brush.fill(g, Shapes.rectangle(x, y, w, h), dark(colour, .3));
        int rows = (int) (h / 84);
        double rh = h / rows;
        int[] bc = {0xB7523F, 0x35607A, 0xD9A441, 0x5F7A5A, 0x8A4A6C, 0xEFE3CB, 0x4A3A54, 0xC9865A};
        for (int j = 0; j < rows; j++) {
            double bx = x + 10;
            while (bx < x + w - 22) {
                if (chance.happens(.08)) {
                    bx += chance.between(14, 34);
                    continue;
                }
                double bw = chance.between(8, 19), bh = rh * chance.between(.56, .82);
                int cc = Colour.mix(local(bc[chance.index(8)], .12), colour, dark);
                Brush.fill(g, Shapes.rectangle(bx, y + (j + 1) * rh - bh - 8, bw, bh), cc);
                Brush.fill(g, Shapes.rectangle(bx, y + (j + 1) * rh - bh - 8, 2.4, bh), lit(cc, .3), .7);
                if (chance.happens(.5)) {
                    Brush.fill(g, Shapes.rectangle(bx, y + (j + 1) * rh - bh * .8 - 8, bw, 4), lit(cc, .5), .7);
                }
                bx += bw + 1.2;
            }
            Brush.fill(g, Shapes.rectangle(x, y + (j + 1) * rh - 9, w, 9), lit(colour, .12));
        }
        Brush.fill(g, Shapes.rectangle(x, y, 9, h), lit(colour, .2));
        Brush.fill(g, Shapes.rectangle(x + w - 9, y, 9, h), dark(colour, .2));
    }

    public void plant(Graphics2D g, double x, double y, double h, int colour) {
        for (int i = 0; i < 11; i++) {
            double a = -1.57 + (i - 5) * .26,
                    l = h * chance.between(.7, 1),
                    ex = x + Math.cos(a) * l,
                    ey = y - h * .2 + Math.sin(a) * l;
            Brush.fill(
                    g,
                    Shapes.stroke(
                            Shapes.widths(4, h * .1, 0),
                            x,
                            y - h * .2,
                            (x + ex) / 2 + chance.between(-10, 10),
                            (y - h * .2 + ey) / 2 - h * .06,
                            ex,
                            ey + h * .05),
                    i % 3 == 0 ? lit(colour, .14) : i % 3 == 1 ? colour : Colour.mix(colour, local(0x4F7A55, 0), .35));
        }
    }

    public void potted(Graphics2D g, double x, double y, double h) {
        int lf = local(0x4F8157, .05), pt = local(0xC2684A, .03);
        for (int i = 0; i < 11; i++) {
            double a = -1.57 + (i - 5) * .25,
                    l = h * chance.between(.55, .8),
                    ex = x + Math.cos(a) * l * .8,
                    ey = y - h * .28 + Math.sin(a) * l;
            Brush.fill(
                    g,
                    Shapes.stroke(
                            Shapes.widths(3, h * .09, 0), x, y - h * .26, (x + ex) / 2, (y - h * .3 + ey) / 2, ex, ey),
                    i % 2 == 0 ? lf : lit(lf, .2));
        }
        Brush.horizontal(
                g,
                Shapes.polygon(x - h * .15, y - h * .28, x + h * .15, y - h * .28, x + h * .11, y, x - h * .11, y),
                x + h * .1,
                lit(pt, .15),
                x - h * .1,
                dark(pt, .3));
    }

    public void lamp(Graphics2D g, double x, double y, double h) {
        int colour = local(0x5A4038, .02), sh = local(0xF0CE8A, 0);
        boolean on = picture.outdoors.night() || scene.time() == TimeOfDay.DUSK || scene.has(Thing.LAMP);
        Brush.fill(g, Shapes.rectangle(x - 3, y - h * .8, 6, h * .8), colour);
        Brush.fill(g, Shapes.ellipse(x, y, h * .1, h * .02), colour);
        if (on) {
            Brush.glow(g, x, y - h * .82, h * 1.15, 0xFFC06A, picture.outdoors.night() ? .85 : .5);
        }
        Brush.fill(
                g,
                Shapes.polygon(
                        x - h * .07, y - h, x + h * .07, y - h, x + h * .13, y - h * .76, x - h * .13, y - h * .76),
                on ? 0xFFE2A2 : sh);
    }

    public void frame(Graphics2D g, double x, double y, double w, double h) {
        Brush.fill(g, Shapes.rectangle(x + 5, y + 8, w, h), palette.shade(), .3);
        Brush.fill(g, Shapes.rectangle(x, y, w, h), local(0x6B4A3A, .1));
        int a = local(chance.oneOf(0xE3B65C, 0x8FB3B8, 0xD98F76, 0xC9C39A), .15),
                b = local(chance.oneOf(0x4F7A78, 0x8A5A6C, 0x5A6F8C), .15);
        Brush.fill(g, Shapes.rectangle(x + 9, y + 9, w - 18, h - 18), a);
        Shape c = g.getClip();
        g.clip(Shapes.rectangle(x + 9, y + 9, w - 18, h - 18));
        Brush.fill(g, Shapes.blob(x + w * .4, y + h * 1.0, w * .6, h * .42, .4, seed), b);
        Brush.fill(g, Shapes.ellipse(x + w * .68, y + h * .34, w * .1, w * .1), lit(a, .7));
        g.setClip(c);
    }

    public void table(Graphics2D g, double x, double y, double w, double h) {
        int colour = local(0xA87648, .03);
        Brush.fill(g, Shapes.ellipse(x, y + 4, w * .56, 14), palette.shade(), .35);
        for (int i = -1; i < 2; i += 2) {
            Brush.fill(
                    g,
                    Shapes.polygon(
                            x + i * w * .42 - 11,
                            y - h,
                            x + i * w * .42 + 11,
                            y - h,
                            x + i * w * .45 + 7,
                            y,
                            x + i * w * .45 - 7,
                            y),
                    dark(colour, .4));
        }
        Brush.fill(g, Shapes.rectangle(x - w * .46, y - h, w * .92, 26), dark(colour, .3));
        Brush.fill(g, Shapes.rounded(x - w * .53, y - h - 14, w * 1.06, 20, 6), lit(colour, .2));
    }

    public void round(Graphics2D g, double x, double y) {
        int colour = local(0x6B4634, .02);
        Brush.fill(g, Shapes.ellipse(x, y + 4, 110, 16), palette.shade(), .35);
        Brush.fill(g, Shapes.rectangle(x - 8, y - 180, 16, 180), colour);
        Brush.fill(g, Shapes.ellipse(x, y - 180, 150, 24), local(0xEFE3CB, .02));
        Brush.fill(g, Shapes.ellipse(x, y, 66, 12), colour);
    }

    public void lampSmall(Graphics2D g, double x, double y) {
        int colour = local(0x3F5F5A, .02);
        Brush.fill(g, Shapes.rectangle(x - 3, y - 84, 6, 84), local(0xC9A45A, 0));
        Brush.fill(g, Shapes.ellipse(x, y, 26, 7), local(0xC9A45A, 0));
        Brush.glow(g, x, y - 66, 260, 0xFFC873, picture.outdoors.night() ? .85 : .45);
        Brush.fill(
                g,
                Shapes.smooth(true, x - 50, y - 72, x - 26, y - 112, x + 26, y - 112, x + 50, y - 72),
                picture.outdoors.night() ? 0xFFDF98 : colour);
    }

    public void books(Graphics2D g, double x, double y) {
        int[] c = {0xB7523F, 0x35607A, 0xD9A441};
        for (int i = 0; i < 3; i++) {
            Brush.fill(g, Shapes.rounded(x - 50 + i * 6, y - 18 - i * 17, 100 - i * 9, 16, 3), local(c[i], .03));
        }
    }

    public void pot(Graphics2D g, double x, double y, double w, int colour) {
        Brush.horizontal(
                g,
                Shapes.rounded(x - w, y - w * 1.05, w * 2, w * 1.1, w * .2),
                x + w,
                lit(colour, .25),
                x - w,
                dark(colour, .3));
        Brush.fill(g, Shapes.ellipse(x, y - w * 1.05, w, w * .16), dark(colour, .4));
    }

    public void bowl(Graphics2D g, double x, double y) {
        int colour = local(0x5F8FA8, .02);
        for (int i = 0; i < 4; i++) {
            Brush.fill(
                    g,
                    Shapes.ellipse(x - 30 + i * 20, y - 48 - i % 2 * 10, 18, 17),
                    local(i % 2 == 0 ? 0xE8703F : 0xE3B64A, 0));
        }
        Brush.horizontal(
                g,
                Shapes.smooth(true, x - 62, y - 48, x + 62, y - 48, x + 34, y - 8, x - 34, y - 8),
                x + 50,
                lit(colour, .25),
                x - 50,
                dark(colour, .3));
    }
}
