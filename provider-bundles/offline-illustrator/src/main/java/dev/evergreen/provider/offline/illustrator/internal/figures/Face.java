package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Expression;
import dev.evergreen.provider.offline.illustrator.internal.words.Mood;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Eyes, brows, cheeks and mouth by expression. */
final class Face {
    private final Sketch sketch;
    private final Look look;
    private final double turn;
    private final int ink;
    private final int lips;
    private double gaze;

    Face(Sketch sketch, double turn) {
        this.sketch = sketch;
        this.turn = turn;
        look = sketch.look();
        ink = Colour.mix(sketch.figure(0x3A2630), sketch.palette().shade(), .3);
        lips = Colour.mix(ink, sketch.figure(0xA8433C), .55);
    }

    static double nearEye(double turn) {
        return -.34 + .6 * turn;
    }

    static double farEye(double turn) {
        return .36 + .4 * turn;
    }

    private double mouthX() {
        return .02 + .53 * turn;
    }

    private double narrow() {
        return 1 - .14 * turn;
    }

    /** @param looking where the eyes turn, -1 back to 1 ahead */
    void draw(Expression expression, double looking) {
        gaze = looking * .05;
        cheeks(expression);
        eyes(expression);
        brows(expression);
        mouth(expression);
        marks();
    }

    private void cheeks(Expression expression) {
        int blush = Colour.mix(sketch.skin(), sketch.figure(0xE0604C), expression == Expression.ANGRY ? .7 : .5);
        cheek(nearEye(turn) - .2, .22, blush);
        cheek(farEye(turn) + .04 + .12 * (1 - turn), .22 - .08 * turn, blush);
    }

    private void cheek(double x, double radius, int blush) {
        Graphics2D g = sketch.g();
        g.setPaint(new RadialGradientPaint((float) x, .42f, (float) radius, new float[] {0, 1}, new Color[] {
            Colour.paint(blush, .75), Colour.paint(blush, 0)
        }));
        g.fill(Shapes.ellipse(x, .42, radius, radius));
    }

    private void eyes(Expression expression) {
        double[] xs = {nearEye(turn), farEye(turn)};
        for (int i = 0; i < 2; i++) {
            double width = i == 1 ? narrow() : 1;
            switch (expression) {
                case SLEEPING ->
                    sketch.line(Shapes.curve(xs[i] - .12 * width, .1, xs[i], .2, xs[i] + .12 * width, .1), .05, ink, 1);
                case HAPPY -> {
                    if (sketch.scene().mood() == Mood.JOY && look.child()) {
                        sketch.line(
                                Shapes.curve(xs[i] - .13 * width, .14, xs[i], -.02, xs[i] + .13 * width, .14),
                                .06,
                                ink,
                                1);
                    } else {
                        eye(xs[i], width, 1);
                    }
                }
                case SURPRISED, AFRAID -> wideEye(xs[i], width);
                case THOUGHTFUL, ANGRY -> eye(xs[i], width, .82);
                default -> eye(xs[i], width, 1);
            }
        }
        if (expression == Expression.CRYING && sketch.detailed()) {
            sketch.fill(
                    Shapes.closed(xs[0] - .06 + ",.28 " + (xs[0] - .01) + ",.44 " + (xs[0] - .06) + ",.52 "
                            + (xs[0] - .11) + ",.44"),
                    0xCFE8F4,
                    .9);
        }
    }

    private void eye(double x, double width, double open) {
        sketch.fill(Shapes.ellipse(x + gaze, .08, .088 * width, .13 * open), ink);
        if (sketch.size() > 420) {
            sketch.fill(Shapes.ellipse(x + gaze + .028, .035, .03 * width, .036), 0xFFFFFF, .92);
        }
        if (sketch.close()) {
            sketch.line(Shapes.curve(x - .13 * width, .02, x, -.1 * open, x + .13 * width, 0), .03, ink, .85);
            if (look.female()) {
                sketch.line(Shapes.line(x - .13 * width, .01, x - .2 * width, -.05), .03, ink, 1);
                sketch.line(Shapes.line(x - .1 * width, -.04, x - .15 * width, -.11), .025, ink, 1);
            }
        }
    }

    private void wideEye(double x, double width) {
        sketch.fill(Shapes.ellipse(x, .07, .155 * width, .19), sketch.figure(0xFFFBF4));
        sketch.line(Shapes.ellipse(x, .07, .155 * width, .19), .022, ink, .8);
        sketch.fill(Shapes.ellipse(x + gaze * 1.4, .08, .078 * width, .1), ink);
        sketch.fill(Shapes.ellipse(x + gaze * 1.4 + .025, .045, .026, .03), 0xFFFFFF, .92);
    }

    private void brows(Expression expression) {
        double inner = switch (expression) {
            case SAD, CRYING -> -.12;
            case AFRAID -> -.13;
            case SURPRISED -> -.1;
            case ANGRY -> .12;
            case THOUGHTFUL -> .03;
            default -> 0;
        };
        double outer = switch (expression) {
            case SAD, CRYING -> .07;
            case AFRAID -> .02;
            case SURPRISED -> -.09;
            case ANGRY -> -.08;
            default -> 0;
        };
        int colour = sketch.dark(sketch.hair(), look.old() ? .3 : .2);
        double near = nearEye(turn);
        double far = farEye(turn);
        double lift = expression == Expression.THOUGHTFUL ? -.08 : 0;
        brow(near - .16, -.2 + outer, near + .16, -.22 + inner, colour);
        brow(far + .14 * narrow(), -.2 + outer + lift, far - .13 * narrow(), -.22 + inner + lift, colour);
    }

    private void brow(double outerX, double outerY, double innerX, double innerY, int colour) {
        double middleX = (outerX + innerX) / 2;
        double middleY = Math.min(outerY, innerY) - .08;
        sketch.line(
                Shapes.curve(outerX, outerY, middleX, middleY, innerX, innerY), look.female() ? .05 : .065, colour, 1);
    }

    private void mouth(Expression expression) {
        double x = mouthX();
        double half = .17 * narrow();
        switch (expression) {
            case HAPPY -> {
                if (sketch.detailed()) {
                    smile(x, half);
                } else {
                    sketch.line(Shapes.curve(x - half, .53, x, .76, x + half, .52), .055, lips, 1);
                }
            }
            case SAD, CRYING ->
                sketch.line(Shapes.curve(x - half * .8, .64, x, .52, x + half * .8, .63), .055, lips, 1);
            case AFRAID -> {
                sketch.fill(
                        Shapes.closed(x - .12 + ",.6 " + x + ",.5 " + (x + .12) + ",.6 " + x + ",.68"),
                        sketch.dark(lips, .3));
                sketch.line(Shapes.curve(x - .13, .6, x, .47, x + .13, .6), .035, lips, 1);
            }
            case SURPRISED -> sketch.fill(Shapes.ellipse(x, .62, .09 * narrow(), .12), sketch.dark(lips, .25));
            case ANGRY -> sketch.line(Shapes.curve(x - half * .8, .62, x, .55, x + half * .8, .6), .065, lips, 1);
            case THOUGHTFUL -> sketch.line(Shapes.curve(x - half * .6, .58, x, .58, x + half * .7, .55), .055, lips, 1);
            case SLEEPING -> sketch.line(Shapes.curve(x - half * .5, .58, x, .63, x + half * .5, .58), .05, lips, 1);
            case CALM -> sketch.line(Shapes.curve(x - half * .8, .56, x, .65, x + half * .8, .55), .055, lips, 1);
        }
    }

    private void smile(double x, double half) {
        Path2D mouth = new Path2D.Double();
        mouth.moveTo(x - half * 1.1, .5);
        mouth.quadTo(x, .58, x + half * 1.1, .49);
        mouth.quadTo(x + half * .6, .8, x, .79);
        mouth.quadTo(x - half * .7, .78, x - half * 1.1, .5);
        mouth.closePath();
        sketch.fill(mouth, sketch.dark(lips, .2));
        Shape teeth = Shapes.common(mouth, Shapes.rectangle(x - half * 1.1, .44, half * 2.2, .15));
        sketch.fill(teeth, sketch.figure(0xFFF8EE));
        sketch.fill(Shapes.common(mouth, Shapes.ellipse(x, .82, half * .6, .12)), sketch.figure(0xD8625A));
    }

    private void marks() {
        int skin = sketch.skin();
        if (look.freckles() && sketch.detailed()) {
            for (int i = 0; i < 8; i++) {
                double side = i < 4 ? nearEye(turn) - .14 : farEye(turn) - .08;
                sketch.fill(
                        Shapes.ellipse(side + i % 4 * .075, .27 + i % 2 * .07, .018, .016), sketch.dark(skin, .3), .8);
            }
        }
        if (look.old() && sketch.detailed()) {
            int line = sketch.dark(skin, .4);
            double x = mouthX();
            sketch.line(Shapes.curve(x - .28, .44, x - .34, .56, x - .27, .7), .025, line, .6);
            sketch.line(Shapes.curve(x + .28, .44, x + .32, .54, x + .26, .66), .025, line, .5);
            double corner = nearEye(turn) - .22;
            sketch.line(Shapes.line(corner, .08, corner - .09, .03), .022, line, .6);
            sketch.line(Shapes.line(corner, .13, corner - .09, .16), .022, line, .6);
            sketch.line(
                    Shapes.curve(-.1 + .4 * turn, -.42, .12 + .4 * turn, -.46, .34 + .4 * turn, -.42), .022, line, .4);
        }
    }
}
