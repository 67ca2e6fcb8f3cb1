package dev.evergreen.provider.offline.illustrator.internal.things;

import dev.evergreen.provider.offline.illustrator.internal.colour.Palette;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/** One fish, in any painter's colours. */
public final class Fish {
    private Fish() {}

    /** @param direction 1 swims to the right, -1 to the left */
    public static void paint(
            Palette palette, Graphics2D g, double x, double y, double size, int colour, int direction) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(direction * size, size);
        Brush.fill(g, Shapes.closed("-.7,0 -1.15,-.4 -1.05,0 -1.15,.4"), palette.dark(colour, .2));
        Brush.fill(g, Shapes.closed("-.1,-.42 -.3,-.68 .2,-.42"), palette.dark(colour, .15));
        Brush.vertical(
                g,
                Shapes.closed("1,.02 .5,-.38 -.1,-.42 -.8,-.04 -.1,.4 .5,.36"),
                -.5,
                palette.lit(colour, .3),
                .5,
                palette.dark(colour, .15));
        Brush.fill(g, Shapes.lens(.1, 0, .08, .3), palette.lit(colour, .55), .6);
        Brush.fill(g, Shapes.ellipse(.62, -.08, .08, .08), 0xFFFFFF);
        Brush.fill(g, Shapes.ellipse(.64, -.08, .045, .045), 0x1A1830);
        g.setTransform(before);
    }
}
