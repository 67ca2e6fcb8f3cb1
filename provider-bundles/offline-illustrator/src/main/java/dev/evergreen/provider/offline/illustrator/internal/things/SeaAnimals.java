package dev.evergreen.provider.offline.illustrator.internal.things;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.geom.AffineTransform;

/** Animals of the sea. */
final class SeaAnimals extends Drawing {
    SeaAnimals(Picture picture) {
        super(picture);
    }

    void draw(Thing thing) {
        switch (thing) {
            case FISH -> Fish.paint(palette, g, 0, -.4, .4, figure(0xF2A33C), 1);
            case STARFISH -> starfish();
            case CRAB -> crab();
            case SHELL -> shell();
            case WHALE -> whale();
            case DOLPHIN -> dolphin();
            case SHARK -> shark();
            case OCTOPUS -> octopus();
            case JELLYFISH -> jellyfish();
            case SEAWEED -> seaweed();
            default -> throw new IllegalArgumentException(thing + " is no animal of the sea");
        }
    }

    private void starfish() {
        int orange = 0xE8703F;
        for (int pass = 0; pass < 2; pass++) {
            double[] points = new double[20];
            for (int i = 0; i < 10; i++) {
                double angle = -1.57 + i * .628 + .12;
                double reach = (i % 2 == 0 ? .58 : .22) * (pass == 0 ? 1 : .8);
                points[2 * i] = Math.cos(angle) * reach;
                points[2 * i + 1] = -.3 + Math.sin(angle) * reach * .78 + (pass == 0 ? .03 : -.01);
            }
            int own = figure(orange);
            Brush.fill(g, Shapes.smooth(true, points), pass == 0 ? dark(own, .4) : lit(own, .1));
        }
        for (int arm = 0; arm < 5; arm++) {
            double angle = -1.57 + arm * 1.257 + .12;
            for (int i = 1; i < 5; i++) {
                disc(Math.cos(angle) * i * .1, -.3 + Math.sin(angle) * i * .08, .024, .02, 0xFBD7A0);
            }
        }
    }

    private void crab() {
        int red = 0xD8483A;
        for (int side = -1; side < 2; side += 2) {
            AffineTransform before = g.getTransform();
            g.scale(side, 1);
            for (int i = 0; i < 3; i++) {
                double out = .42 + i * .04;
                limb(
                        Colour.scale(red, .78),
                        widths(.07, .06, .02),
                        ".2,-.2 " + out + "," + (-.28 + i * .06) + " " + (out + .08) + "," + (-.02 + i * .01));
            }
            limb(red, widths(.06, .08), ".22,-.3 .42,-.42");
            shape(".36,-.42 .34,-.62 .5,-.7 .46,-.55 .58,-.6 .54,-.42", red);
            bright(Shapes.ellipse(.1, -.46, .05, .06), 0xFFFFFF);
            eye(.11, -.46, .026);
            g.setTransform(before);
        }
        body("-.34,-.26 -.2,-.42 .2,-.42 .34,-.26 .18,-.08 -.18,-.08", red);
    }

    private void shell() {
        body("-.1,0 -.45,-.3 -.3,-.62 0,-.72 .3,-.62 .45,-.3 .1,0", 0xF3D2BE);
        for (int i = -3; i < 4; i++) {
            straight(.02, 0xB98A7A, i * .02, -.03, i * .12, -.66 + Math.abs(i) * .06);
        }
    }

    private void whale() {
        int blue = 0x3F6A94;
        body(".52,-.12 .3,-.3 -.1,-.26 -.4,-.1 -.56,-.2 -.64,-.12 -.52,-.04 -.3,.06 .2,.1 .46,.04", blue);
        Brush.fill(g, Shapes.closed(".5,-.04 .2,0 -.2,.05 .15,.11 .44,.05"), figure(0xDCEAF0), .8);
        shape(".16,.02 .02,.22 -.06,.2 .04,.02", Colour.scale(blue, .75));
        eye(.36, -.08, .012);
    }

    private void dolphin() {
        int grey = 0x5F86A8;
        body(
                ".6,-.3 .44,-.42 .1,-.5 -.24,-.36 -.5,-.12 -.66,-.14 -.56,-.02 -.6,.08 -.44,.02 -.2,-.14 .2,-.22 .46,-.22",
                grey);
        shape("0,-.48 -.12,-.68 -.18,-.42", grey);
        Brush.fill(g, Shapes.closed(".54,-.26 .2,-.24 -.16,-.14 .16,-.3"), figure(0xE6F0F4), .8);
        shape(".18,-.24 .06,-.06 .04,-.24", Colour.scale(grey, .8));
        eye(.4, -.34, .018);
    }

    private void shark() {
        int grey = 0x74889A;
        body(".62,-.24 .36,-.38 0,-.42 -.36,-.28 -.56,-.5 -.52,-.22 -.62,-.02 -.38,-.18 .1,-.12 .44,-.14", grey);
        plate("-.06,-.4 -.16,-.66 .12,-.41", Colour.scale(grey, .9));
        plate(".1,-.16 -.06,.04 .2,-.15", Colour.scale(grey, .85));
        Brush.fill(g, Shapes.closed(".58,-.2 .2,-.2 -.3,-.2 .1,-.12 .44,-.14"), figure(0xE6EEF2), .8);
        eye(.46, -.28, .016);
        for (int i = 0; i < 3; i++) {
            straight(.01, 0x4A5A6A, .26 - i * .05, -.32, .24 - i * .05, -.22);
        }
    }

    private void octopus() {
        int colour = 0xC8607A;
        for (int i = 0; i < 6; i++) {
            double x = -.34 + i * .136;
            double out = (i - 2.5) * .12;
            limb(
                    Colour.scale(colour, i % 2 == 0 ? .85 : 1),
                    widths(.12, .09, .03),
                    x * .6 + ",-.36 " + (x + out) + ",-.14 " + (x + out * 2) + ",-.02 " + (x + out * 2.6) + ",-.1");
        }
        body("-.28,-.36 -.36,-.7 0,-.96 .36,-.7 .28,-.36 0,-.28", colour);
        bright(Shapes.ellipse(.06, -.5, .08, .09), 0xFFF8EC);
        bright(Shapes.ellipse(.24, -.5, .07, .08), 0xFFF8EC);
        eye(.08, -.5, .04);
        eye(.25, -.5, .035);
    }

    private void jellyfish() {
        int pink = figure(0xF2B7D0);
        Brush.glow(g, 0, -.5, .9, pink, .5);
        for (int i = -3; i < 4; i++) {
            double x = i * .1;
            Brush.fill(g, Shapes.stroke(widths(.05, .04, 0), x, -.4, x + .06, -.1, x - .05, .2, x + .04, .5), pink, .6);
        }
        Brush.fill(g, Shapes.closed("-.4,-.4 -.3,-.75 0,-.88 .3,-.75 .4,-.4 0,-.34"), pink, .8);
    }

    private void seaweed() {
        for (int i = -2; i < 3; i++) {
            double x = i * .14;
            limb(
                    i % 2 == 0 ? 0x5F9A5A : 0x7AA84A,
                    widths(.08, .12, .02),
                    x + ",0 " + (x + .1) + ",-.4 " + (x - .08) + ",-.7 " + (x + .05) + "," + (-1 + Math.abs(i) * .15));
        }
    }
}
