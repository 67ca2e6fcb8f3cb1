package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;

/** Key objects, each a few shapes; (x, y) is the foot, m is pixels per metre. */
final class Things {
    static double size(String t) {
        return switch (t) {
            case "starfish", "crab", "shell", "cup", "candle", "fish", "letter", "lantern" -> .28;
            case "book", "ball", "bird", "flower", "cake", "clock" -> .42;
            case "cat", "bucket", "suitcase", "turtle", "computer" -> .6;
            case "snowman" -> 1.15;
            case "dog" -> .82;
            case "umbrella", "telescope", "balloon", "kite", "jellyfish" -> .95;
            case "bicycle" -> 1.3;
            case "bench", "chair", "table", "fire", "robot", "cactus", "piano", "fence" -> 1.5;
            case "horse", "camel", "tent", "well" -> 2.2;
            case "car", "boat" -> 2.7;
            case "rocket" -> 2.8;
            case "whale" -> 6;
            case "windmill" -> 4;
            default -> .8;
        };
    }

    static void draw(Painter P, Graphics2D G, String t, double x, double y, double m, int dir, Rnd r) {
        Graphics2D g = G;
        AffineTransform o = g.getTransform();
        g.translate(x, y);
        g.scale(dir * m * size(t), m * size(t));
        Pal p = P.p;
        Cast C = new Cast(P);
        java.util.function.IntUnaryOperator F = C::F; // unit box: width about 1, foot at 0
        switch (t) {
            case "starfish" -> {
                int c = F.applyAsInt(0xE8703F);
                g.translate(0, -.3);
                for (int pass = 0; pass < 2; pass++) {
                    double[] q = new double[20];
                    for (int i = 0; i < 10; i++) {
                        double a = -1.57 + i * .628 + .12, R = i % 2 == 0 ? .58 : .22;
                        R *= pass == 0 ? 1 : .8;
                        q[2 * i] = Math.cos(a) * R;
                        q[2 * i + 1] = Math.sin(a) * R * .78 + (pass == 0 ? .03 : -.01);
                    }
                    Brush.fill(g, Brush.smooth(true, q), pass == 0 ? P.dk(c, .4) : P.lt(c, .1));
                }
                for (int i = 0; i < 5; i++)
                    for (int k = 1; k < 5; k++) {
                        double a = -1.57 + i * 1.257 + .12;
                        Brush.fill(
                                g,
                                Brush.el(Math.cos(a) * k * .1, Math.sin(a) * k * .08, .024, .02),
                                F.applyAsInt(0xFBD7A0));
                    }
            }
            case "crab" -> {
                int c = F.applyAsInt(0xD8483A);
                for (int s = -1; s < 2; s += 2) {
                    for (int i = 0; i < 3; i++)
                        Brush.fill(
                                g,
                                Brush.tube(
                                        new double[] {.07, .06, .02},
                                        s * .2,
                                        -.2,
                                        s * (.42 + i * .04),
                                        -.28 + i * .06,
                                        s * (.5 + i * .02),
                                        -.02 + i * .01),
                                P.dk(c, .25));
                    Brush.fill(g, Brush.tube(new double[] {.06, .08}, s * .22, -.3, s * .42, -.42), c);
                    Brush.fill(
                            g,
                            Brush.smooth(
                                    true, s * .36, -.42, s * .34, -.62, s * .5, -.7, s * .46, -.55, s * .58, -.6,
                                    s * .54, -.42),
                            c);
                    Brush.fill(g, Brush.el(s * .1, -.46, .05, .06), 0xFFFFFF);
                    Brush.fill(g, Brush.el(s * .11, -.46, .025, .03), 0x2A2030);
                }
                Brush.grad(
                        g,
                        Brush.smooth(true, -.34, -.26, -.2, -.42, .2, -.42, .34, -.26, .18, -.08, -.18, -.08),
                        .3,
                        -.4,
                        P.lt(c, .15),
                        -.3,
                        -.1,
                        P.dk(c, .3));
            }
            case "shell" -> {
                int c = F.applyAsInt(0xF3D2BE);
                Brush.grad(
                        g,
                        Brush.smooth(true, -.1, 0, -.45, -.3, -.3, -.62, 0, -.72, .3, -.62, .45, -.3, .1, 0),
                        0,
                        -.7,
                        P.lt(c, .2),
                        0,
                        0,
                        P.dk(c, .35));
                g.setStroke(new BasicStroke(.02f));
                g.setColor(Col.of(P.dk(c, .45)));
                for (int i = -3; i < 4; i++)
                    g.draw(new Line2D.Double(i * .02, -.03, i * .12, -.66 + Math.abs(i) * .06));
            }
            case "fish" -> fish(P, g, 0, -.4, .4, F.applyAsInt(0xF2A33C), 1);
            case "boat" -> {
                boat(P, g, 0, -.08, .42, 3, false);
            }
            case "dog" -> {
                int c = F.applyAsInt(0xA8743F), d = P.dk(c, .3);
                for (double lx : new double[] {-.26, .2})
                    Brush.fill(g, Brush.tube(new double[] {.1, .08}, lx + .05, -.3, lx + .06, -.03), d);
                Brush.fill(g, Brush.tube(new double[] {.06, .07, .02}, -.34, -.46, -.5, -.58, -.52, -.74), c);
                Brush.grad(
                        g,
                        Brush.smooth(true, -.38, -.42, -.2, -.56, .15, -.54, .3, -.6, .34, -.4, .2, -.26, -.25, -.26),
                        0,
                        -.6,
                        P.lt(c, .12),
                        0,
                        -.2,
                        d);
                for (double lx : new double[] {-.3, .14})
                    Brush.fill(g, Brush.tube(new double[] {.12, .09}, lx, -.32, lx + .01, -.03), c);
                Brush.fill(
                        g,
                        Brush.smooth(
                                true, .18, -.66, .3, -.84, .46, -.8, .52, -.68, .66, -.62, .64, -.54, .46, -.52, .3,
                                -.5),
                        P.lt(c, .06));
                Brush.fill(g, Brush.smooth(true, .2, -.8, .3, -.82, .32, -.6, .22, -.52, .16, -.6), P.dk(c, .45));
                Brush.fill(g, Brush.el(.65, -.61, .035, .03), 0x2A2030);
                Brush.fill(g, Brush.el(.45, -.7, .024, .028), 0x2A2030);
                Brush.fill(g, Brush.tube(new double[] {.05, .05}, .2, -.56, .36, -.5), F.applyAsInt(0xC8483B));
            }
            case "cat" -> {
                int c = F.applyAsInt(0x4A4456), d = P.dk(c, .3);
                Brush.fill(g, Brush.tube(new double[] {.1, .09, .07}, -.25, -.06, -.55, -.08, -.6, -.34), c);
                Brush.grad(
                        g,
                        Brush.smooth(true, -.3, 0, -.34, -.36, -.06, -.68, .18, -.62, .26, -.2, .28, 0),
                        .3,
                        -.6,
                        P.lt(c, .14),
                        -.3,
                        0,
                        d);
                Brush.fill(
                        g,
                        Brush.smooth(true, -.1, -.72, .1, -.95, .36, -.9, .44, -.68, .26, -.54, .02, -.56),
                        P.lt(c, .06));
                Brush.fill(g, Brush.poly(-.06, -.82, -.04, -1.08, .14, -.92), c);
                Brush.fill(g, Brush.poly(.22, -.94, .4, -1.06, .42, -.78), c);
                Brush.fill(g, Brush.el(.16, -.74, .035, .045), F.applyAsInt(0xF4D35E));
                Brush.fill(g, Brush.el(.34, -.74, .03, .045), F.applyAsInt(0xF4D35E));
                Brush.fill(g, Brush.tube(new double[] {.1, .09}, .14, -.3, .16, -.03), P.lt(c, .1));
            }
            case "bird" -> {
                int c = P.out.night ? F.applyAsInt(0x8FA2C6) : Col.mix(F.applyAsInt(0xFBF8F0), p.shade, .12);
                Path2D b = new Path2D.Double();
                b.moveTo(-.55, -.28);
                b.quadTo(-.25, -.42, 0, -.1);
                b.quadTo(.28, -.46, .58, -.36);
                b.quadTo(.28, -.24, .06, .02);
                b.quadTo(-.02, .06, -.08, 0);
                b.quadTo(-.25, -.22, -.55, -.28);
                b.closePath();
                Brush.fill(g, b, c);
                Brush.fill(g, Brush.poly(-.55, -.28, -.36, -.33, -.38, -.24), P.dk(c, .7));
                Brush.fill(g, Brush.poly(.58, -.36, .4, -.38, .4, -.29), P.dk(c, .7));
            }
            case "kite" -> {
                g.setStroke(new BasicStroke(.012f));
                g.setColor(Col.of(F.applyAsInt(0xF6F0E0), .8));
                Path2D ks = null;
                int c = F.applyAsInt(0xE4572E);
                g.rotate(-.4);
                Brush.fill(g, Brush.poly(0, -.8, .4, -.2, 0, .6), c);
                Brush.fill(g, Brush.poly(0, -.8, -.4, -.2, 0, .6), P.lt(c, .3));
                Brush.fill(g, Brush.poly(0, -.2, .4, -.2, 0, .6), F.applyAsInt(0xF2C14E));
                Brush.fill(
                        g,
                        Brush.tube(new double[] {.03, .02}, 0, .6, .15, .9, -.05, 1.2, .1, 1.5),
                        F.applyAsInt(0x2F7F86));
            }
            case "balloon" -> {
                g.setStroke(new BasicStroke(.012f));
                g.setColor(Col.of(F.applyAsInt(0xF6F0E0), .8));
                g.draw(Brush.smooth(false, 0, 0, .1, .6, -.05, 1.3));
                int c = F.applyAsInt(0xD8483A);
                Brush.grad(
                        g,
                        Brush.smooth(true, 0, 0, -.4, -.4, -.34, -.86, 0, -1.02, .34, -.86, .4, -.4),
                        .3,
                        -.9,
                        P.lt(c, .3),
                        -.3,
                        -.1,
                        P.dk(c, .3));
                Brush.fill(g, Brush.el(.14, -.74, .07, .12, .4), 0xFFFFFF, .5);
            }
            case "bicycle" -> {
                int c = F.applyAsInt(0x2F7F86), d = F.applyAsInt(0x2E2E42);
                g.setStroke(new BasicStroke(.028f));
                g.setColor(Col.of(d));
                for (double wx : new double[] {-.36, .36}) {
                    g.setStroke(new BasicStroke(.028f));
                    g.draw(Brush.el(wx, -.24, .23, .23));
                    g.setStroke(new BasicStroke(.006f));
                    for (int i = 0; i < 8; i++)
                        g.draw(new Line2D.Double(
                                wx, -.24, wx + Math.cos(i * .785) * .22, -.24 + Math.sin(i * .785) * .22));
                }
                g.setStroke(new BasicStroke(.034f, 1, 1));
                g.setColor(Col.of(c));
                Path2D f = new Path2D.Double();
                f.moveTo(-.36, -.24);
                f.lineTo(-.04, -.24);
                f.lineTo(.26, -.54);
                f.lineTo(-.14, -.54);
                f.lineTo(-.36, -.24);
                f.moveTo(-.04, -.24);
                f.lineTo(-.16, -.62);
                f.moveTo(.36, -.24);
                f.lineTo(.24, -.68);
                g.draw(f);
                g.setColor(Col.of(d));
                g.draw(Brush.smooth(false, .24, -.68, .34, -.72, .36, -.64));
                Brush.fill(g, Brush.rr(-.26, -.66, .2, .05, .02), F.applyAsInt(0x8C5B45));
                Brush.fill(g, Brush.rr(.28, -.62, .18, .14, .03), F.applyAsInt(0xC9A066));
            }
            case "car" -> {
                int c = F.applyAsInt(0xD8533F);
                Brush.fill(g, Brush.smooth(true, -.34, -.26, -.24, -.46, .1, -.47, .28, -.28), P.dk(c, .2));
                Brush.fill(
                        g,
                        Brush.poly(-.27, -.28, -.2, -.42, -.04, -.43, -.04, -.28),
                        Col.mix(F.applyAsInt(0xBFDDE4), p.sky[2], .3));
                Brush.fill(
                        g,
                        Brush.poly(0, -.28, 0, -.43, .09, -.42, .2, -.28),
                        Col.mix(F.applyAsInt(0xBFDDE4), p.sky[2], .3));
                Brush.grad(
                        g,
                        Brush.smooth(true, -.52, -.1, -.5, -.26, -.3, -.29, .28, -.29, .48, -.24, .53, -.1, .0, -.06),
                        0,
                        -.3,
                        P.lt(c, .2),
                        0,
                        -.05,
                        P.dk(c, .3));
                for (double wx : new double[] {-.3, .31}) {
                    Brush.fill(g, Brush.el(wx, -.09, .095, .095), F.applyAsInt(0x2A2836));
                    Brush.fill(g, Brush.el(wx, -.09, .045, .045), F.applyAsInt(0xCFC8C0));
                }
                Brush.fill(g, Brush.el(.49, -.19, .025, .03), 0xFFF0B8);
                if (p.night || P.sc.time.equals("dusk") || P.sc.weather.equals("rain")) {
                    Brush.glow(g, .52, -.19, .3, 0xFFE7A8, .7);
                    Brush.gradA(
                            g,
                            Brush.poly(.5, -.21, 1.3, -.34, 1.3, .02, .5, -.16),
                            .5,
                            0,
                            0xFFE7A8,
                            .45,
                            1.3,
                            0,
                            0xFFE7A8,
                            0);
                }
            }
            case "bench" -> {
                g.scale(1 / 1.5, 1 / 1.5);
                bench(P, g, 0, 0, .8);
            }
            case "bucket" -> {
                int c = F.applyAsInt(0xC8483B);
                g.setStroke(new BasicStroke(.03f));
                g.setColor(Col.of(F.applyAsInt(0x8A8AA0)));
                g.draw(new Arc2D.Double(-.3, -.9, .6, .8, 20, 140, Arc2D.OPEN));
                Brush.grad(
                        g,
                        Brush.poly(-.34, -.55, .34, -.55, .25, 0, -.25, 0),
                        .3,
                        0,
                        P.lt(c, .15),
                        -.3,
                        0,
                        P.dk(c, .35));
                Brush.fill(g, Brush.el(0, -.55, .34, .08), P.dk(c, .5));
            }
            case "suitcase" -> {
                int c = F.applyAsInt(0x9A5B3C);
                Brush.fill(g, Brush.rr(-.14, -.72, .28, .16, .06), P.dk(c, .4));
                Brush.fill(g, Brush.rr(-.09, -.68, .18, .12, .04), P.dk(c, .8));
                Brush.grad(g, Brush.rr(-.45, -.62, .9, .62, .07), .4, 0, P.lt(c, .15), -.4, 0, P.dk(c, .3));
                for (double bx : new double[] {-.28, .2}) Brush.fill(g, Brush.rect(bx, -.62, .08, .62), P.dk(c, .4));
            }
            case "flower" -> {
                int s = F.applyAsInt(0x5A8B4A), c = F.applyAsInt(0xE8604C);
                Brush.fill(g, Brush.tube(new double[] {.04, .03}, 0, 0, .04, -.35, 0, -.7), s);
                Brush.fill(g, Brush.smooth(true, .02, -.2, .25, -.42, .34, -.34, .2, -.2), s);
                Brush.fill(g, Brush.smooth(true, .02, -.14, -.22, -.34, -.32, -.26, -.18, -.12), P.dk(s, .2));
                for (int i = 0; i < 8; i++) {
                    double a = i * .785;
                    Brush.fill(
                            g,
                            Brush.el(Math.cos(a) * .19, -.74 + Math.sin(a) * .16, .15, .09, a),
                            i % 2 == 0 ? c : P.lt(c, .2));
                }
                Brush.fill(g, Brush.el(0, -.74, .1, .09), F.applyAsInt(0xF2C14E));
            }
            case "letter" -> {
                int c = F.applyAsInt(0xFBF3DF);
                g.rotate(-.12);
                Brush.fill(g, Brush.rect(-.5, -.62, 1, .62), c);
                Brush.fill(g, Brush.poly(-.5, -.62, 0, -.24, .5, -.62), P.dk(c, .16));
                Brush.fill(g, Brush.el(0, -.26, .07, .07), F.applyAsInt(0xC8483B));
            }
            case "book" -> {
                int c = F.applyAsInt(0xB7472A), w = F.applyAsInt(0xFFF6E4);
                Brush.fill(g, Brush.poly(-.62, -.05, 0, .03, .62, -.05, .6, -.4, 0, -.3, -.6, -.4), c);
                Brush.fill(g, Brush.smooth(true, -.57, -.08, -.3, -.12, 0, -.02, 0, -.34, -.3, -.46, -.56, -.42), w);
                Brush.fill(
                        g,
                        Brush.smooth(true, .57, -.08, .3, -.12, 0, -.02, 0, -.34, .3, -.46, .56, -.42),
                        P.dk(w, .14));
                g.setStroke(new BasicStroke(.012f));
                g.setColor(Col.of(P.dk(w, .5), .6));
                for (int i = 0; i < 5; i++) {
                    g.draw(new QuadCurve2D.Double(-.48, -.37 + i * .055, -.3, -.41 + i * .055, -.06, -.31 + i * .055));
                    g.draw(new QuadCurve2D.Double(.48, -.37 + i * .055, .3, -.41 + i * .055, .06, -.31 + i * .055));
                }
            }
            case "cup" -> {
                int c = F.applyAsInt(0xF6F0E0);
                g.setStroke(new BasicStroke(.07f));
                g.setColor(Col.of(P.dk(c, .15)));
                g.draw(Brush.el(.32, -.34, .15, .17));
                Brush.fill(g, Brush.el(0, -.01, .5, .07), P.dk(c, .2));
                Brush.grad(
                        g,
                        Brush.smooth(true, -.34, -.6, .34, -.6, .3, -.12, .16, -.02, -.16, -.02, -.3, -.12),
                        .3,
                        0,
                        P.lt(c, .1),
                        -.3,
                        0,
                        P.dk(c, .3));
                Brush.fill(g, Brush.el(0, -.6, .34, .07), F.applyAsInt(0x7A4A2B));
                for (int i = 0; i < 3; i++)
                    Brush.fill(
                            g,
                            Brush.tube(
                                    new double[] {.0, .06, 0},
                                    -.15 + i * .15,
                                    -.68,
                                    -.22 + i * .15,
                                    -.85,
                                    -.08 + i * .15,
                                    -1.0,
                                    -.16 + i * .15,
                                    -1.2),
                            0xFFFFFF,
                            .3);
            }
            case "candle", "lantern" -> {
                Brush.glow(g, 0, -.8, 1.6, 0xFFC566, .6);
                Brush.fill(
                        g, Brush.rr(-.14, -.62, .28, .62, .04), F.applyAsInt(t.equals("candle") ? 0xF6EBD2 : 0x4A3A34));
                Brush.fill(g, Brush.smooth(true, 0, -1, .09, -.76, 0, -.64, -.09, -.76), 0xFFE08A);
                Brush.fill(g, Brush.el(0, -.72, .03, .07), 0xFFFFFF);
            }
            case "fire" -> {
                Brush.glow(g, 0, -.3, 1.9, 0xFF9A3C, .7);
                for (int i = -2; i < 3; i++)
                    Brush.fill(
                            g,
                            Brush.tube(new double[] {.09, .07}, -i * .14, -.02, i * .13, -.16),
                            F.applyAsInt(0x5A3A2E));
                Brush.fill(
                        g,
                        Brush.smooth(true, -.26, -.06, -.3, -.34, -.12, -.3, -.06, -.78, .1, -.42, .2, -.5, .26, -.06),
                        0xF26B2E);
                Brush.fill(
                        g,
                        Brush.smooth(true, -.15, -.06, -.16, -.26, -.04, -.24, .02, -.54, .12, -.22, .15, -.06),
                        0xFFB43C);
                Brush.fill(g, Brush.smooth(true, -.07, -.06, 0, -.3, .07, -.06), 0xFFF0B0);
                for (int i = 0; i < 14; i++)
                    Brush.fill(g, Brush.el(r.d(-.3, .3), -r.d(.6, 1.6), .012, .014), 0xFFC35A, .9);
            }
            case "tent" -> {
                int c = F.applyAsInt(0xD9772E);
                Brush.fill(g, Brush.poly(-.1, -.62, .2, -.62, .62, 0, .3, 0), P.dk(c, .35));
                Brush.grad(g, Brush.poly(-.1, -.62, -.56, 0, .34, 0), -.3, -.5, P.lt(c, .2), .2, 0, c);
                Brush.fill(g, Brush.poly(-.1, -.5, -.26, 0, .06, 0), p.night ? 0xFFCB73 : P.dk(c, .7));
                if (p.night) Brush.glow(g, -.1, -.2, .7, 0xFFB95A, .5);
            }
            case "rocket" -> {
                int c = F.applyAsInt(0xF2EEE6), rd = F.applyAsInt(0xD8483A);
                for (int s = -1; s < 2; s += 2)
                    Brush.fill(g, Brush.smooth(true, s * .14, -.3, s * .36, -.06, s * .36, .04, s * .12, -.04), rd);
                Brush.grad(
                        g,
                        Brush.smooth(true, 0, -1.1, .2, -.72, .2, -.28, .12, 0, -.12, 0, -.2, -.28, -.2, -.72),
                        .2,
                        0,
                        c,
                        -.2,
                        0,
                        P.dk(c, .4));
                Brush.fill(g, Brush.smooth(true, 0, -1.1, .13, -.86, -.13, -.86), rd);
                Brush.fill(g, Brush.el(0, -.62, .09, .09), rd);
                Brush.fill(g, Brush.el(0, -.62, .06, .06), F.applyAsInt(0x9FE0F0));
            }
            case "robot" -> {
                int c = F.applyAsInt(0x8FB0B4);
                for (int s = -1; s < 2; s += 2) {
                    Brush.fill(g, Brush.rr(s * .13 - .06, -.26, .12, .26, .03), P.dk(c, .4));
                    Brush.fill(
                            g,
                            Brush.tube(new double[] {.07, .07, .09}, s * .26, -.52, s * .38, -.38, s * .36, -.22),
                            P.dk(c, .3));
                }
                Brush.grad(g, Brush.rr(-.25, -.6, .5, .4, .07), .25, 0, P.lt(c, .2), -.25, 0, P.dk(c, .3));
                Brush.grad(g, Brush.rr(-.22, -.95, .44, .32, .09), .2, 0, P.lt(c, .25), -.2, 0, P.dk(c, .25));
                Brush.fill(g, Brush.el(-.05, -.79, .05, .05), 0xFFE08A);
                Brush.fill(g, Brush.el(.12, -.79, .05, .05), 0xFFE08A);
                Brush.fill(g, Brush.rect(-.01, -1.06, .02, .12), P.dk(c, .4));
                Brush.fill(g, Brush.el(0, -1.08, .035, .035), F.applyAsInt(0xE4572E));
            }
            case "horse", "camel" -> {
                int c = F.applyAsInt(t.equals("camel") ? 0xC99A5E : 0x8A5A3C), d = P.dk(c, .3);
                for (double lx : new double[] {-.24, .2})
                    Brush.fill(
                            g,
                            Brush.tube(new double[] {.08, .05, .04}, lx + .05, -.4, lx + .07, -.2, lx + .05, -.02),
                            d);
                Brush.fill(g, Brush.tube(new double[] {.04, .07, .02}, -.34, -.5, -.44, -.35, -.42, -.18), d);
                Brush.grad(
                        g,
                        Brush.smooth(true, -.36, -.44, -.3, -.58, 0, -.55, .26, -.58, .3, -.4, .0, -.34),
                        0,
                        -.6,
                        P.lt(c, .1),
                        0,
                        -.3,
                        d);
                if (t.equals("camel")) Brush.fill(g, Brush.smooth(true, -.18, -.54, 0, -.76, .18, -.54), c);
                for (double lx : new double[] {-.28, .22})
                    Brush.fill(g, Brush.tube(new double[] {.1, .06, .045}, lx, -.42, lx + .01, -.2, lx, -.02), c);
                Brush.fill(g, Brush.tube(new double[] {.19, .12, .1}, .24, -.5, .36, -.72, .4, -.88), c);
                Brush.fill(g, Brush.tube(new double[] {.12, .09}, .4, -.88, .56, -.78), P.lt(c, .05));
                Brush.fill(g, Brush.poly(.35, -.92, .37, -1.02, .43, -.93), c);
                if (t.equals("horse"))
                    Brush.fill(
                            g, Brush.tube(new double[] {.05, .09, .04}, .37, -.98, .26, -.8, .18, -.58), P.dk(c, .6));
                Brush.fill(g, Brush.el(.46, -.88, .014, .016), 0x2A2030);
            }
            case "whale" -> {
                int c = F.applyAsInt(0x3F6A94);
                Brush.grad(
                        g,
                        Brush.smooth(
                                true, .52, -.12, .3, -.3, -.1, -.26, -.4, -.1, -.56, -.2, -.64, -.12, -.52, -.04, -.3,
                                .06, .2, .1, .46, .04),
                        0,
                        -.3,
                        P.lt(c, .15),
                        0,
                        .1,
                        P.dk(c, .2));
                Brush.fill(
                        g,
                        Brush.smooth(true, .5, -.04, .2, .0, -.2, .05, .15, .11, .44, .05),
                        F.applyAsInt(0xDCEAF0),
                        .8);
                Brush.fill(g, Brush.smooth(true, .16, .02, .02, .22, -.06, .2, .04, .02), P.dk(c, .3));
                Brush.fill(g, Brush.el(.36, -.08, .012, .014), 0x1A1830);
            }
            case "jellyfish" -> {
                int c = F.applyAsInt(0xF2B7D0);
                Brush.glow(g, 0, -.5, .9, c, .5);
                for (int i = -3; i < 4; i++)
                    Brush.fill(
                            g,
                            Brush.tube(
                                    new double[] {.05, .04, 0},
                                    i * .1,
                                    -.4,
                                    i * .1 + .06,
                                    -.1,
                                    i * .1 - .05,
                                    .2,
                                    i * .1 + .04,
                                    .5),
                            c,
                            .6);
                Brush.fill(g, Brush.smooth(true, -.4, -.4, -.3, -.75, 0, -.88, .3, -.75, .4, -.4, 0, -.34), c, .8);
            }
            case "turtle" -> {
                int c = F.applyAsInt(0x5F8A5A);
                for (int s = -1; s < 2; s += 2)
                    Brush.fill(
                            g,
                            Brush.smooth(true, s * .2, -.3, s * .5, -.05, s * .4, -.0, s * .15, -.15),
                            F.applyAsInt(0x8FB07A));
                Brush.fill(g, Brush.el(.52, -.42, .13, .1), F.applyAsInt(0x8FB07A));
                Brush.grad(
                        g,
                        Brush.smooth(true, -.42, -.24, -.2, -.58, .2, -.58, .42, -.26, 0, -.16),
                        0,
                        -.6,
                        P.lt(c, .2),
                        0,
                        -.1,
                        P.dk(c, .35));
                Brush.fill(g, Brush.el(.56, -.44, .02, .02), 0x1A1830);
            }
            case "snowman" -> {
                int c = P.L(0xF6F8FB, 0);
                for (double[] b : new double[][] {{-.24, .3}, {-.66, .22}, {-.98, .16}})
                    Brush.grad(g, Brush.el(0, b[0], b[1], b[1] * .95), .3, -1, c, -.3, 0, P.dk(c, .35));
                Brush.fill(g, Brush.poly(.06, -1, .3, -.95, .06, -.93), F.applyAsInt(0xE8803F));
                Brush.fill(g, Brush.el(-.03, -1.04, .02, .024), 0x2A2030);
                Brush.fill(g, Brush.el(.08, -1.04, .02, .024), 0x2A2030);
                Brush.fill(g, Brush.rr(-.17, -.86, .34, .07, .03), F.applyAsInt(0xC8483B));
            }
            case "cactus" -> {
                g.scale(1 / 1.5, 1 / 1.5);
                cactus(P, g, 0, 0, 1.4, 0);
            }
            case "telescope" -> {
                int c = F.applyAsInt(0xB08A4A), d = F.applyAsInt(0x4A3A34);
                g.setStroke(new BasicStroke(.05f, 1, 1));
                g.setColor(Col.of(d));
                for (double lx : new double[] {-.28, .05, .3}) g.draw(new Line2D.Double(0, -.75, lx, 0));
                g.translate(0, -.8);
                g.rotate(-.6);
                Brush.fill(g, Brush.rr(-.4, -.08, .6, .16, .04), P.dk(c, .2));
                Brush.fill(g, Brush.rr(.1, -.11, .5, .22, .04), c);
            }
            case "clock" -> {
                Brush.fill(g, Brush.el(0, -.5, .5, .5), F.applyAsInt(0x6B4A3A));
                Brush.fill(g, Brush.el(0, -.5, .42, .42), F.applyAsInt(0xFBF3DF));
                g.setStroke(new BasicStroke(.04f, 1, 1));
                g.setColor(Col.of(0x2A2030));
                g.draw(new Line2D.Double(0, -.5, .16, -.66));
                g.draw(new Line2D.Double(0, -.5, -.05, -.84));
            }
            case "cake" -> {
                int c = F.applyAsInt(0xC98A4B);
                Brush.form(
                        g,
                        Brush.smooth(true, -.5, -.02, -.52, -.3, -.2, -.5, .2, -.5, .52, -.3, .5, -.02),
                        P.lt(c, .25),
                        P.dk(c, .2),
                        0,
                        -.08);
                for (int i = -1; i < 2; i++) Brush.fill(g, Brush.lens(i * .24, -.36, .09, .03), F.applyAsInt(0xF3DDB4));
            }
            case "ball" -> {
                int c = F.applyAsInt(0xE4572E);
                Brush.grad(g, Brush.el(0, -.4, .4, .4), .3, -.8, P.lt(c, .3), -.3, 0, P.dk(c, .35));
                Brush.fill(g, Brush.lens(0, -.4, .4, .1), F.applyAsInt(0xF6F0E0));
            }
            case "computer" -> {
                Brush.fill(g, Brush.rr(-.5, -.72, 1, .62, .04), F.applyAsInt(0x3A3A48));
                Brush.fill(g, Brush.rect(-.45, -.68, .9, .52), 0xA9DCE6);
                Brush.fill(g, Brush.rect(-.1, -.1, .2, .1), F.applyAsInt(0x3A3A48));
            }
            case "windmill" -> {
                int c = F.applyAsInt(0xEFE4D0);
                Brush.grad(
                        g, Brush.poly(-.14, -.7, .14, -.7, .22, 0, -.22, 0), .2, 0, P.lt(c, .1), -.2, 0, P.dk(c, .3));
                Brush.fill(g, Brush.smooth(true, -.16, -.7, 0, -.86, .16, -.7), F.applyAsInt(0x8A4B45));
                for (int i = 0; i < 4; i++) {
                    AffineTransform q = g.getTransform();
                    g.rotate(i * 1.57 + .4, 0, -.72);
                    Brush.fill(g, Brush.rect(-.01, -1.2, .02, .48), F.applyAsInt(0x6B4A3A));
                    Brush.fill(g, Brush.rect(.01, -1.18, .1, .4), F.applyAsInt(0xF6EBD2), .9);
                    g.setTransform(q);
                }
            }
            case "table" -> {
                int c = F.applyAsInt(0x9A6B45);
                for (double lx : new double[] {-.44, .38}) Brush.fill(g, Brush.rect(lx, -.44, .06, .44), P.dk(c, .4));
                Brush.fill(g, Brush.rr(-.55, -.5, 1.1, .07, .02), P.lt(c, .15));
            }
            case "well" -> {
                int c = F.applyAsInt(0x9A938E);
                Brush.fill(g, Brush.rect(-.3, -.85, .04, .6), F.applyAsInt(0x6B4A3A));
                Brush.fill(g, Brush.rect(.26, -.85, .04, .6), F.applyAsInt(0x6B4A3A));
                Brush.fill(g, Brush.poly(-.45, -.8, 0, -1.1, .45, -.8), F.applyAsInt(0x8A4B45));
                Brush.grad(g, Brush.rr(-.38, -.34, .76, .34, .06), .3, 0, P.lt(c, .15), -.3, 0, P.dk(c, .3));
            }
            case "umbrella" -> {
                int c = F.applyAsInt(0xC8483B);
                Brush.fill(g, Brush.rect(-.012, -.8, .024, .8), F.applyAsInt(0x4A3430));
                Path2D q = new Path2D.Double();
                q.moveTo(-.55, -.6);
                q.curveTo(-.45, -1.1, .45, -1.1, .55, -.6);
                q.quadTo(.28, -.7, 0, -.6);
                q.quadTo(-.28, -.7, -.55, -.6);
                q.closePath();
                Brush.grad(g, q, .5, 0, P.lt(c, .2), -.5, 0, P.dk(c, .3));
            }
            case "piano" -> {
                int c = F.applyAsInt(0x4A2F2B);
                Brush.grad(g, Brush.rr(-.5, -.8, 1, .8, .02), .5, 0, P.lt(c, .12), -.5, 0, P.dk(c, .3));
                Brush.fill(g, Brush.rect(-.5, -.46, 1, .09), F.applyAsInt(0xF6F0E0));
                for (int i = 0; i < 16; i++) Brush.fill(g, Brush.rect(-.47 + i * .06, -.46, .025, .05), 0x1F1A28);
            }
            default -> {}
        }
        g.setTransform(o);
    }

    static void fish(Painter P, Graphics2D g, double x, double y, double s, int c, int dir) {
        AffineTransform o = g.getTransform();
        g.translate(x, y);
        g.scale(dir * s, s);
        Brush.fill(g, Brush.smooth(true, -.7, 0, -1.15, -.4, -1.05, 0, -1.15, .4), P.dk(c, .2));
        Brush.fill(g, Brush.smooth(true, -.1, -.42, -.3, -.68, .2, -.42), P.dk(c, .15));
        Brush.grad(
                g,
                Brush.smooth(true, 1, .02, .5, -.38, -.1, -.42, -.8, -.04, -.1, .4, .5, .36),
                0,
                -.5,
                P.lt(c, .3),
                0,
                .5,
                P.dk(c, .15));
        Brush.fill(g, Brush.lens(.1, 0, .08, .3), P.lt(c, .55), .6);
        Brush.fill(g, Brush.el(.62, -.08, .08, .08), 0xFFFFFF);
        Brush.fill(g, Brush.el(.64, -.08, .045, .045), 0x1A1830);
        g.setTransform(o);
    }

    static void lighthouse(Painter P, Graphics2D g, double x, double y, double h, double d) {
        int w = P.L(0xF6EFE2, d), r = P.L(0xC8483B, d), k = P.L(0x3A3A4A, d);
        double a = h * .115, b = h * .075;
        for (int i = 0; i < 5; i++) {
            double t0 = i / 5.0, t1 = (i + 1) / 5.0, w0 = a + (b - a) * t0, w1 = a + (b - a) * t1;
            int c = i % 2 == 0 ? w : r;
            Path2D s = Brush.poly(
                    x - w0,
                    y - h * .78 * t0,
                    x + w0,
                    y - h * .78 * t0,
                    x + w1,
                    y - h * .78 * t1,
                    x - w1,
                    y - h * .78 * t1);
            double dx = P.lx < x ? -1 : 1;
            Brush.grad(g, s, x + dx * a, y, P.lt(c, .12), x - dx * a, y, P.dk(c, .36));
        }
        Brush.fill(g, Brush.rect(x - b * 1.4, y - h * .8, b * 2.8, h * .025), k);
        boolean on = P.p.night || P.sc.time.matches("dusk|dawn") || P.sc.weather.matches("fog|storm|rain");
        Brush.fill(g, Brush.rect(x - b * .72, y - h * .9, b * 1.44, h * .1), on ? 0xFFF1B8 : P.L(0x9FC3CC, d));
        Brush.fill(g, Brush.rect(x - 1, y - h * .9, 2, h * .1), k);
        Brush.fill(g, Brush.smooth(true, x - b, y - h * .9, x, y - h * 1.02, x + b, y - h * .9), r);
        if (on) {
            Brush.glow(g, x, y - h * .85, h * .8, 0xFFE7A0, .7);
            for (int s = -1; s < 2; s += 2)
                Brush.gradA(
                        g,
                        Brush.poly(
                                x,
                                y - h * .86,
                                x + s * h * 3.4,
                                y - h * (s > 0 ? 1.16 : .98),
                                x + s * h * 3.4,
                                y - h * (s > 0 ? .82 : .66),
                                x,
                                y - h * .84),
                        x,
                        0,
                        0xFFEDB8,
                        .6,
                        x + s * h * 3.3,
                        0,
                        0xFFEDB8,
                        0);
        }
    }

    static void boat(Painter P, Graphics2D g, double x, double y, double s, int seed, boolean sail) {
        int[] cs = {0xC8483B, 0x2F7F86, 0xEFE3CB, 0x35507E, 0xE0A32E};
        int c = P.L(cs[Math.floorMod(seed, 5)], .08), w = P.L(0xFBF4E4, .06), k = P.L(0x6B4A3A, .05);
        for (int i = 0; i < 9; i++)
            Brush.fill(
                    g,
                    Brush.lens(x + (i % 3 - 1) * s * .2, y + s * (.12 + i * .06), s * (.95 - i * .07), s * .022),
                    i % 2 == 0 ? P.dk(c, .5) : w,
                    .3);
        if (sail) {
            Brush.fill(g, Brush.rect(x - s * .02, y - s * 1.55, s * .035, s * 1.5), k);
            Brush.grad(
                    g,
                    Brush.smooth(
                            true,
                            x + s * .05,
                            y - s * 1.5,
                            x + s * .52,
                            y - s * .8,
                            x + s * .7,
                            y - s * .26,
                            x + s * .05,
                            y - s * .26),
                    x,
                    0,
                    w,
                    x + s * .7,
                    0,
                    P.dk(w, .25));
            Brush.grad(
                    g,
                    Brush.smooth(
                            true,
                            x - s * .04,
                            y - s * 1.35,
                            x - s * .04,
                            y - s * .26,
                            x - s * .5,
                            y - s * .26,
                            x - s * .3,
                            y - s * .8),
                    x,
                    0,
                    P.lt(w, .3),
                    x - s * .5,
                    0,
                    P.dk(w, .12));
        } else {
            Brush.fill(g, Brush.rr(x - s * .3, y - s * .55, s * .42, s * .4, s * .04), w);
            Brush.fill(
                    g,
                    Brush.rect(x - s * .24, y - s * .48, s * .12, s * .14),
                    P.out.night ? 0xFFD27A : P.L(0x57808C, .05));
            Brush.fill(
                    g,
                    Brush.rect(x - s * .05, y - s * .48, s * .12, s * .14),
                    P.out.night ? 0xFFD27A : P.L(0x57808C, .05));
            Brush.fill(g, Brush.rect(x + s * .25, y - s * .95, s * .03, s * .8), k);
        }
        Path2D hull = Brush.smooth(
                true,
                x - s * .85,
                y - s * .22,
                x - s * .2,
                y - s * .16,
                x + s * .3,
                y - s * .17,
                x + s * .95,
                y - s * .3,
                x + s * .66,
                y + s * .1,
                x - s * .62,
                y + s * .11);
        Brush.grad(g, hull, 0, y - s * .3, P.lt(c, .16), 0, y + s * .12, P.dk(c, .42));
        Brush.fill(
                g,
                Brush.smooth(
                        true,
                        x - s * .85,
                        y - s * .23,
                        x,
                        y - s * .16,
                        x + s * .95,
                        y - s * .31,
                        x + s * .9,
                        y - s * .23,
                        x,
                        y - s * .1,
                        x - s * .82,
                        y - s * .16),
                w);
    }

    static void rowboat(Painter P, Graphics2D g, double x, double y, double s, boolean back) {
        Cast C = new Cast(P);
        int c = C.F(0x2F7F86), w = C.F(0xF3E6CC), in = C.F(0x7A5238);
        Path2D rim = Brush.smooth(
                true,
                x - s * .98,
                y - s * .27,
                x - s * .4,
                y - s * .17,
                x + s * .4,
                y - s * .17,
                x + s * 1.02,
                y - s * .29,
                x + s * .42,
                y - s * .1,
                x - s * .42,
                y - s * .1);
        if (back) {
            Brush.fill(
                    g,
                    Brush.smooth(
                            true,
                            x - s * .98,
                            y - s * .27,
                            x - s * .4,
                            y - s * .23,
                            x + s * .4,
                            y - s * .23,
                            x + s * 1.02,
                            y - s * .29,
                            x + s * .42,
                            y - s * .08,
                            x - s * .42,
                            y - s * .08),
                    P.dk(in, .4));
            return;
        }
        Path2D hull = Brush.smooth(
                true,
                x - s * .98,
                y - s * .27,
                x - s * .42,
                y - s * .12,
                x + s * .42,
                y - s * .12,
                x + s * 1.02,
                y - s * .3,
                x + s * .76,
                y + s * .04,
                x + s * .3,
                y + s * .13,
                x - s * .3,
                y + s * .13,
                x - s * .74,
                y + s * .04);
        Brush.grad(g, hull, 0, y - s * .25, P.lt(c, .14), 0, y + s * .14, P.dk(c, .45));
        for (int i = 0; i < 2; i++) {
            g.setStroke(new BasicStroke((float) (s * .012)));
            g.setColor(Col.of(P.dk(c, .5), .6));
            double k = .07 * i;
            g.draw(Brush.smooth(
                    false,
                    x - s * (.9 - k),
                    y - s * (.16 - k),
                    x - s * .4,
                    y - s * (.04 - k),
                    x + s * .4,
                    y - s * (.04 - k),
                    x + s * (.94 - k),
                    y - s * (.18 - k)));
        }
        g.setStroke(new BasicStroke((float) (s * .035), 1, 1));
        g.setColor(Col.of(w));
        g.draw(Brush.smooth(
                false,
                x - s * .98,
                y - s * .27,
                x - s * .42,
                y - s * .12,
                x + s * .42,
                y - s * .12,
                x + s * 1.02,
                y - s * .3));
        for (int i = 0; i < 12; i++)
            Brush.fill(
                    g,
                    Brush.lens(x + (i % 4 - 1.5) * s * .4, y + s * (.11 + i * .008), s * .3, s * .014),
                    i % 2 == 0 ? P.p.light : P.seaC(),
                    .45);
    }

    static void cactus(Painter P, Graphics2D g, double x, double y, double h, double d) {
        int c = P.L(0x5F8A5A, d), k = P.dk(c, .4);
        double w = h * .16;
        int dx = P.lx < x ? -1 : 1;
        Shape[] s = {
            Brush.tube(
                    new double[] {w * .6, w * .62, w * .6},
                    x - h * .02,
                    y - h * .36,
                    x - h * .25,
                    y - h * .4,
                    x - h * .26,
                    y - h * .66),
            Brush.tube(
                    new double[] {w * .55, w * .56, w * .5},
                    x,
                    y - h * .5,
                    x + h * .22,
                    y - h * .55,
                    x + h * .23,
                    y - h * .8),
            Brush.tube(new double[] {w, w * 1.05, w * .9}, x, y, x, y - h * .5, x, y - h * .94)
        };
        for (Shape q : s) Brush.form(g, q, P.lt(c, .15), k, dx * w * .25, 0);
    }

    static void streetlamp(Painter P, Graphics2D g, double x, double y, double h, double d) {
        int c = P.L(0x38384A, d);
        Brush.fill(g, Brush.rect(x - h * .012, y - h * .9, h * .024, h * .9), c);
        Brush.fill(g, Brush.rr(x - h * .03, y - h * .1, h * .06, h * .1, h * .01), c);
        boolean on = P.out.night || P.sc.time.matches("dusk|dawn") || P.sc.weather.matches("fog|rain|storm|snow");
        Brush.fill(
                g,
                Brush.poly(
                        x - h * .05, y - h, x + h * .05, y - h, x + h * .032, y - h * .89, x - h * .032, y - h * .89),
                on ? 0xFFE9AE : P.L(0xD9E3E0, d));
        Brush.fill(g, Brush.poly(x - h * .065, y - h, x, y - h * 1.05, x + h * .065, y - h), c);
        if (on) {
            Brush.glow(g, x, y - h * .95, h * .55, 0xFFCB73, .65);
            Brush.fill(g, Brush.el(x, y, h * .28, h * .05), 0xFFCB73, .2);
        }
    }

    static void bench(Painter P, Graphics2D g, double x, double y, double s) {
        int c = P.L(0x8C5F3F, .02), k = P.L(0x38384A, .02);
        for (int i = -1; i < 2; i += 2) {
            Brush.fill(g, Brush.rect(x + i * s * .75 - s * .03, y - s * .45, s * .06, s * .45), k);
            Brush.fill(g, Brush.rect(x + i * s * .75 - s * .025, y - s * .95, s * .05, s * .55), k);
        }
        for (int i = 0; i < 3; i++)
            Brush.fill(
                    g, Brush.rr(x - s * .9, y - s * (.95 - i * .16), s * 1.8, s * .11, s * .02), P.lt(c, .2 - i * .06));
        Brush.fill(
                g,
                Brush.poly(
                        x - s * .92,
                        y - s * .46,
                        x + s * .92,
                        y - s * .46,
                        x + s * .98,
                        y - s * .36,
                        x - s * .98,
                        y - s * .36),
                P.lt(c, .25));
        Brush.fill(g, Brush.rect(x - s * .98, y - s * .36, s * 1.96, s * .05), P.dk(c, .4));
    }

    static void chair(Painter P, Graphics2D g, double x, double y, double T, int dir) {
        AffineTransform o = g.getTransform();
        g.translate(x, y);
        g.scale(dir * T, T);
        int c = P.L(0x8A5238, 0), k = P.dk(c, .35);
        for (double lx : new double[] {-.15, .15}) Brush.fill(g, Brush.rect(lx - .012, -.25, .026, .25), k);
        Brush.fill(g, Brush.rr(-.19, -.6, .035, .4, .01), c);
        Brush.fill(g, Brush.rr(-.2, -.6, .06, .2, .02), P.lt(c, .1));
        Brush.fill(g, Brush.rr(-.19, -.26, .38, .04, .015), P.lt(c, .16));
        g.setTransform(o);
    }
}
