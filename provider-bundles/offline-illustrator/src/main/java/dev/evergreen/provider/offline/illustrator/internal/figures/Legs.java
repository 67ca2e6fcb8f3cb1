package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Legs, shoes, and what hangs over them. */
final class Legs {
    private final Sketch sketch;
    private final Look look;
    private final Trunk trunk;
    private final Joints joints;
    private final double thigh;
    private final double width;

    Legs(Sketch sketch, Trunk trunk, Joints joints) {
        this.sketch = sketch;
        this.trunk = trunk;
        this.joints = joints;
        look = sketch.look();
        thigh = look.legShare() * .5;
        width = (look.child() ? .088 : .08) * Math.sqrt(look.breadth()) * (look.spacesuit() ? 1.3 : 1);
    }

    void draw() {
        int cloth = trousers();
        double spread = .016 + .026 * joints.turn();
        leg(
                trunk.hipX() + spread,
                joints.farThigh(),
                joints.farShin(),
                sketch.dark(cloth, .3),
                sketch.dark(shoe(), .3));
        leg(trunk.hipX() - spread, joints.nearThigh(), joints.nearShin(), cloth, shoe());
    }

    private int shoe() {
        return sketch.figure(look.spacesuit() ? 0x8A8AA0 : look.shoe());
    }

    private int trousers() {
        if (look.spacesuit()) {
            return sketch.figure(0xDCDAE0);
        }
        if (look.garment() == Look.Garment.DUNGAREES) {
            return sketch.figure(look.bottom());
        }
        if (look.garment().skirted()) {
            boolean cold = sketch.scene().snowy();
            return cold
                    ? sketch.dark(sketch.figure(look.bottom()), .3)
                    : Colour.mix(sketch.skin(), sketch.figure(0x4A4458), look.child() ? .2 : .5);
        }
        return sketch.figure(look.bottom());
    }

    private void leg(double x, double upper, double lower, int cloth, int shoe) {
        double y = trunk.hipY();
        double kneeX = x + Math.sin(upper) * thigh;
        double kneeY = y + Math.cos(upper) * thigh;
        double ankleX = kneeX + Math.sin(lower) * (thigh - .02);
        double ankleY = kneeY + Math.cos(lower) * (thigh - .02);
        shoe(ankleX, ankleY, lower, shoe);
        Path2D leg = Shapes.stroke(
                Shapes.widths(width * 1.25, width * 1.02, width * .74), x, y, kneeX, kneeY, ankleX, ankleY);
        double reach = width * .8;
        sketch.form(
                leg, cloth, Math.min(x, Math.min(kneeX, ankleX)) - reach, Math.max(x, Math.max(kneeX, ankleX)) + reach);
        if (sketch.close()) {
            sketch.line(
                    Shapes.curve(kneeX - width * .4, kneeY - .012, kneeX, kneeY, kneeX + width * .3, kneeY + .014),
                    .004,
                    sketch.dark(cloth, .5),
                    .5);
        }
    }

    private void shoe(double x, double y, double lower, int colour) {
        Graphics2D g = sketch.g();
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(Math.abs(lower) < 1 ? -lower * .35 : -lower * .9);
        String outline = sketch.back()
                ? "-.034,-.035 .03,-.035 .034,-.01 .036,.02 -.036,.02 -.036,-.01"
                : "-.034,-.035 .022,-.035 .048,-.014 .072,.006 .07,.02 -.036,.02";
        sketch.fill(Shapes.closed(outline), colour);
        if (sketch.detailed()) {
            sketch.line(Shapes.open("-.034,.017 .02,.019 .068,.017"), .007, sketch.dark(colour, .5), 1);
        }
        g.setTransform(before);
    }

    /** A skirt or the lower part of a coat, over the legs. */
    void hem() {
        boolean coat = look.coated();
        if (!coat && !look.garment().skirted() || look.spacesuit()) {
            return;
        }
        int cloth = coat ? sketch.top() : sketch.figure(look.bottom());
        double hx = trunk.hipX();
        double hy = trunk.hipY();
        double half = trunk.half() * .86;
        double nearX = hx + Math.sin(joints.nearThigh()) * thigh;
        double farX = hx + Math.sin(joints.farThigh()) * thigh;
        boolean bent = joints.nearThigh() > 1.2;
        Path2D outline;
        if (bent) {
            double kneeY = hy + Math.cos(joints.nearThigh()) * thigh;
            double under = hy + Math.min(.085, -hy * .9);
            outline = Shapes.smooth(
                    true,
                    hx - half * 1.1,
                    hy - .05,
                    hx + half,
                    hy - .07,
                    nearX + .02,
                    kneeY - .058,
                    nearX + .035,
                    kneeY + .052,
                    hx + .06,
                    under,
                    hx - half * 1.2,
                    hy + Math.min(.07, -hy * .9));
        } else {
            double length = (coat ? .21 : look.garment() == Look.Garment.DRESS ? .24 : .2) + (look.old() ? .04 : 0);
            double front = Math.max(hx + half * 1.42, Math.max(nearX, farX) * .86 + .062);
            double rear = Math.min(hx - half * 1.42, Math.min(nearX, farX) * .86 - .062);
            outline = Shapes.smooth(
                    true,
                    hx - half * .96,
                    hy - .07,
                    hx + half * .96,
                    hy - .07,
                    hx + half * 1.16,
                    hy + .02,
                    front,
                    hy + length * .92,
                    front - .03,
                    hy + length,
                    hx,
                    hy + length * 1.05,
                    rear + .03,
                    hy + length,
                    rear,
                    hy + length * .92,
                    hx - half * 1.16,
                    hy + .02);
        }
        sketch.form(outline, cloth, hx - .13, hx + .13);
        if (sketch.detailed() && !bent) {
            pleats(cloth, hx, hy, half, coat);
        }
    }

    private void pleats(int cloth, double hx, double hy, double half, boolean coat) {
        int crease = sketch.dark(cloth, .5);
        if (coat && !sketch.back()) {
            sketch.line(Shapes.line(hx + half * .1, hy - .06, hx + half * .2, hy + .19), .0045, crease, .8);
            return;
        }
        for (int i = -1; i < 2; i++) {
            sketch.line(
                    Shapes.curve(
                            hx + i * half * .45, hy - .02, hx + i * half * .6, hy + .08, hx + i * half * .85, hy + .17),
                    .004,
                    crease,
                    .45);
        }
    }
}
