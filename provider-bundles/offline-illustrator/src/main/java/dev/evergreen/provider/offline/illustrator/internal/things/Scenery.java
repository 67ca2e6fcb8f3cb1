package dev.evergreen.provider.offline.illustrator.internal.things;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;

/** Buildings and sky signs that are asked for as things of their own. */
final class Scenery extends Drawing {
    Scenery(Picture picture) {
        super(picture);
    }

    void draw(Thing thing) {
        switch (thing) {
            case CASTLE -> castle();
            case PYRAMID -> pyramid();
            case FACTORY -> factory();
            case WIND_TURBINE -> turbine();
            case WINDMILL -> windmill();
            default -> throw new IllegalArgumentException(thing + " is no scenery");
        }
    }

    private void tower(double x, double w, double h, int wall) {
        box(x - w / 2, -h, w, h, .005, wall);
        for (int i = 0; i < 3; i++) {
            flat(x - w / 2 - .01 + i * w * .42, -h - .04, w * .24, .05, wall);
        }
        block(
                x - w * .6 + "," + (-h - .03) + " " + x + "," + (-h - w * 1.6) + " " + (x + w * .6) + "," + (-h - .03),
                0x8A4B5A);
        int pane = scene.lampsOn() ? 0xFFD27A : 0x57607C;
        bright(Shapes.rounded(x - w * .1, -h * .8, w * .2, w * .4, w * .1), scene.lampsOn() ? pane : figure(pane));
    }

    private void castle() {
        int wall = 0xC9BCA8;
        tower(-.36, .16, .5, wall);
        tower(.36, .16, .46, wall);
        tower(.04, .2, .72, Colour.scale(wall, .92));
        box(-.4, -.32, .8, .32, .005, wall);
        for (int i = 0; i < 9; i++) {
            flat(-.4 + i * .092, -.36, .05, .05, wall);
        }
        Brush.fill(g, Shapes.rounded(-.08, -.18, .16, .24, .08), figure(0x5A4238));
        tower(-.2, .13, .42, Colour.scale(wall, .96));
        straight(.008, 0x5A4238, .04, -1.04, .04, -1.16);
        plate(".04,-1.16 .16,-1.12 .04,-1.08", 0xC8483B);
    }

    private void pyramid() {
        plate("0,-.62 .52,0 .12,0", 0xB98A52);
        block("0,-.62 .12,0 -.52,0", 0xE3BE82);
        for (int i = 1; i < 8; i++) {
            double t = i / 8.0;
            straight(.004, 0xA87A46, -.52 * t, -.62 + .62 * t, .12 * t, -.62 + .62 * t);
        }
    }

    private void factory() {
        int wall = 0xA8604A;
        for (int i = 0; i < 2; i++) {
            double x = .12 + i * .18;
            block(x + ",-.3 " + (x + .015) + ",-.9 " + (x + .085) + ",-.9 " + (x + .1) + ",-.3", 0xB98A7A);
            for (int k = 0; k < 6; k++) {
                Brush.fill(
                        g,
                        Shapes.blob(x + .05 - k * .05, -.95 - k * .07, .05 + .018 * k, .045 + .014 * k, .35, k + i),
                        0xB4B0B4,
                        .6 - .08 * k);
            }
        }
        block("-.5,0 -.5,-.3 -.34,-.42 -.34,-.3 -.18,-.42 -.18,-.3 -.02,-.42 -.02,-.3 .44,-.3 .44,0", wall);
        for (int i = 0; i < 5; i++) {
            bright(Shapes.rectangle(-.44 + i * .18, -.2, .1, .08), scene.lampsOn() ? 0xFFD27A : figure(0x8FA9B8));
        }
    }

    private void turbine() {
        block("-.02,0 -.01,-.7 .01,-.7 .02,0", 0xF2F0EA);
        for (int i = 0; i < 3; i++) {
            turned(i * 2.094 + .5, 0, -.7, () -> body("0,-.7 .035,-.76 .012,-1.1 -.005,-1.1", 0xFBFAF6));
        }
        disc(0, -.7, .025, .025, 0xD9D6D0);
    }

    private void windmill() {
        block("-.14,-.7 .14,-.7 .22,0 -.22,0", 0xEFE4D0);
        body("-.16,-.7 0,-.86 .16,-.7", 0x8A4B45);
        for (int i = 0; i < 4; i++) {
            turned(i * 1.57 + .4, 0, -.72, () -> {
                flat(-.01, -1.2, .02, .48, 0x6B4A3A);
                flat(.01, -1.18, .1, .4, 0xF6EBD2);
            });
        }
        flat(-.04, -.16, .08, .16, 0x8A4B3C);
    }
}
