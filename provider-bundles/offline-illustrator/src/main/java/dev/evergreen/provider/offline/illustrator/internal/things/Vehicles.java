package dev.evergreen.provider.offline.illustrator.internal.things;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** What carries people, by land, water, air and space. */
final class Vehicles extends Drawing {
    private static final int GLASS = 0xBFDDE4;
    private static final int TYRE = 0x2A2836;

    Vehicles(Picture picture) {
        super(picture);
    }

    void draw(Thing thing) {
        switch (thing) {
            case BICYCLE -> bicycle();
            case CAR -> car();
            case TRUCK -> truck();
            case TRAIN -> train();
            case SLED -> sled();
            case BOAT -> {
                g.scale(.42, .42);
                new Boats(picture).boat(g, 0, -.2, 1, 3, false);
            }
            case SHIP -> ship();
            case AIR_BALLOON -> airBalloon();
            case PLANE -> plane();
            case SATELLITE -> satellite();
            case COMET -> comet();
            case ROCKET -> rocket();
            case UFO -> saucer();
            default -> throw new IllegalArgumentException(thing + " is no vehicle");
        }
    }

    private boolean lightsOn() {
        return scene.lampsOn();
    }

    private void wheel(double x, double y, double radius) {
        disc(x, y, radius, radius, TYRE);
        disc(x, y, radius * .5, radius * .5, 0xCFC8C0);
    }

    private void bicycle() {
        for (double x : new double[] {-.36, .36}) {
            ring(.028, TYRE, x, -.24, .23, .23);
            for (int i = 0; i < 8; i++) {
                straight(.006, 0x8A8AA0, x, -.24, x + Math.cos(i * .785) * .22, -.24 + Math.sin(i * .785) * .22);
            }
        }
        Path2D frame = Shapes.polygon("-.36,-.24 -.04,-.24 .26,-.54 -.14,-.54");
        Brush.line(g, frame, .034, figure(0x2F7F86));
        straight(.034, 0x2F7F86, -.04, -.24, -.16, -.62);
        straight(.034, 0x2F7F86, .36, -.24, .24, -.68);
        line(.03, TYRE, ".24,-.68 .34,-.72 .36,-.64");
        box(-.26, -.66, .2, .05, .02, 0x8C5B45);
        box(.28, -.62, .18, .14, .03, 0xC9A066);
    }

    private void headlight(double x, double y) {
        bright(Shapes.ellipse(x, y, .025, .03), 0xFFF0B8);
        if (lightsOn()) {
            shine(x, y, .3, 0xFFE7A8, .7);
            Brush.fade(
                    g,
                    Shapes.polygon(x, y - .02, x + .8, y - .15, x + .8, y + .2, x, y + .03),
                    x,
                    0,
                    0xFFE7A8,
                    .45,
                    x + .8,
                    0,
                    0xFFE7A8,
                    0);
        }
    }

    private void car() {
        int red = 0xD8533F;
        body("-.36,-.26 -.26,-.46 .1,-.47 .28,-.28", Colour.scale(red, .85));
        plate("-.28,-.28 -.21,-.42 -.04,-.43 -.04,-.28", GLASS);
        plate("0,-.28 0,-.43 .09,-.42 .2,-.28", GLASS);
        body("-.52,-.1 -.5,-.26 -.3,-.29 .28,-.29 .48,-.24 .53,-.1 0,-.06", red);
        straight(.006, Colour.scale(red, .6), -.02, -.27, -.02, -.1);
        Brush.fill(g, Shapes.lens(0, -.22, .4, .012), 0xFFFFFF, .35);
        for (double x : new double[] {-.3, .31}) {
            disc(x, -.1, .12, .12, Colour.scale(red, .45));
            wheel(x, -.09, .095);
        }
        flat(.45, -.13, .08, .025, 0xCFC8C0);
        headlight(.49, -.19);
    }

    private void truck() {
        box(-.52, -.54, .7, .42, .03, 0xEFE3CB);
        flat(-.52, -.3, .7, .06, 0x3F7C7A);
        body(".2,-.12 .2,-.46 .36,-.46 .46,-.3 .54,-.28 .54,-.12", 0x3F7C7A);
        plate(".26,-.3 .26,-.42 .35,-.42 .43,-.3", GLASS);
        flat(-.54, -.14, 1.08, .05, 0x4A4652);
        for (double x : new double[] {-.34, -.14, .38}) {
            wheel(x, -.08, .085);
        }
        headlight(.52, -.2);
    }

    private void train() {
        int green = 0x3F6A5A;
        box(-.52, -.36, .24, .26, .02, 0x9A4B3C);
        flat(-.48, -.31, .07, .09, GLASS);
        flat(-.38, -.31, .07, .09, GLASS);
        flat(-.3, -.16, .06, .03, TYRE);
        box(-.26, -.44, .26, .34, .02, green);
        flat(-.2, -.4, .14, .12, GLASS);
        box(-.28, -.47, .3, .04, .02, 0x8A3A34);
        box(-.02, -.33, .46, .23, .1, green);
        plate(".3,-.32 .27,-.46 .39,-.46 .36,-.32", 0x3A3444);
        disc(.12, -.34, .05, .05, 0xD9A83C);
        plate(".42,-.1 .54,-.02 .42,-.02", 0x8A3A34);
        for (int i = 0; i < 6; i++) {
            double x = -.46 + i * .18;
            wheel(x, -.06, i > 2 ? .075 : .055);
        }
        for (int i = 0; i < 6; i++) {
            Brush.fill(
                    g,
                    Shapes.blob(.33 - i * i * .02, -.52 - i * .06, .05 + .016 * i, .04 + .012 * i, .3, i),
                    0xF0EEEA,
                    .6 - .07 * i);
        }
        headlight(.45, -.24);
    }

    private void sled() {
        line(.04, 0x8A5238, "-.5,-.02 .3,-.02 .48,-.1 .5,-.24");
        flat(-.36, -.2, .05, .2, 0x6B4630);
        flat(.16, -.2, .05, .2, 0x6B4630);
        box(-.46, -.26, .84, .07, .02, 0xC8483B);
    }

    private void ship() {
        block("-.5,-.22 .5,-.26 .4,0 -.42,0", 0x8A3A3A);
        flat(-.48, -.25, .96, .05, 0xEFE3CB);
        box(-.3, -.4, .5, .16, .02, 0xF6F0E6);
        box(-.2, -.52, .28, .12, .02, 0xF6F0E6);
        for (int i = 0; i < 6; i++) {
            disc(-.25 + i * .08, -.32, .02, .02, lightsOn() ? 0xFFD27A : 0x57808C);
        }
        block("-.12,-.52 -.1,-.7 .02,-.7 .04,-.52", 0xD8533F);
        flat(-.11, -.66, .14, .05, 0x3A3444);
        for (int i = 0; i < 5; i++) {
            Brush.fill(
                    g,
                    Shapes.blob(-.06 - i * .07, -.76 - i * .05, .06 + .02 * i, .045 + .014 * i, .3, i),
                    0xE6E2DE,
                    .55 - .08 * i);
        }
        for (int i = 0; i < 6; i++) {
            Brush.fill(g, Shapes.lens(-.5 + i * .2, .005, .14, .014), 0xFFFFFF, .5);
        }
    }

    private void airBalloon() {
        int[] stripes = {0xE4572E, 0xF2C14E, 0xE4572E, 0xF6F0E0, 0xE4572E};
        Shape envelope = Shapes.closed("0,-.22 -.14,-.32 -.42,-.64 -.36,-.98 0,-1.14 .36,-.98 .42,-.64 .14,-.32");
        lit(envelope, 0x2F7F86);
        for (int i = 0; i < stripes.length; i += 2) {
            double x = -.3 + i * .15;
            Shape stripe = Shapes.common(envelope, Shapes.ellipse(x, -.7, .06 + .01 * (i % 3), .6));
            Brush.fill(g, stripe, figure(stripes[i]), .9);
        }
        straight(.01, 0x6B4A3A, -.12, -.3, -.07, -.12);
        straight(.01, 0x6B4A3A, .12, -.3, .07, -.12);
        box(-.09, -.13, .18, .13, .02, 0xB08A5A);
    }

    private void plane() {
        body("-.5,-.3 -.36,-.4 .3,-.42 .5,-.32 .34,-.22 -.2,-.22", 0xF2EEE6);
        plate("-.46,-.34 -.54,-.6 -.42,-.6 -.3,-.38", 0xD8533F);
        plate("-.1,-.3 -.28,-.06 -.16,-.06 .16,-.28", 0xC3C9CC);
        plate("-.02,-.38 -.12,-.54 -.04,-.54 .14,-.4", 0xAEB6BC);
        for (int i = 0; i < 7; i++) {
            disc(-.22 + i * .08, -.34, .018, .022, 0x57808C);
        }
        plate(".36,-.38 .44,-.35 .38,-.31 .32,-.33", 0x57808C);
    }

    private void satellite() {
        turned(-.35, 0, -.4, () -> {
            flat(-.56, -.5, .36, .2, 0x2F5F9A);
            flat(.2, -.5, .36, .2, 0x2F5F9A);
            for (int i = 1; i < 4; i++) {
                flat(-.56 + i * .09, -.5, .01, .2, 0xBFD4EA);
                flat(.2 + i * .09, -.5, .01, .2, 0xBFD4EA);
            }
            flat(-.2, -.415, .4, .03, 0xC3C9CC);
            box(-.12, -.54, .24, .28, .03, 0xE0B04A);
            Brush.fill(g, Shapes.arc(-.12, -.34, .24, .2, 180, 180), figure(0xE6E2DC));
            straight(.015, 0x8A8FA0, 0, -.2, 0, -.1);
        });
    }

    private void comet() {
        Brush.fade(
                g,
                Shapes.polygon("0,-.56 -1.5,-1.02 -1.4,-.78 -1.6,-.7 0,-.4"),
                0,
                -.48,
                0xBFE6FF,
                .8,
                -1.5,
                -.86,
                0xBFE6FF,
                0);
        shine(0, -.48, .4, 0xE6F6FF, .9);
        bright(Shapes.blob(0, -.48, .12, .11, .3, 4), 0xFFFFFF);
    }

    private void rocket() {
        int red = 0xD8483A;
        body("-.14,-.3 -.36,-.06 -.36,.04 -.12,-.04", red);
        body(".14,-.3 .36,-.06 .36,.04 .12,-.04", red);
        body("0,-1.1 .2,-.72 .2,-.28 .12,0 -.12,0 -.2,-.28 -.2,-.72", 0xF2EEE6);
        shape("0,-1.1 .13,-.86 -.13,-.86", red);
        disc(0, -.62, .09, .09, red);
        disc(0, -.62, .06, .06, 0x9FE0F0);
        flat(-.19, -.34, .38, .03, 0xC3BEB6);
        if (scene.mentions("launch\\w*|lifts? off|blast\\w*|takes? off|flies|flying|soar\\w*")) {
            shine(0, .2, .7, 0xFF9A3C, .8);
            bright(Shapes.closed("-.12,0 -.16,.22 0,.6 .16,.22 .12,0"), 0xF2762E);
            bright(Shapes.closed("-.06,0 -.08,.16 0,.4 .08,.16 .06,0"), 0xFFE08A);
        }
    }

    private void saucer() {
        Brush.fade(g, Shapes.polygon("-.2,-.2 .2,-.2 .5,.7 -.5,.7"), 0, -.2, 0xBFF0D8, .5, 0, .7, 0xBFF0D8, 0);
        body("-.2,-.4 -.14,-.62 .14,-.62 .2,-.4", 0x9FE0E8);
        body("-.5,-.32 -.2,-.44 .2,-.44 .5,-.32 .2,-.2 -.2,-.2", 0x9AA6B8);
        for (int i = 0; i < 5; i++) {
            bright(Shapes.ellipse(-.32 + i * .16, -.3, .03, .025), 0xFFE08A);
        }
    }
}
