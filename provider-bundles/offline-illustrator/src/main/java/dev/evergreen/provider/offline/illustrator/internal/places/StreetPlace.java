package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.LayerKind;
import dev.evergreen.provider.offline.illustrator.internal.picture.Mirror;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.TimeOfDay;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** A street between tall houses, seen along it. */
final class StreetPlace extends PlacePainting {
    StreetPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        double hy = picture.horizon = 610, vx = width * .5 - picture.side * 60;
        sky.open(640);
        Chance chance = new Chance(seed + 5L);
        boolean on = palette.night()
                || scene.time() == TimeOfDay.DUSK
                || scene.weather().wet();
        Graphics2D f = picture.far();
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 16; i++) {
                double x = width * i / 15 + chance.between(-50, 20),
                        w = chance.between(60, 130),
                        h = chance.between(120, 330) * (1 - k * .22),
                        d = .92 - k * .16;
                int colour = local(0x8790A8, d);
                Brush.vertical(
                        f,
                        Shapes.rectangle(x, hy - h, w, h + 40),
                        hy - h,
                        colour,
                        hy,
                        Colour.mix(colour, palette.haze(), .6));
                if (chance.happens(.3)) {
                    Brush.fill(f, Shapes.rectangle(x + w * .45, hy - h - 40, 4, 40), colour);
                }
                if (on) {
                    for (int j = 0; j < 14; j++) {
                        if (chance.happens(.5)) {
                            Brush.fill(
                                    f,
                                    Shapes.rectangle(
                                            x + chance.between(.1, .85) * w, hy - h * chance.between(.1, .95), 5, 7),
                                    0xFFD37F,
                                    .6 - k * .05);
                        }
                    }
                }
            }
        }
        Graphics2D g = picture.middle(), n = picture.ground();
        double hw = 430, cam = 255;
        int[] walls = {0xC98B6B, 0xB4685A, 0xD9B48A, 0x8F9FA8, 0xE2CDB0, 0xA87B8C, 0x7F8F88};
        int road = local(scene.snowy() ? 0xD5DCE6 : 0x6E6B78, .05),
                walk = local(scene.snowy() ? 0xEEF1F6 : 0xB3A79F, .04);
        Brush.fill(picture.middle(), Shapes.rectangle(-900, hy, width + 1800, 1200), dark(road, .2));
        Brush.vertical(
                n,
                Shapes.polygon(vx - 20, hy + 8, vx + 20, hy + 8, vx + hw * 3, hy + cam * 3, vx - hw * 3, hy + cam * 3),
                hy,
                Colour.mix(road, palette.haze(), .55),
                960,
                dark(road, .12));
        for (int s = -1; s < 2; s += 2) {
            Brush.vertical(
                    n,
                    Shapes.polygon(
                            vx + s * 10,
                            hy + 5,
                            vx + s * hw * .72 * 1.9,
                            hy + cam * 1.9,
                            vx + s * hw * 1.9,
                            hy + cam * 1.9,
                            vx + s * 14,
                            hy + 5),
                    hy,
                    Colour.mix(walk, palette.haze(), .6),
                    980,
                    walk);
        }
        for (int s = -1; s < 2; s += 2) {
            Brush.fill(
                    n,
                    Shapes.polygon(
                            vx + s * 10,
                            hy,
                            vx + s * hw * .72 * 1.9,
                            hy + cam * 1.9,
                            vx + s * (hw * .72 * 1.9 + 26),
                            hy + cam * 1.9),
                    dark(walk, .35));
        }
        double[] zs = {9, 6.4, 4.7, 3.5, 2.6, 1.9, 1.35, .92, .6, .38};
        for (int b = 0; b < zs.length - 1; b++) {
            for (int s = -1; s < 2; s += 2) {
                double z0 = zs[b], z1 = zs[b + 1], d = Math.min(.8, z1 / 9 + .02), hgt = chance.between(620, 1050);
                int wall = local(walls[chance.index(7)], d);
                double xa = vx + s * hw / z0, xb = vx + s * hw / z1;
                boolean sun = (picture.lightX - vx) * s < 0;
                wall = sun ? lit(wall, .16) : dark(wall, .26);
                double ya = hy + cam / z0, yb = hy + cam / z1, ta = hy - hgt / z0, tb = hy - hgt / z1;
                Brush.vertical(
                        g,
                        Shapes.polygon(xa, ya, xb, yb, xb, tb, xa, ta),
                        tb,
                        Colour.mix(wall, palette.light(), .06),
                        yb,
                        dark(wall, .2));
                double back = vx + s * (hw + 420) / z0;
                Brush.fill(
                        g,
                        Shapes.polygon(xa, ta, xa, ya, back, ya, back, ta),
                        Colour.mix(dark(wall, .1), palette.haze(), .25));
                Brush.fill(g, Shapes.polygon(xa, ta, xb, tb, xb, tb + 26 / z1, xa, ta + 26 / z0), dark(wall, .3));
                if (scene.snowy()) {
                    Brush.fill(
                            g,
                            Shapes.polygon(xa, ta - 8 / z0, xb, tb - 8 / z1, xb, tb + 8 / z1, xa, ta + 8 / z0),
                            local(0xF2F6FB, d));
                }
                int cols = Math.max(2, (int) ((z0 - z1) * 2.2 + 2)), rows = (int) (hgt / 120) + 1;
                for (int i = 0; i < cols; i++) {
                    double u0 = (i + .25) / cols,
                            u1 = (i + .75) / cols,
                            wa = 1 / (1 / z0 + (1 / z1 - 1 / z0) * u0),
                            wb = 1 / (1 / z0 + (1 / z1 - 1 / z0) * u1);
                    double X0 = vx + s * hw / wa, X1 = vx + s * hw / wb;
                    for (int j = 1; j < rows; j++) {
                        double h0 = -cam + 40 + j * 150, h1 = h0 + 92;
                        if (h1 > hgt - 30) {
                            continue;
                        }
                        boolean lit = on && chance.happens(.45);
                        int wc = lit
                                ? Colour.mix(chance.happens(.7) ? 0xFFCB73 : 0xFFE7B4, palette.haze(), d * .4)
                                : Colour.mix(dark(local(0x8FA9B8, d), .3), palette.sky()[2], .2);
                        Path2D w =
                                Shapes.polygon(X0, hy - h0 / wa, X1, hy - h0 / wb, X1, hy - h1 / wb, X0, hy - h1 / wa);
                        if (z1 < 3.6) {
                            Brush.fill(
                                    g,
                                    Shapes.polygon(
                                            X0,
                                            hy - (h0 - 10) / wa,
                                            X1,
                                            hy - (h0 - 10) / wb,
                                            X1,
                                            hy - (h0 - 0) / wb,
                                            X0,
                                            hy - h0 / wa),
                                    lit(wall, .4));
                        }
                        Brush.fill(g, w, wc);
                    }
                    double s0 = -cam, s1 = -cam + 150;
                    boolean lit = on && chance.happens(.8);
                    if (i % 2 == 0) {
                        Brush.fill(
                                g,
                                Shapes.polygon(
                                        X0,
                                        hy - (s0 + 6) / wa,
                                        X1,
                                        hy - (s0 + 6) / wb,
                                        X1,
                                        hy - s1 / wb,
                                        X0,
                                        hy - s1 / wa),
                                lit ? Colour.mix(0xFFD58A, palette.haze(), d * .4) : dark(local(0x57707E, d), .2));
                        int aw = local(chance.oneOf(0xC9503F, 0x3F7C7A, 0xE0A43C, 0x5B6FA8), d);
                        double o = s * -46;
                        Brush.fill(
                                g,
                                Shapes.polygon(
                                        X0,
                                        hy - (s1 + 26) / wa,
                                        X1,
                                        hy - (s1 + 26) / wb,
                                        X1 + o / wb,
                                        hy - (s1 - 18) / wb,
                                        X0 + o / wa,
                                        hy - (s1 - 18) / wa),
                                aw);
                        if (lit) {
                            Brush.glow(g, (X0 + X1) / 2, hy - s0 * .5 / wb, 170 / wb, 0xFFBE6A, .3);
                        }
                    }
                }
            }
        }
        boolean wet = scene.weather().wet() || scene.mentions("puddle");
        if (wet) {
            Mirror.reflect(picture, LayerKind.GROUND, hy + 24, .46, .9, LayerKind.FAR, LayerKind.MIDDLE);
        } else {
            for (int i = 0; i < 7; i++) {
                double z = .75 + i * .55;
                Brush.fill(
                        n,
                        Shapes.polygon(
                                vx - 9 / z,
                                hy + cam / z,
                                vx + 9 / z,
                                hy + cam / z,
                                vx + 7 / (z + .26),
                                hy + cam / (z + .26),
                                vx - 7 / (z + .26),
                                hy + cam / (z + .26)),
                        lit(road, .4),
                        .8);
            }
        }
        meadow.dabs(n, 0, 800, width, 1000, 90, 60, lit(road, .3), dark(road, .3), .3, chance);
        for (int s = -1; s < 2; s += 2) {
            for (double z : new double[] {4, 2.2, 1.25}) {
                structures.streetlamp(n, vx + s * hw * .8 / z, hy + cam / z, 430 / z, Math.min(.6, z / 8));
            }
        }
        if (on && wet) {
            for (int i = 0; i < 20; i++) {
                Brush.glow(
                        n,
                        vx + (i % 2 * 2 - 1) * hw * .8 / 1.25 + chance.bell() * 20,
                        hy + 210 + i * 9,
                        60,
                        0xFFC873,
                        .12);
            }
        }
        picture.groundY = 912;
    }
}
