package dev.evergreen.provider.offline.illustrator.internal.things;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.geom.Path2D;

/** Ideas of explainers: what has no place in a landscape and is shown large. */
final class Emblems extends Drawing {
    Emblems(Picture picture) {
        super(picture);
    }

    void draw(Thing thing) {
        shine(0, -.5, 1.1, palette.light(), .4);
        switch (thing) {
            case HEART -> heart();
            case BRAIN -> brain();
            case BULB -> bulb();
            case GEARS -> gears();
            case ATOM -> atom();
            case DNA -> helix();
            case CELL -> cell();
            case MAGNET -> magnet();
            default -> throw new IllegalArgumentException(thing + " is no emblem");
        }
    }

    private void heart() {
        body("0,0 -.34,-.3 -.5,-.6 -.4,-.88 -.16,-.92 0,-.72 .16,-.92 .4,-.88 .5,-.6 .34,-.3", 0xD8424A);
        shape("-.1,-.72 -.06,-.96 .04,-1.1 .16,-1.06 .1,-.9 .06,-.74", 0xB8384A);
        shape(".08,-.78 .24,-1.04 .34,-1 .22,-.78", 0x5F7FB0);
        Brush.fill(g, Shapes.ellipse(-.26, -.72, .07, .13, .5), 0xFFFFFF, .45);
        line(.025, 0xA02F3E, "-.02,-.7 .1,-.5 .02,-.3");
        line(.02, 0xA02F3E, ".08,-.52 .26,-.44");
    }

    private void brain() {
        int pink = 0xE8A0A0;
        body("-.5,-.44 -.46,-.74 -.2,-.96 .16,-.96 .44,-.76 .5,-.46 .34,-.24 .08,-.2 -.2,-.16 -.42,-.24", pink);
        body(".06,-.24 .3,-.28 .36,-.12 .18,-.02 .04,-.08", 0xD88A90);
        limb(0xD88A90, widths(.12, .08), "0,-.2 .04,-.04 .02,.06");
        int fold = 0xB8626E;
        String[] folds = {
            "-.4,-.5 -.26,-.6 -.3,-.74 -.16,-.8",
            "-.18,-.44 -.1,-.58 -.18,-.7 0,-.84",
            "-.34,-.32 -.14,-.34 -.04,-.48 .06,-.62",
            ".04,-.4 .18,-.5 .14,-.68 .28,-.78",
            ".2,-.34 .34,-.44 .32,-.6 .42,-.62"
        };
        for (String path : folds) {
            line(.03, fold, path);
        }
    }

    private void bulb() {
        shine(0, -.64, 1.5, 0xFFD86A, .8);
        bright(Shapes.closed("-.14,-.28 -.34,-.52 -.34,-.82 0,-1.04 .34,-.82 .34,-.52 .14,-.28"), 0xFFE9A0);
        Brush.line(g, Shapes.open("-.08,-.3 -.12,-.6 0,-.5 .12,-.6 .08,-.3"), .03, 0xE8873C);
        for (int i = 0; i < 3; i++) {
            box(-.14 + i * .01, -.28 + i * .09, .28 - i * .02, .08, .03, 0x8A8FA0);
        }
    }

    private void gears() {
        gear(-.2, -.38, .34, 10, 0xC9863C, .1);
        gear(.3, -.7, .24, 8, 0x5F8A9A, .3);
        gear(.28, -.2, .17, 7, 0xA8564A, .2);
    }

    private void gear(double x, double y, double radius, int teeth, int colour, double turn) {
        Path2D outline = new Path2D.Double();
        for (int i = 0; i < teeth * 4; i++) {
            double angle = turn + i * Math.PI / (teeth * 2);
            double reach = i % 4 < 2 ? radius : radius * .78;
            double px = x + Math.cos(angle) * reach;
            double py = y + Math.sin(angle) * reach;
            if (i == 0) {
                outline.moveTo(px, py);
            } else {
                outline.lineTo(px, py);
            }
        }
        outline.closePath();
        lit(outline, colour);
        disc(x, y, radius * .5, radius * .5, Colour.scale(colour, .75));
        disc(x, y, radius * .24, radius * .24, 0x3A3444);
    }

    private void atom() {
        for (int i = 0; i < 3; i++) {
            double angle = i * Math.PI / 3;
            turned(angle, 0, -.5, () -> ring(.025, 0x5FA3C8, 0, -.5, .5, .19));
            disc(Math.cos(angle) * .5, -.5 + Math.sin(angle) * .5, .05, .05, 0xF2C14E);
        }
        int[] parts = {0xD8533F, 0x35607A, 0xD8533F, 0x35607A, 0xE8873C};
        for (int i = 0; i < parts.length; i++) {
            ball(Math.cos(i * 1.257) * .07, -.5 + Math.sin(i * 1.257) * .07, .075, .075, parts[i]);
        }
    }

    private void helix() {
        for (int i = 0; i < 16; i++) {
            double t = i / 15.0;
            double y = -.02 - t;
            double swing = Math.sin(t * 9) * .3;
            straight(.02, i % 2 == 0 ? 0xF2C14E : 0x7FB07A, -swing, y, swing, y);
        }
        for (int strand = -1; strand < 2; strand += 2) {
            double[] points = new double[42];
            for (int i = 0; i < 21; i++) {
                points[2 * i] = strand * Math.sin(i / 20.0 * 9) * .3;
                points[2 * i + 1] = -.02 - i / 20.0;
            }
            Brush.line(g, Shapes.smooth(false, points), .06, figure(strand < 0 ? 0x5F8FC0 : 0xD8606A));
        }
    }

    private void cell() {
        Brush.fill(g, Shapes.blob(0, -.5, .52, .46, .2, 7), figure(0x8FC88A), .9);
        Brush.fill(g, Shapes.blob(0, -.5, .46, .4, .2, 7), figure(0xC9E6B4), .9);
        ball(-.08, -.54, .17, .16, 0x8A6AB0);
        disc(-.06, -.55, .07, .06, 0x5F4488);
        int[] parts = {0xE8873C, 0x5FA3C8, 0xD8606A, 0xF2C14E, 0x5FA36A};
        for (int i = 0; i < 9; i++) {
            double angle = i * .698 + .3;
            disc(Math.cos(angle) * .32, -.5 + Math.sin(angle) * .27, .05, .035, parts[i % 5]);
        }
    }

    private void magnet() {
        Brush.line(g, Shapes.open("-.3,-.9 -.34,-.4 -.2,-.12 0,-.06 .2,-.12 .34,-.4 .3,-.9"), .2, figure(0xD0433A));
        flat(-.42, -1, .22, .2, 0xE6E2DC);
        flat(.2, -1, .22, .2, 0xE6E2DC);
    }
}
