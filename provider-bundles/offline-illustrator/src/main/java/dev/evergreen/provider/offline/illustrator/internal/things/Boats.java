package dev.evergreen.provider.offline.illustrator.internal.things;

import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Boats, seen from the side. */
public final class Boats extends Painting {
    private static final int[] HULLS = {0xC8483B, 0x2F7F86, 0xEFE3CB, 0x35507E, 0xE0A32E};

    public Boats(Picture picture) {
        super(picture);
    }

    /** A sailing boat or a small cutter, as it lies in the distance; (x, y) is its waterline. */
    public void boat(Graphics2D g, double x, double y, double size, int variant, boolean sail) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(size, size);
        int hull = local(HULLS[Math.floorMod(variant, HULLS.length)], .08);
        int white = local(0xFBF4E4, .06);
        for (int i = 0; i < 9; i++) {
            Shape ripple = Shapes.lens((i % 3 - 1) * .2, .12 + i * .06, .95 - i * .07, .022);
            Brush.fill(g, ripple, i % 2 == 0 ? dark(hull, .5) : white, .3);
        }
        if (sail) {
            sails(g, white);
        } else {
            cabin(g, white);
        }
        Path2D outline = Shapes.closed("-.85,-.22 -.2,-.16 .3,-.17 .95,-.3 .66,.1 -.62,.11");
        Brush.vertical(g, outline, -.3, lit(hull, .16), .12, dark(hull, .42));
        Brush.fill(g, Shapes.closed("-.85,-.23 0,-.16 .95,-.31 .9,-.23 0,-.1 -.82,-.16"), white);
        g.setTransform(before);
    }

    private void sails(Graphics2D g, int white) {
        Brush.fill(g, Shapes.rectangle(-.02, -1.55, .035, 1.5), local(0x6B4A3A, .05));
        Brush.horizontal(g, Shapes.closed(".05,-1.5 .52,-.8 .7,-.26 .05,-.26"), 0, white, .7, dark(white, .25));
        Brush.horizontal(
                g, Shapes.closed("-.04,-1.35 -.04,-.26 -.5,-.26 -.3,-.8"), 0, lit(white, .3), -.5, dark(white, .12));
    }

    private void cabin(Graphics2D g, int white) {
        Brush.fill(g, Shapes.rounded(-.3, -.55, .42, .4, .04), white);
        int pane = picture.outdoors.night() ? 0xFFD27A : local(0x57808C, .05);
        Brush.fill(g, Shapes.rectangle(-.24, -.48, .12, .14), pane);
        Brush.fill(g, Shapes.rectangle(-.05, -.48, .12, .14), pane);
        Brush.fill(g, Shapes.rectangle(.25, -.95, .03, .8), local(0x6B4A3A, .05));
    }

    /** The far side of a rowing boat, behind those who sit in it. */
    public void rowboatInside(Graphics2D g, double x, double y, double size) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(size, size);
        int wood = figure(0x7A5238);
        Brush.fill(g, Shapes.closed("-.98,-.27 -.4,-.23 .4,-.23 1.02,-.29 .42,-.08 -.42,-.08"), dark(wood, .4));
        g.setTransform(before);
    }

    /** The near side of a rowing boat, in front of those who sit in it. */
    public void rowboat(Graphics2D g, double x, double y, double size) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(size, size);
        int hull = figure(0x2F7F86);
        Path2D outline = Shapes.closed("-.98,-.27 -.42,-.12 .42,-.12 1.02,-.3 .76,.04 .3,.13 -.3,.13 -.74,.04");
        Brush.vertical(g, outline, -.25, lit(hull, .14), .14, dark(hull, .45));
        Brush.line(g, Shapes.open("-.9,-.16 -.4,-.04 .4,-.04 .94,-.18"), .012, dark(hull, .5), .6);
        Brush.line(g, Shapes.open("-.83,-.09 -.4,.03 .4,.03 .87,-.11"), .012, dark(hull, .5), .6);
        Brush.line(g, Shapes.open("-.98,-.27 -.42,-.12 .42,-.12 1.02,-.3"), .035, figure(0xF3E6CC));
        int foam = local(0x2F7C8F, .02);
        for (int i = 0; i < 12; i++) {
            Shape ripple = Shapes.lens((i % 4 - 1.5) * .4, .11 + i * .008, .3, .014);
            Brush.fill(g, ripple, i % 2 == 0 ? palette.light() : foam, .45);
        }
        g.setTransform(before);
    }
}
