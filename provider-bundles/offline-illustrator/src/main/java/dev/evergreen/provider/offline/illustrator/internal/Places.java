package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;

/** One method per kind of place; each fills sky, far, mid and ground, and says where people can stand. */
final class Places {
    final Painter P;
    final Scene sc;
    final double VW;
    final Rnd r;
    final int ls;
    Pal p;

    Places(Painter q) {
        P = q;
        sc = q.sc;
        VW = q.VW;
        r = q.lay;
        ls = q.ls;
        p = q.p;
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

    boolean snow() {
        return sc.season.equals("winter") || sc.weather.equals("snow");
    }

    int grass(double d) {
        return L(
                snow()
                        ? 0xE6EDF4
                        : sc.season.equals("autumn") ? 0xB99A4E : sc.season.equals("spring") ? 0x93BE62 : 0x7EA65A,
                d);
    }

    void paint() {
        switch (sc.place) {
            case "tidepool" -> tidepool();
            case "shore", "sea" -> shore(sc.place.equals("sea"));
            case "harbour", "lighthouse" -> harbour();
            case "forest" -> forest();
            case "mountain" -> mountain(false);
            case "lake" -> mountain(true);
            case "desert" -> desert();
            case "street" -> street();
            case "village" -> village();
            case "garden" -> garden();
            case "space" -> space();
            case "underwater" -> underwater();
            default -> {
                if (sc.inside) new Rooms(this).paint();
                else field();
            }
        }
    }

    // ---- sky -------------------------------------------------------------------------------------------------
    void sky(double hy) {
        skyInto(P.sky.g, 0, 0, VW, hy + 60, P.lx, P.ly, true, 1);
    }

    void skyInto(Graphics2D g, double x0, double y0, double w, double h, double lx, double ly, boolean full, double k) {
        Pal q = P.out;
        g.setPaint(new LinearGradientPaint(
                0, (float) y0, 0, (float) (y0 + h), new float[] {0, .38f, .76f, 1}, new Color[] {
                    Col.of(q.sky[0]), Col.of(q.sky[1]), Col.of(q.sky[2]), Col.of(q.sky[3])
                }));
        g.fill(Brush.rect(x0 - 900, y0 - 600, w + 1800, full ? 2400 : h + 600));
        boolean gloom = sc.weather.matches("rain|storm|snow");
        Rnd c = new Rnd(ls * 3L + 11);
        if (full)
            for (int i = 0; i < 26; i++) {
                double y = y0 + c.d(0, h), x = c.d(x0, x0 + w), hw = c.d(200, 620);
                int col = q.sky[Math.min(3, (int) (3.6 * (y - y0) / h))];
                Brush.fill(
                        g,
                        Brush.lens(x, y, hw, c.d(8, 30)),
                        c.p(.5) ? Col.mix(col, q.cloud, .5) : Col.mix(col, q.cloudSh, .4),
                        .16);
            }
        if (q.night && !gloom) {
            int n = full ? 420 : 40;
            for (int i = 0; i < n; i++) {
                double y = Math.pow(c.d(), 1.3) * h * .86, s = c.d();
                s = .7 + s * s * s * s * 2.6;
                Brush.fill(
                        g,
                        Brush.el(x0 + c.d(0, w), y0 + y, s * k, s * k),
                        c.p(.2) ? 0xFFE9C4 : 0xEAF2FF,
                        .35 + .6 * c.d());
            }
            if (full && !sc.weather.equals("fog"))
                for (int i = 0; i < 90; i++) {
                    double t = c.d(), xx = w * t, yy = h * (.75 - .75 * t) + c.g() * 40;
                    Brush.glow(g, x0 + xx, y0 + yy, c.d(30, 110), 0x9FB9E6, .035);
                }
        }
        double a = gloom ? .3 : sc.weather.equals("fog") ? .6 : 1;
        double R = q.night ? 46 : sc.time.equals("day") ? 44 : 58;
        boolean show = !gloom || sc.has("moon");
        if (full) {
            Brush.glow(g, lx, ly, q.night ? 420 : 760, q.light, a * (q.night ? .42 : .62));
            Brush.glow(g, lx, ly, 230, q.light, a * .5);
        }
        if (show && q.night) {
            int mc = 0xF6F1DC;
            Brush.fill(g, Brush.el(lx, ly, R * k, R * k), mc);
            Brush.fill(g, Brush.el(lx - 12 * k, ly - 9 * k, 10 * k, 9 * k), 0xDDDCCB);
            Brush.fill(g, Brush.el(lx + 14 * k, ly + 10 * k, 7 * k, 6 * k), 0xE2E0CF);
            Brush.fill(g, Brush.el(lx + 3 * k, ly - 24 * k, 5 * k, 4 * k), 0xE2E0CF);
        } else if (show)
            Brush.fill(
                    g,
                    Brush.el(lx, ly, R * k, R * k),
                    sc.time.equals("day") ? 0xFFFBE6 : sc.time.equals("dawn") ? 0xFFF3D0 : 0xFFE2A0,
                    sc.weather.equals("fog") ? .6 : 1);
        if (full) clouds(g, c, h, gloom);
    }

    void clouds(Graphics2D g, Rnd c, double h, boolean gloom) {
        Pal q = P.out;
        if (sc.weather.equals("fog")) return;
        if (gloom) {
            for (int i = 0; i < 15; i++) {
                double y = c.d(-40, h * .52), x = c.d(-100, VW + 100);
                cloud(
                        g,
                        x,
                        y,
                        c.d(260, 460),
                        c.d(50, 110),
                        Col.mix(q.cloud, q.cloudSh, c.d(.2, .9)),
                        q.cloudSh,
                        c,
                        .85);
            }
            return;
        }
        if (sc.time.equals("day")) {
            int n = 3 + c.i(3);
            for (int i = 0; i < n; i++) {
                double t = c.d();
                cloud(
                        g,
                        c.d(0, VW),
                        h * (.14 + .62 * t),
                        (1.25 - t) * c.d(190, 330),
                        (1.25 - t) * c.d(74, 118),
                        Col.mix(q.cloud, q.sky[2], t * .4),
                        Col.mix(q.cloudSh, q.sky[2], .25 + t * .4),
                        c,
                        1);
            }
        } else {
            int n = q.night ? 6 : 13;
            for (int i = 0; i < n; i++) {
                double t = c.d(), y = h * (.12 + .78 * t), x = c.d(0, VW), hw = c.d(140, 420) * (1.2 - t * .5);
                int lit = Col.mix(q.cloud, q.sky[3], .2), sh = Col.mix(q.cloudSh, q.sky[1], .3);
                double hh = c.d(8, 22) * (1.3 - t);
                for (int k = 0; k < 5; k++) {
                    double xx = x + c.d(-.5, .5) * hw, w2 = hw * c.d(.3, .9);
                    Brush.fill(g, Brush.lens(xx, y + c.d(-8, 8), w2, hh * c.d(.6, 1.2)), sh, q.night ? .4 : .5);
                    Brush.fill(
                            g,
                            Brush.lens(xx + 10, y + hh * (ly() ? .5 : -.5) + c.d(-4, 4), w2 * .8, hh * .45),
                            lit,
                            q.night ? .28 : .52);
                }
            }
        }
    }

    boolean ly() {
        return P.ly > 300;
    }

    void cloud(Graphics2D g, double x, double y, double hw, double hh, int lit, int sh, Rnd c, double a) {
        int n = 9;
        double[] X = new double[n], Y = new double[n], R = new double[n];
        for (int i = 0; i < n; i++) {
            double t = (i + .5) / n * 2 - 1;
            X[i] = x + t * hw * .92 + c.d(-.06, .06) * hw;
            R[i] = hh * (1 - .72 * t * t) * c.d(.62, 1);
            Y[i] = y - R[i] * .55;
        }
        double dx = Math.signum(P.lx - x);
        for (int pass = 0; pass < 3; pass++)
            for (int i = 0; i < n; i++) {
                int col = pass == 0 ? sh : pass == 1 ? Col.mix(sh, lit, .62) : lit;
                double k = pass == 0 ? 1 : pass == 1 ? .88 : .66;
                g.setColor(Col.of(col, a));
                g.fill(Brush.blob(
                        X[i] + dx * pass * R[i] * .12,
                        Y[i] - pass * R[i] * .13,
                        R[i] * k * 1.25,
                        R[i] * k,
                        .1,
                        ls + i));
            }
        Brush.fill(g, Brush.lens(x, y + hh * .06, hw * 1.15, hh * .2), sh, a);
        Brush.fill(g, Brush.lens(x - hw * .2, y + hh * .16, hw * .8, hh * .12), Col.mix(sh, lit, .35), a);
    }
    // ---- land ------------------------------------------------------------------------------------------------
    Path2D ridge(double y, double amp, double freq, int oct, int seed) {
        return Brush.below(
                -500, VW + 500, 6, 2200, x -> y - amp * (Rnd.fbm(x * freq + seed * 3.7, seed, oct, seed) * 2 - .7));
    }

    double ridgeY(double x, double y, double amp, double freq, int oct, int seed) {
        return y - amp * (Rnd.fbm(x * freq + seed * 3.7, seed, oct, seed) * 2 - .7);
    }

    void ridges(Graphics2D g, double y, double amp, int n, double d0, double d1, int c, double freq, int oct) {
        for (int i = 0; i < n; i++) {
            double t = n == 1 ? 1 : i / (n - 1.0), d = d0 + (d1 - d0) * t, yy = y + t * amp * .45;
            int col = L(c, d);
            Brush.grad(
                    g,
                    ridge(yy, amp * (1 - t * .35), freq * (1 + t * .6), oct, ls % 97 + i * 5),
                    0,
                    yy - amp,
                    col,
                    0,
                    yy + amp * .5,
                    Col.mix(col, p.haze, .45));
        }
    }

    int leaf(Rnd q) {
        return switch (sc.season) {
            case "autumn" -> new int[] {0xD8842E, 0xC25A30, 0xE2AC3F, 0xA9682F}[q.i(4)];
            case "spring" -> new int[] {0xEFB3C0, 0xA9C76A, 0xF3CBD0, 0x8FB75C}[q.i(4)];
            case "winter" -> 0xC9D8E2;
            default -> new int[] {0x6C9650, 0x4F8157, 0x86A552, 0x5A8B6B}[q.i(4)];
        };
    }

    void tree(Graphics2D g, double x, double y, double h, String type, double d, int seed) {
        Rnd q = new Rnd(seed);
        int bark = L(0x6B4F3F, d), dx = P.lx < x ? -1 : 1;
        if (type.equals("pine")) {
            int c = L(snow() ? 0x6F8A8E : 0x3F6B57, d), c2 = lt(c, .22);
            Brush.fill(g, Brush.rect(x - h * .02, y - h * .14, h * .04, h * .15), dk(bark, .3));
            int n = 6;
            for (int i = 0; i < n; i++) {
                double t = i / (double) n,
                        yy = y - h * (.08 + .76 * t),
                        w = h * .25 * (1 - t * .86) * q.d(.9, 1.1),
                        hh = h * .29 * (1 - t * .45);
                double[] pt = {
                    x,
                    yy - hh,
                    x + w * .45,
                    yy - hh * .35,
                    x + w,
                    yy + q.d(-3, 5),
                    x + w * .5,
                    yy - 2 + q.d(0, 8),
                    x,
                    yy + q.d(2, 8),
                    x - w * .5,
                    yy + q.d(0, 6),
                    x - w,
                    yy + q.d(-3, 5),
                    x - w * .45,
                    yy - hh * .35
                };
                Brush.form(g, Brush.poly(pt), Col.mix(c, c2, .3 + .4 * t), dk(c, .28), dx * w * .42, -hh * .05);
                if (snow())
                    Brush.fill(
                            g,
                            Brush.poly(
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
                            L(0xF2F6FB, d));
            }
            return;
        }
        if (type.equals("bare")) {
            branch(g, q, x, y, -Math.PI / 2 + q.d(-.06, .06), h * .34, h * .055, 5, dk(bark, .15));
            return;
        }
        if (type.equals("cypress")) {
            Brush.form(
                    g,
                    Brush.smooth(
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
                    L(0x4F7A55, d),
                    dk(L(0x4F7A55, d), .35),
                    dx * h * .06,
                    0);
            return;
        }
        if (type.equals("palm")) {
            double tx = x + h * .12;
            Brush.fill(
                    g,
                    Brush.tube(new double[] {h * .06, h * .035}, x, y, x + h * .02, y - h * .45, tx, y - h * .86),
                    bark);
            int c = L(0x5E8F52, d);
            for (int i = 0; i < 9; i++) {
                double a = -Math.PI * (i / 8.0) + q.d(-.1, .1), l = h * q.d(.3, .4);
                Brush.fill(
                        g,
                        Brush.tube(
                                new double[] {h * .01, h * .06, 0},
                                tx,
                                y - h * .86,
                                tx + Math.cos(a) * l * .6,
                                y - h * .86 + Math.sin(a) * l * .6 - h * .02,
                                tx + Math.cos(a) * l,
                                y - h * .86 + Math.sin(a) * l * .5 + h * .13),
                        i % 2 == 0 ? c : dk(c, .3));
            }
            return;
        }
        int base = L(leaf(q), d), dark = dk(base, .36), lit = lt(base, .3);
        double cw = h * q.d(.26, .36), cy = y - h * .66, ch = h * .3;
        Brush.fill(
                g,
                Brush.tube(
                        new double[] {h * .085, h * .05, h * .03},
                        x,
                        y + h * .01,
                        x + h * .01,
                        y - h * .3,
                        x - h * .02,
                        y - h * .62),
                dk(bark, .1));
        for (int i = -1; i < 2; i += 2)
            Brush.fill(
                    g,
                    Brush.tube(
                            new double[] {h * .035, h * .012},
                            x,
                            y - h * .34,
                            x + i * h * .08,
                            y - h * .48,
                            x + i * h * .16,
                            y - h * .6),
                    dk(bark, .15));
        int n = 12;
        double[] X = new double[n], Y = new double[n], R = new double[n];
        for (int i = 0; i < n; i++) {
            double a = q.d(0, 6.28), k = i < 5 ? .4 : Math.sqrt(q.d()) * .85;
            if (i < 5) a = i * 1.256;
            X[i] = x + Math.cos(a) * cw * k;
            Y[i] = cy + Math.sin(a) * ch * k;
            R[i] = h * q.d(.12, .17);
        }
        for (int pass = 0; pass < 3; pass++)
            for (int i = 0; i < n; i++) {
                double k = pass == 0 ? 1.08 : pass == 1 ? .86 : .5;
                Brush.fill(
                        g,
                        Brush.blob(
                                X[i] + dx * pass * R[i] * .2,
                                Y[i] - pass * R[i] * .2,
                                R[i] * k * 1.12,
                                R[i] * k,
                                .32,
                                seed + i + pass),
                        pass == 0 ? dark : pass == 1 ? base : lit,
                        pass == 2 ? .42 : 1);
            }
        double s = h * .011;
        for (int i = 0; i < 150; i++) {
            double a = q.d(0, 6.28),
                    k = q.d(.2, 1.14),
                    xx = x + Math.cos(a) * (cw + h * .08) * k,
                    yy = cy + Math.sin(a) * (ch + h * .07) * k;
            Brush.fill(
                    g,
                    Brush.el(xx, yy, s * q.d(.7, 1.5), s * .8, q.d(0, 3)),
                    (xx - x) * dx - (yy - cy) > 0 ? lit : k > .8 ? base : dark,
                    .9);
        }
    }

    void branch(Graphics2D g, Rnd q, double x, double y, double a, double l, double w, int n, int c) {
        double x2 = x + Math.cos(a) * l, y2 = y + Math.sin(a) * l;
        Brush.fill(
                g,
                Brush.tube(new double[] {w, w * .62}, x, y, (x + x2) / 2 + q.d(-.06, .06) * l, (y + y2) / 2, x2, y2),
                c);
        if (n == 0) return;
        int k = 2 + (q.p(.35) ? 1 : 0);
        for (int i = 0; i < k; i++)
            branch(
                    g,
                    q,
                    x2,
                    y2,
                    a + (i - (k - 1) / 2.0) * q.d(.5, .95) + q.d(-.15, .15),
                    l * q.d(.58, .8),
                    w * .6,
                    n - 1,
                    c);
    }

    void blades(Graphics2D g, double x0, double x1, double y, double h, int n, int c, int c2, Rnd q) {
        for (int i = 0; i < n; i++) {
            double x = q.d(x0, x1), hh = h * q.d(.4, 1), b = q.d(-.4, .4) * hh;
            Path2D t = new Path2D.Double();
            double w = 1.6 + hh * .03;
            t.moveTo(x - w, y + 6);
            t.quadTo(x - w * .4 + b * .25, y - hh * .6, x + b, y - hh);
            t.quadTo(x + w * .6 + b * .25, y - hh * .55, x + w, y + 6);
            Brush.fill(g, t, q.p(.5) ? c : Col.mix(c, c2, q.d()));
        }
    }

    void dabs(
            Graphics2D g, double x0, double y0, double x1, double y1, int n, double s, int c, int c2, double a, Rnd q) {
        for (int i = 0; i < n; i++) {
            double t = q.d(), y = y0 + (y1 - y0) * t, k = .35 + .9 * t;
            Brush.fill(
                    g, Brush.lens(q.d(x0, x1), y, s * k * q.d(.5, 1.6), s * k * .16), q.p(.5) ? c : c2, a * q.d(.4, 1));
        }
    }

    void flowers(Graphics2D g, double x0, double x1, double y0, double y1, int n, Rnd q) {
        int[] cs = {0xE8604C, 0xF3C14B, 0xF6EFE0, 0xD987B4, 0x7C8FD6};
        for (int i = 0; i < n; i++) {
            double t = Math.sqrt(q.d()), y = y0 + (y1 - y0) * t, x = q.d(x0, x1), s = 2 + 6 * t;
            int c = L(cs[q.i(5)], .25 - .25 * t);
            Brush.fill(g, Brush.rect(x - .6, y, 1.4, s * 2.4), dk(grass(0), .3));
            for (int k = 0; k < 4; k++)
                Brush.fill(
                        g,
                        Brush.el(x + Math.cos(k * 1.57) * s * .55, y + Math.sin(k * 1.57) * s * .4, s * .55, s * .45),
                        c);
            Brush.fill(g, Brush.el(x, y, s * .3, s * .25), L(0xF6D25A, 0));
        }
    }

    void house(Graphics2D g, double x, double y, double w, double h, double d, int seed, boolean detail) {
        Rnd q = new Rnd(seed);
        int[] walls = {0xF0E3CC, 0xE9C9A2, 0xD98F76, 0xB9C9C4, 0xF4EDE2, 0xD7B26E, 0x9FB3BF, 0xE7B7A4},
                roofs = {0xB4553F, 0x8A4B45, 0x566779, 0x9C6B4A, 0x6B5A66};
        int wall = L(walls[q.i(8)], d), roof = L(snow() ? 0xEEF3F8 : roofs[q.i(5)], d);
        int dx = P.lx < x ? -1 : 1;
        double rh = h * q.d(.45, .8), sx = dx < 0 ? x + w * .62 : x, sw = w * .38;
        Brush.grad(g, Brush.rect(x, y - h, w, h + 8), 0, y - h, lt(wall, .18), 0, y, dk(wall, .1));
        Brush.fill(g, Brush.rect(sx, y - h, sw, h + 8), dk(wall, .26));
        double ov = w * .06;
        Brush.fill(
                g,
                Brush.poly(x - ov, y - h + 3, x + w * .18, y - h - rh, x + w * .82, y - h - rh, x + w + ov, y - h + 3),
                roof);
        Brush.fill(
                g,
                dx < 0
                        ? Brush.poly(
                                x + w * .62,
                                y - h + 3,
                                x + w * .58,
                                y - h - rh,
                                x + w * .82,
                                y - h - rh,
                                x + w + ov,
                                y - h + 3)
                        : Brush.poly(
                                x - ov,
                                y - h + 3,
                                x + w * .18,
                                y - h - rh,
                                x + w * .42,
                                y - h - rh,
                                x + w * .38,
                                y - h + 3),
                dk(roof, .28));
        if (q.p(.7)) {
            double cx = x + w * q.d(.25, .7), cw = w * .09;
            Brush.fill(g, Brush.rect(cx, y - h - rh - w * .14, cw, w * .3), dk(wall, .35));
            Brush.fill(g, Brush.rect(cx - 2, y - h - rh - w * .16, cw + 4, w * .04), dk(roof, .3));
            if (sc.season.equals("winter") || p.night || q.p(.3))
                for (int i = 0; i < 7; i++)
                    Brush.fill(
                            g,
                            Brush.blob(
                                    cx + cw / 2 + i * i * w * .012,
                                    y - h - rh - w * (.2 + i * .09),
                                    w * (.04 + i * .012),
                                    w * (.035 + i * .01),
                                    .2,
                                    i),
                            Col.mix(p.cloud, p.haze, .4),
                            .4 - i * .05);
        }
        boolean on = p.night || sc.time.equals("dusk");
        int cols = w > 90 ? 3 : 2, rows = h > w * .9 ? 2 : 1;
        double ww = w * .15, wh = h / rows * .42;
        for (int i = 0; i < cols; i++)
            for (int j = 0; j < rows; j++) {
                double wx = x + w * (i + .5) / cols - ww / 2, wy = y - h + h * (j + .22) / rows;
                if (j == rows - 1 && i == cols / 2) {
                    Brush.fill(
                            g,
                            Brush.rr(wx - 1, y - h * .46 / rows, ww + 2, h * .46 / rows + 6, ww * .2),
                            L(new int[] {0x8C4B3C, 0x3F6F78, 0x6A7F4A, 0xC98A3B}[q.i(4)], d));
                    continue;
                }
                boolean lit = on && q.p(.72);
                if (detail) Brush.fill(g, Brush.rect(wx - 3, wy - 3, ww + 6, wh + 6), lt(wall, .4));
                Brush.fill(
                        g,
                        Brush.rect(wx, wy, ww, wh),
                        lit ? Col.mix(0xFFCF74, p.haze, d * .4) : dk(L(0x7E98A6, d), .25));
                if (lit) Brush.glow(g, wx + ww / 2, wy + wh / 2, ww * 2.2, 0xFFB95A, .35);
                if (detail) {
                    Brush.fill(g, Brush.rect(wx + ww / 2 - 1, wy, 2, wh), lt(wall, .3));
                    Brush.fill(g, Brush.rect(wx, wy + wh / 2 - 1, ww, 2), lt(wall, .3));
                }
            }
    }
    // ---- water -----------------------------------------------------------------------------------------------
    int seaTop() {
        return Col.mix(p.sky[3], L(0x4E93A6, .3), p.night ? .75 : .55);
    }

    void sea(Graphics2D g, double y0, double y1, Rnd q, boolean rough) {
        int a = seaTop(), b = L(sc.weather.equals("storm") ? 0x39596B : 0x2F7C8F, .02);
        Brush.grad(g, Brush.rect(-900, y0, VW + 1800, 1800), 0, y0, a, 0, y1, b);
        for (int i = 0; i < 230; i++) {
            double t = Math.pow(q.d(), 1.6),
                    y = y0 + 3 + (y1 - y0) * t,
                    hw = 18 + t * 190 * q.d(.4, 1.2),
                    hh = 1 + t * 8;
            int c = q.p(.5) ? lt(Col.mix(a, b, t), .35) : dk(Col.mix(a, b, t), .22);
            Brush.fill(g, Brush.lens(q.d(-50, VW + 50), y, hw, hh), c, .22 + .2 * q.d());
        }
        if (rough)
            for (int i = 0; i < 7; i++) {
                double t = i / 6.0, yy = y0 + 26 + (y1 - y0) * t * t * .9, am = 8 + t * 46;
                int c = Col.mix(a, b, .3 + .7 * t), sd = i;
                Brush.F f = x -> yy
                        - am
                                * (1.15
                                        - 1.15
                                                * Math.pow(
                                                        Math.abs(Math.sin(x * .006 / (.25 + t)
                                                                + sd * 1.7
                                                                + Rnd.n2(x * .004, sd, 3) * 2)),
                                                        .62)
                                        + .5 * Rnd.n2(x * .012, sd, 9));
                Brush.grad(
                        g,
                        Brush.below(-300, VW + 300, 8, yy + am * 3, f),
                        0,
                        yy - am * 1.5,
                        Col.mix(lt(c, .3), L(0x7FB3A8, 0), .35),
                        0,
                        yy + am * 1.2,
                        dk(c, .42));
                for (int k = 0; k < 16; k++) {
                    double x = q.d(0, VW), w = am * q.d(.8, 2.6);
                    for (int h2 = 0; h2 < 60 && f.at(x) > yy - am * .75; h2++) x += 7;
                    Path2D cap = new Path2D.Double();
                    cap.moveTo(x - w, f.at(x - w));
                    for (double e = -w; e <= w; e += 6) cap.lineTo(x + e, f.at(x + e) - 1);
                    for (double e = w; e >= -w; e -= 6)
                        cap.lineTo(
                                x + e, f.at(x + e) + am * .16 * (1 - e * e / w / w) * (.5 + Rnd.n2(e * .2 + x, 1, 2)));
                    cap.closePath();
                    Brush.fill(g, cap, Col.mix(c, L(0xF4F7F2, 0), .75), .85);
                }
            }
    }

    void glitter(Graphics2D g, double y0, double y1, Rnd q) {
        if (sc.weather.matches("rain|storm|snow")) return;
        double a = sc.weather.equals("fog") ? .3 : 1;
        for (int i = 0; i < 260; i++) {
            double t = Math.pow(q.d(), 1.2),
                    y = y0 + 2 + (y1 - y0) * t,
                    sp = 22 + t * 150,
                    x = P.lx + q.g() * sp * .6,
                    hw = 8 + t * 52 * q.d(.3, 1);
            double k = Math.exp(-Math.pow((x - P.lx) / sp, 2));
            Brush.fill(
                    g,
                    Brush.lens(x, y, hw, 1.2 + t * 4),
                    p.light,
                    a * k * (p.night ? .55 : sc.time.equals("day") ? .55 : .75));
        }
    }

    void foam(Graphics2D g, double y, double amp, int seed, double th) {
        Brush.F f = x -> y + amp * (Rnd.fbm(x * .004, seed, 3, seed) - .5) * 2;
        Path2D q = new Path2D.Double();
        q.moveTo(-300, f.at(-300));
        for (double x = -300; x < VW + 300; x += 6) q.lineTo(x, f.at(x));
        for (double x = VW + 300; x > -300; x -= 6)
            q.lineTo(x, f.at(x) + th * (.25 + Rnd.fbm(x * .02, seed + 4, 3, seed)));
        q.closePath();
        Brush.fill(g, q, L(0xFBFAF2, 0), .85);
    }

    void rocks(Graphics2D g, double x, double y, double w, int n, int seed, double d) {
        Rnd q = new Rnd(seed);
        int dx = P.lx < x ? -1 : 1;
        for (int i = 0; i < n; i++) {
            double rw = w * q.d(.25, .6),
                    rx = x + q.d(-.7, .7) * w,
                    rh = rw * q.d(.45, .85),
                    ry = y + q.d(-.05, .12) * w;
            int c = L(new int[] {0x7C7478, 0x8B7F76, 0x6A6A78, 0x978878}[q.i(4)], d);
            rock(g, rx, ry, rw, rh, seed + i * 7, c, dx);
        }
    }

    void rock(Graphics2D g, double x, double y, double w, double h, int seed, int c, int dx) {
        Path2D s = Brush.rock(x, y, w, h, seed);
        Brush.fill(g, Brush.lens(x, y + h * .1, w * 1.2, h * .12), p.shade, .3);
        Area all = new Area(s);
        Brush.grad(g, s, x + dx * w, y - h, lt(c, .12), x - dx * w, y, dk(c, .42));
        Area top = new Area(Brush.rock(x + dx * w * .16, y - h * .2, w * .84, h * .8, seed));
        top.intersect(all);
        Brush.fill(g, top, lt(c, .3), .85);
        Area f = new Area(Brush.rock(x + dx * w * .4, y - h * .34, w * .46, h * .6, seed + 3));
        f.intersect(all);
        Brush.fill(g, f, lt(c, .5), .6);
        if (snow()) {
            Area sn = new Area(Brush.rock(x, y - h * .5, w * .9, h * .55, seed));
            sn.intersect(all);
            Brush.fill(g, sn, L(0xF2F6FA, 0));
        }
    }

    // ---- places ----------------------------------------------------------------------------------------------
    void shore(boolean open) {
        P.water = true;
        sky(P.hy);
        double hy = P.hy;
        Rnd q = new Rnd(ls + 5L);
        boolean rough = sc.weather.equals("storm") || sc.text.toLowerCase().contains("waves crash");
        if (!open || q.p(.4)) {
            double s = P.side;
            Brush.F f = x -> {
                double t = s > 0 ? (x - VW * .52) / (VW * .5) : (VW * .48 - x) / (VW * .5);
                return t <= 0
                        ? hy + 30
                        : hy + 8 - Math.pow(Math.min(1.4, t), .8) * 130 * (.55 + .9 * Rnd.fbm(x * .006, 2, 4, ls));
            };
            int c = L(0x7C8F7A, .62);
            Brush.grad(
                    P.far.g, Brush.below(-500, VW + 500, 5, hy + 3, f), 0, hy - 150, c, 0, hy, Col.mix(c, p.haze, .5));
            Brush.F f2 = x -> {
                double t = s > 0 ? (x - VW * .74) / (VW * .3) : (VW * .26 - x) / (VW * .3);
                return t <= 0
                        ? hy + 30
                        : hy + 8 - Math.pow(Math.min(1.4, t), .7) * 150 * (.5 + .9 * Rnd.fbm(x * .009, 7, 4, ls));
            };
            c = L(0x6C8468, .36);
            Brush.grad(
                    P.far.g,
                    Brush.below(-500, VW + 500, 5, hy + 5, f2),
                    0,
                    hy - 150,
                    c,
                    0,
                    hy,
                    Col.mix(c, p.haze, .35));
        }
        sea(P.mid.g, hy, open ? 1000 : 800, q, rough);
        P.mirror(P.mid, hy, .3, .8, P.far);
        glitter(P.mid.g, hy, open ? 980 : 780, q);
        if (open) {
            P.gy = 850;
            if (rough) {
                sea2(q);
            } else
                for (int i = 0; i < 40; i++) {
                    double t = q.d(), y = 800 + 220 * t;
                    Brush.fill(
                            P.gnd.g, Brush.lens(q.d(0, VW), y, q.d(60, 240), 4 + 8 * t), dk(L(0x2F7C8F, 0), .25), .35);
                }
            return;
        }
        int sand = L(snow() ? 0xE4E6E6 : 0xE3C79A, 0), wet = Col.mix(sand, seaTop(), .5);
        Graphics2D g = P.gnd.g;
        foam(P.mid.g, 722, 18, ls + 1, 10);
        foam(P.mid.g, 764, 22, ls + 2, 14);
        Brush.F e = x -> 806 + 30 * (Rnd.fbm(x * .003, 1, 3, ls + 9) - .5) * 2;
        Brush.grad(g, Brush.below(-500, VW + 500, 8, 2000, e), 0, 780, Col.mix(wet, p.sky[3], .4), 0, 880, wet);
        Brush.grad(
                g,
                Brush.below(-500, VW + 500, 8, 2000, x -> e.at(x) + 52 + 14 * Rnd.fbm(x * .006, 4, 3, ls)),
                0,
                850,
                sand,
                0,
                1010,
                dk(sand, .25));
        foam(g, 800, 24, ls + 9, 16);
        dabs(g, 0, 880, VW, 1000, 150, 46, lt(sand, .4), dk(sand, .3), .35, q);
        for (int i = 0; i < 5; i++) rocks(g, q.d(0, VW), q.d(850, 930), q.d(16, 40), 2, ls + i, 0);
        double rx = P.side > 0 ? VW * .02 : VW * .98;
        rocks(g, rx, 900, 240, 5, ls + 40, 0);
        P.gy = 908;
    }

    void sea2(Rnd q) {
        Brush.F f = x -> 880 - 40 * Math.sin(x * .004 + ls) - 36 * Rnd.fbm(x * .006, 3, 3, ls);
        int c = L(0x2D5C6E, 0);
        Brush.grad(
                P.fore.g,
                Brush.below(-300, VW + 300, 8, 1300, x -> f.at(x) + 80),
                0,
                880,
                lt(c, .15),
                0,
                1010,
                dk(c, .4));
        dabs(P.fore.g, 0, 960, VW, 1000, 40, 80, lt(c, .5), L(0xF4F7F2, 0), .4, q);
    }

    void tidepool() {
        P.water = true;
        double hy = P.hy;
        sky(hy);
        Rnd q = new Rnd(ls + 5L);
        Graphics2D f = P.far.g;
        ridges(f, hy - 6, 70, 2, .75, .5, 0x6F8790, .0022, 4);
        Brush.fill(f, Brush.rect(-900, hy, VW + 1800, 1000), seaTop());
        sea(P.mid.g, hy, 640, q, false);
        P.mirror(P.mid, hy, .35, .7, P.far);
        glitter(P.mid.g, hy, 620, q);
        foam(P.mid.g, 560, 10, ls + 1, 7);
        rocks(P.mid.g, VW * .16, 540, 120, 4, ls + 3, .3);
        rocks(P.mid.g, VW * .86, 560, 150, 5, ls + 4, .26);
        foam(P.mid.g, 600, 12, ls + 2, 9);
        Graphics2D g = P.gnd.g;
        int rk = L(0x85776F, .02);
        Brush.F e =
                x -> 640 + 46 * (Rnd.fbm(x * .004, 1, 4, ls + 8) - .5) * 2 - 60 * Math.pow((x - VW / 2) / (VW / 2), 2);
        Brush.grad(g, Brush.below(-500, VW + 500, 7, 2000, e), 0, 600, lt(rk, .35), 0, 1000, dk(rk, .45));
        for (int i = 0; i < 60; i++) {
            double x = q.d(-40, VW + 40), t = q.d(), y = e.at(x) + 10 + t * 330;
            int c = Col.mix(rk, L(new int[] {0x9B8B7A, 0x6E6670, 0xA79A85, 0x7A8066}[q.i(4)], 0), .7);
            Path2D s = Brush.blob(x, y, 30 + 110 * t * q.d(.5, 1), 8 + 24 * t, .4, ls + i);
            Brush.fill(g, AffineTransform.getTranslateInstance(0, 5 + 5 * t).createTransformedShape(s), dk(c, .5), .7);
            Brush.fill(g, s, i % 3 == 0 ? lt(c, .3) : c);
        }
        double px = VW * .5 + P.side * -60, py = 862, rx = 470, ry = 104;
        Path2D pool = Brush.blob(px, py, rx, ry, .3, ls + 77);
        Brush.fill(g, Brush.blob(px, py + 6, rx + 46, ry + 30, .3, ls + 77), dk(rk, .4));
        Brush.fill(g, Brush.blob(px, py - 4, rx + 22, ry + 14, .3, ls + 77), lt(rk, .2));
        Brush.grad(g, pool, 0, py - ry, Col.mix(L(0x3E8C93, 0), p.sky[3], .62), 0, py + ry, L(0x1F5C66, 0));
        Shape cl = g.getClip();
        g.clip(pool);
        for (int i = 0; i < 26; i++)
            Brush.fill(
                    g,
                    Brush.blob(px + q.d(-1, 1) * rx, py + q.d(-.2, 1) * ry, q.d(14, 60), q.d(6, 18), .4, i),
                    L(new int[] {0x3F6F66, 0x6F7F5A, 0x7C5F6B, 0xB07A6A}[q.i(4)], .05),
                    .5);
        for (int i = 0; i < 16; i++) {
            double x = px + q.d(-1, 1) * rx, y = py + q.d(-.5, .9) * ry;
            weed(g, x, y, q.d(26, 60), L(q.p(.5) ? 0x6E8A3F : 0xA5594F, 0), q);
        }
        for (int i = 0; i < 60; i++)
            Brush.fill(
                    g, Brush.lens(px + q.d(-1, 1) * rx, py + q.d(-1, .7) * ry, q.d(14, 90), q.d(.8, 3)), p.sky[3], .5);
        double gx = px + (P.lx - px) * .45;
        for (int i = 0; i < 44; i++)
            Brush.fill(g, Brush.lens(gx + q.g() * 50, py + q.d(-1, .8) * ry, q.d(10, 60), q.d(1, 3.4)), p.light, .75);
        g.setClip(cl);
        for (int i = 0; i < 10; i++) {
            double a = q.d(-.2, 3.4);
            anem(g, px + Math.cos(a) * rx * 1.02, py + Math.sin(a) * ry * 1.08, q.d(10, 20), q);
        }
        P.gy = 768;
        P.fx = px + P.side * 120;
        double rx0 = px - P.side * 250;
        rock(g, rx0, py + 44, 130, 88, ls + 5, L(0x7C7478, 0), P.lx < rx0 ? -1 : 1);
        rock(g, rx0 - 90, py + 60, 70, 42, ls + 6, L(0x8B7F76, 0), P.lx < rx0 ? -1 : 1);
        for (int i = 0; i < 8; i++)
            Brush.fill(g, Brush.lens(rx0 + q.d(-150, 130), py + q.d(50, 66), q.d(20, 70), 2.4), p.sky[3], .6);
    }

    void weed(Graphics2D g, double x, double y, double h, int c, Rnd q) {
        for (int k = 0; k < 4; k++)
            Brush.fill(
                    g,
                    Brush.tube(
                            new double[] {h * .08, h * .13, 0},
                            x + k * 4,
                            y,
                            x + q.d(-.3, .3) * h,
                            y - h * .5,
                            x + q.d(-.7, .7) * h,
                            y - h),
                    k % 2 == 0 ? c : dk(c, .3));
    }

    void anem(Graphics2D g, double x, double y, double s, Rnd q) {
        int c = L(new int[] {0xC9566B, 0x6FA37C, 0xB778A8, 0xE08A5A}[q.i(4)], 0);
        for (int i = 0; i < 13; i++) {
            double a = i * .483;
            Brush.fill(
                    g,
                    Brush.el(x + Math.cos(a) * s * .75, y + Math.sin(a) * s * .4, s * .34, s * .2, a),
                    i % 2 == 0 ? c : lt(c, .35));
        }
        Brush.fill(g, Brush.el(x, y, s * .42, s * .24), dk(c, .5));
    }

    void harbour() {
        P.water = true;
        double hy = P.hy = 560;
        sky(hy);
        Rnd q = new Rnd(ls + 5L);
        ridges(P.far.g, hy - 30, 150, 2, .8, .55, 0x6F8790, .002, 4);
        Graphics2D g = P.mid.g;
        double s = P.side;
        Layer t = P.far;
        int hill = L(0x7C9068, .35);
        Brush.F f = x -> {
            double k = s > 0 ? x / VW : 1 - x / VW;
            return hy - 20 - 190 * Math.pow(Math.max(0, k - .18), .8) * (.8 + .4 * Rnd.fbm(x * .005, 2, 4, ls));
        };
        Brush.grad(t.g, Brush.below(-500, VW + 500, 6, hy, f), 0, hy - 200, hill, 0, hy, Col.mix(hill, p.haze, .4));
        for (int i = 0; i < 30; i++) {
            double k = .24 + .8 * q.d(), x = s > 0 ? k * VW : (1 - k) * VW, yy = f.at(x) + q.d(14, 120);
            if (yy > hy - 10) continue;
            double w = q.d(34, 58);
            house(t.g, x, yy, w, w * q.d(.6, 1), .3, ls + i, false);
        }
        for (int i = 0; i < 13; i++) {
            double k = .2 + i * .068, x = s > 0 ? k * VW : (1 - k) * VW - 60, w = q.d(66, 110);
            house(t.g, x, hy, w, w * q.d(.7, 1.35), .2, ls + 60 + i, true);
        }
        for (int i = 0; i < 14; i++) {
            double k = q.d(.3, 1), x = s > 0 ? k * VW : (1 - k) * VW;
            tree(t.g, x, f.at(x) + q.d(8, 60), q.d(36, 70), q.p(.5) ? "cypress" : "round", .36, ls + i);
        }
        int quay = L(0x9A8C80, .14);
        Brush.grad(
                t.g,
                Brush.rect(s > 0 ? VW * .17 : -600, hy - 6, VW * .83 + 600, 22),
                0,
                hy,
                lt(quay, .2),
                0,
                hy + 22,
                dk(quay, .4));
        double lxh = s > 0 ? VW * .09 : VW * .91;
        rocks(t.g, lxh, hy + 8, 95, 6, ls + 9, .22);
        Things.lighthouse(P, t.g, lxh, hy - 26, 250, .14);
        sea(g, hy + 12, 900, q, sc.weather.equals("storm"));
        P.mirror(P.mid, hy + 14, .5, .75, P.far);
        glitter(g, hy + 14, 900, q);
        for (int i = 0; i < 5; i++) {
            double x = VW * (.12 + .18 * i + q.d(-.03, .03)), y = hy + 54 + q.d(0, 90), k = .55 + (y - hy) / 240;
            Things.boat(P, g, x, y, 60 * k, ls + i, q.p(.7));
        }
        Graphics2D d = P.gnd.g;
        int w = L(0xA08468, 0);
        Brush.grad(d, Brush.rect(-900, 850, VW + 1800, 900), 0, 850, lt(w, .2), 0, 1010, dk(w, .3));
        for (int i = -14; i < 15; i++) {
            double x = VW / 2 + i * 150;
            Brush.fill(
                    d,
                    Brush.poly(
                            VW / 2 + i * 74, 850, VW / 2 + i * 74 + 3, 850, x * 1 + i * 40 + 8, 1010, x + i * 40, 1010),
                    dk(w, .45),
                    .8);
        }
        dabs(d, 0, 856, VW, 1000, 90, 60, lt(w, .3), dk(w, .3), .3, q);
        Brush.fill(d, Brush.rect(-900, 850, VW + 1800, 7), lt(w, .45));
        for (double x : new double[] {VW * .1, VW * .43, VW * .78}) {
            Brush.fill(d, Brush.rr(x, 790, 26, 90, 6), dk(w, .4));
            Brush.fill(d, Brush.rr(x + (P.lx < x ? 0 : 17), 790, 9, 90, 4), lt(w, .2));
            Brush.fill(d, Brush.el(x + 13, 791, 15, 5), lt(w, .3));
        }
        P.gy = 915;
    }

    void forest() {
        sky(700);
        P.hy = 640;
        Rnd q = new Rnd(ls + 5L);
        boolean pine = q.p(.35) || snow();
        int leafBase = leaf(q);
        Graphics2D f = P.far.g;
        int hz = L(leafBase, .8);
        Brush.gradA(
                f,
                Brush.rect(-500, -400, VW + 1000, 1080),
                0,
                -60,
                Col.mix(p.haze, p.sky[2], .5),
                .55,
                0,
                560,
                Col.mix(p.haze, p.sky[3], .6),
                1);
        Brush.fill(f, Brush.rect(-500, 670, VW + 1000, 900), hz);
        Brush.glow(f, P.lx, 380, 620, p.light, .55);
        for (int k = 0; k < 3; k++) {
            double d = .86 - k * .14;
            for (int i = 0; i < 26; i++) {
                double x = q.d(-60, VW + 60), w = 7 + k * 6 + q.d(0, 7);
                Brush.fill(
                        f,
                        Brush.poly(x - w / 2, -40, x + w / 2, -40, x + w * .8, 690 + k * 16, x - w * .8, 690 + k * 16),
                        L(0x5F5A50, d));
            }
            int c = L(leafBase, d);
            for (int i = 0; i < 26; i++)
                Brush.fill(
                        f,
                        Brush.blob(
                                i * VW / 25 + q.d(-40, 40),
                                q.d(-40, 110 - k * 30),
                                q.d(90, 170),
                                q.d(60, 120),
                                .4,
                                ls + i + k),
                        Col.mix(c, k % 2 == 0 ? p.light : p.shade, .12),
                        .9);
            for (int i = 0; i < 24; i++)
                Brush.fill(
                        f,
                        Brush.blob(i * VW / 23 + q.d(-40, 40), 672 + k * 16, q.d(60, 130), q.d(26, 60), .5, ls + i),
                        Col.mix(c, p.light, .1));
        }
        Graphics2D g = P.mid.g;
        int gr = grass(.18), gd = grass(.02);
        Brush.grad(g, ridge(706, 24, .003, 3, ls % 51), 0, 680, Col.mix(gr, p.haze, .4), 0, 1000, gd);
        int tr = 9;
        for (int i = 0; i < tr; i++) {
            double x = VW * (i + .5) / tr + q.d(-70, 70);
            if (Math.abs(x - P.fx) < 130) x += P.side * 190;
            double b = 700 + q.d(0, 70), w = 26 + (b - 700) * .5 + q.d(0, 14);
            if (pine && q.p(.6)) tree(g, x, b, q.d(380, 640), "pine", .24, ls + i);
            else trunk(g, x, b, w, .26 - (b - 700) * .002, q, leafBase);
        }
        for (int i = 0; i < 26; i++) {
            double x = q.d(-50, VW + 50), y = q.d(712, 780);
            Brush.fill(
                    g,
                    Brush.blob(x, y, q.d(40, 100), q.d(16, 34), .5, ls + i),
                    Col.mix(L(leafBase, .2), gd, q.d(0, .6)));
        }
        for (int i = 0; i < (snow() ? 0 : 260); i++) {
            double x = q.d(-20, VW + 20), y = 40 + Math.abs(q.g()) * 85;
            Brush.fill(
                    g,
                    Brush.el(x, y, q.d(5, 10), q.d(3, 5), q.d(0, 3)),
                    q.p(.5) ? lt(L(leafBase, .3), .3) : dk(L(leafBase, .3), .25),
                    .8);
        }
        shafts(P.mid.g, 5);
        Graphics2D n = P.gnd.g;
        Brush.grad(n, ridge(812, 30, .0026, 3, ls % 37), 0, 790, lt(gd, .16), 0, 1000, dk(gd, .45));
        Path2D path = Brush.smooth(
                true,
                P.fx - 40,
                806,
                P.fx + 30,
                806,
                P.fx + 80,
                860,
                P.fx + 20,
                920,
                P.fx + 180,
                1040,
                P.fx - 330,
                1040,
                P.fx - 170,
                920,
                P.fx - 60,
                860);
        Brush.grad(n, path, 0, 800, L(snow() ? 0xF4F4F2 : 0xCDB07F, .12), 0, 1000, L(snow() ? 0xD0D8E4 : 0x9C7C58, 0));
        dabs(
                n,
                0,
                820,
                VW,
                1000,
                170,
                42,
                lt(gd, .35),
                sc.season.equals("autumn") ? L(0xC8642E, 0) : dk(gd, .4),
                .5,
                q);
        blades(n, 0, VW, 850, 34, 160, lt(gd, .15), dk(gd, .25), q);
        if (!snow()) {
            flowers(n, 0, VW * .4, 850, 960, 24, q);
            flowers(n, VW * .65, VW, 850, 960, 24, q);
        }
        if (sc.text.toLowerCase().matches("(?s).*(glow|firefl|magic).*"))
            for (int i = 0; i < 60; i++) Brush.glow(P.air.g, q.d(0, VW), q.d(420, 900), q.d(6, 22), 0xFFE9A0, .8);
        P.gy = 898;
    }

    void trunk(Graphics2D g, double x, double b, double w, double d, Rnd q, int leafBase) {
        int c = L(snow() || q.p(.2) ? 0xC9C0B2 : 0x6E5646, d);
        int dx = P.lx < x ? -1 : 1;
        double ln = q.d(-16, 16);
        Path2D s = new Path2D.Double();
        s.moveTo(x - w * .95, b + 6);
        s.quadTo(x - w * .5, b - w * 1.2, x - w * .42 + ln * .5, 300);
        s.lineTo(x - w * .36 + ln, -40);
        s.lineTo(x + w * .36 + ln, -40);
        s.lineTo(x + w * .42 + ln * .5, 300);
        s.quadTo(x + w * .5, b - w * 1.2, x + w * .95, b + 6);
        s.closePath();
        Brush.form(g, s, lt(c, .2), dk(c, .42), dx * w * .34, 0);
        for (int i = 0; i < 16; i++) {
            double y = q.d(0, b - 40);
            Brush.fill(
                    g,
                    Brush.lens(x + q.d(-.25, .25) * w + ln * (1 - y / b), y, w * q.d(.08, .24), q.d(1, 4)),
                    dk(c, .5),
                    .6);
        }
        int lf = L(leafBase, d);
        if (!snow() || q.p(.3))
            for (int i = 0; i < 7; i++) {
                double bx = x + q.d(-150, 150), by = q.d(-40, 170);
                Brush.fill(g, Brush.blob(bx, by, q.d(70, 130), q.d(40, 84), .5, ls + i + (int) x), dk(lf, .2));
                Brush.fill(
                        g,
                        Brush.blob(bx + dx * 14, by - 14, q.d(50, 90), q.d(26, 54), .5, ls + i + 3),
                        lt(lf, .14),
                        .9);
            }
    }

    void shafts(Graphics2D g, int n) {
        if (sc.weather.matches("rain|storm|snow")) return;
        Rnd q = new Rnd(ls + 99L);
        for (int i = 0; i < n; i++) {
            double x0 = P.lx + q.d(-160, 160), w = q.d(30, 80), x1 = x0 + (VW * .5 - P.lx) * .9 + q.d(-460, 460);
            Brush.gradA(
                    g,
                    Brush.poly(x0 - w * .4, -40, x0 + w * .4, -40, x1 + w * 2.2, 860, x1 - w * 2.2, 860),
                    x0,
                    0,
                    p.light,
                    p.night ? .2 : .34,
                    x1,
                    820,
                    p.light,
                    0);
        }
    }

    void mountain(boolean lake) {
        P.hy = lake ? 590 : 640;
        double hy = P.hy;
        sky(hy);
        Rnd q = new Rnd(ls + 5L);
        Graphics2D f = P.far.g;
        ridges(f, hy - 90, 210, 2, .9, .78, 0x7C8CA6, .0016, 5);
        for (int k = 0; k < 3; k++) {
            double px = VW * (.5 + (k == 0 ? -P.side * .26 : k == 1 ? P.side * .3 : -P.side * .02)),
                    ph = k == 0 ? 420 : k == 1 ? 300 : 240,
                    pw = ph * 1.35;
            peak(f, px, hy + 10, pw, ph, .52 - k * .1, ls + k);
        }
        int c = L(snow() ? 0xB9C9D4 : 0x5D7A66, .4);
        Brush.grad(P.far.g, ridge(hy - 4, 66, .003, 4, ls % 61), 0, hy - 60, c, 0, hy + 20, Col.mix(c, p.haze, .5));
        for (int i = 0; i < 60; i++) {
            double x = q.d(0, VW);
            tree(P.far.g, x, ridgeY(x, hy - 4, 66, .003, 4, ls % 61) + q.d(4, 30), q.d(26, 48), "pine", .42, ls + i);
        }
        if (lake) {
            P.water = true;
            sea(P.mid.g, hy, 840, q, false);
            P.mirror(P.mid, hy, .62, .92, P.sky, P.far);
            glitter(P.mid.g, hy, 820, q);
            for (int i = 0; i < 60; i++) {
                double t = q.d();
                Brush.fill(
                        P.mid.g,
                        Brush.lens(q.d(0, VW), hy + 6 + t * t * 240, 40 + t * 160, 1 + t * 3),
                        lt(p.haze, .5),
                        .3);
            }
        } else {
            int g1 = grass(.26);
            Brush.grad(P.mid.g, ridge(hy + 60, 70, .002, 4, ls % 41), 0, hy, lt(g1, .25), 0, hy + 240, g1);
            for (int i = 0; i < 36; i++) {
                double x = q.d(-30, VW + 30);
                tree(
                        P.mid.g,
                        x,
                        ridgeY(x, hy + 60, 70, .002, 4, ls % 41) + q.d(2, 60),
                        q.d(60, 120),
                        "pine",
                        .22,
                        ls + i);
            }
        }
        Graphics2D g = P.gnd.g;
        int gd = grass(.02);
        double sd = P.side;
        Brush.F e = x -> 858
                - (lake ? 50 : 90) * Math.pow(Math.max(0, (sd > 0 ? x : VW - x) / VW), 1.6)
                - 26 * Rnd.fbm(x * .005, 2, 4, ls);
        Brush.grad(g, Brush.below(-500, VW + 500, 7, 2000, e), 0, 760, lt(gd, .28), 0, 1000, dk(gd, .35));
        dabs(g, 0, 850, VW, 1000, 150, 50, lt(gd, .35), dk(gd, .3), .45, q);
        blades(g, -20, VW + 20, 880, 30, 130, lt(gd, .1), dk(gd, .3), q);
        rocks(g, sd > 0 ? VW * .8 : VW * .2, 880, 110, 4, ls + 8, 0);
        if (!snow()) flowers(g, 0, VW, 880, 980, 50, q);
        double tx = sd > 0 ? VW * .93 : VW * .07;
        tree(g, tx, e.at(tx) + 20, 520, "pine", .04, ls + 70);
        tree(g, tx - sd * 130, e.at(tx - sd * 130) + 24, 360, "pine", .06, ls + 71);
        P.gy = 905;
    }

    void peak(Graphics2D g, double x, double y, double w, double h, double d, int seed) {
        Rnd q = new Rnd(seed);
        int dx = P.lx < x ? -1 : 1;
        int rock = L(0x7D7B8C, d),
                lit = lt(L(0xA69C97, d), .2),
                sn = Col.mix(L(0xF7F7F4, d * .55), p.light, .25),
                snD = Col.mix(L(0xB7C6DF, d * .7), p.haze, .15);
        int n = 14;
        double[] a = new double[4 * n + 2];
        for (int i = 0; i <= n; i++) {
            double t = i / (double) n;
            a[2 * i] = x - w + w * t;
            a[2 * i + 1] = y - h * Math.pow(t, 1.25) + (i > 0 && i < n ? q.d(-.05, .05) * h : 0);
        }
        for (int i = 1; i <= n; i++) {
            double t = 1 - i / (double) n;
            a[2 * (n + i)] = x + w - w * t;
            a[2 * (n + i) + 1] = y - h * Math.pow(t, 1.25) + (i < n ? q.d(-.05, .05) * h : 0);
        }
        Path2D s = Brush.poly(a);
        Area all = new Area(s);
        Brush.grad(g, s, 0, y - h, rock, 0, y, Col.mix(rock, p.haze, .7));
        double[] z = new double[26];
        for (int i = 0; i < 12; i++) {
            double t = i / 11.0;
            z[2 * i] = x + (i == 0 ? 0 : q.d(-.06, .06) * w * (.3 + t)) - dx * w * .05 * t;
            z[2 * i + 1] = y - h * (1 - t);
        }
        z[24] = x + dx * w * 1.2;
        z[25] = y;
        double[] zz = Arrays.copyOf(z, 28);
        zz[26] = x + dx * w * 1.2;
        zz[27] = y - h;
        Area la = new Area(Brush.poly(zz));
        la.intersect(all);
        g.setPaint(new GradientPaint(0, (float) (y - h), Col.of(lit), 0, (float) y, Col.of(Col.mix(lit, p.haze, .7))));
        g.fill(la);
        double snl = snow() ? .78 : .46;
        double[] sp = new double[44];
        for (int i = 0; i < 20; i++) {
            double t = i / 19.0;
            sp[2 * i] = x - w + 2 * w * t;
            sp[2 * i + 1] = y - h * (1 - snl) + (i % 2 == 0 ? -1 : 1) * h * q.d(.02, .1);
        }
        sp[40] = x + w;
        sp[41] = y - h * 1.2;
        sp[42] = x - w;
        sp[43] = y - h * 1.2;
        Area cap = new Area(Brush.poly(sp));
        cap.intersect(all);
        Area capL = new Area(cap);
        capL.intersect(la);
        Brush.fill(g, cap, snD);
        Brush.fill(g, capL, sn);
    }

    void desert() {
        P.hy = 600;
        sky(610);
        Rnd q = new Rnd(ls + 5L);
        int s = L(0xE0A867, .8), rk = L(0xB5674A, .62);
        Graphics2D f = P.far.g;
        for (int i = 0; i < 3; i++) {
            double x = VW * q.d(0, 1), w = q.d(90, 230), h = q.d(80, 190);
            Brush.grad(
                    f,
                    Brush.poly(
                            x - w * .7,
                            620,
                            x - w * .52,
                            620 - h * .5,
                            x - w * .4,
                            620 - h,
                            x + w * .35,
                            620 - h * 1.03,
                            x + w * .5,
                            620 - h * .5,
                            x + w * .75,
                            620),
                    0,
                    620 - h,
                    rk,
                    0,
                    620,
                    Col.mix(rk, p.haze, .6));
        }
        for (int i = 0; i < 5; i++) {
            Graphics2D g = i < 2 ? f : i < 4 ? P.mid.g : P.gnd.g;
            double t = i / 4.0, y = 610 + 230 * t * t + 16 * i;
            dune(g, y, 60 + 80 * t, .55 * (1 - t), ls + i, L(0xE3AE6B, .55 * (1 - t)), .0016 + .0008 * (4 - i));
        }
        dabs(P.gnd.g, 0, 850, VW, 1000, 120, 80, lt(L(0xE3AE6B, 0), .4), dk(L(0xE3AE6B, 0), .3), .3, q);
        for (int i = 0; i < 24; i++) {
            Graphics2D g = P.gnd.g;
            double y = 870 + i * 6;
            Path2D w = new Path2D.Double();
            w.moveTo(-50, y);
            for (double x = -50; x < VW + 50; x += 12) w.lineTo(x, y + 9 * Rnd.n2(x * .008, i * .3, 3));
            g.setStroke(new BasicStroke(1.6f));
            g.setColor(Col.of(dk(L(0xD79C5C, 0), .3), .22));
            g.draw(w);
        }
        double cx = P.side > 0 ? VW * .13 : VW * .87;
        Things.cactus(P, P.gnd.g, cx, 890, 230, 0);
        Things.cactus(P, P.mid.g, VW - cx * .7, 750, 100, .2);
        rocks(P.gnd.g, cx + 150 * P.side, 905, 60, 4, ls, 0);
        P.gy = 905;
    }

    void dune(Graphics2D g, double y, double amp, double d, int seed, int c, double fq) {
        int dx = P.lx < VW / 2 ? -1 : 1;
        Brush.F f = x -> {
            double ph = x * fq + seed % 13;
            double tri = ph - Math.floor(ph);
            double k = tri < .62 ? tri / .62 : (1 - tri) / .38;
            k = k * k * (3 - 2 * k);
            return y - amp * k * (.5 + .7 * Rnd.n2(Math.floor(ph), seed, 3)) + 6 * Rnd.fbm(x * .004, 3, 3, seed);
        };
        Brush.grad(g, Brush.below(-500, VW + 500, 6, 2000, f), 0, y - amp, lt(c, .3), 0, y + amp * 1.6, dk(c, .12));
        for (int n = -2; n < 8; n++) {
            double xc = (n + .62 - seed % 13 % 1) / fq;
            double cr = ((Math.floor(n) + .62) - seed % 13) / fq;
            if (cr < -600 || cr > VW + 600) continue;
            double span = .38 / fq;
            double[] a = new double[44];
            for (int i = 0; i <= 10; i++) {
                double x = cr + span * i / 10.0;
                a[2 * i] = x;
                a[2 * i + 1] = f.at(x);
            }
            for (int i = 0; i <= 10; i++) {
                double t = 1 - i / 10.0,
                        x = cr + span * t * (1 - .0) - span * .5 * Math.sin(t * 3.14) * .6 - (1 - t) * 0;
                a[22 + 2 * i] = x - span * .25 * t;
                a[23 + 2 * i] = f.at(cr + span * t) + amp * (.9 * Math.sin(t * 3.1416) + .35 * t);
            }
            Brush.gradA(g, Brush.poly(a), 0, y - amp, dk(c, .42), .85, 0, y + amp, dk(c, .3), .15);
        }
    }

    void field() {
        P.hy = 600;
        sky(610);
        Rnd q = new Rnd(ls + 5L);
        ridges(P.far.g, 590, 110, 3, .88, .58, 0x7C9A86, .0016, 4);
        Graphics2D g = P.mid.g;
        int[] cs = {0x8FAE5C, 0xC7B25A, 0x7A9C58, 0xA7B765};
        for (int i = 0; i < 4; i++) {
            double y = 612 + i * 44, d = .5 - i * .11;
            int c = snow()
                    ? grass(d)
                    : sc.season.equals("autumn") ? Col.mix(L(cs[i], d), L(0xC8913F, d), .55) : L(cs[(i + ls & 3)], d);
            Path2D rg = ridge(y, 40 + i * 8, .0018 + i * .0003, 3, ls % 43 + i);
            Brush.grad(g, rg, 0, y - 50, lt(c, .3), 0, y + 110, dk(c, .16));
            if (i % 2 == 1)
                for (int k = 0; k < 26; k++) {
                    double x0 = VW * (k - 3) / 20.0, yy = ridgeY(x0, y, 40 + i * 8, .0018 + i * .0003, 3, ls % 43 + i);
                    Brush.fill(
                            g,
                            Brush.poly(
                                    x0,
                                    yy + 2,
                                    x0 + 4,
                                    yy + 2,
                                    x0 + (x0 - VW * .5) * .3 + 14,
                                    yy + 120,
                                    x0 + (x0 - VW * .5) * .3,
                                    yy + 120),
                            dk(c, .25),
                            .35);
                }
            for (int k = 0; k < 9; k++) {
                double x = q.d(0, VW), yy = ridgeY(x, y, 40 + i * 8, .0018 + i * .0003, 3, ls % 43 + i) + 4;
                tree(
                        g,
                        x,
                        yy,
                        24 + i * 16 + q.d(0, 18),
                        snow() ? "bare" : q.p(.3) ? "cypress" : "round",
                        d * .9,
                        ls + i * 9 + k);
            }
            if (i == 2) house(g, VW * (.5 - P.side * .2), 704, 74, 44, .24, ls, true);
        }
        Graphics2D n = P.gnd.g;
        int gd = grass(.01);
        Brush.grad(n, ridge(812, 44, .0016, 3, ls % 29), 0, 770, lt(gd, .3), 0, 1000, dk(gd, .4));
        if (sc.text.toLowerCase().matches("(?s).*\\b(road|path|lane|track)\\b.*") || q.p(.4)) {
            double x = P.fx;
            Brush.grad(
                    n,
                    Brush.smooth(
                            true, x + 60, 800, x + 84, 800, x + 40, 850, x + 60, 910, x + 240, 1060, x - 300, 1060,
                            x - 110, 910, x - 10, 850),
                    0,
                    800,
                    L(snow() ? 0xF6F4F0 : 0xDDBE8C, .1),
                    0,
                    1000,
                    L(snow() ? 0xC9D2DF : 0xA98A62, 0));
        }
        dabs(n, 0, 830, VW, 1000, 200, 46, lt(gd, .4), dk(gd, .35), .45, q);
        blades(n, -20, VW + 20, 870, 34, 200, lt(gd, .12), dk(gd, .3), q);
        if (!snow()) flowers(n, 0, VW, 850, 985, 120, q);
        double tx = P.side > 0 ? VW * .17 : VW * .83;
        if (!sc.has("tree")) tree(n, tx, 872, 430, snow() ? "bare" : "round", .03, ls + 3);
        P.gy = 908;
    }

    void garden() {
        P.hy = 600;
        sky(620);
        Rnd q = new Rnd(ls + 5L);
        int fg0 = grass(.62);
        Brush.grad(P.far.g, ridge(622, 26, .002, 3, ls % 33), 0, 590, Col.mix(fg0, p.haze, .4), 0, 720, fg0);
        for (int k = 0; k < 3; k++)
            for (int i = 0; i < 15; i++) {
                double x = VW * (i + q.d(-.5, .5)) / 14;
                tree(
                        k < 2 ? P.far.g : P.mid.g,
                        x,
                        640 + k * 30,
                        q.d(150, 250) + k * 20,
                        snow() ? "bare" : q.p(.18) ? "cypress" : "round",
                        .72 - k * .22,
                        ls + i + k * 40);
            }
        Graphics2D g = P.mid.g;
        int gm = grass(.2);
        Brush.grad(g, ridge(690, 16, .003, 3, ls % 31), 0, 670, lt(gm, .3), 0, 860, gm);
        int hd = L(0x5C8A55, .16);
        for (int i = 0; i < 24; i++)
            Brush.fill(g, Brush.blob(i * VW / 22, 730, 80, 40, .3, ls + i), i % 2 == 0 ? hd : lt(hd, .12));
        Graphics2D n = P.gnd.g;
        int gd = grass(.01);
        Brush.grad(n, ridge(772, 12, .002, 2, ls % 29), 0, 750, lt(gd, .35), 0, 1000, dk(gd, .35));
        double x = VW * .5;
        Brush.grad(
                n,
                Brush.smooth(
                        true,
                        x + 60 * P.side,
                        770,
                        x + 110 * P.side,
                        770,
                        x + 60,
                        830,
                        x + 190,
                        900,
                        x + 460,
                        1060,
                        x - 330,
                        1060,
                        x - 60,
                        900,
                        x - 10,
                        830),
                0,
                770,
                L(snow() ? 0xF4F4F2 : 0xE3CDA4, .1),
                0,
                1000,
                L(0xBBA07C, 0));
        dabs(n, 0, 790, VW, 1000, 170, 46, lt(gd, .4), dk(gd, .3), .45, q);
        if (!snow()) {
            flowers(n, 0, VW * .3, 800, 980, 90, q);
            flowers(n, VW * .72, VW, 800, 980, 90, q);
        }
        double tx = P.side > 0 ? VW * .12 : VW * .88;
        tree(n, tx, 850, 620, snow() ? "bare" : "round", .02, ls + 3);
        Things.streetlamp(P, n, VW - tx * .9 - 60, 850, 330, .03);
        if (!sc.has("bench")) Things.bench(P, n, VW * .5 - P.side * 330, 850, 110);
        P.gy = 895;
    }

    void village() {
        P.hy = 600;
        sky(610);
        Rnd q = new Rnd(ls + 5L);
        ridges(P.far.g, 570, 190, 3, .9, .62, 0x7C96A0, .0016, 4);
        Graphics2D g = P.mid.g;
        for (int k = 0; k < 3; k++) {
            double y = 640 + k * 46, d = .42 - k * .14;
            int c = grass(d);
            int sd = ls % 43 + k;
            Brush.grad(g, ridge(y, 54, .0016, 3, sd), 0, y - 60, lt(c, .25), 0, y + 90, c);
            for (int i = 0; i < 7 - k; i++) {
                double x = VW * (i + q.d(.1, .7)) / (7 - k), w = 70 + k * 36 + q.d(0, 26);
                double yy = ridgeY(x + w / 2, y, 54, .0016, 3, sd) + 14;
                if (k == 2 && Math.abs(x - P.fx) < 150) continue;
                tree(g, x - 20, yy - 4, w * q.d(1, 1.5), snow() ? "bare" : "round", d, ls + i + k);
                house(g, x, yy, w, w * q.d(.55, .9), d, ls + i * 3 + k * 31, true);
            }
            if (k == 0) {
                double x = VW * (.5 - P.side * .1), yy = ridgeY(x, y, 54, .0016, 3, sd);
                int w = L(0xEFE4D0, d);
                Brush.fill(g, Brush.rect(x, yy - 130, 44, 140), w);
                Brush.fill(g, Brush.rect(x + 26, yy - 130, 18, 140), dk(w, .25));
                Brush.fill(g, Brush.poly(x - 6, yy - 130, x + 22, yy - 215, x + 50, yy - 130), L(0x6B5A66, d));
                Brush.fill(g, Brush.el(x + 20, yy - 104, 9, 9), dk(w, .5));
            }
        }
        Graphics2D n = P.gnd.g;
        int gd = grass(.01);
        Brush.grad(n, ridge(800, 26, .002, 3, ls % 29), 0, 780, lt(gd, .3), 0, 1000, dk(gd, .35));
        double x = P.fx;
        Path2D road = Brush.smooth(
                true, x - 20, 780, x + 50, 780, x + 90, 850, x + 40, 900, x + 330, 1060, x - 420, 1060, x - 190, 900,
                x - 60, 850);
        Brush.grad(n, road, 0, 780, L(snow() ? 0xF7F5F1 : 0xE0C79B, .08), 0, 1000, L(snow() ? 0xC5CFDF : 0xAE8F6A, 0));
        dabs(n, 0, 820, VW, 1000, 150, 46, lt(gd, .4), dk(gd, .3), .4, q);
        double s = P.side;
        house(n, s > 0 ? -60 : VW - 300, 900, 360, 300, .02, ls + 5, true);
        for (int i = 0; i < 9; i++) {
            double fx = s > 0 ? VW - 40 - i * 52 : 40 + i * 52;
            Brush.fill(n, Brush.rr(fx, 838, 12, 74, 4), lt(L(0xB79C7C, 0), .2));
        }
        for (int i = 0; i < 2; i++)
            Brush.fill(n, Brush.rect(s > 0 ? VW - 480 : 30, 856 + i * 26, 460, 9), L(0xA88C6C, 0));
        if (!snow()) flowers(n, 0, VW, 880, 985, 50, q);
        P.gy = 912;
    }

    void street() {
        double hy = P.hy = 610, vx = VW * .5 - P.side * 60;
        sky(640);
        Rnd q = new Rnd(ls + 5L);
        boolean on = p.night || sc.time.equals("dusk") || sc.weather.matches("rain|storm");
        Graphics2D f = P.far.g;
        for (int k = 0; k < 3; k++)
            for (int i = 0; i < 16; i++) {
                double x = VW * i / 15 + q.d(-50, 20),
                        w = q.d(60, 130),
                        h = q.d(120, 330) * (1 - k * .22),
                        d = .92 - k * .16;
                int c = L(0x8790A8, d);
                Brush.grad(f, Brush.rect(x, hy - h, w, h + 40), 0, hy - h, c, 0, hy, Col.mix(c, p.haze, .6));
                if (q.p(.3)) Brush.fill(f, Brush.rect(x + w * .45, hy - h - 40, 4, 40), c);
                if (on)
                    for (int j = 0; j < 14; j++)
                        if (q.p(.5))
                            Brush.fill(
                                    f,
                                    Brush.rect(x + q.d(.1, .85) * w, hy - h * q.d(.1, .95), 5, 7),
                                    0xFFD37F,
                                    .6 - k * .05);
            }
        Graphics2D g = P.mid.g, n = P.gnd.g;
        double hw = 430, cam = 255;
        int[] walls = {0xC98B6B, 0xB4685A, 0xD9B48A, 0x8F9FA8, 0xE2CDB0, 0xA87B8C, 0x7F8F88};
        int road = L(snow() ? 0xD5DCE6 : 0x6E6B78, .05), walk = L(snow() ? 0xEEF1F6 : 0xB3A79F, .04);
        Brush.fill(P.mid.g, Brush.rect(-900, hy, VW + 1800, 1200), dk(road, .2));
        Brush.grad(
                n,
                Brush.poly(vx - 20, hy + 8, vx + 20, hy + 8, vx + hw * 3, hy + cam * 3, vx - hw * 3, hy + cam * 3),
                0,
                hy,
                Col.mix(road, p.haze, .55),
                0,
                960,
                dk(road, .12));
        for (int s = -1; s < 2; s += 2)
            Brush.grad(
                    n,
                    Brush.poly(
                            vx + s * 10,
                            hy + 5,
                            vx + s * hw * .72 * 1.9,
                            hy + cam * 1.9,
                            vx + s * hw * 1.9,
                            hy + cam * 1.9,
                            vx + s * 14,
                            hy + 5),
                    0,
                    hy,
                    Col.mix(walk, p.haze, .6),
                    0,
                    980,
                    walk);
        for (int s = -1; s < 2; s += 2)
            Brush.fill(
                    n,
                    Brush.poly(
                            vx + s * 10,
                            hy,
                            vx + s * hw * .72 * 1.9,
                            hy + cam * 1.9,
                            vx + s * (hw * .72 * 1.9 + 26),
                            hy + cam * 1.9),
                    dk(walk, .35));
        double[] zs = {9, 6.4, 4.7, 3.5, 2.6, 1.9, 1.35, .92, .6, .38};
        for (int b = 0; b < zs.length - 1; b++)
            for (int s = -1; s < 2; s += 2) {
                double z0 = zs[b], z1 = zs[b + 1], d = Math.min(.8, z1 / 9 + .02), hgt = q.d(620, 1050);
                int wall = L(walls[q.i(7)], d);
                double xa = vx + s * hw / z0, xb = vx + s * hw / z1;
                boolean sun = (P.lx - vx) * s < 0;
                wall = sun ? lt(wall, .16) : dk(wall, .26);
                double ya = hy + cam / z0, yb = hy + cam / z1, ta = hy - hgt / z0, tb = hy - hgt / z1;
                Brush.grad(
                        g,
                        Brush.poly(xa, ya, xb, yb, xb, tb, xa, ta),
                        0,
                        tb,
                        Col.mix(wall, p.light, .06),
                        0,
                        yb,
                        dk(wall, .2));
                double back = vx + s * (hw + 420) / z0;
                Brush.fill(g, Brush.poly(xa, ta, xa, ya, back, ya, back, ta), Col.mix(dk(wall, .1), p.haze, .25));
                Brush.fill(g, Brush.poly(xa, ta, xb, tb, xb, tb + 26 / z1, xa, ta + 26 / z0), dk(wall, .3));
                if (snow())
                    Brush.fill(
                            g,
                            Brush.poly(xa, ta - 8 / z0, xb, tb - 8 / z1, xb, tb + 8 / z1, xa, ta + 8 / z0),
                            L(0xF2F6FB, d));
                int cols = Math.max(2, (int) ((z0 - z1) * 2.2 + 2)), rows = (int) (hgt / 120) + 1;
                for (int i = 0; i < cols; i++) {
                    double u0 = (i + .25) / cols,
                            u1 = (i + .75) / cols,
                            wa = 1 / (1 / z0 + (1 / z1 - 1 / z0) * u0),
                            wb = 1 / (1 / z0 + (1 / z1 - 1 / z0) * u1);
                    double X0 = vx + s * hw / wa, X1 = vx + s * hw / wb;
                    for (int j = 1; j < rows; j++) {
                        double h0 = -cam + 40 + j * 150, h1 = h0 + 92;
                        if (h1 > hgt - 30) continue;
                        boolean lit = on && q.p(.45);
                        int wc = lit
                                ? Col.mix(q.p(.7) ? 0xFFCB73 : 0xFFE7B4, p.haze, d * .4)
                                : Col.mix(dk(L(0x8FA9B8, d), .3), p.sky[2], .2);
                        Path2D w = Brush.poly(X0, hy - h0 / wa, X1, hy - h0 / wb, X1, hy - h1 / wb, X0, hy - h1 / wa);
                        if (z1 < 3.6)
                            Brush.fill(
                                    g,
                                    Brush.poly(
                                            X0,
                                            hy - (h0 - 10) / wa,
                                            X1,
                                            hy - (h0 - 10) / wb,
                                            X1,
                                            hy - (h0 - 0) / wb,
                                            X0,
                                            hy - h0 / wa),
                                    lt(wall, .4));
                        Brush.fill(g, w, wc);
                    }
                    double s0 = -cam, s1 = -cam + 150;
                    boolean lit = on && q.p(.8);
                    if (i % 2 == 0) {
                        Brush.fill(
                                g,
                                Brush.poly(
                                        X0,
                                        hy - (s0 + 6) / wa,
                                        X1,
                                        hy - (s0 + 6) / wb,
                                        X1,
                                        hy - s1 / wb,
                                        X0,
                                        hy - s1 / wa),
                                lit ? Col.mix(0xFFD58A, p.haze, d * .4) : dk(L(0x57707E, d), .2));
                        int aw = L(new int[] {0xC9503F, 0x3F7C7A, 0xE0A43C, 0x5B6FA8}[q.i(4)], d);
                        double o = s * -46;
                        Brush.fill(
                                g,
                                Brush.poly(
                                        X0,
                                        hy - (s1 + 26) / wa,
                                        X1,
                                        hy - (s1 + 26) / wb,
                                        X1 + o / wb,
                                        hy - (s1 - 18) / wb,
                                        X0 + o / wa,
                                        hy - (s1 - 18) / wa),
                                aw);
                        if (lit) Brush.glow(g, (X0 + X1) / 2, hy - s0 * .5 / wb, 170 / wb, 0xFFBE6A, .3);
                    }
                }
            }
        boolean wet = sc.weather.matches("rain|storm") || sc.text.toLowerCase().contains("puddle");
        if (wet) P.mirror(P.gnd, hy + 24, .46, .9, P.far, P.mid);
        else
            for (int i = 0; i < 7; i++) {
                double z = .75 + i * .55;
                Brush.fill(
                        n,
                        Brush.poly(
                                vx - 9 / z,
                                hy + cam / z,
                                vx + 9 / z,
                                hy + cam / z,
                                vx + 7 / (z + .26),
                                hy + cam / (z + .26),
                                vx - 7 / (z + .26),
                                hy + cam / (z + .26)),
                        lt(road, .4),
                        .8);
            }
        dabs(n, 0, 800, VW, 1000, 90, 60, lt(road, .3), dk(road, .3), .3, q);
        for (int s = -1; s < 2; s += 2)
            for (double z : new double[] {4, 2.2, 1.25})
                Things.streetlamp(P, n, vx + s * hw * .8 / z, hy + cam / z, 430 / z, Math.min(.6, z / 8));
        if (on && wet)
            for (int i = 0; i < 20; i++)
                Brush.glow(n, vx + (i % 2 * 2 - 1) * hw * .8 / 1.25 + q.g() * 20, hy + 210 + i * 9, 60, 0xFFC873, .12);
        P.gy = 912;
    }

    void space() {
        Rnd q = new Rnd(ls + 5L);
        Graphics2D g = P.sky.g;
        p.night = true;
        int a = 0x0B0F2B, b = 0x2A2158, c = 0x6A3A78;
        Brush.grad(g, Brush.rect(-900, -900, VW + 1800, 2800), 0, 0, a, VW * .4, 1000, b);
        for (int i = 0; i < 70; i++) {
            double t = q.d(), x = VW * t, y = 700 - 560 * t + q.g() * 90;
            Brush.glow(g, x, y, q.d(80, 250), new int[] {c, 0x2F6E95, 0xC56A7C, 0x3E4FA0}[q.i(4)], .09);
        }
        for (int i = 0; i < 700; i++) {
            double s = q.d();
            s = .6 + Math.pow(s, 6) * 3.4;
            Brush.fill(g, Brush.el(q.d(0, VW), q.d(0, 1000), s, s), q.p(.2) ? 0xFFD9B0 : 0xEAF0FF, .3 + .7 * q.d());
        }
        for (int i = 0; i < 7; i++) {
            double x = q.d(0, VW), y = q.d(0, 560);
            Brush.glow(g, x, y, 26, 0xFFFFFF, .5);
            Brush.fill(g, Brush.lens(x, y, 22, 1.2), 0xFFFFFF, .7);
            Brush.fill(g, Brush.el(x, y, 1.2, 20), 0xFFFFFF, .7);
        }
        p.light = 0xFFE3B8;
        p.amb = 0xB9B6D6;
        p.figAmb = 0xE4E0F0;
        p.haze = 0x5A4A8C;
        p.shade = 0x120E30;
        double px = VW * (.5 - P.side * .24), py = 300, R = 190;
        int c1 = new int[] {0xE08A5A, 0x5FA3A8, 0xD9A85B}[q.i(3)], c2 = Col.hue(Col.mix(c1, 0xFFFFFF, .25), 14);
        Graphics2D f = P.far.g;
        Brush.glow(f, px, py, R * 1.7, c1, .35);
        Shape disc = Brush.el(px, py, R, R);
        Brush.fill(f, disc, c1);
        Area da = new Area(disc);
        for (int i = 0; i < 9; i++) {
            double yy = py - R + R * 2 * (i + .3) / 9;
            Area s = new Area(AffineTransform.getRotateInstance(-.3, px, py)
                    .createTransformedShape(Brush.blob(px, yy, R * 1.3, R * q.d(.03, .1), .3, i)));
            s.intersect(da);
            Brush.fill(f, s, i % 2 == 0 ? c2 : Col.mix(c1, 0x5A2F4A, .3), .7);
        }
        Area sh = new Area(disc);
        sh.subtract(new Area(Brush.el(px - P.side * R * .35, py - R * .25, R * 1.05, R * 1.05)));
        Brush.fill(f, sh, 0x160F33, .72);
        AffineTransform o = f.getTransform();
        f.rotate(-.3, px, py);
        f.setStroke(new BasicStroke(11f));
        f.setColor(Col.of(0xF1D9B4, .75));
        f.draw(new Arc2D.Double(px - R * 1.75, py - R * .34, R * 3.5, R * .68, 168, 204, Arc2D.OPEN));
        f.setStroke(new BasicStroke(4f));
        f.setColor(Col.of(0xD8A98C, .7));
        f.draw(new Arc2D.Double(px - R * 1.95, py - R * .4, R * 3.9, R * .8, 166, 208, Arc2D.OPEN));
        f.setTransform(o);
        double mx = VW * (.5 + P.side * .34);
        Brush.fill(f, Brush.el(mx, 150, 40, 40), 0xC9BFCF);
        Area ms = new Area(Brush.el(mx, 150, 40, 40));
        ms.subtract(new Area(Brush.el(mx - P.side * 15, 140, 42, 42)));
        Brush.fill(f, ms, 0x2A2350, .7);
        P.lx = px;
        int gd = 0x8C82A6;
        for (int k = 0; k < 3; k++) {
            Graphics2D m = k < 2 ? P.mid.g : P.gnd.g;
            double y = 700 + k * 66;
            int cc = Col.mix(Col.mul(gd, p.amb), p.haze, .6 - k * .27);
            Brush.grad(
                    m,
                    ridge(y, 80 - k * 24, .002 + k * .0006, k == 0 ? 5 : 3, ls % 23 + k),
                    0,
                    y - 60,
                    Col.mix(cc, p.light, .2),
                    0,
                    y + 190,
                    Col.mix(cc, p.shade, .35));
        }
        for (int i = 0; i < 16; i++) {
            double t = q.d(), x = q.d(0, VW), y = 850 + t * 150, w = 24 + t * 70;
            int cc = Col.mul(gd, p.amb);
            Brush.fill(P.gnd.g, Brush.el(x, y, w, w * .24), Col.mix(cc, p.shade, .45));
            Brush.fill(P.gnd.g, Brush.el(x, y + w * .05, w * .9, w * .18), Col.mix(cc, p.light, .16));
        }
        rocks(P.gnd.g, P.side > 0 ? VW * .08 : VW * .92, 900, 130, 5, ls, .05);
        P.gy = 905;
    }

    void underwater() {
        Rnd q = new Rnd(ls + 5L);
        int top = p.night ? 0x2E6C93 : sc.time.equals("dusk") ? 0x6FA3A8 : 0x8FDCDC,
                m = p.night ? 0x123C66 : 0x2F95AE,
                bot = p.night ? 0x081C3C : 0x124A74;
        p.haze = Col.mix(m, top, .25);
        p.key = m;
        p.pull = .24;
        p.light = p.night ? 0xBFE3FF : 0xE6FFF0;
        p.amb = p.night ? 0x6E96C0 : 0xBFE6EA;
        p.figAmb = p.night ? 0x9DBBDD : 0xD8F2F0;
        p.shade = 0x0A2448;
        p.hazeMax = .92;
        Graphics2D g = P.sky.g;
        g.setPaint(new LinearGradientPaint(
                0, 0, 0, 1000, new float[] {0, .4f, 1}, new Color[] {Col.of(top), Col.of(m), Col.of(bot)}));
        g.fill(Brush.rect(-900, -900, VW + 1800, 2800));
        Brush.glow(g, P.lx, -40, 760, p.light, .75);
        for (int i = 0; i < 60; i++)
            Brush.fill(g, Brush.lens(P.lx + q.g() * 420, q.d(0, 70), q.d(40, 170), q.d(2, 7)), 0xFFFFFF, .2);
        ridges(P.far.g, 760, 260, 2, .86, .66, 0x4F7F8A, .0026, 4);
        for (int i = 0; i < 26; i++) {
            double x = P.lx + q.d(-900, 900), y = q.d(140, 560), s = q.d(9, 22);
            Things.fish(P, P.far.g, x, y, s, L(0x5F8FA0, .5), 1);
        }
        Graphics2D md = P.mid.g;
        ridgesUW(md, q);
        for (int i = 0; i < 9; i++) {
            double x0 = P.lx + q.d(-230, 230), w = q.d(26, 70), x1 = x0 + (x0 - P.lx) * 2.4 + (VW / 2 - P.lx) * .7;
            Brush.gradA(
                    P.mid.g,
                    Brush.poly(x0 - w * .4, -60, x0 + w * .4, -60, x1 + w * 2, 960, x1 - w * 2, 960),
                    x0,
                    0,
                    p.light,
                    .3,
                    x1,
                    900,
                    p.light,
                    0);
        }
        Graphics2D n = P.gnd.g;
        int sd = L(0xD9C9A0, .12);
        Brush.grad(n, ridge(856, 40, .003, 3, ls % 19), 0, 820, lt(sd, .2), 0, 1010, dk(sd, .45));
        for (int i = 0; i < 30; i++) {
            Brush.fill(n, Brush.lens(q.d(0, VW), q.d(870, 990), q.d(50, 160), q.d(2, 5)), p.light, .3);
        }
        for (int i = 0; i < 15; i++)
            coral(n, i < 8 ? q.d(0, VW * .26) : q.d(VW * .72, VW), q.d(880, 960), q.d(60, 170), q);
        P.gy = 760;
        for (int i = 0; i < 40; i++) {
            double x = q.d(0, VW), y = q.d(60, 940), s = q.d(2, 9);
            Graphics2D ag = P.air.g;
            ag.setColor(Col.of(0xE9FFFF, .5));
            ag.setStroke(new BasicStroke(1.3f));
            ag.draw(Brush.el(x, y, s, s));
            Brush.fill(ag, Brush.el(x - s * .3, y - s * .3, s * .25, s * .25), 0xFFFFFF, .7);
        }
    }

    void ridgesUW(Graphics2D g, Rnd q) {
        int c = L(0x56757A, .42);
        Brush.grad(g, ridge(820, 150, .0032, 4, ls % 17), 0, 700, lt(c, .12), 0, 900, Col.mix(c, p.shade, .3));
        for (int i = 0; i < 26; i++) {
            double x = q.d(0, VW), h = q.d(140, 460);
            if (Math.abs(x - P.fx) < 200) continue;
            Brush.fill(
                    g,
                    Brush.tube(
                            new double[] {8, 22, 16, 0},
                            x,
                            900,
                            x + q.d(-30, 30),
                            900 - h * .4,
                            x + q.d(-50, 50),
                            900 - h * .7,
                            x + q.d(-60, 60),
                            900 - h),
                    Col.mix(L(0x4F8A5C, .34), p.haze, q.d(0, .3)));
        }
    }

    void coral(Graphics2D g, double x, double y, double h, Rnd q) {
        int c = L(new int[] {0xF0786A, 0xF2A65E, 0xD86FA0, 0xB08AD6, 0xF3D27A, 0x5FC2A6}[q.i(6)], .05);
        switch (q.i(3)) {
            case 0 -> branch(g, q, x, y, -1.57, h * .32, h * .14, 4, c);
            case 1 -> {
                for (int i = 0; i < 9; i++) {
                    double a = -1.57 + (i - 4) * .2, l = h * q.d(.7, 1);
                    Brush.fill(
                            g,
                            Brush.tube(
                                    new double[] {h * .07, h * .12, h * .09},
                                    x,
                                    y,
                                    x + Math.cos(a) * l * .5,
                                    y + Math.sin(a) * l * .6,
                                    x + Math.cos(a) * l * .8,
                                    y + Math.sin(a) * l),
                            i % 2 == 0 ? c : dk(c, .22));
                }
            }
            default -> {
                Brush.form(
                        g,
                        Brush.blob(x, y - h * .25, h * .5, h * .34, .14, ls + (int) x),
                        lt(c, .12),
                        dk(c, .35),
                        0,
                        -h * .1);
                for (int i = 0; i < 22; i++)
                    Brush.fill(
                            g, Brush.el(x + q.d(-.4, .4) * h, y - h * q.d(.05, .5), h * .025, h * .02), lt(c, .5), .8);
            }
        }
    }

    // ---- foreground framing ----------------------------------------------------------------------------------
    void front() {
        Graphics2D g = P.fore.g;
        Rnd q = new Rnd(ls + 909L);
        if (sc.inside || sc.place.matches("sea|space")) return;
        boolean close = sc.shot.equals("close");
        int dark = Col.mix(L(0x35503F, 0), p.shade, .55);
        double s = P.side;
        switch (sc.place) {
            case "underwater" -> {
                int c = Col.mix(L(0x1F5A5A, 0), p.shade, .45);
                for (int i = 0; i < 9; i++) {
                    double x = (s > 0 ? 0 : VW) + s * q.d(-30, 210), h = q.d(260, 620);
                    Brush.fill(
                            g,
                            Brush.tube(
                                    new double[] {20, 44, 30, 0},
                                    x,
                                    1040,
                                    x + q.d(-30, 50),
                                    1000 - h * .35,
                                    x + q.d(-60, 60),
                                    1000 - h * .7,
                                    x + q.d(-80, 80),
                                    1000 - h),
                            i % 2 == 0 ? c : dk(c, .3));
                }
            }
            case "tidepool", "shore", "harbour", "lighthouse", "desert" -> {
                int c = Col.mix(L(0x5B5560, 0), p.shade, .5);
                double x = s > 0 ? VW * .98 : VW * .02;
                if (!sc.place.equals("harbour")) {
                    Brush.grad(g, Brush.blob(x, 1030, 330, 130, .5, ls), 0, 900, lt(c, .14), 0, 1000, c);
                    Brush.grad(g, Brush.blob(VW - x, 1050, 260, 90, .5, ls + 1), 0, 960, lt(c, .1), 0, 1000, c);
                }
                if (!close)
                    blades(
                            g,
                            s > 0 ? VW * .74 : -20,
                            s > 0 ? VW + 20 : VW * .26,
                            1000,
                            150,
                            70,
                            Col.mix(L(0x8A8458, 0), p.shade, .35),
                            c,
                            q);
            }
            case "street" -> {
                int c = Col.mix(L(0x40404E, 0), p.shade, .6);
                if (!close) {
                    double x = s > 0 ? VW - 96 : 96;
                    Brush.fill(g, Brush.rect(x - 13, -20, 26, 1040), c);
                    Brush.fill(g, Brush.rect(x - (P.lx < x ? 13 : -8), -20, 5, 1040), p.light, .5);
                    Brush.fill(g, Brush.rr(x - 30, 900, 60, 120, 10), c);
                    double sx = x - s * 74;
                    Brush.fill(g, Brush.rr(sx - 62, 130, 124, 72, 10), c);
                    Brush.fill(g, Brush.rr(sx - 52, 140, 104, 52, 6), Col.mix(L(0xC9503F, 0), p.shade, .2));
                    for (int i = 0; i < 3; i++)
                        Brush.fill(g, Brush.rr(sx - 36, 150 + i * 12, i == 2 ? 44 : 72, 5, 2), p.light, .7);
                    Brush.fill(g, Brush.rect(Math.min(x, sx), 150, 74, 6), c);
                }
            }
            default -> {
                int lf = P.ink(L(leaf(q), 0));
                boolean bare = snow();
                if (!close) {
                    double cx = s > 0 ? VW : 0;
                    for (int b = 0; b < 4; b++) {
                        double a = (s > 0 ? Math.PI : 0) + s * -q.d(.05, .6) * 1,
                                l = q.d(240, 430),
                                y0 = q.d(-40, 130),
                                x2 = cx + Math.cos(a) * l,
                                y2 = y0 + Math.abs(Math.sin(a)) * l * .7;
                        Brush.fill(
                                g,
                                Brush.tube(
                                        new double[] {16, 9, 3},
                                        cx + (s > 0 ? 20 : -20),
                                        y0 - 20,
                                        (cx + x2) / 2,
                                        (y0 + y2) / 2 - 26,
                                        x2,
                                        y2),
                                Col.mix(L(0x4A3A34, 0), p.shade, .5));
                        for (int i = 0; i < (bare ? 9 : 46); i++) {
                            double t = q.d(.1, 1.05),
                                    bx = cx + (x2 - cx) * t + q.g() * 24,
                                    by = y0 + (y2 - y0) * t - 20 * Math.sin(t * 3) + q.g() * 20;
                            if (bare) {
                                Brush.fill(g, Brush.lens(bx, by - 6, 24, 7), L(0xEFF4FA, 0));
                                continue;
                            }
                            double an = q.d(0, 3.1), sz = q.d(12, 25);
                            AffineTransform o = g.getTransform();
                            g.rotate(an, bx, by);
                            Brush.fill(
                                    g,
                                    Brush.lens(bx, by, sz, sz * .42),
                                    q.p(.6) ? lf : q.p(.5) ? dk(lf, .3) : lt(lf, .22));
                            g.setTransform(o);
                        }
                    }
                }
                int c = bare ? Col.mix(grass(0), p.shade, .2) : P.ink(grass(0));
                Path2D base = Brush.below(
                        -20,
                        VW + 20,
                        8,
                        1100,
                        x -> 985 - 70 * Math.pow(Math.abs(x - VW / 2) / (VW / 2), 3) - 14 * Rnd.fbm(x * .01, 3, 3, ls));
                Brush.fill(g, base, c);
                if (!bare) {
                    blades(g, -20, VW * .3, 985, 170, 120, c, dk(c, .4), q);
                    blades(g, VW * .7, VW + 20, 985, 170, 120, c, lt(c, .18), q);
                    blades(g, 0, VW, 1000, 60, 120, c, dk(c, .3), q);
                    for (int i = 0; i < 6; i++) {
                        double x = i % 2 == 0 ? q.d(0, VW * .2) : q.d(VW * .8, VW), hh = q.d(90, 190);
                        fern(g, x, 1000, hh, c, q);
                    }
                }
            }
        }
    }

    void fern(Graphics2D g, double x, double y, double h, int c, Rnd q) {
        for (int f = 0; f < 5; f++) {
            double a = -1.57 + (f - 2) * .42 + q.d(-.1, .1);
            for (int i = 2; i < 13; i++) {
                double t = i / 13.0,
                        px = x + Math.cos(a) * h * t,
                        py = y + Math.sin(a) * h * t + h * .3 * t * t * Math.abs(Math.cos(a));
                double l = h * .24 * (1 - t * .8);
                for (int s = -1; s < 2; s += 2)
                    Brush.fill(
                            g,
                            Brush.tube(
                                    new double[] {l * .1, l * .34, 0},
                                    px,
                                    py,
                                    px + Math.cos(a + s * 1) * l * .5,
                                    py + Math.sin(a + s * 1) * l * .5,
                                    px + Math.cos(a + s * .9) * l,
                                    py + Math.sin(a + s * .9) * l),
                            f % 2 == 0 ? c : Col.mix(c, p.light, .1));
            }
        }
    }
}
