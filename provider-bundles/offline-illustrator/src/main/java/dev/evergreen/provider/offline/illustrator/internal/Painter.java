package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;
import java.util.List;

/** Composes the picture: picks light, horizon and stage, paints the place back to front, then things, people, foreground, air and grain. */
final class Painter {
    final Scene sc;
    final int W, H;
    final double u, VW;
    final Rnd lay, rs;
    final List<Layer> layers = new ArrayList<>();
    final int ls;
    Pal p, out;
    double hy = 570, lx, ly, fx, gy = 900, fh = 330, zoom = 1, side;
    boolean water;
    Layer sky, far, mid, gnd, prop, fig, fore, air;

    Painter(Scene s, long seed, int w, int h) {
        sc = s;
        W = w;
        H = h;
        u = h / 1000.0;
        VW = w / u;
        ls = (int) (seed * 31 + s.where.hashCode());
        lay = new Rnd(ls);
        rs = new Rnd(seed ^ s.text.hashCode());
    }

    int L(int local, double d) {
        int c = Col.mul(local, p.amb);
        c = Col.mix(c, p.key, p.pull);
        c = Col.sat(c, p.sat);
        return Col.mix(c, p.haze, Math.pow(d, .85) * p.hazeMax);
    }

    int ink(int c) {
        return Col.mix(Col.scale(Col.sat(c, 1.25), .5), p.shade, .38);
    }

    int dk(int c, double t) {
        return Col.mix(c, p.shade, t);
    }

    int lt(int c, double t) {
        return Col.mix(c, p.light, t);
    }

    Layer add(String n, double d, double z) {
        Layer l = new Layer(n, d, W, H, u);
        double cx = fx, cy = gy - 160;
        if (z != 1) {
            l.g.translate(cx, cy);
            l.g.scale(z, z);
            l.g.translate(-cx, -cy);
        }
        layers.add(l);
        return l;
    }

    BufferedImage flat;

    void paint() {
        out = Pal.of(sc, new Rnd(ls * 7L + sc.time.hashCode()));
        p = sc.inside ? out.interior(sc) : out;
        side = lay.p(.5) ? 1 : -1;
        lx = VW * (.5 - side * lay.d(.17, .25));
        ly = switch (sc.time) {
            case "dawn", "dusk" -> 470;
            case "night" -> 190;
            default -> 150;
        };
        fx = VW * (.5 + side * .13);
        boolean med = sc.shot.equals("medium"), close = sc.shot.equals("close");
        zoom = close ? 1.7 : med ? 1.35 : 1;
        if (sc.place.equals("tidepool")) {
            hy = 400;
        }
        if (sc.shot.equals("epic")) hy = 620;
        double z = zoom;
        fh = sc.shot.equals("epic") ? 190 : sc.inside ? 440 : sc.place.equals("tidepool") ? 420 : 350;
        sky = add("sky", 0, 1 + (z - 1) * .3);
        far = add("far", .15, 1 + (z - 1) * .5);
        mid = add("mid", .35, 1 + (z - 1) * .85);
        gnd = add("ground", .55, z);
        prop = add("props", .75, 1);
        fig = add("figures", .8, 1);
        fore = add("fore", 1, 1);
        air = add("air", .6, 1);
        air.tex = 0;
        air.warp = 0;
        fore.warp = 1.3;
        fig.warp = .45;
        prop.warp = .6;
        Places pl = new Places(this);
        pl.paint();
        new Cast(this).stage();
        pl.front();
        weather();
        if (close) for (Layer l : List.of(sky, far, mid, gnd)) soften(l, 5);
        else if (med) for (Layer l : List.of(sky, far, mid)) soften(l, 2);
        for (Layer l : layers) {
            l.g.dispose();
            finish(l);
        }
        flat = compose();
    }

    void weather() {
        Graphics2D g = air.g;
        Rnd r = rs;
        String w = sc.weather;
        if (sc.inside || sc.place.equals("underwater") || sc.place.equals("space")) return;
        int c = Col.mix(p.haze, 0xFFFFFF, .35);
        if (w.equals("rain") || w.equals("storm")) {
            double sl = w.equals("storm") ? .42 : .16;
            for (int i = 0; i < 520; i++) {
                double x = r.d(-200, VW + 100), y = r.d(-60, 1000), l = r.d(20, 80), k = r.d();
                Brush.fill(g, Brush.poly(x, y, x + 1.1 + k * 1.6, y, x + l * sl + .6, y + l), c, .10 + .26 * k);
            }
            if (!water)
                for (int i = 0; i < 90; i++) {
                    double x = r.d(0, VW), y = r.d(gy - 60, 1000);
                    g.setColor(Col.of(c, .35));
                    g.setStroke(new BasicStroke(1.6f));
                    double k = (y - gy + 160) / 60;
                    g.draw(new Arc2D.Double(x, y, 9 * k, 3.5 * k, 0, 360, Arc2D.OPEN));
                }
        }
        if (w.equals("snow"))
            for (int i = 0; i < 620; i++) {
                double k = r.d(), q = 1.4 + k * k * k * 10;
                Brush.fill(g, Brush.el(r.d(0, VW), r.d(-20, 1000), q, q * .92), 0xFFFFFF, .35 + .5 * (1 - k));
            }
        if (w.equals("fog"))
            for (int i = 0; i < 9; i++) {
                double y = hy + r.d(-120, 330), x = r.d(0, VW), q = r.d(400, 900);
                g.setPaint(new RadialGradientPaint(
                        new Point2D.Double(x, y),
                        (float) q,
                        new Point2D.Double(x, y),
                        new float[] {0, 1},
                        new Color[] {Col.of(p.haze, .42), Col.of(p.haze, 0)},
                        MultipleGradientPaint.CycleMethod.NO_CYCLE,
                        MultipleGradientPaint.ColorSpaceType.SRGB,
                        tr(x, y, 1, .16)));
                g.fill(Brush.rect(0, y - q * .17, VW, q * .34));
            }
        if (w.equals("storm") && !sc.time.equals("day")
                || w.equals("storm") && sc.text.toLowerCase().contains("lightning")) {
            double x = lx, y = 0;
            Path2D b = new Path2D.Double();
            b.moveTo(x, y);
            while (y < hy * .9) {
                x += r.d(-46, 46);
                y += r.d(30, 70);
                b.lineTo(x, y);
            }
            Graphics2D q = sky.g;
            for (int k = 3; k >= 0; k--) {
                q.setColor(Col.of(0xF4F1FF, k == 0 ? .95 : .10));
                q.setStroke(new BasicStroke(3f + k * 9, 1, 1));
                q.draw(b);
            }
            Brush.glow(q, x, y, 420, 0xDAD8FF, .45);
        }
    }

    static AffineTransform tr(double x, double y, double sx, double sy) {
        AffineTransform a = AffineTransform.getTranslateInstance(x, y);
        a.scale(sx, sy);
        a.translate(-x, -y);
        return a;
    }

    void soften(Layer l, int k) {
        int w = Math.max(1, W / k), h = Math.max(1, H / k);
        BufferedImage s = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = Brush.g(s);
        g.drawImage(l.img, 0, 0, w, h, null);
        g.dispose();
        g = Brush.g(l.img);
        g.setComposite(AlphaComposite.Src);
        g.drawImage(s, 0, 0, W, H, null);
        g.dispose();
    }

    /** Mirror what stands behind the water line into a layer, rippled row by row. */
    void mirror(Layer dst, double y0, double alpha, double squash, Layer... src) {
        int top = (int) (y0 * u);
        int[] d = px(dst.img);
        for (Layer s : src) {
            int[] a = px(s.img);
            for (int y = Math.max(0, top); y < H; y++) {
                int sy = (int) (top - (y - top) / squash);
                if (sy < 0) break;
                double near = (y - top) / (double) (H - top);
                double fade = alpha * (1 - near * .55);
                int dx = (int)
                        ((Rnd.n2(y * .16, 3, 5) - .5) * (4 + near * 60) * u + (Rnd.n2(y * .55, 9, 7) - .5) * 10 * u);
                int f = (int) (fade * 256);
                for (int x = 0; x < W; x++) {
                    int sx = Math.min(W - 1, Math.max(0, x + dx)), c = a[sy * W + sx], ca = (c >>> 24) * f >> 8;
                    if (ca == 0) continue;
                    int o = d[y * W + x];
                    if (o >>> 24 == 0) continue;
                    int ia = 255 - ca;
                    d[y * W + x] = (o & 0xFF000000)
                            | (((c >> 16 & 255) * f >> 8) + (o >> 16 & 255) * ia / 255) << 16
                            | (((c >> 8 & 255) * f >> 8) + (o >> 8 & 255) * ia / 255) << 8
                            | (((c & 255) * f >> 8) + (o & 255) * ia / 255);
                }
            }
        }
    }

    int seaC() {
        return L(0x2F7C8F, .02);
    }

    static int[] px(BufferedImage b) {
        return ((java.awt.image.DataBufferInt) b.getRaster().getDataBuffer()).getData();
    }

    static final int TW = 512, TH = 256;
    static byte[] TEX, WX, WY;

    static synchronized void tex() {
        if (TEX != null) return;
        byte[] t = new byte[TW * TH], a = new byte[TW * TH], b = new byte[TW * TH];
        for (int ty = 0; ty < TH; ty++)
            for (int tx = 0; tx < TW; tx++) {
                int i = ty * TW + tx, x = tx * 2, y = ty * 2;
                double wx = Rnd.wrap((x + y) / 64.0, (x - y) / 64.0, 8, 8, 11) * 34,
                        wy = Rnd.wrap((x + y) / 64.0, (x - y) / 64.0, 8, 8, 12) * 34,
                        streak = Rnd.wrap((x + wx) / 64.0, (y + wy) / 4.0, 16, 128, 3),
                        mot =
                                Rnd.wrap((x + wx + y + wy) / 64.0, (x + wx - y - wy) / 64.0, 8, 8, 4) * .5
                                        + Rnd.wrap((x + wx) / 128.0, (y + wy) / 64.0, 8, 8, 14) * .2
                                        + Rnd.wrap((x + y) / 16.0, (x - y) / 16.0, 32, 32, 5) * .3,
                        grain = (Rnd.h(x, y) & 255) / 255.0;
                t[i] = (byte) ((streak - .5) * 10 + (mot - .5) * 38 + (grain - .5) * 17);
                a[i] = (byte) Math.round((Rnd.wrap(x / 32.0, y / 32.0, 32, 16, 6) - .5) * 60
                        + (Rnd.wrap(x / 8.0, y / 8.0, 128, 64, 7) - .5) * 24);
                b[i] = (byte) Math.round((Rnd.wrap(x / 32.0, y / 32.0, 32, 16, 8) - .5) * 60
                        + (Rnd.wrap(x / 8.0, y / 8.0, 128, 64, 9) - .5) * 24);
            }
        TEX = t;
        WX = a;
        WY = b;
    }
    /** Brush texture, painterly edge wobble and rim light, inside the alpha of one layer. */
    void finish(Layer l) {
        if (l.tex == 0 && l.rim == 0) return;
        tex();
        int[] s = px(l.img);
        int[] o = new int[s.length];
        int off = l.name.hashCode() & 1023;
        int wk = (int) (l.warp * 11 * u);
        int rdx = (int) ((lx < fx ? -1 : 1) * 3.2 * u), rdy = (int) (-2.2 * u);
        int rimR = p.light >> 16 & 255, rimG = p.light >> 8 & 255, rimB = p.light & 255;
        int rk = (int) (l.rim * 256);
        for (int y = 0; y < H; y++) {
            int row = y * W, ty = ((y >> 1) + off & TH - 1) * TW;
            for (int x = 0; x < W; x++) {
                int ti = ty + ((x >> 1) + off & TW - 1);
                int sx = x + (WX[ti] * wk >> 8), sy = y + (WY[ti] * wk >> 8);
                if (sx < 0) sx = 0;
                else if (sx >= W) sx = W - 1;
                if (sy < 0) sy = 0;
                else if (sy >= H) sy = H - 1;
                int c = s[sy * W + sx], a = c >>> 24;
                if (a == 0) continue;
                int k = 256 + (int) (TEX[ti] * l.tex), m = TEX[ti] * 3 >> 3;
                int r = ((c >> 16 & 255) * (k + m) >> 8), g = ((c >> 8 & 255) * k >> 8), b = ((c & 255) * (k - m) >> 8);
                if (rk > 0) {
                    int qx = sx + rdx,
                            qy = sy + rdy,
                            na = qx < 0 || qy < 0 || qx >= W || qy >= H ? 255 : s[qy * W + qx] >>> 24;
                    if (na < a) {
                        int e = (a - na) * rk >> 8;
                        r += (rimR - r) * e >> 8;
                        g += (rimG - g) * e >> 8;
                        b += (rimB - b) * e >> 8;
                    }
                }
                o[row + x] = a << 24 | (r > a ? a : r) << 16 | (g > a ? a : g) << 8 | (b > a ? a : b);
            }
        }
        System.arraycopy(o, 0, s, 0, s.length);
    }

    BufferedImage compose() {
        BufferedImage im = new BufferedImage(W, H, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = im.createGraphics();
        for (Layer l : layers) g.drawImage(l.img, 0, 0, null);
        g.dispose();
        int[] d = px(im);
        int[] cv = new int[256];
        for (int i = 0; i < 256; i++) {
            double v = i / 255.0, s = v * v * (3 - 2 * v);
            cv[i] = Col.c(255 * (v + (s - v) * .42));
        }
        double[] cx = new double[W];
        for (int x = 0; x < W; x++) {
            double q = (x - W * .5) / (W * .5);
            cx[x] = q * q;
        }
        int vr = p.shade >> 16 & 255, vg = p.shade >> 8 & 255, vb = p.shade & 255;
        for (int y = 0; y < H; y++) {
            double q = (y - H * .5) / (H * .5), qy = q * q;
            for (int x = 0; x < W; x++) {
                double v = cx[x] * .75 + qy * .6 - .45;
                int e = v > 0 ? (int) (Math.min(.5, v * .42) * 256) : 0;
                int i = y * W + x, c = d[i], n = (Rnd.h(x, y * 3 + 1) & 15) - 8;
                int r = cv[c >> 16 & 255],
                        gg = cv[c >> 8 & 255],
                        b = cv[c & 255],
                        lm = (r * 77 + gg * 150 + b * 29) >> 8;
                r += ((r - lm) * 30 >> 8) + n;
                gg += ((gg - lm) * 30 >> 8) + n;
                b += ((b - lm) * 30 >> 8) + n;
                r += (vr - r) * e >> 8;
                gg += (vg - gg) * e >> 8;
                b += (vb - b) * e >> 8;
                d[i] = (r < 0 ? 0 : r > 255 ? 255 : r) << 16
                        | (gg < 0 ? 0 : gg > 255 ? 255 : gg) << 8
                        | (b < 0 ? 0 : b > 255 ? 255 : b);
            }
        }
        return im;
    }
}
