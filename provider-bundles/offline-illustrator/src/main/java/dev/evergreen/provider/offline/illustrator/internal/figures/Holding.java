package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.things.Things;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Things in hands, at their size beside a person. */
final class Holding {
    private final Picture picture;
    private final Sketch sketch;

    Holding(Picture picture, Sketch sketch) {
        this.picture = picture;
        this.sketch = sketch;
    }

    /** Draws the near arm and what it holds, in the right order. */
    void draw(Figure.Placing placing, Arms arms, boolean hanging) {
        Thing thing = java.util.Objects.requireNonNull(placing.held());
        Arms.Grip near = arms.nearGrip();
        Arms.Grip far = arms.farGrip();
        boolean both = !hanging && Math.abs(near.x() - far.x()) < .2;
        switch (thing) {
            case UMBRELLA -> {
                umbrella(far);
                arms.draw(true);
            }
            case LANTERN -> {
                arms.draw(true);
                lantern(hanging ? far : near);
            }
            case BALLOON, KITE -> {
                string(far, thing);
                arms.draw(true);
            }
            default -> {
                double x = both ? (near.x() + far.x()) / 2 + .02 : near.x();
                double y = both ? Math.min(near.y(), far.y()) + .02 : near.y() + .02;
                if (both) {
                    put(thing, x, y);
                    arms.draw(true);
                } else {
                    arms.draw(true);
                    put(thing, x, y + (hanging ? .1 : .03));
                }
            }
        }
    }

    private void put(Thing thing, double x, double y) {
        double size = Math.max(.12, Math.min(.26, thing.metres() * .42));
        new Things(picture).draw(sketch.g(), thing, x, y + size * .3, size, 1);
    }

    private void lantern(Arms.Grip hand) {
        Graphics2D g = sketch.g();
        Brush.glow(g, hand.x(), hand.y() + .09, 1.1, 0xFFB24E, .42);
        Brush.glow(g, hand.x(), hand.y() + .09, .42, 0xFFC566, .8);
        new Things(picture).draw(g, Thing.LANTERN, hand.x(), hand.y() + .15, .13, 1);
    }

    private void umbrella(Arms.Grip hand) {
        Graphics2D g = sketch.g();
        double top = -1.24;
        double x = hand.x() - .03;
        sketch.line(Shapes.line(hand.x(), hand.y() + .03, x, top + .04), .011, sketch.figure(0x4A3430), 1);
        int cloth = sketch.figure(0xC8483B);
        double half = .38;
        Path2D canopy = new Path2D.Double();
        canopy.moveTo(x - half, top + .2);
        canopy.curveTo(x - half * .9, top - .06, x + half * .9, top - .06, x + half, top + .2);
        for (int i = 0; i < 4; i++) {
            double right = x + half - half * 2 * (i + 1) / 4;
            canopy.quadTo(right + half * .25, top + .13, right, top + .2);
        }
        canopy.closePath();
        Brush.horizontal(g, canopy, x + half, sketch.lit(cloth, .12), x - half, sketch.dark(cloth, .36));
        sketch.fill(
                Shapes.smooth(true, x - .02, top + .012, x + .1, top + .16, x - .08, top + .16),
                sketch.lit(cloth, .18),
                .7);
    }

    private void string(Arms.Grip hand, Thing thing) {
        double upX = hand.x() + (thing == Thing.KITE ? .9 : .1);
        double upY = hand.y() - (thing == Thing.KITE ? .9 : .62);
        sketch.line(
                Shapes.curve(hand.x(), hand.y(), (hand.x() + upX) / 2, hand.y() - .1, upX, upY), .006, 0xFFFFFF, .75);
        new Things(picture).draw(sketch.g(), thing, upX, upY, thing == Thing.KITE ? .36 : .3, 1);
    }
}
