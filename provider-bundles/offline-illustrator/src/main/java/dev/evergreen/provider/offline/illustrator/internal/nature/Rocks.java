package dev.evergreen.provider.offline.illustrator.internal.nature;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Path2D;

/** Stones. */
public final class Rocks extends Painting {
    public Rocks(Picture picture) {
        super(picture);
    }

    public void rocks(Graphics2D g, double x, double y, double w, int n, int seed, double depth) {
        Chance chance = new Chance(seed);
        int dx = picture.lightX < x ? -1 : 1;
        for (int i = 0; i < n; i++) {
            double rw = w * chance.between(.25, .6),
                    rx = x + chance.between(-.7, .7) * w,
                    rh = rw * chance.between(.45, .85),
                    ry = y + chance.between(-.05, .12) * w;
            int colour = local(chance.oneOf(0x7C7478, 0x8B7F76, 0x6A6A78, 0x978878), depth);
            rock(g, rx, ry, rw, rh, seed + i * 7, colour, dx);
        }
    }

    public void rock(Graphics2D g, double x, double y, double w, double h, int seed, int colour, int dx) {
        Path2D outline = Shapes.rock(x, y, w, h, seed);
        Brush.fill(g, Shapes.lens(x, y + h * .1, w * 1.2, h * .12), palette.shade(), .3);
        Area all = new Area(outline);
        Brush.gradient(g, outline, x + dx * w, y - h, lit(colour, .12), x - dx * w, y, dark(colour, .42));
        Area top = new Area(Shapes.rock(x + dx * w * .16, y - h * .2, w * .84, h * .8, seed));
        top.intersect(all);
        Brush.fill(g, top, lit(colour, .3), .85);
        Area f = new Area(Shapes.rock(x + dx * w * .4, y - h * .34, w * .46, h * .6, seed + 3));
        f.intersect(all);
        Brush.fill(g, f, lit(colour, .5), .6);
        if (scene.snowy()) {
            Area sn = new Area(Shapes.rock(x, y - h * .5, w * .9, h * .55, seed));
            sn.intersect(all);
            Brush.fill(g, sn, local(0xF2F6FA, 0));
        }
    }
}
