package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.geom.Path2D;

/** Beards and moustaches. */
final class Beard {
    private final Sketch sketch;
    private final double turn;

    Beard(Sketch sketch, double turn) {
        this.sketch = sketch;
        this.turn = turn;
    }

    void draw() {
        Look look = sketch.look();
        int hair = look.old() ? sketch.hair() : sketch.dark(sketch.hair(), .06);
        double mouth = .02 + .53 * turn;
        if (look.beard()) {
            double[] front =
                    Shapes.points("-.86,.26 -.6,.5 -.2,.44 .2,.44 .6,.5 .86,.26 .78,.92 .3,1.3 -.2,1.3 -.76,.92");
            double[] turned =
                    Shapes.points("-.36,.28 -.06,.5 .28,.44 .6,.43 .78,.47 .86,.44 .82,.9 .48,1.26 .04,1.24 -.36,.84");
            sketch.fill(Shapes.smooth(true, Head.between(turn, front, turned)), hair);
            sketch.line(
                    Shapes.curve(mouth - .12, .66, mouth, .71, mouth + .12, .65),
                    .05,
                    sketch.dark(sketch.figure(0xA8433C), .3),
                    1);
            if (sketch.close()) {
                for (int i = 0; i < 5; i++) {
                    double x = mouth - .36 + i * .17;
                    sketch.line(Shapes.curve(x, .78, x + .03, .95, x - .02, 1.1), .025, sketch.dark(hair, .3), .5);
                }
            }
        }
        if (look.beard() || look.moustache()) {
            Path2D moustache = Shapes.smooth(
                    true,
                    mouth - .3,
                    .56,
                    mouth - .12,
                    .42,
                    mouth,
                    .46,
                    mouth + .12,
                    .42,
                    mouth + .26,
                    .54,
                    mouth + .1,
                    .54,
                    mouth,
                    .52,
                    mouth - .12,
                    .55);
            sketch.fill(moustache, sketch.dark(hair, .12));
        }
    }
}
