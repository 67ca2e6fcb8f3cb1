package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Season;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Arms with sleeves and hands. */
final class Arms {
    private final Sketch sketch;
    private final Look look;
    private final Trunk trunk;
    private final Joints joints;
    private final double width;

    Arms(Sketch sketch, Trunk trunk, Joints joints) {
        this.sketch = sketch;
        this.trunk = trunk;
        this.joints = joints;
        look = sketch.look();
        width = (look.child() ? .064 : .058)
                * Math.sqrt(look.breadth())
                * (look.spacesuit() ? 1.35 : look.coated() ? 1.14 : 1);
    }

    /** Where a hand is. */
    record Grip(double x, double y, double angle) {}

    Grip nearGrip() {
        return grip(true);
    }

    Grip farGrip() {
        return grip(false);
    }

    private double shoulderX(boolean near) {
        double out = .2 + .54 * joints.turn();
        return trunk.x(.85, near ? -out : out * .95);
    }

    private double shoulderY(boolean near) {
        double out = .2 + .54 * joints.turn();
        return trunk.y(.85, near ? -out : out * .95);
    }

    private double elbowX(boolean near) {
        return shoulderX(near) + Math.sin(near ? joints.nearArm() : joints.farArm()) * trunk.length() * .47;
    }

    private double elbowY(boolean near) {
        return shoulderY(near) + Math.cos(near ? joints.nearArm() : joints.farArm()) * trunk.length() * .47;
    }

    private Grip grip(boolean near) {
        double angle = near ? joints.nearForearm() : joints.farForearm();
        double reach = trunk.length() * .46;
        return new Grip(elbowX(near) + Math.sin(angle) * reach, elbowY(near) + Math.cos(angle) * reach, angle);
    }

    /** @param near the arm in front of the body */
    void draw(boolean near) {
        int sleeve = near ? sketch.lit(sketch.top(), .05) : sketch.dark(sketch.top(), joints.crossing() ? .14 : .3);
        int skin = near ? sketch.skin() : sketch.dark(sketch.skin(), .18);
        double sx = shoulderX(near);
        double sy = shoulderY(near);
        double ex = elbowX(near);
        double ey = elbowY(near);
        Grip hand = grip(near);
        if (near || joints.crossing()) {
            overlapShadow(sx, sy, ex, ey, hand);
        }
        new Hands(sketch).draw(hand, near ? joints.nearHand() : joints.farHand(), width, skin);
        boolean bare = bareArms();
        double[] upper = Shapes.widths(width * 1.12, width * 1.02, width * .96);
        if (bare) {
            sketch.limb(skin, Shapes.widths(width * .8, width * .78, width * .6), sx, sy, ex, ey, hand.x(), hand.y());
            double mx = sx + (ex - sx) * .55;
            double my = sy + (ey - sy) * .55;
            sketch.limb(sleeve, upper, sx, sy, (sx + mx) / 2, (sy + my) / 2, mx, my);
            return;
        }
        double wristX = hand.x() - Math.sin(hand.angle()) * width * .2;
        double wristY = hand.y() - Math.cos(hand.angle()) * width * .2;
        Path2D arm = Shapes.stroke(Shapes.widths(width * 1.12, width, width * .8), sx, sy, ex, ey, wristX, wristY);
        double from = Math.min(sx, Math.min(ex, wristX)) - width * .6;
        double to = Math.max(sx, Math.max(ex, wristX)) + width * .6;
        sketch.form(arm, sleeve, from, to);
        cuff(hand, sleeve);
        if (sketch.close()) {
            folds(ex, ey, sleeve);
        }
    }

    private boolean bareArms() {
        return (look.garment() == Look.Garment.SHIRT || look.garment() == Look.Garment.DRESS)
                && sketch.scene().season() == Season.SUMMER
                && !sketch.scene().snowy();
    }

    /** What lies in front darkens what lies behind. */
    private void overlapShadow(double sx, double sy, double ex, double ey, Grip hand) {
        double dx = sketch.lightAhead() ? -.011 : .011;
        Path2D shadow = Shapes.stroke(
                Shapes.widths(width * 1.1, width * 1.1, width * .9),
                sx + dx,
                sy + .012,
                ex + dx,
                ey + .01,
                hand.x() + dx,
                hand.y() + .008);
        Shape before = sketch.g().getClip();
        sketch.g().clip(trunk.outline(1, -.5, .95, -.9, .6, -.9, 0, -.9, -.1, 0, 0, .9, .6, .9, .95, .9, 1, .5));
        sketch.fill(shadow, sketch.dark(sketch.top(), .6), .42);
        sketch.g().setClip(before);
    }

    private void cuff(Grip hand, int sleeve) {
        if (!sketch.detailed()) {
            return;
        }
        double nx = Math.cos(hand.angle()) * width * .42;
        double ny = -Math.sin(hand.angle()) * width * .42;
        double back = width * .16;
        double x = hand.x() - Math.sin(hand.angle()) * back;
        double y = hand.y() - Math.cos(hand.angle()) * back;
        int colour = look.spacesuit() ? sketch.figure(look.top()) : sketch.dark(sleeve, .35);
        sketch.line(Shapes.line(x - nx, y - ny, x + nx, y + ny), width * .2, colour, .9);
    }

    private void folds(double ex, double ey, int sleeve) {
        int crease = sketch.dark(sleeve, .5);
        sketch.line(
                Shapes.curve(ex - width * .36, ey - width * .2, ex, ey, ex + width * .1, ey + width * .36),
                .0035,
                crease,
                .6);
        sketch.line(
                Shapes.curve(
                        ex - width * .3, ey + width * .16, ex - width * .05, ey + width * .2, ex, ey + width * .55),
                .003,
                crease,
                .45);
    }
}
