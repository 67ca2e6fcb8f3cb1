package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/** Hands: mittens from afar, fingers close by. */
final class Hands {
    private final Sketch sketch;

    Hands(Sketch sketch) {
        this.sketch = sketch;
    }

    void draw(Arms.Grip at, Joints.Hand hand, double armWidth, int skin) {
        int colour = sketch.look().spacesuit() ? sketch.figure(0xC9CCD6) : gloves() ? sketch.accent() : skin;
        Graphics2D g = sketch.g();
        AffineTransform before = g.getTransform();
        g.translate(at.x(), at.y());
        g.rotate(-at.angle());
        double size = armWidth * (gloves() ? 1.25 : 1.12);
        g.scale(size, size);
        switch (hand) {
            case RELAXED -> relaxed(colour);
            case FIST -> fist(colour);
            case OPEN -> open(colour);
            case POINTING -> pointing(colour);
        }
        g.setTransform(before);
    }

    private boolean gloves() {
        return sketch.scene().snowy() && !sketch.scene().inside();
    }

    private void lines(int colour, String... paths) {
        if (sketch.close() && !gloves()) {
            for (String path : paths) {
                sketch.line(Shapes.open(path), .05, sketch.dark(colour, .42), .7);
            }
        }
    }

    private void relaxed(int colour) {
        sketch.fill(Shapes.stroke(Shapes.widths(.3, .2), Shapes.points(".16,.2 .46,.46 .44,.72")), colour);
        sketch.fill(Shapes.closed("-.36,-.1 .34,-.1 .4,.36 .3,.9 .06,1.12 -.2,1.04 -.38,.6"), colour);
        lines(colour, "-.14,.62 -.1,1", ".06,.64 .08,1.04", ".22,.6 .22,.94");
    }

    private void fist(int colour) {
        sketch.fill(Shapes.closed("-.4,-.06 .38,-.06 .48,.34 .36,.7 0,.8 -.36,.7 -.46,.34"), colour);
        sketch.fill(
                Shapes.stroke(Shapes.widths(.24, .2), Shapes.points(".3,.14 .42,.4 .12,.5")), sketch.lit(colour, .1));
        lines(colour, "-.22,.42 -.2,.74", "0,.46 .02,.78", ".2,.5 .22,.72");
    }

    private void open(int colour) {
        sketch.fill(Shapes.closed("-.36,-.1 .34,-.1 .42,.34 .3,.6 -.3,.6 -.42,.34"), colour);
        double[] finger = Shapes.widths(.22, .2, .16);
        sketch.fill(Shapes.stroke(finger, Shapes.points("-.3,.44 -.42,.8 -.5,1.06")), colour);
        sketch.fill(Shapes.stroke(finger, Shapes.points("-.12,.5 -.14,.92 -.16,1.24")), colour);
        sketch.fill(Shapes.stroke(finger, Shapes.points(".08,.5 .12,.92 .16,1.24")), colour);
        sketch.fill(Shapes.stroke(finger, Shapes.points(".26,.44 .36,.8 .44,1.06")), colour);
        sketch.fill(Shapes.stroke(Shapes.widths(.26, .18), Shapes.points(".28,.08 .62,.3 .78,.5")), colour);
    }

    private void pointing(int colour) {
        fist(colour);
        sketch.fill(Shapes.stroke(Shapes.widths(.24, .2, .16), Shapes.points(".16,.4 .18,.9 .18,1.3")), colour);
    }
}
