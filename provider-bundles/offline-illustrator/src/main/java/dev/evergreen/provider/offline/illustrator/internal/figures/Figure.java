package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Expression;
import dev.evergreen.provider.offline.illustrator.internal.words.Person;
import dev.evergreen.provider.offline.illustrator.internal.words.Pose;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;

/** Draws one person. */
public final class Figure extends Painting {
    private final Person person;
    private final Look look;

    public Figure(Picture picture, Person person) {
        super(picture);
        this.person = person;
        look = Wardrobe.dress(person, picture.scene);
    }

    /** Height as a part of a grown man's. */
    public double stature() {
        return look.height();
    }

    /** Radius of the head as a part of the person's own height. */
    public double headRadius() {
        return look.headRadius();
    }

    /**
     * Where and how a person stands.
     *
     * @param x between the feet
     * @param y of the feet, or of what is sat on
     * @param height in canvas units
     * @param direction 1 faces right, -1 left
     * @param headTurn 0 faces the viewer, 1 looks along the direction
     * @param back seen from behind
     * @param held what is in the hand; may be nothing
     */
    public record Placing(
            double x,
            double y,
            double height,
            int direction,
            double headTurn,
            boolean back,
            Pose pose,
            Seat seat,
            int variant,
            double gaze,
            @Nullable Thing held) {}

    /** What somebody sits on. */
    public enum Seat {
        NONE(Joints.Seat.NONE),
        CHAIR(Joints.Seat.CHAIR),
        GROUND(Joints.Seat.GROUND),
        BOAT(Joints.Seat.BOAT),
        SADDLE(Joints.Seat.SADDLE);

        private final Joints.Seat joints;

        Seat(Joints.Seat joints) {
            this.joints = joints;
        }
    }

    public void draw(Graphics2D g, Placing placing) {
        AffineTransform before = g.getTransform();
        g.translate(placing.x(), placing.y());
        if (placing.pose() == Pose.SWIM) {
            g.rotate(placing.direction() * 1.12);
        } else if (placing.pose() == Pose.LIE || placing.pose() == Pose.SLEEP && placing.seat() == Seat.NONE) {
            g.translate(0, -placing.height() * .09);
            g.rotate(-placing.direction() * 1.5);
        } else if (placing.pose() == Pose.FLOAT) {
            g.translate(0, -placing.height() * .12);
            g.rotate(placing.direction() * .3);
        }
        g.scale(placing.direction() * placing.height(), placing.height());
        paint(g, placing);
        g.setTransform(before);
    }

    private void paint(Graphics2D g, Placing placing) {
        boolean lightAhead = picture.lightSide(placing.x()) == placing.direction();
        Sketch sketch = new Sketch(g, look, palette, scene, placing.height(), lightAhead, placing.back());
        Joints joints = Joints.of(placing.pose(), placing.seat().joints, placing.variant());
        Trunk trunk = Trunk.of(look, joints);
        double turn = placing.back() ? 0 : placing.headTurn();
        Head head = new Head(sketch, turn);
        double lean = joints.lean() * .45 + joints.tilt() * .35;
        double reach = look.headRadius() * 1.02 + .012;
        double headX = trunk.neckX() + Math.sin(lean) * reach + joints.tilt() * look.headRadius() * .25;
        double headY = trunk.neckY() - Math.cos(lean) * reach;
        Arms arms = new Arms(sketch, trunk, joints);
        Torso torso = new Torso(sketch, trunk);
        Legs legs = new Legs(sketch, trunk, joints);
        if (!placing.back()) {
            head.behind(headX, headY);
        }
        if (!joints.crossing()) {
            arms.draw(false);
        }
        legs.draw();
        legs.hem();
        torso.draw();
        neck(sketch, trunk, headX, headY);
        torso.collar();
        torso.scarf();
        Expression expression = placing.pose() == Pose.SLEEP ? Expression.SLEEPING : person.expression();
        head.draw(headX, headY, joints.tilt() * .55 + joints.lean() * .25, expression, placing.gaze());
        if (joints.crossing()) {
            arms.draw(false);
        }
        if (placing.held() == null) {
            arms.draw(true);
            return;
        }
        new Holding(picture, sketch).draw(placing, arms, joints.nearHand() == Joints.Hand.RELAXED);
    }

    private void neck(Sketch sketch, Trunk trunk, double headX, double headY) {
        double radius = look.headRadius();
        double x = headX - radius * .1 * look.headRadius();
        double low = trunk.neckY() + .008;
        sketch.limb(
                sketch.dark(sketch.skin(), .2),
                Shapes.widths(radius * .78, radius * .62),
                trunk.neckX(),
                low,
                x,
                headY + radius * .5);
        // The chin's shadow.
        sketch.fill(
                Shapes.lens(x, headY + radius * .98, radius * .34, radius * .14), sketch.dark(sketch.skin(), .5), .6);
    }
}
