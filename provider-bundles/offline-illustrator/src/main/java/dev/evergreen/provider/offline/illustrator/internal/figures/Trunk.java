package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.geom.Path2D;

/** Hip, chest and neck in the figure's units, and a frame of coordinates along the spine. */
record Trunk(double hipX, double hipY, double neckX, double neckY, double length, double half) {

    static Trunk of(Look look, Joints joints) {
        double length = 1 - look.legShare() - look.headRadius() * 2.2 - .012;
        double hipY = -look.legShare() + joints.drop() * look.legShare();
        double neckX = Math.sin(joints.lean()) * length;
        double neckY = hipY - Math.cos(joints.lean()) * length;
        double half = (look.child() ? .106 : .116) * look.breadth() * (.66 + .34 * joints.turn());
        return new Trunk(0, hipY, neckX, neckY, length, half);
    }

    /** @param along 0 at the hip, 1 at the neck; @param across in half breadths, positive to the front */
    double x(double along, double across) {
        return hipX + (neckX - hipX) * along - (neckY - hipY) / length * across * half;
    }

    double y(double along, double across) {
        return hipY + (neckY - hipY) * along + (neckX - hipX) / length * across * half;
    }

    /** A smooth outline through pairs of along and across. */
    Path2D outline(double... pairs) {
        return Shapes.smooth(true, mapped(pairs));
    }

    Path2D curve(double... pairs) {
        return Shapes.smooth(false, mapped(pairs));
    }

    private double[] mapped(double... pairs) {
        double[] points = new double[pairs.length];
        for (int i = 0; i < pairs.length; i += 2) {
            points[i] = x(pairs[i], pairs[i + 1]);
            points[i + 1] = y(pairs[i], pairs[i + 1]);
        }
        return points;
    }
}
