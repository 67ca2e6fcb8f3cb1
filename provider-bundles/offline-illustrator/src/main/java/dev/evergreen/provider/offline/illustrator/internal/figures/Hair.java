package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Shape;
import java.awt.geom.Area;

/** Hair by style. */
final class Hair {
    private final Sketch sketch;
    private final Look look;
    private final double turn;
    private final int colour;

    Hair(Sketch sketch, double turn) {
        this.sketch = sketch;
        this.turn = turn;
        look = sketch.look();
        colour = sketch.hair();
    }

    boolean coversEars() {
        return switch (look.hairStyle()) {
            case BOB, LONG, CURLY -> true;
            default -> false;
        };
    }

    void behind() {
        int shade = sketch.dark(colour, .28);
        double shift = .25 * (1 - turn);
        switch (look.hairStyle()) {
            case BOB -> {
                sketch.fill(Shapes.closed("-.2,-1.1 .5,-.6 .25,.95 -.3,1.15 -1.15,1 -1.25,-.1"), shade);
                if (turn < .7) {
                    sketch.fill(Shapes.closed(".2,-1.1 -.5,-.6 -.25,.95 .3,1.15 1.15,1 1.22,-.1"), shade);
                }
            }
            case LONG -> {
                sketch.fill(Shapes.closed("-.2,-1 .4,0 .2,1.8 -.5,2.7 -1.35,2.5 -1.3,.6 -1.15,-.3"), shade);
                if (turn < .7) {
                    sketch.fill(Shapes.closed(".2,-1 -.4,0 -.1,1.8 .6,2.5 1.25,2.2 1.24,.6 1.12,-.3"), shade);
                }
            }
            case BUN -> sketch.fill(Shapes.ellipse(-.62 + shift * 2, -1.14, .48, .46), shade);
            case PONYTAIL ->
                sketch.fill(
                        Shapes.stroke(
                                Shapes.widths(.3, .46, .4, .05),
                                Shapes.points("-.86,-.4 -1.36,-.1 -1.44,.9 -1.24,1.7")),
                        shade);
            case BRAIDS -> {
                braid(-.92, shade);
                if (turn < .7) {
                    braid(.92, shade);
                }
            }
            case CURLY, CURLY_SHORT -> {
                boolean big = look.hairStyle() == Look.HairStyle.CURLY;
                double reach = big ? 1.04 : .9;
                for (int i = 0; i < (big ? 14 : 11); i++) {
                    double angle = (big ? .7 : 1.5) + i * .37;
                    sketch.fill(
                            Shapes.ellipse(
                                    -.1 + shift * .4 + Math.cos(angle) * reach, -.12 + Math.sin(angle) * reach, .4, .4),
                            shade);
                }
            }
            default -> {}
        }
    }

    private void braid(double x, int shade) {
        for (int i = 0; i < 7; i++) {
            sketch.fill(
                    Shapes.ellipse(x + (x < 0 ? -.04 : .04) * i, .4 + i * .3, .25 - i * .014, .22),
                    i % 2 == 0 ? shade : colour);
        }
        sketch.fill(Shapes.ellipse(x + (x < 0 ? -.24 : .24), 2.34, .14, .1), sketch.accent());
    }

    /** The crown, minus the opening for the face. */
    void onTop() {
        if (look.hairStyle() == Look.HairStyle.BALD) {
            sketch.fill(Shapes.closed("-1.02,.4 -1,-.2 -.74,-.46 -.5,.1 -.56,.6"), colour);
            return;
        }
        double[] capFront = Shapes.points(
                "-1.06,.34 -1.12,-.3 -.72,-1.02 0,-1.24 .72,-1.02 1.12,-.4 1.08,.1 1.02,.36 .2,.1 -.5,.5 -.92,.6");
        double[] capTurned = Shapes.points(
                "-1.04,.28 -1.12,-.3 -.72,-1.02 0,-1.24 .68,-1.02 1,-.5 1,-.2 .9,0 .2,.1 -.5,.72 -.86,.7");
        Shape cap = Shapes.smooth(true, Head.between(turn, capFront, capTurned));
        Area crown = Shapes.without(cap, opening());
        double bright = sketch.lightAhead() ? .7 : -.8;
        Brush.gradient(sketch.g(), crown, bright, -1.1, sketch.lit(colour, .2), -bright, .5, sketch.dark(colour, .26));
        boolean curly = look.hairStyle() == Look.HairStyle.CURLY || look.hairStyle() == Look.HairStyle.CURLY_SHORT;
        if (curly) {
            curls();
        } else if (sketch.close()) {
            strands();
        }
        if (coversEars() && !curly) {
            lock();
        }
    }

    private Shape opening() {
        boolean fringe = look.hairStyle() == Look.HairStyle.BOB || look.hairStyle() == Look.HairStyle.SIDE_PARTED;
        double[] front = Shapes.points(
                fringe
                        ? "-.78,.9 -.84,.1 -.6,-.26 -.1,-.32 .4,-.36 .74,-.16 .84,.1 .8,1.2 0,1.4"
                        : "-.76,.9 -.82,.1 -.62,-.36 -.16,-.62 .36,-.62 .74,-.34 .84,.1 .8,1.2 0,1.4");
        double[] turned = Shapes.points(
                fringe
                        ? "-.3,.9 -.42,0 -.1,-.34 .3,-.4 .6,-.42 .94,-.4 1.3,.2 1.1,1.2 .2,1.4"
                        : "-.28,.9 -.44,.1 -.2,-.2 .12,-.5 .62,-.62 .96,-.66 1.5,.1 1.1,1.2 .2,1.4");
        return Shapes.smooth(true, Head.between(turn, front, turned));
    }

    private void curls() {
        double shift = .06 * (1 - turn);
        int last = turn > .7 ? 8 : 10;
        for (int i = 0; i < last; i++) {
            double angle = -3.6 + i * .36;
            double x = -.06 + shift + Math.cos(angle) * .9;
            double y = -.18 + Math.sin(angle) * .9;
            sketch.fill(Shapes.ellipse(x, y, .34, .32), i % 2 == 0 ? colour : sketch.lit(colour, .1));
            if (sketch.close()) {
                sketch.line(Shapes.arc(x - .18, y - .18, .36, .34, 40 + i * 40, 210), .03, sketch.lit(colour, .3), .5);
            }
        }
    }

    private void strands() {
        int shine = sketch.lit(colour, .32);
        for (int i = 0; i < 5; i++) {
            double x = -.72 + i * .15;
            sketch.line(
                    Shapes.curve(x, -.3 - i * .1, x + .22, -.88 - i * .02, x + .72, -1.02 + i * .03), .026, shine, .45);
        }
    }

    /** Falls beside the cheek. */
    private void lock() {
        boolean isLong = look.hairStyle() == Look.HairStyle.LONG;
        double shift = -.42 * (1 - turn);
        double end = isLong ? 1.7 : .86;
        sketch.fill(
                Shapes.smooth(
                        true,
                        -.5 + shift,
                        -.5,
                        -.3 + shift,
                        .1,
                        -.36 + shift,
                        end * .7,
                        -.56 + shift,
                        end,
                        -.92 + shift * .4,
                        end * .9,
                        -1.02 + shift * .3,
                        0),
                colour);
        if (turn < .7) {
            sketch.fill(
                    Shapes.smooth(true, .8, -.5, .78, .1, .82, end * .6, .98, end * .9, 1.12, end * .6, 1.1, 0),
                    sketch.dark(colour, .14));
        }
    }

    void fromBehind() {
        Shape back = switch (look.hairStyle()) {
            case BOB ->
                Shapes.closed("-1.14,-.2 -.74,-1.04 0,-1.24 .74,-1.04 1.14,-.2 1.16,.9 .5,1.12 -.5,1.12 -1.16,.9");
            case LONG ->
                Shapes.closed("-1.14,-.2 -.74,-1.04 0,-1.24 .74,-1.04 1.14,-.2 1.2,1.6 .6,2.6 -.6,2.6 -1.2,1.6");
            case BALD -> Shapes.closed("-1.02,.1 -.8,.3 0,.4 .8,.3 1.02,.1 .9,.66 0,.8 -.9,.66");
            default -> Shapes.closed("-1.1,-.2 -.74,-1.04 0,-1.24 .74,-1.04 1.1,-.2 1,.46 .4,.78 -.4,.78 -1,.46");
        };
        Brush.vertical(sketch.g(), back, -1.2, sketch.lit(colour, .18), 1, sketch.dark(colour, .28));
        switch (look.hairStyle()) {
            case BUN -> sketch.fill(Shapes.ellipse(0, -1.1, .5, .46), sketch.lit(colour, .1));
            case PONYTAIL ->
                sketch.fill(
                        Shapes.stroke(Shapes.widths(.4, .62, .5, .05), Shapes.points("0,-.4 .1,.3 -.06,1.3 .06,2")),
                        sketch.lit(colour, .08));
            case BRAIDS -> {
                braid(-.7, colour);
                braid(.7, colour);
            }
            case CURLY, CURLY_SHORT -> {
                for (int i = 0; i < 14; i++) {
                    double angle = i * .449;
                    double reach = look.hairStyle() == Look.HairStyle.CURLY ? .98 : .86;
                    sketch.fill(
                            Shapes.ellipse(Math.cos(angle) * reach, -.2 + Math.sin(angle) * reach * .9, .38, .36),
                            i % 2 == 0 ? colour : sketch.lit(colour, .08));
                }
            }
            default -> {}
        }
    }
}
