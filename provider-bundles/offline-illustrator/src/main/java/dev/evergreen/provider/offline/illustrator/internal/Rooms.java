package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;

/** Interiors: a frontal stage set (wall, floor, side wall), one big window that throws light, and furniture by kind. */
final class Rooms {
    final Places L0;
    final Painter P;
    final Scene sc;
    final Pal p;
    final Rnd q;
    final double VW;
    final int ls;
    double fl = 760;

    Rooms(Places l) {
        L0 = l;
        P = l.P;
        sc = l.sc;
        p = P.p;
        q = new Rnd(l.ls + 5L);
        VW = l.VW;
        ls = l.ls;
    }

    int L(int c, double d) {
        return P.L(c, d);
    }

    int dk(int c, double t) {
        return P.dk(c, t);
    }

    int lt(int c, double t) {
        return P.lt(c, t);
    }

    void paint() {
        String k = sc.place;
        P.hy = fl;
        P.gy = 915;
        double s = P.side;
        int[] walls = switch (k) {
            case "kitchen" -> new int[] {0xDDE2C6, 0xF1DDB8, 0xBCD2CB};
            case "office" -> new int[] {0xC9D0D2, 0xD9CDBB};
            case "library" -> new int[] {0x8C6A50, 0x6F5A58};
            case "bedroom" -> new int[] {0xB9C6D9, 0xE6C8BE, 0xCFC7DE};
            case "cafe" -> new int[] {0x7FA091, 0xC98F6E};
            case "spaceship" -> new int[] {0xB9C3D0};
            case "train" -> new int[] {0x8E5A48, 0x5F7A74};
            case "corridor" -> new int[] {0xC9BCA4};
            default -> new int[] {0xE3C79E, 0xA9C0B4, 0xD9A88C, 0xC7B6CC};
        };
        int w = walls[q.i(walls.length)],
                wall = L(w, .22),
                floor = L(k.matches("kitchen|corridor|spaceship") ? 0xC9B8A2 : 0x9C6B48, .05);
        Graphics2D g = P.far.g;
        Brush.fill(P.sky.g, Brush.rect(-900, -900, VW + 1800, 2800), wall);
        double wx = VW * (.5 - s * .24),
                ww = k.equals("train") ? 560 : k.matches("library|corridor") ? 250 : 360,
                wh = k.matches("library|corridor") ? 470 : k.equals("spaceship") ? 300 : 360,
                wy = k.matches("library|corridor") ? 130 : 190;
        wx -= ww / 2;
        Brush.grad(
                g,
                Brush.rect(-900, -900, VW + 1800, 900 + fl),
                wx + ww / 2,
                0,
                lt(wall, P.out.night ? .05 : .16),
                s > 0 ? VW : 0,
                0,
                dk(wall, .3));
        Brush.gradA(g, Brush.rect(-900, -100, VW + 1800, 420), 0, -20, p.shade, .26, 0, 310, p.shade, 0);
        int pat = q.i(3);
        if (k.matches("room|bedroom|cafe") && pat < 2)
            for (int i = 0; i < 40; i++) {
                double x = i * 48;
                if (pat == 0) Brush.fill(g, Brush.rect(x, -20, 18, fl), lt(wall, .3), .22);
                else
                    for (int j = 0; j < 15; j++)
                        Brush.fill(g, Brush.el(x + (j % 2) * 24, j * 52, 5, 8, .5), lt(wall, .4), .4);
            }
        if (k.equals("kitchen"))
            for (int i = 0; i < 60; i++)
                for (int j = 0; j < 4; j++)
                    Brush.fill(
                            g,
                            Brush.rr(i * 44 - 200, fl - 340 + j * 44, 41, 41, 3),
                            Col.mix(L(0xF4F0E2, .15), wall, Rnd.v(i, j) * .5));
        if (k.equals("library") || k.equals("office") && q.p(.5) || k.equals("train"))
            for (int i = 0; i < 14; i++)
                Brush.fill(g, Brush.rr(i * 150 - 120, fl - 210, 128, 180, 4), dk(wall, .14), .6);
        Brush.fill(g, Brush.rect(-900, fl - 26, VW + 1800, 26), lt(dk(wall, .3), .1));
        window(g, wx, wy, ww, wh, k);
        Graphics2D m = P.mid.g, n = P.gnd.g;
        Brush.grad(n, Brush.rect(-900, fl, VW + 1800, 1200), 0, fl, dk(floor, .2), 0, 1000, lt(floor, .06));
        if (k.matches("kitchen|corridor|spaceship")) {
            for (int j = 0; j < 5; j++) {
                double y0 = fl + j * j * 12 + j * 12, y1 = fl + (j + 1) * (j + 1) * 12 + (j + 1) * 12;
                for (int i = -16; i < 17; i++)
                    if ((i + j & 1) == 0)
                        Brush.fill(
                                n,
                                Brush.poly(
                                        VW / 2 + i * (90 + j * 26),
                                        y0,
                                        VW / 2 + (i + 1) * (90 + j * 26),
                                        y0,
                                        VW / 2 + (i + 1) * (116 + j * 26),
                                        y1,
                                        VW / 2 + i * (116 + j * 26),
                                        y1),
                                dk(floor, .35),
                                .45);
            }
        } else
            for (int i = -22; i < 23; i++) {
                double x = VW / 2 + i * 78;
                Brush.fill(
                        n,
                        Brush.poly(x, fl, x + 2, fl, VW / 2 + i * 150 + 5, 1010, VW / 2 + i * 150, 1010),
                        dk(floor, .5),
                        .55);
                if (i % 2 == 0)
                    Brush.fill(
                            n,
                            Brush.poly(x, fl, x + 78, fl, VW / 2 + (i + 1) * 150, 1010, VW / 2 + i * 150, 1010),
                            lt(floor, .2),
                            .2);
            }
        L0.dabs(n, 0, fl + 20, VW, 1000, 90, 60, lt(floor, .3), dk(floor, .3), .25, q);
        if (k.matches("room|bedroom|cafe|library|office")) {
            int rc = L(new int[] {0xB7523F, 0x35607A, 0x7A8A5A, 0x8A4A6C}[q.i(4)], .02);
            for (int i = 0; i < 4; i++)
                Brush.fill(n, Brush.el(P.fx, 905, 430 - i * 46, 74 - i * 9), i % 2 == 0 ? rc : lt(rc, .35 - i * .05));
        }
        furniture(k, wx, ww, m);
        // window light: a soft shaft and a skewed patch on the floor
        Graphics2D a = P.mid.g;
        int lc = P.out.night ? 0xA9C4EE : P.out.light;
        double st = P.out.night ? .1 : sc.weather.equals("clear") ? .3 : .12, dx = s * 330;
        Brush.gradA(
                a,
                Brush.poly(wx, wy, wx + ww, wy, wx + ww + dx + 90, fl + 170, wx + dx - 60, fl + 170),
                wx,
                wy,
                lc,
                st,
                wx + dx,
                fl + 190,
                lc,
                0);
        for (int i = 0; i < 2; i++)
            for (int j = 0; j < 2; j++) {
                double x = wx + dx * .9 + i * (ww * .5 + 8), y = fl + 32 + j * 62, o = s * 46;
                Brush.fill(
                        n,
                        Brush.poly(
                                x + j * o,
                                y,
                                x + ww * .47 + j * o,
                                y,
                                x + ww * .47 + (j + 1) * o,
                                y + 54,
                                x + (j + 1) * o,
                                y + 54),
                        lc,
                        st * .8);
            }
        for (int i = 0; i < 34; i++) {
            double t = q.d(), x = wx + q.d() * ww + dx * t, y = wy + (fl - wy) * t;
            Brush.fill(P.air.g, Brush.el(x, y, q.d(1, 3), q.d(1, 3)), lc, .5);
        }
        if (P.out.night) {
            double lx = VW * (.5 + s * .3);
            P.lx = lx;
            P.ly = 400;
            Brush.gradA(P.air.g, Brush.rect(0, 0, VW, 1000), s > 0 ? 0 : VW, 0, p.shade, .3, P.fx, 0, p.shade, 0);
            Brush.glow(P.air.g, lx, 470, 560, 0xFFB95A, .22);
            Brush.glow(P.mid.g, P.fx, 620, 620, 0xFFB25A, .34);
            Brush.glow(n, P.fx, 900, 520, 0xFFB25A, .34);
        } else {
            P.lx = wx + ww / 2;
            P.ly = 300;
        }
        // foreground frame
        Graphics2D f = P.fore.g;
        int d = P.ink(L(0x6A4450, 0));
        if (!sc.shot.equals("close"))
            switch (k) {
                case "library" -> {
                    double x = s > 0 ? VW - 130 : -60;
                    shelf(f, x, -40, 190, 1080, d, .6);
                }
                case "kitchen", "cafe" -> {
                    for (int i = 0; i < 3; i++) {
                        double x = VW * (.5 + s * (.22 + i * .12));
                        Brush.fill(f, Brush.rect(x - 2, -10, 4, 90 + i * 22), d);
                        Brush.fill(
                                f,
                                Brush.smooth(
                                        true,
                                        x - 12,
                                        80 + i * 22,
                                        x + 12,
                                        80 + i * 22,
                                        x + 52,
                                        130 + i * 22,
                                        x - 52,
                                        130 + i * 22),
                                d);
                        if (P.out.night || k.equals("cafe")) {
                            Brush.glow(f, x, 140 + i * 22, 150, 0xFFC873, .6);
                            Brush.fill(f, Brush.el(x, 132 + i * 22, 20, 12), 0xFFF0C0);
                        }
                    }
                    plant(f, s > 0 ? 40 : VW - 40, 1040, 250, d);
                }
                case "spaceship" -> {
                    Brush.fill(
                            f,
                            Brush.smooth(
                                    true,
                                    s > 0 ? VW - 420 : 420,
                                    1060,
                                    s > 0 ? VW - 330 : 330,
                                    900,
                                    s > 0 ? VW + 40 : -40,
                                    860,
                                    s > 0 ? VW + 40 : -40,
                                    1060),
                            d);
                    for (int i = 0; i < 12; i++) {
                        double x = s > 0 ? VW - q.d(30, 290) : q.d(30, 290);
                        Brush.fill(
                                f,
                                Brush.rr(x, q.d(910, 980), 16, 9, 3),
                                new int[] {0xFFD27A, 0x7FE0D0, 0xFF7A6A}[i % 3]);
                    }
                }
                default -> {
                    plant(f, s > 0 ? VW - 70 : 70, 1050, 360, P.ink(L(0x5F8A5A, 0)));
                    Brush.fill(
                            f,
                            Brush.smooth(
                                    true,
                                    s > 0 ? -120 : VW + 120,
                                    1060,
                                    s > 0 ? -120 : VW + 120,
                                    800,
                                    s > 0 ? 60 : VW - 60,
                                    790,
                                    s > 0 ? 130 : VW - 130,
                                    880,
                                    s > 0 ? 150 : VW - 150,
                                    1060),
                            d);
                }
            }
    }

    void window(Graphics2D g, double x, double y, double w, double h, String k) {
        int fr = L(k.matches("library|train") ? 0x5A3E30 : 0xF4ECDC, .05);
        boolean arch = k.matches("library|corridor"), round = k.equals("spaceship");
        Shape hole = round
                ? Brush.rr(x, y, w, h, 90)
                : arch ? new Area(Brush.rect(x, y + w / 2, w, h - w / 2)) : Brush.rect(x, y, w, h);
        if (arch) ((Area) hole).add(new Area(Brush.el(x + w / 2, y + w / 2, w / 2, w / 2)));
        Shape fs = round
                ? Brush.rr(x - 26, y - 26, w + 52, h + 52, 110)
                : new BasicStroke(34, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER).createStrokedShape(hole);
        Brush.fill(g, fs, dk(fr, .12));
        Shape c = g.getClip();
        g.clip(hole);
        if (round) {
            Pal o = P.out;
            Brush.fill(g, hole, 0x0D1030);
            for (int i = 0; i < 120; i++) {
                double sz = q.d(.6, 2.4);
                Brush.fill(g, Brush.el(x + q.d() * w, y + q.d() * h, sz, sz), 0xFFFFFF, q.d(.4, 1));
            }
            Brush.grad(
                    g,
                    Brush.el(x + w * .3, y + h * 1.1, w * .6, w * .5),
                    0,
                    y + h * .4,
                    0x8FD0DC,
                    0,
                    y + h * 1.2,
                    0x1F4F7A);
            g.setClip(c);
            return;
        }
        L0.skyInto(g, x, y, w, h * .92, x + w * .3, y + h * (P.out.night ? .24 : .4), false, .8);
        Brush.glow(g, x + w * .3, y + h * .4, w * .9, P.out.light, .5);
        String lo = sc.text.toLowerCase();
        Pal o = P.out;
        if (lo.matches("(?s).*\\b(sea|harbou?r|ocean|beach|lighthouse|coast)\\b.*")) {
            Brush.grad(
                    g,
                    Brush.rect(x, y + h * .62, w, h * .5),
                    0,
                    y + h * .6,
                    Col.mix(o.sky[3], Col.mul(0x4E93A6, o.amb), .6),
                    0,
                    y + h,
                    Col.mul(0x2F7C8F, o.amb));
            for (int i = 0; i < 22; i++)
                Brush.fill(g, Brush.lens(x + q.d() * w, y + h * q.d(.64, 1), q.d(14, 50), 2), o.light, .4);
        } else if (lo.matches("(?s).*\\b(city|office|street|apartment|skyline|downtown|skyscraper)\\b.*")
                || k.matches("office|cafe")) {
            for (int b = 0; b < 2; b++)
                for (int i = 0; i < 10; i++) {
                    double bw = w * .13, bh = h * q.d(.2, .6 - b * .15), bx = x + i * w / 9 - 10;
                    int bc = Col.mix(Col.mul(0x7F88A0, o.amb), o.haze, .65 - b * .35);
                    Brush.fill(g, Brush.rect(bx, y + h - bh, bw, bh), bc);
                    for (int j = 0; j < 9; j++)
                        if (o.night || q.p(.25))
                            Brush.fill(
                                    g,
                                    Brush.rect(bx + 5 + q.i(3) * 12, y + h - bh + 8 + j * 17, 6, 8),
                                    o.night ? 0xFFD27A : Col.mix(bc, 0xFFFFFF, .3),
                                    .8);
                }
        } else
            for (int i = 0; i < 3; i++) {
                int hc = Col.mix(Col.mul(L0.snow() ? 0xDDE6EE : 0x7C9F6A, o.amb), o.haze, .7 - i * .3);
                final double yy = y + h * (.62 + i * .12);
                final int sd = i + ls % 20;
                Brush.fill(
                        g,
                        Brush.below(x, x + w, 5, y + h + 10, X -> yy - 50 * (Rnd.fbm(X * .008, sd, 3, sd) - .3)),
                        hc);
                if (i == 1)
                    for (int t = 0; t < 7; t++) {
                        double tx = x + q.d() * w;
                        Brush.fill(g, Brush.blob(tx, yy - 16, 15, 20, .3, t), Col.mix(hc, o.shade, .25));
                    }
            }
        if (sc.weather.matches("rain|storm"))
            for (int i = 0; i < 60; i++) {
                double rx = x + q.d() * w, ry = y + q.d() * h;
                Brush.fill(g, Brush.rect(rx, ry, 1.6, q.d(10, 40)), 0xFFFFFF, .35);
            }
        if (sc.weather.equals("snow"))
            for (int i = 0; i < 60; i++) {
                double z = q.d(1.5, 5);
                Brush.fill(g, Brush.el(x + q.d() * w, y + q.d() * h, z, z), 0xFFFFFF, .85);
            }
        Brush.fill(g, Brush.poly(x + w * .1, y, x + w * .3, y, x - w * .05, y + h, x - w * .25, y + h), 0xFFFFFF, .1);
        g.setClip(c);
        int cols = k.equals("train") ? 1 : arch ? 2 : 2;
        for (int i = 1; i < cols; i++) Brush.fill(g, Brush.rect(x + w * i / cols - 5, y, 10, h), fr);
        Brush.fill(g, Brush.rect(x, y + h * (arch ? .36 : .5) - 4, w, 8), fr);
        if (arch) Brush.fill(g, Brush.rect(x, y + h * .68, w, 7), fr);
        Brush.fill(g, Brush.rect(x - 30, y + h + 10, w + 60, 20), lt(fr, .15));
        Brush.fill(g, Brush.rect(x - 30, y + h + 30, w + 60, 8), p.shade, .35);
        if (k.matches("room|bedroom|train")) {
            int cc = L(new int[] {0xC8645A, 0xE3B65C, 0x6F93A8, 0xD8A0A8}[q.i(4)], .1);
            for (int s = -1; s < 2; s += 2) {
                double cx = s < 0 ? x - 22 : x + w + 22;
                Path2D p2 = Brush.smooth(
                        true,
                        cx - s * 90,
                        y - 34,
                        cx + s * 30,
                        y - 34,
                        cx + s * 40,
                        y + h * .5,
                        cx + s * 46,
                        y + h + 60,
                        cx - s * 8,
                        y + h + 60,
                        cx - s * 22,
                        y + h * .55);
                Brush.grad(g, p2, cx - s * 60, 0, lt(cc, .2), cx + s * 46, 0, dk(cc, .25));
                for (int i = 0; i < 3; i++)
                    Brush.fill(
                            g,
                            Brush.tube(
                                    new double[] {3, 7, 3},
                                    cx - s * (40 - i * 26),
                                    y - 20,
                                    cx + s * i * 12,
                                    y + h * .5,
                                    cx + s * (i * 15 + 2),
                                    y + h + 50),
                            dk(cc, .35),
                            .45);
            }
            Brush.fill(g, Brush.rr(x - 90, y - 46, w + 180, 12, 6), L(0x6B4A3A, .05));
        }
    }

    void shelf(Graphics2D g, double x, double y, double w, double h, int c, double dark) {
        Brush.fill(g, Brush.rect(x, y, w, h), dk(c, .3));
        int rows = (int) (h / 84);
        double rh = h / rows;
        int[] bc = {0xB7523F, 0x35607A, 0xD9A441, 0x5F7A5A, 0x8A4A6C, 0xEFE3CB, 0x4A3A54, 0xC9865A};
        for (int j = 0; j < rows; j++) {
            double bx = x + 10;
            while (bx < x + w - 22) {
                if (q.p(.08)) {
                    bx += q.d(14, 34);
                    continue;
                }
                double bw = q.d(8, 19), bh = rh * q.d(.56, .82);
                int cc = Col.mix(L(bc[q.i(8)], .12), c, dark);
                Brush.fill(g, Brush.rect(bx, y + (j + 1) * rh - bh - 8, bw, bh), cc);
                Brush.fill(g, Brush.rect(bx, y + (j + 1) * rh - bh - 8, 2.4, bh), lt(cc, .3), .7);
                if (q.p(.5)) Brush.fill(g, Brush.rect(bx, y + (j + 1) * rh - bh * .8 - 8, bw, 4), lt(cc, .5), .7);
                bx += bw + 1.2;
            }
            Brush.fill(g, Brush.rect(x, y + (j + 1) * rh - 9, w, 9), lt(c, .12));
        }
        Brush.fill(g, Brush.rect(x, y, 9, h), lt(c, .2));
        Brush.fill(g, Brush.rect(x + w - 9, y, 9, h), dk(c, .2));
    }

    void plant(Graphics2D g, double x, double y, double h, int c) {
        for (int i = 0; i < 11; i++) {
            double a = -1.57 + (i - 5) * .26,
                    l = h * q.d(.7, 1),
                    ex = x + Math.cos(a) * l,
                    ey = y - h * .2 + Math.sin(a) * l;
            Brush.fill(
                    g,
                    Brush.tube(
                            new double[] {4, h * .1, 0},
                            x,
                            y - h * .2,
                            (x + ex) / 2 + q.d(-10, 10),
                            (y - h * .2 + ey) / 2 - h * .06,
                            ex,
                            ey + h * .05),
                    i % 3 == 0 ? lt(c, .14) : i % 3 == 1 ? c : Col.mix(c, L(0x4F7A55, 0), .35));
        }
    }

    void potted(Graphics2D g, double x, double y, double h) {
        int lf = L(0x4F8157, .05), pt = L(0xC2684A, .03);
        for (int i = 0; i < 11; i++) {
            double a = -1.57 + (i - 5) * .25,
                    l = h * q.d(.55, .8),
                    ex = x + Math.cos(a) * l * .8,
                    ey = y - h * .28 + Math.sin(a) * l;
            Brush.fill(
                    g,
                    Brush.tube(
                            new double[] {3, h * .09, 0}, x, y - h * .26, (x + ex) / 2, (y - h * .3 + ey) / 2, ex, ey),
                    i % 2 == 0 ? lf : lt(lf, .2));
        }
        Brush.grad(
                g,
                Brush.poly(x - h * .15, y - h * .28, x + h * .15, y - h * .28, x + h * .11, y, x - h * .11, y),
                x + h * .1,
                0,
                lt(pt, .15),
                x - h * .1,
                0,
                dk(pt, .3));
    }

    void lamp(Graphics2D g, double x, double y, double h) {
        int c = L(0x5A4038, .02), sh = L(0xF0CE8A, 0);
        boolean on = P.out.night || sc.time.equals("dusk") || sc.has("lamp");
        Brush.fill(g, Brush.rect(x - 3, y - h * .8, 6, h * .8), c);
        Brush.fill(g, Brush.el(x, y, h * .1, h * .02), c);
        if (on) Brush.glow(g, x, y - h * .82, h * 1.15, 0xFFC06A, P.out.night ? .85 : .5);
        Brush.fill(
                g,
                Brush.poly(x - h * .07, y - h, x + h * .07, y - h, x + h * .13, y - h * .76, x - h * .13, y - h * .76),
                on ? 0xFFE2A2 : sh);
    }

    void frame(Graphics2D g, double x, double y, double w, double h) {
        Brush.fill(g, Brush.rect(x + 5, y + 8, w, h), p.shade, .3);
        Brush.fill(g, Brush.rect(x, y, w, h), L(0x6B4A3A, .1));
        int a = L(new int[] {0xE3B65C, 0x8FB3B8, 0xD98F76, 0xC9C39A}[q.i(4)], .15),
                b = L(new int[] {0x4F7A78, 0x8A5A6C, 0x5A6F8C}[q.i(3)], .15);
        Brush.fill(g, Brush.rect(x + 9, y + 9, w - 18, h - 18), a);
        Shape c = g.getClip();
        g.clip(Brush.rect(x + 9, y + 9, w - 18, h - 18));
        Brush.fill(g, Brush.blob(x + w * .4, y + h * 1.0, w * .6, h * .42, .4, ls), b);
        Brush.fill(g, Brush.el(x + w * .68, y + h * .34, w * .1, w * .1), lt(a, .7));
        g.setClip(c);
    }

    void furniture(String k, double wx, double ww, Graphics2D m) {
        double s = P.side, fx = P.fx, far = VW * (.5 + s * .36), nearW = wx + ww / 2;
        int wood = L(0x8C5A3C, .06);
        switch (k) {
            case "library" -> {
                for (int i = -3; i < 10; i++) {
                    double x = i * 200 - 60;
                    if (x + 200 > wx - 30 && x < wx + ww + 30) continue;
                    shelf(m, x, -30, 196, fl + 22, wood, .15);
                }
                int c = lt(wood, .2);
                double lxx = fx + s * 240;
                for (int i = 0; i < 12; i++) Brush.fill(m, Brush.rect(lxx - 34 + i * 3 - 0, 90 + i * 58, 74, 8), c);
                for (int i = 0; i < 2; i++)
                    Brush.fill(
                            m,
                            Brush.poly(
                                    lxx - 36 + i * 70,
                                    40,
                                    lxx - 28 + i * 70,
                                    40,
                                    lxx + 8 + i * 70,
                                    fl + 10,
                                    lxx - 2 + i * 70,
                                    fl + 10),
                            c);
                table(m, nearW - s * 10, fl + 62, 330, 150);
                lampSmall(m, nearW - 60, fl - 102);
                books(m, nearW + 40, fl - 102);
                lamp(P.gnd.g, fx + s * 150, 900, 470);
            }
            case "kitchen" -> {
                int cab = L(new int[] {0x5F8A8A, 0xC96F52, 0x7F9A6A, 0xE3C27A}[q.i(4)], .1), top = L(0xEFE3CB, .05);
                double y = fl - 160;
                for (int i = -4; i < 16; i++) {
                    double x = i * 130 - 40;
                    Brush.grad(m, Brush.rect(x, y, 128, 172), 0, y, cab, 0, fl, dk(cab, .3));
                    Brush.fill(m, Brush.rr(x + 10, y + 14, 108, 146, 5), lt(cab, .1));
                    Brush.fill(m, Brush.el(x + 104, y + 50, 5, 5), L(0xE3B65C, 0));
                }
                Brush.fill(m, Brush.rect(-900, y - 16, VW + 1800, 22), top);
                Brush.fill(m, Brush.rect(-900, y + 6, VW + 1800, 10), p.shade, .3);
                double sx = far - 110;
                int st = L(0x3F4350, .05);
                Brush.grad(m, Brush.rect(sx, y - 22, 230, 196), 0, y, lt(st, .12), 0, fl, st);
                Brush.fill(
                        m,
                        Brush.rr(sx + 28, y + 50, 174, 90, 8),
                        Col.mix(st, 0xFF9A4A, sc.text.toLowerCase().matches("(?s).*(bak|cook|oven).*") ? .65 : .1));
                for (int i = 0; i < 4; i++) Brush.fill(m, Brush.el(sx + 40 + i * 48, y + 14, 9, 9), L(0xD9D3C8, 0));
                pot(m, sx + 66, y - 22, 46, L(0xC8483B, .03));
                pot(m, sx + 168, y - 22, 36, L(0x5F7F8C, .03));
                for (int i = 0; i < 4; i++)
                    Brush.fill(
                            m,
                            Brush.tube(
                                    new double[] {4, 12, 6, 0},
                                    sx + 66 + i * 3,
                                    y - 74,
                                    sx + 50 + i * 12,
                                    y - 124,
                                    sx + 86,
                                    y - 178,
                                    sx + 60 + i * 10,
                                    y - 240),
                            0xFFFFFF,
                            .16);
                frame(P.far.g, VW * .5 - s * 20 - 50, 250, 100, 120);
                for (int i = 0; i < 16; i++) {
                    double bx = VW * i / 15.0, by = 60 + 26 * Math.sin(i % 5 / 4.0 * Math.PI);
                    Brush.fill(
                            P.far.g,
                            Brush.poly(bx - 22, by, bx + 22, by, bx, by + 44),
                            L(new int[] {0xC8645A, 0xE3B65C, 0x6F93A8, 0x7F9A6A}[i % 4], .12));
                }
                double hx = VW * (.5 + s * .12);
                Brush.fill(m, Brush.rect(hx - 40, 214, 420, 12), lt(wood, .1));
                for (int i = 0; i < 7; i++) {
                    double x = hx - 16 + i * 58;
                    Brush.fill(
                            m,
                            Brush.rr(x, 214 - q.d(44, 70), 36, 72, 6),
                            L(new int[] {0xE3B65C, 0xC8645A, 0xF0E6D2, 0x7F9A6A}[q.i(4)], .1));
                    Brush.fill(m, Brush.rect(x, 214 - 8, 36, 8), wood);
                }
                for (int i = 0; i < 5; i++) {
                    double x = hx + i * 74;
                    Brush.fill(m, Brush.rect(x, 226, 3, 40), dk(wood, .3));
                    Brush.fill(
                            m,
                            Brush.el(x + 2, 288, 24 + i % 2 * 8, 24 + i % 2 * 8),
                            i % 2 == 0 ? L(0xB87A4A, .05) : L(0x4A4A56, .05));
                }
                if (!sc.text.toLowerCase().matches("(?s).*\\b(sits?|sitting|seated)\\b.*")) {
                    table(P.gnd.g, fx - s * 430, 925, 420, 180);
                    cupAt(P.gnd.g, fx - s * 360, 741);
                    bowl(P.gnd.g, fx - s * 480, 741);
                }
            }
            case "office" -> {
                frame(m, far - 60, 210, 150, 190);
                shelf(m, far + s * 150 - 70, 330, 180, fl - 320, L(0x9C8468, .1), .1);
                double dx = fx + s * -40 - s * 330;
                table(P.gnd.g, dx, 930, 470, 200);
                int k2 = L(0x33343F, 0);
                Brush.fill(P.gnd.g, Brush.rr(dx - 110, 560, 210, 136, 8), k2);
                Brush.fill(P.gnd.g, Brush.rect(dx - 101, 569, 192, 116), Col.mix(0x9FD5E0, p.sky[1], .3));
                for (int i = 0; i < 6; i++)
                    Brush.fill(P.gnd.g, Brush.rect(dx - 90, 582 + i * 15, 60 + q.d() * 100, 5), 0xFFFFFF, .6);
                Brush.fill(P.gnd.g, Brush.rect(dx - 12, 694, 20, 40), k2);
                Brush.glow(P.gnd.g, dx, 630, 220, 0xA9E0EE, .3);
                lampSmall(P.gnd.g, dx + 160, 733);
                cupAt(P.gnd.g, dx - 170, 733);
                potted(m, VW * (.5 - s * .46), fl + 40, 260);
                for (int i = 0; i < 12; i++)
                    Brush.fill(P.far.g, Brush.rect(wx, 195 + i * 15, ww, 5), L(0xF4ECDC, .1), .75);
            }
            case "bedroom" -> {
                double bx = fx + s * 330;
                int q1 = L(new int[] {0x5F7FA8, 0xC8645A, 0x7F9A6A}[q.i(3)], .03), sh = L(0xF6EFE2, .02);
                Graphics2D n = P.gnd.g;
                Brush.fill(n, Brush.rr(bx - 250, 560, 500, 240, 26), wood);
                Brush.grad(n, Brush.rr(bx - 240, 700, 480, 190, 30), 0, 690, sh, 0, 880, dk(sh, .3));
                Brush.fill(n, Brush.smooth(true, bx - 200, 720, bx - 190, 650, bx - 60, 646, bx - 40, 720), lt(sh, .3));
                Brush.fill(n, Brush.smooth(true, bx + 30, 720, bx + 40, 646, bx + 180, 650, bx + 195, 720), lt(sh, .3));
                Brush.grad(
                        n,
                        Brush.smooth(
                                true, bx - 256, 760, bx, 735, bx + 256, 760, bx + 266, 890, bx + 200, 912, bx, 900,
                                bx - 200, 914, bx - 266, 890),
                        0,
                        740,
                        lt(q1, .15),
                        0,
                        910,
                        dk(q1, .3));
                for (int i = 0; i < 6; i++)
                    Brush.fill(
                            n,
                            Brush.tube(
                                    new double[] {2, 6, 1},
                                    bx - 200 + i * 80,
                                    756,
                                    bx - 190 + i * 80,
                                    820,
                                    bx - 210 + i * 84,
                                    895),
                            dk(q1, .35),
                            .5);
                frame(m, bx - 70, 250, 130, 170);
                table(m, nearW - s * 270, fl + 20, 120, 130);
                lampSmall(m, nearW - s * 270, fl - 110);
            }
            case "cafe" -> {
                for (int i = 0; i < 3; i++) frame(m, far - 190 + i * 150, 230 + i % 2 * 40, 110, 130);
                int ct = L(0x6B4634, .08);
                Brush.grad(
                        m,
                        Brush.rect(fx + s * 160 - 300, fl - 170, 600, 190),
                        0,
                        fl - 170,
                        lt(ct, .15),
                        0,
                        fl,
                        dk(ct, .25));
                Brush.fill(m, Brush.rect(fx + s * 160 - 312, fl - 184, 624, 18), L(0xEFE3CB, .05));
                for (int i = 0; i < 6; i++)
                    pot(
                            m,
                            fx + s * 160 - 230 + i * 90,
                            fl - 184,
                            22,
                            L(new int[] {0xC8645A, 0xE3B65C, 0xEFE3CB}[i % 3], .05));
                round(P.gnd.g, fx - s * 360, 930);
                cupAt(P.gnd.g, fx - s * 340, 742);
            }
            case "classroom" -> {
                int bd = L(0x3F6457, .12);
                Brush.fill(m, Brush.rect(fx - 80, 220, 560, 270), wood);
                Brush.fill(m, Brush.rect(fx - 66, 234, 532, 242), bd);
                for (int i = 0; i < 5; i++) {
                    m.setColor(Col.of(0xFFFFFF, .55));
                    m.setStroke(new BasicStroke(3f));
                    m.draw(Brush.smooth(
                            false, fx - 30, 270 + i * 36, fx + 60, 264 + i * 36, fx + 130 + q.d() * 160, 272 + i * 36));
                }
                for (int i = 0; i < 4; i++) table(P.gnd.g, VW * (.12 + i * .25), 880 + (i % 2) * 50, 220, 130);
            }
            case "corridor" -> {
                for (int i = 0; i < 5; i++) {
                    double x = VW * (.04 + i * .24);
                    int c = L(0xE6DAC2, .14);
                    Brush.grad(m, Brush.rect(x, -20, 60, fl + 20), x, 0, lt(c, .2), x + 60, 0, dk(c, .3));
                    Brush.fill(m, Brush.rect(x - 12, fl - 40, 84, 44), c);
                }
                for (int i = 0; i < 2; i++) frame(m, far - 130 + i * 170, 260, 130, 170);
            }
            case "train" -> {
                int st = L(0x3F6A6A, .04);
                for (int i = -1; i < 2; i += 2) {
                    double x = nearW + i * 380;
                    Brush.grad(
                            m, Brush.rr(x - 110, 420, 220, 380, 40), x + 110, 0, lt(st, .12), x - 110, 0, dk(st, .3));
                    Brush.grad(m, Brush.rr(x - 130, 690, 260, 120, 26), 0, 690, lt(st, .2), 0, 810, dk(st, .3));
                }
                Brush.fill(m, Brush.rect(-900, 96, VW + 1800, 14), L(0xC9A45A, .1));
                {
                    double x = P.fx + s * 60;
                    Brush.grad(
                            P.gnd.g,
                            Brush.rr(x - 60, 540, 420, 350, 50),
                            x + 300,
                            0,
                            lt(st, .16),
                            x - 100,
                            0,
                            dk(st, .25));
                    Brush.grad(P.gnd.g, Brush.rr(x - 120, 800, 480, 110, 30), 0, 800, lt(st, .26), 0, 910, dk(st, .25));
                }
                for (int i = 0; i < 4; i++) Things.draw(P, m, "suitcase", VW * (.15 + i * .23), 98, 150, 1, q);
            }
            case "spaceship" -> {
                int c = L(0x6F7C8C, .08);
                for (int i = 0; i < 5; i++)
                    if (Math.abs(VW * .22 * i - 40 - wx - ww / 2) > ww * .8)
                        Brush.fill(m, Brush.rr(VW * .22 * i - 40, 60, 12, fl - 60, 6), dk(c, .3));
                Brush.grad(
                        m,
                        Brush.smooth(true, wx - 120, fl, wx - 60, fl - 150, wx + ww + 60, fl - 150, wx + ww + 120, fl),
                        0,
                        fl - 150,
                        lt(c, .2),
                        0,
                        fl,
                        dk(c, .4));
                for (int i = 0; i < 30; i++) {
                    double x = wx + q.d() * ww, y = fl - q.d(30, 130);
                    int lc = new int[] {0xFFD27A, 0x7FE0D0, 0xFF7A6A}[q.i(3)];
                    Brush.fill(m, Brush.rr(x, y, 14, 8, 3), lc);
                    Brush.glow(m, x + 7, y + 4, 20, lc, .5);
                }
            }
            default -> {
                int so = L(new int[] {0x4F7A78, 0xC2684A, 0x8A6A8C, 0xB79A4A}[q.i(4)], .05);
                double x = far - s * 10;
                frame(m, x - 150, 220, 130, 160);
                frame(m, x + 20, 260, 100, 120);
                Brush.fill(m, Brush.el(x, fl + 58, 300, 20), p.shade, .35);
                Brush.grad(m, Brush.rr(x - 240, fl - 190, 480, 190, 46), 0, fl - 190, lt(so, .16), 0, fl, so);
                for (int i = -1; i < 2; i += 2)
                    Brush.grad(
                            m,
                            Brush.rr(x + i * 222 - 46, fl - 116, 92, 160, 36),
                            0,
                            fl - 110,
                            lt(so, .22),
                            0,
                            fl + 40,
                            dk(so, .3));
                Brush.grad(
                        m, Brush.rr(x - 206, fl - 66, 412, 100, 26), 0, fl - 70, lt(so, .28), 0, fl + 30, dk(so, .25));
                for (int i = -1; i < 2; i += 2)
                    Brush.fill(
                            m,
                            AffineTransform.getRotateInstance(i * .2, x + i * 120, fl - 100)
                                    .createTransformedShape(Brush.rr(x + i * 120 - 45, fl - 140, 90, 84, 18)),
                            L(i < 0 ? 0xE3B65C : 0xEFE3CB, .03));
                lamp(m, x - s * 320, fl + 40, 430);
                table(m, nearW, fl + 50, 220, 120);
                potted(m, nearW - 30, fl - 66, 160);
                potted(m, VW * (.5 - s * .47), fl + 60, 330);
            }
        }
    }

    void table(Graphics2D g, double x, double y, double w, double h) {
        int c = L(0xA87648, .03);
        Brush.fill(g, Brush.el(x, y + 4, w * .56, 14), p.shade, .35);
        for (int i = -1; i < 2; i += 2)
            Brush.fill(
                    g,
                    Brush.poly(
                            x + i * w * .42 - 11,
                            y - h,
                            x + i * w * .42 + 11,
                            y - h,
                            x + i * w * .45 + 7,
                            y,
                            x + i * w * .45 - 7,
                            y),
                    dk(c, .4));
        Brush.fill(g, Brush.rect(x - w * .46, y - h, w * .92, 26), dk(c, .3));
        Brush.fill(g, Brush.rr(x - w * .53, y - h - 14, w * 1.06, 20, 6), lt(c, .2));
    }

    void round(Graphics2D g, double x, double y) {
        int c = L(0x6B4634, .02);
        Brush.fill(g, Brush.el(x, y + 4, 110, 16), p.shade, .35);
        Brush.fill(g, Brush.rect(x - 8, y - 180, 16, 180), c);
        Brush.fill(g, Brush.el(x, y - 180, 150, 24), L(0xEFE3CB, .02));
        Brush.fill(g, Brush.el(x, y, 66, 12), c);
    }

    void lampSmall(Graphics2D g, double x, double y) {
        int c = L(0x3F5F5A, .02);
        Brush.fill(g, Brush.rect(x - 3, y - 84, 6, 84), L(0xC9A45A, 0));
        Brush.fill(g, Brush.el(x, y, 26, 7), L(0xC9A45A, 0));
        Brush.glow(g, x, y - 66, 260, 0xFFC873, P.out.night ? .85 : .45);
        Brush.fill(
                g,
                Brush.smooth(true, x - 50, y - 72, x - 26, y - 112, x + 26, y - 112, x + 50, y - 72),
                P.out.night ? 0xFFDF98 : c);
    }

    void books(Graphics2D g, double x, double y) {
        int[] c = {0xB7523F, 0x35607A, 0xD9A441};
        for (int i = 0; i < 3; i++)
            Brush.fill(g, Brush.rr(x - 50 + i * 6, y - 18 - i * 17, 100 - i * 9, 16, 3), L(c[i], .03));
    }

    void pot(Graphics2D g, double x, double y, double w, int c) {
        Brush.grad(g, Brush.rr(x - w, y - w * 1.05, w * 2, w * 1.1, w * .2), x + w, 0, lt(c, .25), x - w, 0, dk(c, .3));
        Brush.fill(g, Brush.el(x, y - w * 1.05, w, w * .16), dk(c, .4));
    }

    void cupAt(Graphics2D g, double x, double y) {
        Things.draw(P, g, "cup", x, y - 8, 150, 1, q);
    }

    void bowl(Graphics2D g, double x, double y) {
        int c = L(0x5F8FA8, .02);
        for (int i = 0; i < 4; i++)
            Brush.fill(
                    g, Brush.el(x - 30 + i * 20, y - 48 - i % 2 * 10, 18, 17), L(i % 2 == 0 ? 0xE8703F : 0xE3B64A, 0));
        Brush.grad(
                g,
                Brush.smooth(true, x - 62, y - 48, x + 62, y - 48, x + 34, y - 8, x - 34, y - 8),
                x + 50,
                0,
                lt(c, .25),
                x - 50,
                0,
                dk(c, .3));
    }
}
