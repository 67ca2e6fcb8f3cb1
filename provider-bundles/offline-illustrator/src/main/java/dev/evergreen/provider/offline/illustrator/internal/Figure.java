package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;

/** A jointed paper-doll: limbs are tapered strokes, clothes and hair are smooth shapes; the same code serves wide shots and close-ups. */
final class Figure {
    final Cast C;
    final Graphics2D G;
    final Look k;
    final Pal p;
    Graphics2D g;

    Figure(Cast c, Graphics2D g0, Look l) {
        C = c;
        G = g0;
        k = l;
        p = c.p;
    }

    int F(int c) {
        return C.F(c);
    }

    int dk(int c, double t) {
        return Col.mix(c, p.shade, t);
    }

    int lt(int c, double t) {
        return Col.mix(c, p.light, t);
    }

    static double[] pose(String s) {
        return switch (s) { // hip drop, lean, thighA, shinA, thighB, shinB, armA, foreA, armB, foreB, head tilt
            case "walk" -> d(.02, .06, .42, .12, -.3, -.6, -.35, -.05, .38, .7, .03);
            case "walkhold" -> d(.02, .04, .42, .12, -.3, -.6, .3, 1.5, .3, .6, .03);
            case "run" -> d(.05, .26, 1.05, .1, -.45, -1.5, -.7, .5, .75, 1.9, -.1);
            case "kneel" -> d(.48, .42, 1.45, -.06, .12, -1.5, .75, .62, .35, 1.1, .34);
            case "sit" -> d(.46, .03, 1.48, .12, 1.4, -.02, .35, 1.25, .3, 1.1, .08);
            case "sitlow", "readlow" ->
                d(
                        .86,
                        -.06,
                        2.05,
                        .35,
                        1.9,
                        .1,
                        s.startsWith("r") ? .4 : .7,
                        s.startsWith("r") ? 1.75 : 1.3,
                        .4,
                        1.5,
                        .16);
            case "row" -> d(.8, .14, 1.55, .9, 1.4, .8, 1.05, 1.45, .9, 1.35, .02);
            case "upsit" -> d(.8, -.1, 1.55, .9, 1.4, .8, 2.6, 2.8, .4, 1, -.3);
            case "pointsit" -> d(.8, .1, 1.55, .9, 1.4, .8, 1.6, 1.6, .4, 1, 0);
            case "readsit" -> d(.8, .02, 1.55, .9, 1.4, .8, .4, 1.75, .35, 1.6, .25);
            case "up" -> d(0, -.06, .08, .02, -.1, -.06, 2.5, 2.8, -.1, .15, -.34);
            case "upclose" -> d(0, -.03, 0, 0, 0, 0, .1, .2, -.1, .1, -.3);
            case "point" -> d(0, .05, .12, .03, -.14, -.1, 1.45, 1.6, -.1, .3, 0);
            case "doze" -> d(.46, -.04, 1.48, .12, 1.4, -.02, .3, .9, .3, .9, .5);
            case "read" -> d(.46, .03, 1.48, .12, 1.4, -.02, .3, 1.8, .25, 1.65, .28);
            case "hold" -> d(0, .03, .06, .02, -.08, -.04, .3, 1.5, .2, 1.35, .18);
            case "swim" -> d(0, .08, -.12, -.3, .2, -.05, 2.4, 2.2, -.3, -.1, -.25);
            case "lie" -> d(0, 0, .05, .0, -.04, -.02, .2, .6, .1, .3, 0);
            default -> d(0, .02, .07, .03, -.09, -.05, .14, .34, -.12, .12, .04);
        };
    }

    static double[] d(double... v) {
        return v;
    }

    void draw(String pose, double x, double y, double T, int dir, Scene sc, boolean lead) {
        AffineTransform o = G.getTransform();
        g = G;
        g.translate(x, y);
        if (pose.equals("swim")) {
            g.rotate(dir * 1.12);
        }
        if (pose.equals("lie")) {
            g.translate(0, -T * .09);
            g.rotate(-dir * 1.5);
        }
        g.scale(dir * T, T);
        double[] q = pose(pose);
        double leg = k.leg,
                th = leg * .5,
                sh = leg * .5,
                tor = 1 - leg - k.hr * 2.2 - .012,
                b = k.build,
                sw = .112 * b * (k.child ? 1.02 : 1);
        double hx = 0, hy = -leg + q[0] * leg;
        boolean suit = sc.place.equals("space") && !sc.inside,
                coat = k.topKind == 0 || sc.season.equals("winter") || sc.weather.matches("snow");
        boolean skirt = k.skirt && !suit;
        int top = F(suit ? 0xF0EEEA : k.top),
                bot = F(suit ? 0xDCDAE0 : k.bottom),
                skin = F(k.skin),
                shoe = F(suit ? 0x8A8AA0 : k.shoe),
                hair = F(k.hair),
                acc = F(k.accent);
        if (sc.place.equals("underwater")) {
            bot = F(k.top);
        }
        double nx = hx + Math.sin(q[1]) * tor, ny = hy - Math.cos(q[1]) * tor, ha = q[1] * .45 + q[10] * .35;
        double cx = nx + Math.sin(ha) * (k.hr * 1.02 + .012) + q[10] * k.hr * .25,
                cy = ny - Math.cos(ha) * (k.hr * 1.02 + .012);
        double sxx = nx - Math.sin(q[1]) * .035, syy = ny + Math.cos(q[1]) * .035;
        double lw = (k.child ? .085 : .078) * b, aw = (k.child ? .07 : .062) * b * (suit ? 1.25 : 1);
        int trouser =
                skirt && !coat ? (sc.season.equals("winter") ? dk(bot, .2) : Col.mix(skin, F(0x4A4458), .55)) : bot;
        backHair(cx, cy, hair, nx, ny, tor);
        arm(sxx - .018, syy, q[8], q[9], tor, aw, dk(top, .34), dk(skin, .25), -1, pose, acc);
        leg(hx - .022, hy, q[4], q[5], th, sh, lw, dk(trouser, .34), dk(shoe, .3));
        leg(hx + .022, hy, q[2], q[3], th, sh, lw, trouser, shoe);
        // torso and what hangs from it
        double w1 = sw, w2 = sw * (k.old || b > 1.05 ? 1.08 : .86), cl = Math.cos(q[1]), sl = Math.sin(q[1]);
        boolean bent = Math.abs(q[2]) > 1.2;
        double hem = coat ? (bent ? .05 : .17) : skirt ? (bent ? .03 : .2) : .035;
        if (skirt || coat) {
            int sc0 = coat ? top : bot;
            double kx1 = hx + Math.sin(q[2]) * th * (bent ? 1.02 : .9),
                    ky1 = hy + Math.cos(q[2]) * th * .9,
                    kx2 = hx + Math.sin(q[4]) * th * .9,
                    ky2 = hy + Math.cos(q[4]) * th * .9;
            double kf = Math.max(kx1, kx2), kb = Math.min(kx1, kx2);
            Path2D s;
            if (bent)
                s = Brush.smooth(
                        true,
                        hx - w2 * 1.05,
                        hy - .05,
                        hx + w2 * .9,
                        hy - .07,
                        kx1 + .02,
                        ky1 - .055,
                        kx1 + .03,
                        ky1 + .05,
                        hx + .06,
                        hy + Math.min(.09, -hy * .9),
                        hx - w2 * 1.15,
                        hy + Math.min(.07, -hy * .9));
            else {
                double hl = hem + (coat ? 0 : .04);
                s = Brush.smooth(
                        true,
                        hx - w2,
                        hy - .06,
                        hx + w2,
                        hy - .06,
                        Math.max(hx + w2 * 1.35, kf + .05),
                        hy + hl * .9,
                        hx,
                        hy + hl * 1.08,
                        Math.min(hx - w2 * 1.45, kb - .05),
                        hy + hl * .9);
            }
            Brush.grad(g, s, .12, hy, sc0, -.12, hy, dk(sc0, .32));
        }
        Path2D t = Brush.smooth(
                true,
                nx - sl * .0 - w1 * .42,
                ny - .002,
                nx + w1 * .42,
                ny - .002,
                nx + w1 * .9,
                ny + .03,
                nx + w1 * 1.0,
                ny + .08,
                hx + (nx - hx) * .45 + w2 * (k.fem && !k.child ? .9 : 1.02),
                hy + (ny - hy) * .45,
                hx + w2 * 1.0,
                hy + .03,
                hx + w2 * .5,
                hy + .042,
                hx,
                hy + .045,
                hx - w2 * .5,
                hy + .042,
                hx - w2 * 1.04,
                hy + .03,
                hx + (nx - hx) * .45 - w2 * 1.0,
                hy + (ny - hy) * .45,
                nx - w1 * 1.02,
                ny + .085,
                nx - w1 * .92,
                ny + .034);
        Brush.grad(g, t, .13, ny, lt(top, .06), -.12, hy, dk(top, .34));
        if (k.stripes && !suit && !coat) {
            Area ta = new Area(t);
            for (int i = 1; i < 6; i++) {
                double f = i / 6.0, mx = hx + (nx - hx) * f, my = hy + (ny - hy) * f;
                Area s = new Area(AffineTransform.getRotateInstance(q[1], mx, my)
                        .createTransformedShape(Brush.rect(mx - .2, my - .012, .4, .02)));
                s.intersect(ta);
                Brush.fill(g, s, Col.mix(top, F(0xFBF3E4), .75), .8);
            }
        }
        if (T > 260 && !suit && !k.stripes) {
            int pc = Col.mix(top, F(0xFFF6E4), Col.lum(top) > 150 ? 0 : .5);
            if (Col.lum(top) > 150) pc = dk(top, .4);
            for (int i = -7; i < 8; i++)
                for (int j = 0; j < 16; j++) {
                    double ax = nx + i * .026 + (j % 2) * .013 + (hx - nx) * j / 15.0, ay = ny + .04 + j * .026;
                    if (!t.contains(ax - .008, ay) || !t.contains(ax + .008, ay) || !t.contains(ax, ay + .01)) continue;
                    if (k.topKind == 1) Brush.fill(g, Brush.el(ax, ay, .0045, .0045), pc, .75);
                    else if (k.topKind == 2) {
                        Brush.fill(g, Brush.el(ax - .004, ay, .002, .007, -.5), pc, .45);
                        Brush.fill(g, Brush.el(ax + .004, ay, .002, .007, .5), pc, .45);
                    } else if (k.topKind == 3 && j % 2 == 0)
                        Brush.fill(g, Brush.rect(ax - .006, ay, .012, .003), pc, .4);
                }
        }
        if (coat && !suit) {
            g.setStroke(new BasicStroke(.005f));
            g.setColor(Col.of(dk(top, .5), .7));
            g.draw(Brush.smooth(false, nx + w1 * .45, ny + .03, hx + w2 * .6, hy - .1, hx + w2 * .55, hy + hem * .9));
            for (int i = 0; i < 3; i++) {
                double f = .75 - i * .25;
                Brush.fill(g, Brush.el(hx + (nx - hx) * f + w2 * .38, hy + (ny - hy) * f, .007, .007), acc);
            }
        }
        if (suit) {
            Brush.fill(g, Brush.rr(hx + (nx - hx) * .6 - .02, hy + (ny - hy) * .6, .09, .05, .01), F(k.top));
        }
        Brush.fill(
                g,
                Brush.tube(new double[] {k.hr * .62, k.hr * .56}, nx, ny + .02, cx - k.hr * .1, cy + k.hr * .5),
                dk(skin, .2));
        if (k.scarf && !suit || sc.season.equals("winter") && !sc.inside && !suit) {
            Brush.fill(
                    g,
                    Brush.smooth(
                            true,
                            nx - w1 * .62,
                            ny - .012,
                            nx,
                            ny - .03,
                            nx + w1 * .68,
                            ny - .01,
                            nx + w1 * .66,
                            ny + .03,
                            nx,
                            ny + .045,
                            nx - w1 * .62,
                            ny + .03),
                    acc);
            Brush.fill(
                    g,
                    Brush.tube(
                            new double[] {.04, .05},
                            nx - w1 * .35,
                            ny + .02,
                            nx - w1 * .75,
                            ny + .09,
                            nx - w1 * 1.1,
                            ny + .16),
                    dk(acc, .14));
        } else if (!suit) {
            Brush.fill(
                    g,
                    Brush.smooth(
                            true,
                            nx - w1 * .45,
                            ny - .006,
                            nx + w1 * .5,
                            ny - .006,
                            nx + w1 * .42,
                            ny + .022,
                            nx,
                            ny + .034,
                            nx - w1 * .4,
                            ny + .022),
                    lt(dk(top, .1), .2));
        }
        head(cx, cy, q[10] * .55 + q[1] * .25, skin, hair, acc, top, sc, suit, T);
        arm(sxx + .006, syy, q[6], q[7], tor, aw, lt(top, .05), skin, 1, pose, acc);
        if (lead) held(sxx, syy, q, tor, sc, pose);
        g.setTransform(o);
    }

    double hxA, hyA;
    boolean asleep;

    void arm(
            double x,
            double y,
            double a,
            double f,
            double tor,
            double w,
            int c,
            int skin,
            int near,
            String pose,
            int acc) {
        double l1 = tor * .46,
                l2 = tor * .46,
                ex = x + Math.sin(a) * l1,
                ey = y + Math.cos(a) * l1,
                wx = ex + Math.sin(f) * l2,
                wy = ey + Math.cos(f) * l2;
        hxA = wx + Math.sin(f) * .02;
        hyA = wy + Math.cos(f) * .02;
        Brush.fill(g, Brush.el(hxA + Math.sin(f) * w * .12, hyA + Math.cos(f) * w * .12, w * .36, w * .5, -f), skin);
        Brush.fill(
                g,
                Brush.tube(
                        new double[] {w * .26, w * .2},
                        hxA - Math.sin(f) * w * .2 + w * .1,
                        hyA - Math.cos(f) * w * .2,
                        hxA + Math.sin(f + .9) * w * .5,
                        hyA + Math.cos(f + .9) * w * .5),
                skin);
        if (near > 0)
            Brush.fill(
                    g,
                    Brush.tube(
                            new double[] {w * 1.12, w, w * .84},
                            x - .007,
                            y + .003,
                            ex - .007,
                            ey + .003,
                            wx - .006,
                            wy + .003),
                    dk(c, .3),
                    .8);
        Brush.fill(g, Brush.tube(new double[] {w * 1.06, w * .95, w * .78}, x, y, ex, ey, wx, wy), c);
    }

    void leg(double x, double y, double a, double s, double th, double sh, double w, int c, int shoe) {
        double kx = x + Math.sin(a) * th,
                ky = y + Math.cos(a) * th,
                ax = kx + Math.sin(s) * (sh - .02),
                ay = ky + Math.cos(s) * (sh - .02);
        boolean flat = Math.abs(s) < 1;
        AffineTransform o = g.getTransform();
        g.translate(ax, ay);
        g.rotate(flat ? -s * .35 : -s * .9);
        Brush.fill(g, Brush.smooth(true, -.032, -.035, .02, -.035, .05, -.012, .075, .008, .07, .02, -.034, .02), shoe);
        g.setTransform(o);
        Brush.fill(g, Brush.tube(new double[] {w * 1.2, w, w * .72}, x, y, kx, ky, ax, ay), c);
    }

    void held(double sx, double sy, double[] q, double tor, Scene sc, String pose) {
        double[] a = {q[6], q[7]};
        double ex = sx + Math.sin(a[0]) * tor * .46,
                ey = sy + Math.cos(a[0]) * tor * .46,
                x = ex + Math.sin(a[1]) * (tor * .46 + .02),
                y = ey + Math.cos(a[1]) * (tor * .46 + .02);
        double cm = .01 * (1 / 1.7) * 100;
        if (pose.startsWith("read") || sc.has("book") && pose.matches("hold|stand|sit.*")) {
            int c = F(0xB7472A);
            AffineTransform o = g.getTransform();
            g.translate(x + .02, y - .02);
            g.rotate(-.35);
            Brush.fill(g, Brush.poly(-.075, -.05, .0, -.035, .0, .05, -.075, .035), c);
            Brush.fill(g, Brush.poly(0, -.035, .075, -.055, .075, .03, 0, .05), dk(c, .25));
            Brush.fill(g, Brush.poly(-.07, -.056, .0, -.04, .0, -.03, -.07, -.045), F(0xFFF6E4));
            Brush.fill(g, Brush.poly(0, -.04, .07, -.06, .07, -.048, 0, -.03), F(0xFFF6E4));
            g.setTransform(o);
            return;
        }
        if (sc.has("lantern")) {
            Brush.glow(g, x, y + .09, 1.1, 0xFFB24E, .42);
            Brush.glow(g, x, y + .09, .42, 0xFFC566, .8);
            Brush.fill(g, Brush.rr(x - .028, y + .04, .056, .085, .01), F(0x4A3A34));
            Brush.fill(g, Brush.rr(x - .02, y + .05, .04, .065, .008), 0xFFE39A);
            g.setStroke(new BasicStroke(.006f));
            g.setColor(Col.of(F(0x4A3A34)));
            g.draw(new Arc2D.Double(x - .022, y + .005, .044, .07, 0, 180, Arc2D.OPEN));
            return;
        }
        if (sc.has("umbrella")) {
            double top = -1.22;
            g.setStroke(new BasicStroke(.011f));
            g.setColor(Col.of(F(0x4A3430)));
            g.draw(new Line2D.Double(x, y + .03, x - .02, top + .04));
            int c = F(0xC8483B);
            double ux = x - .02, w = .36;
            Path2D u = new Path2D.Double();
            u.moveTo(ux - w, top + .2);
            u.curveTo(ux - w * .9, top - .06, ux + w * .9, top - .06, ux + w, top + .2);
            for (int i = 0; i < 4; i++) {
                double xr = ux + w - w * 2 * (i + 1) / 4;
                u.quadTo(xr + w * .25, top + .13, xr, top + .2);
            }
            u.closePath();
            Brush.grad(g, u, ux + w, top, lt(c, .12), ux - w, top + .2, dk(c, .36));
            Brush.fill(
                    g,
                    Brush.smooth(true, ux - .02, top + .012, ux + .1, top + .16, ux - .08, top + .16),
                    lt(c, .18),
                    .7);
            return;
        }
        if (sc.has("cup") && pose.matches("hold|sit|stand")) {
            Brush.fill(g, Brush.rr(x - .02, y - .045, .05, .055, .01), F(0xF6F0E0));
            return;
        }
        if (sc.has("letter")) {
            Brush.fill(
                    g, Brush.poly(x - .01, y - .06, x + .075, y - .075, x + .085, y - .005, x, y + .01), F(0xFBF3DF));
            return;
        }
        if (pose.equals("row")) {
            g.setStroke(new BasicStroke(.018f));
            g.setColor(Col.of(F(0x8C6240)));
            g.draw(new Line2D.Double(x - .04, y - .03, x + .34, y + .26));
            Brush.fill(g, Brush.el(x + .38, y + .29, .07, .024, .65), F(0xA87648));
        }
    }

    void backHair(double cx, double cy, int hair, double nx, double ny, double tor) {
        double r = k.hr;
        int d = dk(hair, .28);
        switch (k.style) {
            case 3 ->
                Brush.fill(
                        g,
                        Brush.smooth(
                                true,
                                cx - r * .2,
                                cy - r * 1.1,
                                cx + r * .5,
                                cy - r * .6,
                                cx + r * .25,
                                cy + r * .95,
                                cx - r * .3,
                                cy + r * 1.15,
                                cx - r * 1.15,
                                cy + r * 1.0,
                                cx - r * 1.25,
                                cy - r * .1),
                        d);
            case 4 ->
                Brush.fill(
                        g,
                        Brush.smooth(
                                true,
                                cx - r * .2,
                                cy - r,
                                cx + r * .4,
                                cy,
                                cx + r * .2,
                                cy + r * 1.8,
                                cx - r * .5,
                                cy + r * 2.7,
                                cx - r * 1.35,
                                cy + r * 2.5,
                                cx - r * 1.3,
                                cy + r * .6,
                                cx - r * 1.15,
                                cy - r * .3),
                        d);
            case 5 -> {
                Brush.fill(g, Brush.el(cx - r * .62, cy - r * 1.12, r * .46, r * .44), d);
            }
            case 6 ->
                Brush.fill(
                        g,
                        Brush.tube(
                                new double[] {r * .5, r * .62, r * .5, r * .05},
                                cx - r * .8,
                                cy - r * .35,
                                cx - r * 1.5,
                                cy + r * .1,
                                cx - r * 1.5,
                                cy + r * 1.2,
                                cx - r * 1.25,
                                cy + r * 2),
                        d);
            case 7, 2 -> {
                for (int i = 0; i < 12; i++) {
                    double a = 1.1 + i * .37, q = k.style == 2 ? .86 : 1.02;
                    Brush.fill(
                            g,
                            Brush.el(
                                    cx - r * .12 + Math.cos(a) * r * q,
                                    cy - r * .1 + Math.sin(a) * r * q,
                                    r * .42,
                                    r * .42),
                            d);
                }
            }
            default -> {}
        }
    }

    void head(
            double cx, double cy, double tilt, int skin, int hair, int acc, int top, Scene sc, boolean suit, double T) {
        AffineTransform o = g.getTransform();
        g.translate(cx, cy);
        g.rotate(tilt);
        double r = k.hr;
        g.scale(r, r);
        double px = r * T;
        Path2D face = Brush.smooth(
                true, -.86, -.55, -.1, -1.06, .68, -.76, .95, -.12, .9, .38, .52, .92, .08, 1.04, -.5, .78, -.92, .2);
        if (px > 60 || !suit) Brush.grad(g, face, .9, -.3, lt(skin, .1), -.9, .5, dk(skin, .26));
        Brush.fill(g, Brush.smooth(true, .9, .0, 1.04, .2, .92, .3, .82, .2), skin); // nose
        int line = Col.mix(F(0x3A2630), p.shade, .3), blush = Col.mix(skin, F(0xE0604C), .5);
        for (double bx : new double[] {.06, .76}) {
            double br = bx < .5 ? .2 : .13;
            g.setPaint(new RadialGradientPaint(
                    (float) bx, .4f, (float) br, new float[] {0, 1}, new Color[] {Col.of(blush, .75), Col.of(blush, 0)
                    }));
            g.fill(Brush.el(bx, .4, br, br));
        }
        if (asleep) {
            g.setStroke(new BasicStroke(.05f, 1, 1));
            g.setColor(Col.of(line));
            g.draw(new QuadCurve2D.Double(.16, .1, .27, .2, .38, .1));
            g.draw(new QuadCurve2D.Double(.66, .1, .76, .19, .85, .1));
        } else {
            Brush.fill(g, Brush.el(.26, .08, .085, .125), line);
            Brush.fill(g, Brush.el(.74, .08, .072, .12), line);
        }
        if (px > 40 && !asleep) {
            Brush.fill(g, Brush.el(.285, .035, .028, .034), 0xFFFFFF, .9);
            Brush.fill(g, Brush.el(.76, .035, .025, .03), 0xFFFFFF, .9);
        }
        g.setStroke(new BasicStroke(.055f, 1, 1));
        g.setColor(Col.of(dk(hair, k.old ? .3 : .2)));
        double bu = sc.mood.equals("sad") ? .07 : sc.mood.equals("tense") ? -.06 : 0;
        g.draw(new QuadCurve2D.Double(.1, -.2 + bu, .27, -.31, .42, -.22 - bu));
        g.draw(new QuadCurve2D.Double(.64, -.22 - bu, .76, -.3, .88, -.2 + bu));
        if (k.fem && px > 40) {
            g.setStroke(new BasicStroke(.035f, 1, 1));
            g.setColor(Col.of(line));
            g.draw(new QuadCurve2D.Double(.15, .03, .22, -.09, .35, -.02));
            g.draw(new QuadCurve2D.Double(.66, -.02, .76, -.09, .84, .02));
        }
        g.setColor(Col.of(Col.mix(line, F(0xA8433C), .55)));
        g.setStroke(new BasicStroke(.055f, 1, 1));
        double mc = sc.mood.equals("sad") ? -.07 : sc.mood.equals("tense") ? -.02 : sc.mood.equals("joy") ? .15 : .08;
        if (sc.mood.equals("joy") && px > 20) {
            Path2D m = new Path2D.Double();
            m.moveTo(.34, .52);
            m.quadTo(.54, .82, .74, .5);
            m.closePath();
            Brush.fill(g, m, Col.mix(line, F(0xA8433C), .5));
            Brush.fill(g, Brush.lens(.54, .55, .16, .03), F(0xFFF4E8));
        } else g.draw(new QuadCurve2D.Double(.4, .58, .56, .58 + mc, .7, .56));
        if (px > 60) {
            g.setStroke(new BasicStroke(.03f, 1, 1));
            g.setColor(Col.of(dk(skin, .38), .7));
            g.draw(new QuadCurve2D.Double(.8, .02, .98, .24, .84, .3));
            for (int i = 0; i < 5; i++)
                if (k.child || k.hair == Look.HAIR[3])
                    Brush.fill(
                            g,
                            Brush.el(.02 + i * .07 + (i > 2 ? .42 : 0), .27 + (i % 2) * .07, .018, .016),
                            dk(skin, .3),
                            .8);
        }
        if (k.old && px > 40) {
            g.setStroke(new BasicStroke(.025f, 1, 1));
            g.setColor(Col.of(dk(skin, .4), .6));
            g.draw(new QuadCurve2D.Double(.3, .5, .24, .6, .3, .72));
            g.draw(new QuadCurve2D.Double(.02, .1, -.05, .14, -.02, .22));
        }
        Brush.fill(g, Brush.el(-.36, .14, .15, .21), skin);
        Brush.fill(g, Brush.el(-.34, .16, .075, .12), dk(skin, .3));
        if (k.beard) {
            int bc = k.old ? hair : dk(hair, .05);
            Brush.fill(
                    g,
                    Brush.smooth(
                            true, -.34, .3, -.05, .52, .3, .44, .62, .42, .84, .46, .8, .9, .46, 1.24, .0, 1.2, -.36,
                            .82),
                    bc);
            g.setStroke(new BasicStroke(.05f, 1, 1));
            g.setColor(Col.of(Col.mix(line, F(0xA8433C), .5)));
            g.draw(new QuadCurve2D.Double(.42, .66, .55, .7, .68, .65));
        }
        if (k.glasses) {
            g.setStroke(new BasicStroke(.045f));
            g.setColor(Col.of(line));
            g.draw(Brush.el(.24, .09, .2, .2));
            g.draw(Brush.el(.76, .09, .16, .19));
            g.draw(new Line2D.Double(.04, .06, -.34, .02));
        }
        // hair cap: a dome minus the face opening
        double fr = k.style == 0 || k.style == 5 ? .0 : k.style == 3 ? .1 : .05;
        Area cap = new Area(Brush.smooth(
                true, -1.04, .28, -1.12, -.3, -.72, -1.02, .0, -1.24, .68, -1.02, 1.0, -.5, 1.0, -.2, .9, .0, .2, .1,
                -.5, .72, -.86, .7));
        Area open = new Area(
                k.style == 3 || k.style == 1
                        ? Brush.smooth(
                                true, -.3, .9, -.42, .0, -.1, -.34 + fr, .5, -.42 + fr, .94, -.4, 1.3, .2, 1.1, 1.2, .2,
                                1.4)
                        : Brush.smooth(
                                true, -.28, .9, -.44, .1, -.2, -.2, .12, -.5 + fr, .62, -.62, .96, -.66, 1.5, .1, 1.1,
                                1.2, .2, 1.4));
        cap.subtract(open);
        if (!(k.old && !k.fem && k.style == 1)) {
            Brush.grad(g, cap, .6, -1.1, lt(hair, .2), -.8, .5, dk(hair, .26));
            if (k.style == 7 || k.style == 2)
                for (int i = 0; i < 10; i++) {
                    double a = -3.5 + i * .36;
                    Brush.fill(
                            g,
                            Brush.el(-.06 + Math.cos(a) * .88, -.16 + Math.sin(a) * .88, .36, .34),
                            i % 2 == 0 ? hair : lt(hair, .1));
                }
            if (px > 50) {
                g.setStroke(new BasicStroke(.03f, 1, 1));
                g.setColor(Col.of(lt(hair, .32), .55));
                for (int i = 0; i < 6; i++)
                    g.draw(new QuadCurve2D.Double(
                            -.75 + i * .12,
                            -.2 - i * .1,
                            -.5 + i * .16,
                            -.85 - i * .03,
                            .1 + i * .13,
                            -1.02 + i * .035));
            }
        } else Brush.fill(g, Brush.smooth(true, -1.02, .4, -1.0, -.3, -.6, -.5, -.4, .1, -.5, .6), hair);
        if (k.hat && !suit && (!sc.inside || k.top == 0xF4EEE2) && !sc.place.equals("underwater")
                || sc.season.equals("winter") && !sc.inside && !suit) {
            int hc = k.hat ? Col.mix(acc, top, .35) : acc;
            if (sc.season.equals("winter")) {
                Brush.grad(
                        g,
                        Brush.smooth(true, -1.12, -.3, -.95, -1.0, -.1, -1.42, .75, -1.08, 1.04, -.42, .0, -.5),
                        .8,
                        -1,
                        lt(hc, .1),
                        -.9,
                        -.3,
                        dk(hc, .3));
                Brush.fill(g, Brush.rr(-1.16, -.58, 2.24, .36, .16), lt(hc, .25));
                Brush.fill(g, Brush.el(-.15, -1.46, .24, .24), lt(hc, .4));
            } else {
                Brush.fill(g, Brush.smooth(true, -.98, -.52, -.8, -1.26, .0, -1.42, .66, -1.2, .84, -.54), hc);
                Brush.fill(
                        g,
                        Brush.smooth(true, -1.3, -.46, .0, -.66, 1.32, -.54, 1.34, -.42, .0, -.44, -1.28, -.34),
                        dk(hc, .2));
                Brush.fill(
                        g,
                        Brush.smooth(true, -.96, -.66, 0, -.82, .82, -.7, .84, -.56, 0, -.66, -.98, -.5),
                        dk(hc, .5));
            }
        }
        if (suit) {
            Brush.fill(g, Brush.el(.05, -.1, 1.42, 1.42), 0xDDEBFF, .2);
            g.setStroke(new BasicStroke(.12f));
            g.setColor(Col.of(F(0xF2F0EC)));
            g.draw(Brush.el(.05, -.1, 1.42, 1.42));
            Brush.fill(
                    g,
                    Brush.smooth(true, -.7, -1.0, -.2, -1.28, .1, -1.2, -.5, -.8, -.85, -.3, -.95, -.6),
                    0xFFFFFF,
                    .5);
        }
        g.setTransform(o);
    }
}
