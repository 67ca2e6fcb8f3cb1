package dev.evergreen.provider.offline.illustrator.internal.things;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Animals of land and air. */
final class Animals extends Drawing {
    /**
     * What distinguishes one four-legged animal from another.
     *
     * @param leg length of the legs
     * @param belly half the height of the body
     * @param headX how far the head reaches forward
     * @param headY how high
     */
    private record Build(int coat, double leg, double belly, double thick, double headX, double headY, double head) {}

    Animals(Picture picture) {
        super(picture);
    }

    void draw(Thing thing) {
        switch (thing) {
            case DOG -> dog();
            case CAT -> cat();
            case FOX -> fox();
            case SHEEP -> sheep();
            case PIG -> pig();
            case COW -> cow();
            case DEER -> deer();
            case BEAR -> bear();
            case LION -> lion();
            case HORSE -> horse(0x8A5A3C, false);
            case CAMEL -> horse(0xC99A5E, true);
            case ELEPHANT -> elephant();
            case DRAGON -> dragon();
            case RABBIT -> rabbit();
            case MOUSE -> mouse();
            case FROG -> frog();
            case SNAIL -> snail();
            case BIRD -> bird();
            case OWL -> owl();
            case DUCK -> duck();
            case BUTTERFLY -> butterfly();
            case BEE -> bee();
            case TURTLE -> turtle();
            default -> throw new IllegalArgumentException(thing + " is no animal of land or air");
        }
    }

    private void fourLegged(Build build) {
        int coat = build.coat();
        int shaded = Colour.scale(coat, .72);
        double leg = build.leg();
        double[] legs = widths(build.thick() * 1.2, build.thick() * .75, build.thick() * .6);
        for (double x : new double[] {-.22, .24}) {
            limb(shaded, legs, x + .07 + "," + -leg + " " + (x + .09) + "," + -leg * .5 + " " + (x + .07) + ",-.02");
        }
        double back = -leg - build.belly() * 2;
        lit(
                Shapes.smooth(
                        true,
                        -.4,
                        -leg - build.belly(),
                        -.34,
                        back + .03,
                        0,
                        back,
                        .3,
                        back + .02,
                        .38,
                        -leg - build.belly(),
                        .28,
                        -leg + .02,
                        0,
                        -leg + .05,
                        -.3,
                        -leg + .02),
                coat);
        for (double x : new double[] {-.3, .2}) {
            limb(coat, legs, x + "," + -leg + " " + (x + .02) + "," + -leg * .5 + " " + x + ",-.02");
        }
        double neck = build.head() * .9;
        limb(
                coat,
                widths(build.belly() * 1.5, neck),
                .26 + "," + (back + build.belly() * .6) + " " + build.headX() + "," + build.headY());
        ball(build.headX() + build.head() * .3, build.headY(), build.head(), build.head() * .8, coat);
    }

    private void muzzle(Build build, int colour, int nose) {
        double x = build.headX() + build.head();
        disc(x, build.headY() + build.head() * .25, build.head() * .62, build.head() * .45, colour);
        disc(x + build.head() * .5, build.headY() + build.head() * .1, build.head() * .16, build.head() * .14, nose);
        eye(build.headX() + build.head() * .55, build.headY() - build.head() * .25, build.head() * .1);
    }

    private void fox() {
        int coat = 0xD9702E;
        body("-.3,-.36 -.5,-.34 -.66,-.2 -.72,-.02 -.56,-.06 -.4,-.22", coat);
        shape("-.66,-.2 -.72,-.02 -.58,-.06", 0xFBF3E6);
        Build build = new Build(coat, .26, .1, .08, .4, -.6, .13);
        fourLegged(build);
        plate(".36,-.68 .37,-.86 .48,-.7", coat);
        plate(".46,-.7 .52,-.84 .57,-.66", Colour.scale(coat, .8));
        shape(".44,-.58 .72,-.52 .5,-.48", 0xFBF3E6);
        eye(.5, -.62, .018);
        disc(.71, -.53, .022, .02, 0x2A2030);
    }

    private void sheep() {
        for (double x : new double[] {-.22, -.1, .14, .24}) {
            limb(0x4A4048, widths(.06, .05), x + ",-.28 " + x + ",-.02");
        }
        for (int i = 0; i < 12; i++) {
            double angle = i * .5236;
            ball(Math.cos(angle) * .28, -.44 + Math.sin(angle) * .15, .16, .14, 0xF4EEE2);
        }
        ball(0, -.46, .3, .2, 0xF7F2E8);
        body(".3,-.64 .46,-.66 .54,-.5 .48,-.38 .36,-.42", 0x5A4E56);
        shape(".28,-.62 .2,-.56 .3,-.54", 0x4A4048);
        ball(.36, -.68, .1, .07, 0xF4EEE2);
        eye(.46, -.54, .02);
    }

    private void pig() {
        line(.025, 0xE08A94, "-.38,-.42 -.48,-.46 -.46,-.54 -.52,-.5");
        Build build = new Build(0xF0A8AC, .18, .16, .1, .34, -.42, .17);
        fourLegged(build);
        ball(.56, -.38, .07, .08, 0xE48A94);
        plate(".32,-.54 .36,-.68 .46,-.56", 0xE48A94);
        eye(.46, -.46, .02);
    }

    private void cow() {
        line(.03, 0x8A6A5A, "-.38,-.6 -.46,-.5 -.45,-.3");
        Build build = new Build(0xF3ECE0, .3, .15, .075, .42, -.66, .11);
        fourLegged(build);
        shape("-.24,-.6 -.1,-.62 -.04,-.46 -.16,-.38 -.28,-.46", 0x5A4238);
        shape(".06,-.58 .2,-.56 .2,-.44 .1,-.42", 0x5A4238);
        muzzle(build, 0xE8B4A4, 0x8A5A54);
        line(.03, 0xE8DCC0, ".4,-.74 .36,-.82 .42,-.86");
        shape(".36,-.7 .24,-.74 .28,-.64", 0x5A4238);
    }

    private void deer() {
        int coat = 0xB07A48;
        Build build = new Build(coat, .38, .1, .05, .42, -.84, .085);
        fourLegged(build);
        shape("-.38,-.5 -.46,-.54 -.42,-.42", 0xF6EEE0);
        body(".42,-.86 .56,-.82 .6,-.76 .5,-.74 .42,-.78", coat);
        line(.022, 0x8A6A48, ".42,-.9 .36,-1.06 .42,-1.2");
        line(.018, 0x8A6A48, ".37,-1.04 .28,-1.12");
        line(.022, 0x8A6A48, ".46,-.9 .54,-1.06 .52,-1.22");
        line(.018, 0x8A6A48, ".53,-1.04 .62,-1.12");
        shape(".36,-.88 .26,-.92 .34,-.82", coat);
        eye(.48, -.84, .014);
        disc(.59, -.78, .018, .015, 0x2A2030);
    }

    private void bear() {
        Build build = new Build(0x7A5238, .2, .2, .14, .38, -.6, .16);
        fourLegged(build);
        disc(.34, -.74, .06, .06, 0x6A4630);
        disc(.5, -.75, .05, .05, 0x6A4630);
        muzzle(build, 0xB98A62, 0x2A2030);
    }

    private void lion() {
        line(.035, 0xC8913F, "-.38,-.5 -.52,-.46 -.54,-.66");
        disc(-.54, -.68, .05, .05, 0x8A5A30);
        Build build = new Build(0xD9A650, .26, .13, .09, .4, -.6, .13);
        fourLegged(build);
        for (int i = 0; i < 11; i++) {
            double angle = i * .571;
            ball(.42 + Math.cos(angle) * .16, -.6 + Math.sin(angle) * .17, .1, .1, 0xA4622E);
        }
        ball(.45, -.6, .14, .13, 0xDDAE5C);
        muzzle(build, 0xF0DDB4, 0x4A2F28);
    }

    private void horse(int coat, boolean camel) {
        int shaded = Colour.scale(coat, .7);
        for (double x : new double[] {-.24, .2}) {
            limb(shaded, widths(.08, .05, .04), x + .05 + ",-.4 " + (x + .07) + ",-.2 " + (x + .05) + ",-.02");
        }
        limb(shaded, widths(.04, .07, .02), "-.34,-.5 -.44,-.35 -.42,-.18");
        body("-.36,-.44 -.3,-.58 0,-.55 .26,-.58 .3,-.4 0,-.34", coat);
        if (camel) {
            body("-.18,-.54 0,-.76 .18,-.54", coat);
        }
        for (double x : new double[] {-.28, .22}) {
            limb(coat, widths(.1, .06, .045), x + ",-.42 " + (x + .01) + ",-.2 " + x + ",-.02");
        }
        limb(coat, widths(.19, .12, .1), ".24,-.5 .36,-.72 .4,-.88");
        limb(Colour.mix(coat, 0xFFFFFF, .08), widths(.12, .09), ".4,-.88 .56,-.78");
        plate(".35,-.92 .37,-1.02 .43,-.93", coat);
        if (!camel) {
            limb(Colour.scale(coat, .5), widths(.05, .09, .04), ".37,-.98 .26,-.8 .18,-.58");
        }
        eye(.46, -.88, .015);
    }

    private void elephant() {
        int grey = 0x8E8A98;
        Build build = new Build(grey, .26, .2, .13, .36, -.6, .17);
        fourLegged(build);
        limb(grey, widths(.13, .09, .06), ".52,-.56 .6,-.34 .56,-.12 .64,-.08");
        shape(".24,-.78 .08,-.66 .12,-.44 .28,-.44 .36,-.6", 0x7A7686);
        limb(0xF4EEDC, widths(.04, .02), ".5,-.46 .62,-.42");
        line(.025, 0x7A7686, "-.4,-.5 -.48,-.38 -.46,-.28");
        eye(.46, -.64, .018);
    }

    private void dragon() {
        int green = 0x5F9A6A;
        limb(green, widths(.2, .12, .02), "-.2,-.3 -.5,-.24 -.62,-.06");
        body("-.1,-.6 -.46,-1.02 -.2,-.9 -.06,-1.08 .04,-.86 .16,-.94 .14,-.56", 0xC8643C);
        for (double x : new double[] {-.16, .12}) {
            limb(
                    Colour.scale(green, .85),
                    widths(.14, .1, .12),
                    x + ",-.34 " + (x + .04) + ",-.16 " + (x + .06) + ",-.04");
        }
        body("-.34,-.3 -.22,-.56 .08,-.6 .26,-.46 .22,-.26 -.1,-.16", green);
        limb(green, widths(.22, .14, .13), ".16,-.46 .34,-.66 .36,-.86");
        body(".26,-.94 .4,-1.02 .58,-.9 .64,-.82 .5,-.76 .32,-.78", green);
        for (int i = 0; i < 7; i++) {
            double x = .28 - i * .1;
            double y = -.74 + i * .05;
            plate(x - .05 + "," + y + " " + x + "," + (y - .1) + " " + (x + .05) + "," + (y + .02), 0xE8B44A);
        }
        eye(.46, -.9, .022);
        line(.02, 0xF4EEDC, ".3,-.98 .24,-1.08 .28,-1.12");
    }

    private void rabbit() {
        int coat = 0xB79A80;
        ball(-.2, -.26, .28, .25, coat);
        ball(-.44, -.2, .09, .09, 0xF6F0E6);
        limb(coat, widths(.1, .12, .06), ".16,-.6 .08,-.86 .1,-1.04");
        limb(Colour.scale(coat, .85), widths(.1, .12, .06), ".24,-.6 .24,-.86 .3,-1.02");
        ball(.2, -.5, .19, .17, coat);
        limb(coat, widths(.1, .08), ".04,-.24 .1,-.04");
        shape("-.3,-.06 -.02,-.1 .04,-.02 -.3,0", Colour.scale(coat, .85));
        eye(.28, -.53, .03);
        disc(.38, -.46, .025, .02, 0xD98A8A);
    }

    private void mouse() {
        line(.03, 0xD9A2A0, "-.4,-.1 -.6,-.2 -.7,-.06");
        body("-.42,-.06 -.36,-.34 0,-.44 .3,-.3 .5,-.12 .3,-.02", 0x8F8A94);
        disc(.16, -.42, .12, .13, 0xA8A2AC);
        disc(.16, -.42, .07, .08, 0xD9A2A0);
        eye(.32, -.24, .03);
        disc(.5, -.12, .03, .025, 0xD98A8A);
    }

    private void frog() {
        int green = 0x6FA84A;
        body("-.4,0 -.5,-.2 -.2,-.26 .1,-.2 .1,0", Colour.scale(green, .85));
        body("-.36,-.02 -.34,-.34 0,-.52 .34,-.46 .42,-.3 .3,-.06", green);
        disc(.12, -.54, .1, .1, green);
        disc(.3, -.52, .09, .09, green);
        eye(.14, -.56, .04);
        eye(.32, -.54, .035);
        line(.02, 0x3A5A2A, ".2,-.3 .32,-.28 .42,-.34");
        limb(green, widths(.09, .06), ".22,-.16 .3,-.02");
    }

    private void snail() {
        body("-.5,0 -.4,-.1 .3,-.12 .46,-.4 .56,-.38 .52,-.06 .4,0", 0xC9B48A);
        ball(-.04, -.32, .3, .28, 0xB0704A);
        ring(.03, 0x7A4A34, -.04, -.32, .18, .17);
        ring(.03, 0x7A4A34, -.04, -.32, .08, .07);
        line(.02, 0xC9B48A, ".5,-.38 .56,-.54");
        line(.02, 0xC9B48A, ".46,-.4 .44,-.56");
    }

    private void bird() {
        int colour = picture.outdoors.night() ? 0x8FA2C6 : 0xE6E2DC;
        Path2D wings = new Path2D.Double();
        wings.moveTo(-.55, -.28);
        wings.quadTo(-.25, -.42, 0, -.1);
        wings.quadTo(.28, -.46, .58, -.36);
        wings.quadTo(.28, -.24, .06, .02);
        wings.quadTo(-.02, .06, -.08, 0);
        wings.quadTo(-.25, -.22, -.55, -.28);
        wings.closePath();
        Brush.fill(g, wings, figure(colour));
        plate("-.55,-.28 -.36,-.33 -.38,-.24", Colour.scale(colour, .5));
        plate(".58,-.36 .4,-.38 .4,-.29", Colour.scale(colour, .5));
    }

    private void owl() {
        int brown = 0x8A6A50;
        body("0,-.02 -.3,-.2 -.34,-.6 -.2,-.9 .2,-.9 .34,-.6 .3,-.2", brown);
        shape("0,-.06 -.16,-.2 -.18,-.46 .18,-.46 .16,-.2", 0xD9C4A0);
        shape("-.34,-.6 -.42,-.3 -.26,-.14 -.22,-.5", Colour.scale(brown, .75));
        shape(".34,-.6 .42,-.3 .26,-.14 .22,-.5", Colour.scale(brown, .75));
        plate("-.26,-.84 -.3,-1.04 -.1,-.9", brown);
        plate(".26,-.84 .3,-1.04 .1,-.9", brown);
        disc(-.13, -.7, .13, .13, 0xFBF3DF);
        disc(.13, -.7, .13, .13, 0xFBF3DF);
        eye(-.12, -.7, .065);
        eye(.12, -.7, .065);
        plate("-.05,-.62 .05,-.62 0,-.5", 0xE8A23C);
    }

    private void duck() {
        limb(0xE8893C, widths(.04, .04), "-.04,-.16 -.02,-.02");
        limb(0xE8893C, widths(.04, .04), ".1,-.16 .12,-.02");
        body("-.5,-.42 -.3,-.3 .1,-.46 .3,-.34 .24,-.14 -.1,-.08 -.36,-.2", 0xF6F0E2);
        limb(0xF6F0E2, widths(.18, .13), ".18,-.36 .26,-.64");
        ball(.28, -.7, .14, .13, 0xF6F0E2);
        shape(".38,-.74 .58,-.68 .38,-.62", 0xE8893C);
        shape("-.26,-.34 .02,-.4 .06,-.24 -.2,-.2", 0xD9D0BE);
        eye(.32, -.74, .025);
    }

    private void butterfly() {
        int wing = 0xE8873C;
        turned(-.3, 0, -.5, () -> {
            body("0,-.5 .1,-.86 .46,-.96 .5,-.66 .2,-.48", wing);
            body("0,-.46 .3,-.44 .4,-.2 .14,-.16", 0xF2B04A);
            body("0,-.5 -.1,-.84 -.42,-.92 -.46,-.64 -.2,-.48", Colour.scale(wing, .9));
            body("0,-.46 -.28,-.42 -.36,-.2 -.12,-.16", 0xE0A03F);
            disc(.32, -.76, .06, .06, 0xFBF0D8);
            disc(-.3, -.74, .06, .06, 0xFBF0D8);
            limb(0x3A2F38, widths(.05, .06, .03), "0,-.66 0,-.45 0,-.22");
            line(.015, 0x3A2F38, "0,-.66 .08,-.8 .14,-.82");
            line(.015, 0x3A2F38, "0,-.66 -.06,-.8 -.12,-.82");
        });
    }

    private void bee() {
        disc(-.06, -.74, .16, .24, 0xF0F4F6);
        disc(.14, -.74, .14, .22, 0xE2EAF0);
        ball(0, -.46, .4, .26, 0xF2BE3C);
        for (int i = -1; i < 2; i++) {
            Shape stripe =
                    Shapes.common(Shapes.rectangle(i * .2 - .05, -.8, .09, .7), Shapes.ellipse(0, -.46, .4, .26));
            Brush.fill(g, stripe, figure(0x3A2F30));
        }
        eye(.28, -.5, .035);
    }

    private void dog() {
        int coat = 0xA8743F;
        int shaded = Colour.scale(coat, .72);
        limb(shaded, widths(.1, .08), "-.21,-.3 -.2,-.03");
        limb(shaded, widths(.1, .08), ".25,-.3 .26,-.03");
        limb(coat, widths(.06, .07, .02), "-.34,-.46 -.5,-.58 -.52,-.74");
        body("-.38,-.42 -.2,-.56 .15,-.54 .3,-.6 .34,-.4 .2,-.26 -.25,-.26", coat);
        limb(coat, widths(.12, .09), "-.3,-.32 -.29,-.03");
        limb(coat, widths(.12, .09), ".14,-.32 .15,-.03");
        shape(".18,-.66 .3,-.84 .46,-.8 .52,-.68 .66,-.62 .64,-.54 .46,-.52 .3,-.5", Colour.mix(coat, 0xFFFFFF, .08));
        shape(".2,-.8 .3,-.82 .32,-.6 .22,-.52 .16,-.6", Colour.scale(coat, .6));
        disc(.65, -.61, .035, .03, 0x2A2030);
        eye(.45, -.7, .025);
        limb(0xC8483B, widths(.05, .05), ".2,-.56 .36,-.5");
    }

    private void cat() {
        int coat = 0x4A4456;
        limb(coat, widths(.1, .09, .07), "-.25,-.06 -.55,-.08 -.6,-.34");
        body("-.3,0 -.34,-.36 -.06,-.68 .18,-.62 .26,-.2 .28,0", coat);
        shape("-.1,-.72 .1,-.95 .36,-.9 .44,-.68 .26,-.54 .02,-.56", Colour.mix(coat, 0xFFFFFF, .06));
        plate("-.06,-.82 -.04,-1.08 .14,-.92", coat);
        plate(".22,-.94 .4,-1.06 .42,-.78", coat);
        disc(.16, -.74, .035, .045, 0xF4D35E);
        disc(.34, -.74, .03, .045, 0xF4D35E);
        limb(Colour.mix(coat, 0xFFFFFF, .1), widths(.1, .09), ".14,-.3 .16,-.03");
    }

    private void turtle() {
        for (int side = -1; side < 2; side += 2) {
            double s = side;
            Brush.fill(g, Shapes.smooth(true, s * .2, -.3, s * .5, -.05, s * .4, 0, s * .15, -.15), figure(0x8FB07A));
        }
        disc(.52, -.42, .13, .1, 0x8FB07A);
        body("-.42,-.24 -.2,-.58 .2,-.58 .42,-.26 0,-.16", 0x5F8A5A);
        line(.015, 0x456A44, "-.2,-.5 -.1,-.34 -.2,-.22");
        line(.015, 0x456A44, ".16,-.54 .1,-.36 .2,-.22");
        eye(.56, -.44, .02);
    }
}
