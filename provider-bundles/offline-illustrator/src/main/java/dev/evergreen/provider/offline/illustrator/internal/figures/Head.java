package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Expression;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** Head in units of its radius, from full face (turn 0) to three quarters (turn 1), or from behind. */
final class Head {
    private final Sketch sketch;
    private final Look look;
    private final double turn;
    private final Hair hair;

    Head(Sketch sketch, double turn) {
        this.sketch = sketch;
        this.turn = turn;
        look = sketch.look();
        hair = new Hair(sketch, turn);
    }

    /** Between what a point is from the front and what it is in three quarters. */
    static double[] between(double turn, double[] front, double[] threeQuarters) {
        double[] points = new double[front.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = front[i] + (threeQuarters[i] - front[i]) * turn;
        }
        return points;
    }

    /** The hair that hangs behind the neck and trunk. */
    void behind(double x, double y) {
        inHead(x, y, 0, hair::behind);
    }

    void draw(double x, double y, double tilt, Expression expression, double gaze) {
        inHead(x, y, tilt, () -> {
            if (sketch.back()) {
                fromBehind();
            } else {
                fromFront(expression, gaze);
            }
            if (look.spacesuit()) {
                helmet();
            }
        });
    }

    private void inHead(double x, double y, double tilt, Runnable drawing) {
        Graphics2D g = sketch.g();
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(tilt);
        g.scale(look.headRadius(), look.headRadius());
        drawing.run();
        g.setTransform(before);
    }

    private void fromBehind() {
        int skin = sketch.dark(sketch.skin(), .1);
        sketch.fill(Shapes.ellipse(-.98, .12, .14, .2), skin);
        sketch.fill(Shapes.ellipse(.98, .12, .14, .2), skin);
        sketch.fill(Shapes.closed("-.88,-.4 0,-1.04 .88,-.4 .86,.4 .4,.9 -.4,.9 -.86,.4"), skin);
        hair.fromBehind();
        new Hat(sketch, 0).draw();
    }

    private void fromFront(Expression expression, double gaze) {
        int skin = sketch.skin();
        if (turn < .7 && !hair.coversEars()) {
            sketch.fill(Shapes.ellipse(.95 + .1 * turn, .14, .13, .2), sketch.dark(skin, .16));
        }
        double[] front = Shapes.points("-.86,-.5 -.3,-1.05 .6,-.9 .95,-.2 .88,.36 .46,.9 0,1.04 -.48,.88 -.9,.3");
        double[] turned =
                Shapes.points("-.86,-.55 -.1,-1.06 .68,-.76 .95,-.12 .9,.38 .52,.92 .08,1.04 -.5,.78 -.92,.2");
        Shape face = Shapes.smooth(true, between(turn, front, turned));
        double brightX = sketch.lightAhead() ? .9 : -.9;
        Brush.gradient(sketch.g(), face, brightX, -.3, sketch.lit(skin, .1), -brightX, .5, sketch.dark(skin, .24));
        nose(skin);
        new Face(sketch, turn).draw(expression, gaze);
        if (!hair.coversEars()) {
            double earX = -.96 + .6 * turn;
            sketch.fill(Shapes.ellipse(earX, .14, .15, .21), skin);
            sketch.fill(Shapes.ellipse(earX + .02, .16, .075, .12), sketch.dark(skin, .3));
        }
        new Beard(sketch, turn).draw();
        hair.onTop();
        glasses();
        new Hat(sketch, turn).draw();
    }

    private void nose(int skin) {
        if (turn > .7) {
            sketch.fill(Shapes.closed(".88,-.02 1.05,.2 .93,.31 .82,.2"), skin);
            if (sketch.close()) {
                sketch.line(Shapes.curve(.84, .02, 1, .22, .86, .31), .03, sketch.dark(skin, .38), .7);
            }
            return;
        }
        double x = .12 + .62 * turn;
        sketch.fill(Shapes.ellipse(x, .26, .12, .09), sketch.dark(skin, .16), .8);
        sketch.line(Shapes.curve(x + .03, .04, x + .16, .24, x, .32), .035, sketch.dark(skin, .38), .7);
    }

    private void glasses() {
        if (!look.glasses()) {
            return;
        }
        int rim = Colour.mix(sketch.figure(0x3A2630), sketch.palette().shade(), .3);
        double near = Face.nearEye(turn);
        double far = Face.farEye(turn);
        sketch.line(Shapes.ellipse(near, .09, .22, .21), .045, rim, 1);
        sketch.line(Shapes.ellipse(far, .09, .22 - .05 * turn, .2), .045, rim, 1);
        sketch.line(Shapes.line(near + .22, .06, far - .2, .06), .04, rim, 1);
        sketch.line(Shapes.line(near - .22, .05, -.9 + .5 * turn, 0), .04, rim, 1);
    }

    private void helmet() {
        sketch.fill(Shapes.ellipse(.05, -.1, 1.42, 1.42), 0xDDEBFF, .2);
        sketch.line(Shapes.ellipse(.05, -.1, 1.42, 1.42), .12, sketch.figure(0xF2F0EC), 1);
        sketch.fill(Shapes.closed("-.7,-1 -.2,-1.28 .1,-1.2 -.5,-.8 -.85,-.3 -.95,-.6"), 0xFFFFFF, .5);
    }
}
