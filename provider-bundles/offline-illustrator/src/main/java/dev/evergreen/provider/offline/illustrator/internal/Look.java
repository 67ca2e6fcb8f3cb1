package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;

/** A character's fixed appearance, hashed from the name alone so that every picture shows the same person. */
final class Look {
    int skin, hair, top, bottom, accent, shoe, style, topKind;
    boolean skirt, hat, scarf, beard, glasses, stripes;
    double build, hr, leg, T;
    boolean child, old, fem;
    static final int[] SKIN = {0xF6D3B8, 0xEDBE9B, 0xD9A27C, 0xB97F5B, 0x8D5B41, 0x6B4433, 0xF2C8A8, 0xC99069},
            HAIR = {0x2B2430, 0x4A2F28, 0x7A4A2B, 0xB0662F, 0xD9A650, 0x3A3550, 0x8C3B2B, 0x5B3A2E},
            TOP = {0xE0A32E, 0xC8483B, 0x2F7F86, 0x35507E, 0xEFE3CB, 0x8A4A6C, 0x6E8B4E, 0xE87F5F, 0x4A6FA5, 0xD8677E},
            BOT = {0x35405E, 0x5A4A48, 0x7A6A55, 0x2F4F55, 0x8C5B45, 0x4C4468},
            ACC = {0xF2C14E, 0xE4572E, 0xF6F0E0, 0x5FB3A8, 0xB7472A};

    static Look of(Scene.Who w) {
        Look k = new Look();
        Rnd r = new Rnd(w.name.hashCode() * 2654435761L);
        k.child = w.age == 0;
        k.old = w.age == 2;
        k.fem = w.fem;
        k.skin = SKIN[r.i(8)];
        k.hair = HAIR[r.i(k.skin == SKIN[4] || k.skin == SKIN[5] ? 2 : 8)];
        if (k.old) k.hair = r.p(.5) ? 0xE6E3DF : 0xB9B6BC;
        k.top = TOP[r.i(10)];
        k.bottom = BOT[r.i(6)];
        k.accent = ACC[r.i(5)];
        k.shoe = r.p(.5) ? 0x4A3430 : 0x2E2E42;
        k.style = k.fem ? 3 + r.i(5) : r.i(3);
        k.topKind = r.i(4);
        k.skirt = k.fem && r.p(.62);
        k.scarf = r.p(.3);
        k.stripes = r.p(.28);
        k.hat = r.p(.3) && r.p(.4);
        k.beard = !k.fem && !k.child && r.p(k.old ? .8 : .25);
        k.glasses = r.p(k.old ? .5 : .1);
        k.build = r.d(.88, 1.14) * (k.child ? .95 : 1);
        k.hr = k.child ? .122 : .086;
        k.leg = k.child ? .36 : .45;
        k.T = k.child ? r.d(.62, .7) : k.old ? r.d(.9, .95) : k.fem ? r.d(.92, .99) : r.d(.98, 1.06);
        if (w.cloth != null) {
            k.top = switch (w.cloth) {
                case "red" -> 0xCF3B33;
                case "blue" -> 0x35609C;
                case "green" -> 0x5A8A4B;
                case "yellow" -> 0xE9B436;
                case "white" -> 0xF3EDE0;
                case "black" -> 0x33313F;
                case "orange" -> 0xE5803A;
                case "pink" -> 0xE08AA0;
                case "purple" -> 0x7A4F8C;
                case "grey" -> 0x8C8C96;
                default -> 0x8A5F42;
            };
            k.stripes = false;
            k.topKind = 0;
        }
        String nm = w.name + " " + w.role;
        if (nm.matches(".*(fisherman|sailor|captain|keeper).*")) {
            k.hat = true;
            k.beard = !k.fem;
            k.top = 0xE0A32E;
            k.topKind = 0;
        }
        if (nm.contains("baker")) {
            k.top = 0xF4EEE2;
            k.hat = true;
        }
        if (nm.matches(".*(detective|stranger).*")) {
            k.hat = true;
            k.topKind = 0;
            k.top = 0x7A6A58;
        }
        return k;
    }
}
