package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;
import java.util.List;

/** Blocks the scene: who stands where, in which pose, facing what; and sets the key objects around them. */
final class Cast {
    final Painter P;
    final Scene sc;
    final Pal p;
    final Rnd r;

    Cast(Painter q) {
        P = q;
        sc = q.sc;
        p = q.p;
        r = q.rs;
    }

    int F(int c) {
        return Col.sat(Col.mix(Col.mul(c, p.figAmb), p.key, p.pull * .55), p.sat);
    }

    void stage() {
        int n = sc.people.size();
        boolean close = sc.shot.equals("close"), med = sc.shot.equals("medium");
        P.fig.rim = sc.inside ? .55 : p.night ? .75 : .85;
        P.prop.rim = .35;
        double fh = P.fh, gy = P.gy, fx = P.fx;
        boolean uw = sc.place.equals("underwater"), sea = sc.place.equals("sea");
        double m = fh / 1.7;
        LinkedHashSet<String> things = new LinkedHashSet<>(sc.things);
        things.removeAll(List.of("moon", "book", "lantern", "umbrella", "cup", "letter", "candle"));
        if (sc.place.equals("harbour") || sc.place.equals("lighthouse")) things.remove("lighthouse");
        if (sc.inside) things.removeAll(List.of("table", "lamp", "tree", "stove", "boat", "clock"));
        if (sc.place.equals("desert")) things.remove("cactus");
        if (sc.place.equals("forest")) things.remove("tree");
        if (sc.place.equals("office")) things.removeAll(List.of("computer", "book"));
        if (sc.place.equals("library")) things.remove("book");
        if (uw) things.removeAll(List.of("fish", "boat"));
        if (n == 0 && close) {
            Iterator<String> it = sc.things.iterator();
            String hero = it.hasNext() ? it.next() : sc.inside ? "cup" : "flower";
            double s = 560;
            Brush.fill(P.prop.g, Brush.el(fx, 850, 300, 40), p.shade, .35);
            Things.draw(P, P.prop.g, hero, fx, 850, s / Things.size(hero), P.side > 0 ? -1 : 1, r);
            return;
        }
        boolean low = false;
        for (var w : sc.people) low |= w.pose.matches("kneel|sit|read|row");
        String allPose = n > 0 ? sc.people.get(0).pose : "stand";
        boolean boat = n > 0
                && (sea || sc.place.matches("lake|harbour|shore"))
                && (sc.has("boat") && (allPose.equals("row") || sea) || allPose.equals("row"));
        double bx = fx, by = 0;
        if (sea && n > 0) boat = true;
        if (boat) {
            if (!sea) {
                P.gy = gy = 800;
            }
            things.remove("boat");
        }
        double T0 = fh;
        if (med) {
            T0 = low && !boat ? 880 : 1040;
            gy = low && !boat ? 1010 : 1200;
            if (boat) {
                T0 = 620;
                gy = 930;
            }
            if (uw) {
                T0 = 760;
                gy = 800;
            }
        } else if (close) {
            T0 = 2000;
        }
        if (boat && !med && !close) {
            T0 = Math.max(300, fh);
            gy = sea ? 850 : 800;
        }
        double gap = (low ? .5 : .42) * T0 * (med ? .9 : 1);
        if (close) gap = 620;
        boolean atTable = sc.inside
                && !close
                && n > 0
                && (sc.has("table") || sc.place.matches("kitchen|cafe|classroom"))
                && sc.people.stream().anyMatch(q -> q.pose.matches("sit|read"));
        if (atTable) gap = T0 * (n == 2 ? 1.06 : .7);
        double x0 = fx - gap * (n - 1) / 2;
        if (close) x0 = n == 1 ? VWf(.5 + P.side * .08) : VWf(.5) - gap * (n - 1) / 2;
        else if (med) x0 = VWf(.5 + P.side * .06) - gap * (n - 1) / 2;
        if (boat && sc.weather.equals("storm")) {
            double cx0 = x0 + gap * (n - 1) / 2;
            P.fig.g.rotate(-.1, cx0, gy);
            P.prop.g.rotate(-.1, cx0, gy);
        }
        if (boat && n > 0) {
            bx = x0 + gap * (n - 1) / 2;
            by = gy;
            double bs = T0 * (.62 + .3 * n);
            Graphics2D g = P.prop.g;
            for (int i = 0; i < 16; i++)
                Brush.fill(
                        g,
                        Brush.lens(bx + r.d(-.7, .7) * bs, by + bs * .1 + i * bs * .013, bs * r.d(.2, .55), bs * .012),
                        i % 2 == 0 ? p.shade : p.light,
                        .22);
            Things.rowboat(P, P.prop.g, bx, by, bs, true);
        }
        double objX = fx + (n > 0 ? -P.side * (gap * (n * .5 + .35)) : 0);
        for (int i = 0; i < n; i++) {
            Scene.Who w = sc.people.get(i);
            Look k = Look.of(w);
            int dir = 1;
            double T = T0 * k.T, x = x0 + gap * i, y = gy + (close || boat ? 0 : r.d(-1, 1) * T0 * .03);
            String pose = w.pose;
            if (i == 0 && (sc.has("umbrella") || sc.has("lantern") || sc.has("letter")) && pose.matches("stand|walk"))
                pose = pose.equals("walk") ? "walkhold" : "hold";
            if (boat)
                pose = pose.equals("row") || n == 1 && !pose.matches("read|point|up")
                        ? "row"
                        : pose.matches("point|up|read") ? pose + "sit" : "sit";
            boolean zz = pose.equals("lie");
            if (zz && sc.inside && !sc.place.equals("bedroom")) pose = "doze";
            if (zz && sc.place.equals("bedroom") && !close) {
                dir = -(int) P.side;
                x = fx + P.side * 330 + dir * T * .42;
                y = gy - 158;
            }
            if (uw) pose = "swim";
            else if (pose.equals("swim")) pose = P.water && !boat ? "stand" : "stand";
            if (close) {
                T = 165 / k.hr;
                y = 1000 + T - 430 - (1000 - T * (1 - k.hr * 1.1)) - 0;
                y = 440 + T * (1 - k.hr * 1.05);
                pose = pose.equals("up") ? "upclose" : pose.equals("read") ? "read" : "stand";
            }
            dir = n == 1 ? (pose.matches("walk.*|run") ? (r.p(.5) ? 1 : -1) : -(int) P.side) : i < n / 2.0 ? 1 : -1;
            if (n >= 3 && pose.matches("walk|run")) dir = -(int) P.side;
            if (n == 3 && i == 1) dir = -(int) P.side;
            if (pose.matches("row.*") || boat) dir = i == 0 ? 1 : -1;
            if (sc.place.equals("tidepool") && !close) dir = n == 1 ? -(int) P.side : dir;
            if (uw) {
                y = 620 + (i % 2) * 110 - 30 * n;
                x = x0 + gap * i * 1.2;
                dir = -(int) P.side;
                T *= .95;
            }
            if (pose.equals("lie") && sc.inside) {
                y -= 0;
            }
            if (sc.inside && !close && pose.matches("sit|read|doze")) Things.chair(P, P.prop.g, x, y, T * .9, dir);
            else if (!sc.inside && !close && !boat && pose.matches("sit|read") && !sc.has("bench")) pose += "low";
            if (!close && !uw && !boat && y < 1050) {
                double sx = P.lx < x ? 1 : -1;
                if (!sc.inside && sc.weather.equals("clear"))
                    Brush.fill(
                            P.prop.g, Brush.el(x + sx * T * .13, y + 3, T * .3, T * .035), p.shade, p.night ? .35 : .3);
                Brush.fill(P.prop.g, Brush.el(x, y + 2, T * .16, T * .024), p.shade, .4);
            }
            Figure fg = new Figure(this, P.fig.g, k);
            fg.asleep = zz;
            if (zz && sc.place.equals("bedroom") && !close) dir = -(int) P.side;
            fg.draw(pose, x, boat ? by - T * .015 : y, T, dir, sc, i == 0);
            if (zz && sc.place.equals("bedroom") && !close) {
                int bc = F(0x5F7FA8);
                double ex = x - dir * T * .62;
                Brush.grad(
                        P.fig.g,
                        Brush.smooth(
                                true,
                                x + dir * 40,
                                y + 24,
                                x + dir * 30,
                                y - T * .16,
                                (x + ex) / 2,
                                y - T * .25,
                                ex,
                                y - T * .22,
                                ex - dir * 14,
                                y + 20,
                                (x + ex) / 2,
                                y + 40),
                        0,
                        y - 60,
                        P.lt(bc, .25),
                        0,
                        y + 40,
                        P.dk(bc, .25));
            }
        }
        if (boat && n > 0) Things.rowboat(P, P.fig.g, bx, by, T0 * (.62 + .3 * n), false);
        if (atTable) {
            double tx = n == 1 ? x0 - P.side * T0 * .42 : x0 + gap * (n - 1) / 2,
                    tw = n == 1 ? T0 * .62 : gap * (n - 1) * .66;
            Rooms rm = new Rooms(new Places(P));
            Graphics2D old = P.fig.g;
            rm.table(P.fig.g, tx, gy + 16, tw, T0 * .4);
            Things.draw(P, P.fig.g, "cup", tx - tw * .2, gy + 16 - T0 * .4 - 16, T0 * .42, 1, r);
            Things.draw(
                    P,
                    P.fig.g,
                    sc.has("cake") ? "cake" : sc.has("book") || sc.has("letter") ? "letter" : "flower",
                    tx + tw * .16,
                    gy + 16 - T0 * .4 - 16,
                    T0 * .42,
                    1,
                    r);
            things.removeAll(List.of("cake", "cup", "flower", "letter"));
        }
        // things around the people, alternating sides, sized in metres
        int j = 0;
        double mm = (close ? 560 : med ? 620 : P.fh) / 1.7;
        if (close) return;
        double by2 = Math.min(gy, 985);
        for (String t : things) {
            double sz = Things.size(t) * mm;
            boolean air = (t.matches("bird|kite|balloon|whale|jellyfish") || uw && t.equals("turtle")), small = sz < 90;
            double k = mm;
            if (sz < 66) k = mm * 66 / sz;
            double dd = (j % 2 == 0 ? -P.side : P.side);
            double x = fx + dd * (gap * n * .5 + Things.size(t) * k * .5 + 70 + 120 * (j / 2)),
                    y = by2 + (small ? 24 : -4) + (j % 3) * 10;
            if (t.equals("bird")) {
                for (int b = 0; b < 5; b++)
                    Things.draw(
                            P,
                            P.prop.g,
                            "bird",
                            P.lx + r.d(-330, 330),
                            r.d(130, 380),
                            70 * r.d(.5, 1.1) / .5,
                            r.p(.5) ? 1 : -1,
                            r);
                j++;
                continue;
            }
            if (air) {
                y = t.matches("whale|turtle|jellyfish") ? 420 : t.equals("rocket") ? 320 : 300;
                x = fx - P.side * VWf(.2);
                k = Math.max(k, 150);
                if (t.matches("whale")) {
                    k = 62;
                    x = fx - P.side * VWf(.24);
                    y = 300;
                }
            }
            if (t.equals("kite")) {
                double hxx = n > 0 ? fx + (-P.side) * T0 * .1 : fx,
                        hyy = gy - T0 * (n > 0 && sc.people.get(0).age == 0 ? .66 : 1.0);
                Graphics2D g = P.prop.g;
                g.setStroke(new BasicStroke(2f));
                g.setColor(Col.of(0xFFFFFF, .75));
                g.draw(new QuadCurve2D.Double(x, y + 60, (x + hxx) / 2 + 60 * P.side * -1, hyy - 40, hxx, hyy));
            }
            if (t.equals("tree")) {
                new Places(P)
                        .tree(
                                P.gnd.g,
                                P.fx + dd * 420,
                                P.gy - 20,
                                560,
                                sc.season.equals("winter") ? "bare" : "round",
                                .02,
                                5);
                j++;
                continue;
            }
            if (t.equals("lighthouse")) {
                double X = VWf(.5 - P.side * .38);
                new Places(P).rocks(P.far.g, X, P.hy + 6, 120, 6, 9, .2);
                Things.lighthouse(P, P.far.g, X, P.hy - 24, 280, .16);
                continue;
            }
            if (t.equals("boat") && P.water) {
                Things.boat(P, P.mid.g, fx - P.side * 330, P.hy + 90, 150, 3, true);
                j++;
                continue;
            }
            if (sc.place.equals("tidepool") && t.matches("starfish|crab|shell")) {
                x = fx + dd * (gap * n * .5 + 40);
                y = 842 + 22 * (j % 2);
                k = Math.max(k, 130 / Things.size(t));
                if (t.equals("starfish")) {
                    x = P.fx - P.side * 378;
                    y = 896;
                    k = 112 / Things.size(t);
                }
            }
            if (sc.place.matches("shore") && t.matches("starfish|crab|shell|turtle")) {
                x = fx + dd * (gap * n * .5 + 70);
                y = 950;
                k = Math.max(k, 110 / Things.size(t));
            }
            if (uw && t.matches("starfish|crab|shell")) y = 950;
            if (!air && !uw && !t.equals("fire"))
                Brush.fill(
                        P.prop.g,
                        Brush.el(x, y + 2, Things.size(t) * k * .5, 8 + Things.size(t) * k * .03),
                        p.shade,
                        .3);
            Things.draw(P, air ? P.prop.g : P.prop.g, t, x, y, k, dd > 0 ? -1 : 1, r);
            j++;
        }
        if (uw)
            for (int i = 0; i < 11; i++)
                Things.fish(
                        P,
                        P.prop.g,
                        P.fx - P.side * (120 + r.d(0, 620)),
                        sc.has("whale") ? 470 + r.d(0, 260) : 330 + r.d(-190, 260),
                        r.d(18, 40),
                        F(new int[] {0xF2A33C, 0xE8604C, 0xF4D35E, 0x5FC2C6}[i % 4]),
                        (int) P.side);
    }

    double VWf(double k) {
        return P.VW * k;
    }
}
