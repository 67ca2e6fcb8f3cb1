package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;

/** A limited palette: sky stops, one haze, one light, one shadow tint, one key every local colour is pulled towards. */
final class Pal {
    int[] sky;
    int haze, light, amb, figAmb, key, shade, cloud, cloudSh;
    double pull = .14, hazeMax = .86, sat = 1;
    boolean night, warmIn;

    static int[] I(int... v) {
        return v;
    }

    static Pal of(Scene s, Rnd r) {
        Pal p = new Pal();
        int v = r.i(2);
        switch (s.time) {
            case "dawn" -> {
                p.sky = v == 0 ? I(0x6C8CB9, 0xA7AFCB, 0xF0BFB2, 0xFFE3B8) : I(0x5B7FA6, 0x9DB8C0, 0xF3C9A5, 0xFFE9BE);
                p.haze = v == 0 ? 0xEBC3BC : 0xEBCDB4;
                p.light = 0xFFE0A8;
                p.amb = 0xEBD3D6;
                p.key = 0xC98F9C;
                p.shade = 0x54588C;
                p.cloud = 0xFFE6D2;
                p.cloudSh = 0xC79DB2;
            }
            case "dusk" -> {
                p.sky = v == 0 ? I(0x373E78, 0x8A5488, 0xE8795F, 0xFFC774) : I(0x24466E, 0x5F6C92, 0xE58E62, 0xFFD07E);
                p.haze = v == 0 ? 0xD9857A : 0xD99873;
                p.light = 0xFFB866;
                p.amb = 0xD9A9A2;
                p.key = 0xA0527A;
                p.shade = 0x33265C;
                p.cloud = 0xFFB083;
                p.cloudSh = 0x9A5A84;
            }
            case "night" -> {
                p.sky = v == 0 ? I(0x0B1433, 0x15254F, 0x27457A, 0x4A719F) : I(0x0C1A2E, 0x123049, 0x1F5068, 0x4C8590);
                p.haze = v == 0 ? 0x34568C : 0x2E6477;
                p.light = 0xDDE9F5;
                p.amb = v == 0 ? 0x5C70A6 : 0x55809B;
                p.key = v == 0 ? 0x2B4380 : 0x235A73;
                p.shade = 0x0A1030;
                p.cloud = 0x5A78A8;
                p.cloudSh = 0x24386B;
                p.night = true;
                p.hazeMax = .8;
                p.pull = .26;
            }
            default -> {
                p.sky = v == 0 ? I(0x4F9CCB, 0x86C3DD, 0xC4E3E2, 0xF3F1DC) : I(0x5FAFC0, 0x9AD2D0, 0xD3EAD8, 0xFAF3D8);
                p.haze = v == 0 ? 0xC6DFE2 : 0xCFE4D6;
                p.light = 0xFFF4CF;
                p.amb = 0xFFFAF0;
                p.key = 0xD9B67A;
                p.shade = 0x35507E;
                p.cloud = 0xFFFCF2;
                p.cloudSh = 0xB4CBDB;
                p.hazeMax = .74;
            }
        }
        double g = switch (s.weather) {
            case "rain" -> .55;
            case "storm" -> .72;
            case "fog" -> .62;
            case "snow" -> .42;
            default -> 0;
        };
        if (g > 0) {
            int grey = switch (s.weather) {
                case "storm" -> 0x4D5870;
                case "fog" -> 0xC5CBC8;
                case "snow" -> 0xC9D3DE;
                default -> 0x8797A6;
            };
            if (p.night) grey = Col.mul(grey, 0x4F6694);
            for (int i = 0; i < 4; i++) p.sky[i] = Col.mix(p.sky[i], i < 2 ? grey : Col.mix(grey, p.sky[3], .45), g);
            p.haze = Col.mix(p.haze, Col.mix(grey, p.sky[2], .4), g);
            p.amb = Col.mix(
                    p.amb,
                    Col.mul(
                            p.amb,
                            s.weather.equals("snow") ? 0xF2F6FF : s.weather.equals("storm") ? 0x9AA4BC : 0xC4CCD6),
                    .9);
            p.sat = s.weather.equals("fog") ? .72 : .82;
            p.cloud = Col.mix(p.cloud, Col.mix(grey, 0xFFFFFF, .25), g);
            p.cloudSh = Col.mix(p.cloudSh, Col.scale(grey, .78), g);
            if (s.weather.equals("fog")) p.hazeMax = .97;
            if (s.weather.equals("snow")) {
                p.hazeMax = .74;
                p.pull *= .5;
            }
        }
        switch (s.mood) {
            case "sad" -> p.sat *= .8;
            case "joy" -> p.sat *= 1.12;
            case "tense" -> {
                p.amb = Col.mix(p.amb, Col.mul(p.amb, 0xB0A8B8), .6);
                p.pull += .06;
            }
            case "mystery" -> {
                p.key = Col.mix(p.key, 0x2F7F7C, .5);
                p.pull += .06;
            }
            default -> {}
        }
        double hj = r.d(-7, 7);
        for (int i = 0; i < 4; i++) p.sky[i] = Col.sat(Col.hue(p.sky[i], hj), p.sat);
        p.haze = Col.sat(Col.hue(p.haze, hj), p.sat);
        p.figAmb = p.night ? Col.mix(p.amb, 0xFFFFFF, .3) : Col.mix(p.amb, 0xFFFFFF, .25);
        return p;
    }

    Pal interior(Scene s) {
        Pal q = new Pal();
        q.sky = sky;
        q.haze = night ? 0x6A4A4E : Col.mix(haze, 0xE8D2B0, .5);
        q.light = night ? 0xFFC878 : light;
        q.night = night;
        q.cloud = cloud;
        q.cloudSh = cloudSh;
        q.sat = Math.min(1.05, sat + .08);
        q.amb = night ? 0xCFA898 : s.time.equals("dusk") ? 0xD6ACA0 : s.time.equals("dawn") ? 0xE6D0C6 : 0xF6EBDC;
        if (!s.weather.equals("clear") && !night) q.amb = Col.mul(q.amb, 0xD2D6E0);
        q.key = night ? 0x9A5A3E : 0xB88A62;
        q.pull = .16;
        q.hazeMax = .4;
        q.shade = night ? 0x231838 : 0x4B4466;
        q.figAmb = Col.mix(q.amb, 0xFFFFFF, .3);
        q.warmIn = true;
        return q;
    }
}
