package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** Deep space: stars, nebulae and planets. */
final class Cosmos extends Painting {
    Cosmos(Picture picture) {
        super(picture);
    }

    void stars(Chance chance) {
        Graphics2D g = picture.sky();
        double top = picture.top;
        Brush.gradient(
                g, Shapes.rectangle(-900, top - 900, width + 1800, 3800), 0, top, 0x0B0F2B, width * .4, 1000, 0x2A2158);
        for (int i = 0; i < 70; i++) {
            double along = chance.next();
            double y = 700 - 560 * along + chance.bell() * 90;
            Brush.glow(
                    g,
                    width * along,
                    y,
                    chance.between(80, 250),
                    chance.oneOf(0x6A3A78, 0x2F6E95, 0xC56A7C, 0x3E4FA0),
                    .09);
        }
        for (int i = 0; i < 700; i++) {
            double size = .6 + Math.pow(chance.next(), 6) * 3.4;
            int colour = chance.happens(.2) ? 0xFFD9B0 : 0xEAF0FF;
            Brush.fill(
                    g,
                    Shapes.ellipse(chance.between(-60, width + 60), chance.between(top, 1000), size, size),
                    colour,
                    .3 + .7 * chance.next());
        }
        for (int i = 0; i < 8; i++) {
            double x = chance.between(0, width);
            double y = chance.between(top, 620);
            Brush.glow(g, x, y, 26, 0xFFFFFF, .5);
            Brush.fill(g, Shapes.lens(x, y, 22, 1.2), 0xFFFFFF, .7);
            Brush.fill(g, Shapes.ellipse(x, y, 1.2, 20), 0xFFFFFF, .7);
        }
    }

    /** A banded planet, lit from the other side. */
    void planet(Graphics2D g, double x, double y, double radius, int colour, Chance chance) {
        int second = Colour.rotateHue(Colour.mix(colour, 0xFFFFFF, .25), 14);
        Brush.glow(g, x, y, radius * 1.7, colour, .35);
        Shape disc = Shapes.ellipse(x, y, radius, radius);
        Brush.fill(g, disc, colour);
        for (int i = 0; i < 9; i++) {
            double bandY = y - radius + radius * 2 * (i + .3) / 9;
            Shape band = Shapes.rotated(
                    Shapes.blob(x, bandY, radius * 1.3, radius * chance.between(.03, .1), .3, i), -.3, x, y);
            Brush.fill(g, Shapes.common(band, disc), i % 2 == 0 ? second : Colour.mix(colour, 0x5A2F4A, .3), .7);
        }
        nightSide(g, disc, x, y, radius);
    }

    /** Seas, continents and clouds. */
    void earth(Graphics2D g, double x, double y, double radius) {
        Brush.glow(g, x, y, radius * 1.5, 0x7FC8F0, .5);
        Shape disc = Shapes.ellipse(x, y, radius, radius);
        Brush.vertical(g, disc, y - radius, 0x4FA3D8, y + radius, 0x1F5F9E);
        int[] land = {0x6FA05A, 0xB79A5A, 0x5A8F62, 0x8FA35A};
        double[] spots = Shapes.points(
                "-.45,-.4,.42,.3 .35,-.5,.3,.22 -.15,.25,.3,.42 .5,.2,.32,.26 -.7,.35,.18,.2 .1,-.85,.4,.12");
        for (int i = 0; i < spots.length; i += 4) {
            Shape continent = Shapes.blob(
                    x + spots[i] * radius,
                    y + spots[i + 1] * radius,
                    spots[i + 2] * radius,
                    spots[i + 3] * radius,
                    .7,
                    60 + i);
            Brush.fill(g, Shapes.common(continent, disc), land[i / 4 % 4]);
        }
        for (int i = 0; i < 9; i++) {
            double cloudY = y + radius * (-.8 + .2 * i);
            Shape cloud = Shapes.lens(
                    x + radius * (Noise.value(i, 5) - .5) * 1.4,
                    cloudY,
                    radius * (.2 + .4 * Noise.value(i, 6)),
                    radius * .06);
            Brush.fill(g, Shapes.common(cloud, disc), 0xFFFFFF, .75);
        }
        nightSide(g, disc, x, y, radius);
    }

    void ring(Graphics2D g, double x, double y, double radius) {
        AffineTransform before = g.getTransform();
        g.rotate(-.3, x, y);
        Brush.line(
                g,
                Shapes.arc(x - radius * 1.75, y - radius * .34, radius * 3.5, radius * .68, 168, 204),
                11,
                0xF1D9B4,
                .75);
        Brush.line(
                g,
                Shapes.arc(x - radius * 1.95, y - radius * .4, radius * 3.9, radius * .8, 166, 208),
                4,
                0xD8A98C,
                .7);
        g.setTransform(before);
    }

    void sun(Graphics2D g, double x, double y, double radius) {
        Brush.glow(g, x, y, radius * 3.4, 0xFFB85A, .8);
        Brush.fill(g, Shapes.ellipse(x, y, radius, radius), 0xFFD97A);
        Brush.fill(g, Shapes.ellipse(x - radius * .1, y - radius * .12, radius * .8, radius * .8), 0xFFEBA8, .8);
        for (int i = 0; i < 22; i++) {
            double angle = i * 2 * Math.PI / 22;
            double reach = radius * (1.12 + .2 * Noise.value(i, 3));
            Brush.fill(
                    g,
                    Shapes.blob(
                            x + Math.cos(angle) * reach,
                            y + Math.sin(angle) * reach,
                            radius * .13,
                            radius * .06,
                            .5,
                            i),
                    0xFFC45E,
                    .7);
        }
    }

    private void nightSide(Graphics2D g, Shape disc, double x, double y, double radius) {
        Shape day = Shapes.ellipse(x - picture.side * radius * .35, y - radius * .25, radius * 1.05, radius * 1.05);
        Brush.fill(g, Shapes.without(disc, day), 0x160F33, .72);
    }
}
