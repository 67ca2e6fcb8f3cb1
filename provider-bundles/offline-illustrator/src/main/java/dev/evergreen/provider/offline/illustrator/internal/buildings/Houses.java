package dev.evergreen.provider.offline.illustrator.internal.buildings;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Season;
import dev.evergreen.provider.offline.illustrator.internal.words.TimeOfDay;
import java.awt.Graphics2D;

/** Houses as seen from afar. */
public final class Houses extends Painting {
    public Houses(Picture picture) {
        super(picture);
    }

    public void house(Graphics2D g, double x, double y, double w, double h, double depth, int seed, boolean detail) {
        Chance chance = new Chance(seed);
        int[] walls = {0xF0E3CC, 0xE9C9A2, 0xD98F76, 0xB9C9C4, 0xF4EDE2, 0xD7B26E, 0x9FB3BF, 0xE7B7A4},
                roofs = {0xB4553F, 0x8A4B45, 0x566779, 0x9C6B4A, 0x6B5A66};
        int wall = local(walls[chance.index(8)], depth),
                roof = local(scene.snowy() ? 0xEEF3F8 : roofs[chance.index(5)], depth);
        int dx = picture.lightX < x ? -1 : 1;
        double rh = h * chance.between(.45, .8), sx = dx < 0 ? x + w * .62 : x, sw = w * .38;
        Brush.vertical(g, Shapes.rectangle(x, y - h, w, h + 8), y - h, lit(wall, .18), y, dark(wall, .1));
        Brush.fill(g, Shapes.rectangle(sx, y - h, sw, h + 8), dark(wall, .26));
        double ov = w * .06;
        Brush.fill(
                g,
                Shapes.polygon(
                        x - ov, y - h + 3, x + w * .18, y - h - rh, x + w * .82, y - h - rh, x + w + ov, y - h + 3),
                roof);
        Brush.fill(
                g,
                dx < 0
                        ? Shapes.polygon(
                                x + w * .62,
                                y - h + 3,
                                x + w * .58,
                                y - h - rh,
                                x + w * .82,
                                y - h - rh,
                                x + w + ov,
                                y - h + 3)
                        : Shapes.polygon(
                                x - ov,
                                y - h + 3,
                                x + w * .18,
                                y - h - rh,
                                x + w * .42,
                                y - h - rh,
                                x + w * .38,
                                y - h + 3),
                dark(roof, .28));
        if (chance.happens(.7)) {
            double cx = x + w * chance.between(.25, .7), cw = w * .09;
            Brush.fill(g, Shapes.rectangle(cx, y - h - rh - w * .14, cw, w * .3), dark(wall, .35));
            Brush.fill(g, Shapes.rectangle(cx - 2, y - h - rh - w * .16, cw + 4, w * .04), dark(roof, .3));
            if (scene.season() == Season.WINTER || palette.night() || chance.happens(.3)) {
                for (int i = 0; i < 7; i++) {
                    Brush.fill(
                            g,
                            Shapes.blob(
                                    cx + cw / 2 + i * i * w * .012,
                                    y - h - rh - w * (.2 + i * .09),
                                    w * (.04 + i * .012),
                                    w * (.035 + i * .01),
                                    .2,
                                    i),
                            Colour.mix(palette.cloud(), palette.haze(), .4),
                            .4 - i * .05);
                }
            }
        }
        boolean on = palette.night() || scene.time() == TimeOfDay.DUSK;
        int cols = w > 90 ? 3 : 2, rows = h > w * .9 ? 2 : 1;
        double ww = w * .15, wh = h / rows * .42;
        for (int i = 0; i < cols; i++) {
            for (int j = 0; j < rows; j++) {
                double wx = x + w * (i + .5) / cols - ww / 2, wy = y - h + h * (j + .22) / rows;
                if (j == rows - 1 && i == cols / 2) {
                    Brush.fill(
                            g,
                            Shapes.rounded(wx - 1, y - h * .46 / rows, ww + 2, h * .46 / rows + 6, ww * .2),
                            local(chance.oneOf(0x8C4B3C, 0x3F6F78, 0x6A7F4A, 0xC98A3B), depth));
                    continue;
                }
                boolean lit = on && chance.happens(.72);
                if (detail) {
                    Brush.fill(g, Shapes.rectangle(wx - 3, wy - 3, ww + 6, wh + 6), lit(wall, .4));
                }
                Brush.fill(
                        g,
                        Shapes.rectangle(wx, wy, ww, wh),
                        lit ? Colour.mix(0xFFCF74, palette.haze(), depth * .4) : dark(local(0x7E98A6, depth), .25));
                if (lit) {
                    Brush.glow(g, wx + ww / 2, wy + wh / 2, ww * 2.2, 0xFFB95A, .35);
                }
                if (detail) {
                    Brush.fill(g, Shapes.rectangle(wx + ww / 2 - 1, wy, 2, wh), lit(wall, .3));
                    Brush.fill(g, Shapes.rectangle(wx, wy + wh / 2 - 1, ww, 2), lit(wall, .3));
                }
            }
        }
    }
}
