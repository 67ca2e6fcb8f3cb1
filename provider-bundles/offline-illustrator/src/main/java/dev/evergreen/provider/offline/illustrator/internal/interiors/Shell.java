package dev.evergreen.provider.offline.illustrator.internal.interiors;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Palette;
import dev.evergreen.provider.offline.illustrator.internal.nature.Meadow;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Weather;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;

/**
 * Walls, floor and ceiling of a room in one-point perspective, with its window.
 *
 * <p>The view outside is on the sky layer and the wall with its hole on the far one, so that the view moves behind the window when a camera
 * passes.
 */
final class Shell extends Painting {
    /** How the floor is laid. */
    enum Floor {
        BOARDS,
        TILES,
        PLAIN
    }

    /** What a window looks like. */
    enum Window {
        NONE,
        PLAIN,
        TALL,
        WIDE,
        ROUND,
        CURTAINED,
        DOUBLE
    }

    /**
     * Where the back wall stands and what it is made of.
     *
     * @param inset of the back wall from the edges, in widths
     * @param ceilingY of the back wall, below the top of the canvas
     * @param floorY of the back wall
     */
    record Make(
            int wall,
            int floor,
            Floor laid,
            Window window,
            boolean beams,
            double inset,
            double ceilingY,
            double floorY) {}

    final double left;
    final double right;
    final double ceiling;
    final double floor;
    final int wall;
    /** Of the window's opening. */
    final double windowX;

    final double windowY;
    final double windowW;
    final double windowH;

    private final Make make;
    private final int ground;

    Shell(Picture picture, Make make) {
        super(picture);
        this.make = make;
        left = width * make.inset();
        right = width * (1 - make.inset());
        ceiling = picture.top + make.ceilingY();
        floor = make.floorY();
        wall = local(make.wall(), .22);
        ground = local(make.floor(), .05);
        double room = right - left;
        windowW = switch (make.window()) {
            case WIDE -> Math.min(620, room * .6);
            case TALL -> Math.min(240, room * .3);
            case DOUBLE -> Math.min(470, room * .5);
            default -> Math.min(360, room * .42);
        };
        windowH = make.window() == Window.TALL ? 470 : make.window() == Window.ROUND ? 300 : 350;
        double centre = width * .5 - picture.side * Math.min(width * .24, room * .3);
        windowX = make.window() == Window.ROUND || make.window() == Window.WIDE
                ? width * .5 - picture.side * room * .12 - windowW / 2
                : centre - windowW / 2;
        windowY = make.window() == Window.TALL ? Math.max(ceiling + 50, 120) : 190;
    }

    /** Height at which the line between side wall and floor meets the left or right edge. */
    private double along(double y, double distance) {
        double vanishing = 430;
        return y + (y - vanishing) / (width / 2 - left) * distance;
    }

    void paint() {
        Brush.fill(picture.sky(), Shapes.rectangle(-900, picture.top - 900, width + 1800, 4000), wall);
        Graphics2D far = picture.far();
        WindowFrame window = new WindowFrame(picture, this, make.window());
        double bright = windowX + windowW / 2;
        Area back = new Area(Shapes.rectangle(left - 2, ceiling - 2, right - left + 4, floor - ceiling + 4));
        if (make.window() != Window.NONE) {
            new WindowView(picture).paint(windowX - 90, windowY - 70, windowW + 180, windowH + 140);
            back.subtract(new Area(window.hole()));
        }
        double shadeX = picture.side > 0 ? right : left;
        Brush.horizontal(far, back, bright, lit(wall, scene.night() ? .05 : .16), shadeX, dark(wall, .3));
        Brush.fade(
                far,
                Shapes.rectangle(left, ceiling, right - left, 300),
                0,
                ceiling,
                palette.shade(),
                .26,
                0,
                ceiling + 300,
                palette.shade(),
                0);
        sides(far);
        ceiling(far);
        floor(picture.ground());
        Brush.fill(far, Shapes.rectangle(left, floor - 24, right - left, 26), lit(dark(wall, .3), .1));
        if (make.window() != Window.NONE) {
            window.frame(far);
            light();
        }
    }

    private void sides(Graphics2D g) {
        double reach = left + 600;
        double up = along(ceiling, reach);
        double down = along(floor, reach);
        boolean lightLeft = windowX + windowW / 2 < width / 2;
        Path2D leftWall = Shapes.polygon(left, ceiling, left, floor + 2, left - reach, down, left - reach, up);
        Path2D rightWall = Shapes.polygon(right, ceiling, right, floor + 2, right + reach, down, right + reach, up);
        Brush.horizontal(
                g, leftWall, left, dark(wall, lightLeft ? .2 : .14), left - 260, dark(wall, lightLeft ? .44 : .26));
        Brush.horizontal(
                g, rightWall, right, dark(wall, lightLeft ? .26 : .2), right + 260, dark(wall, lightLeft ? .4 : .46));
        int skirting = lit(dark(wall, .36), .08);
        Brush.fill(
                g,
                Shapes.polygon(left, floor - 24, left, floor + 2, left - reach, down, left - reach, down - 70),
                skirting);
        Brush.fill(
                g,
                Shapes.polygon(right, floor - 24, right, floor + 2, right + reach, down, right + reach, down - 70),
                skirting);
        Brush.line(g, Shapes.line(left, ceiling, left, floor), 2.5, dark(wall, .5), .5);
        Brush.line(g, Shapes.line(right, ceiling, right, floor), 2.5, dark(wall, .5), .5);
    }

    private void ceiling(Graphics2D g) {
        double reach = left + 600;
        double up = along(ceiling, reach);
        int plaster = Colour.mix(lit(wall, .25), local(0xF4EEE2, .2), .4);
        Path2D outline = Shapes.polygon(left, ceiling, right, ceiling, right + reach, up, left - reach, up);
        Brush.vertical(g, outline, ceiling, dark(plaster, .34), picture.top - 20, dark(plaster, .16));
        Brush.fill(g, Shapes.rectangle(left, ceiling - 5, right - left, 12), lit(wall, .3));
        if (!make.beams()) {
            return;
        }
        int beam = local(0x6B4A38, .12);
        for (int i = 0; i < 6; i++) {
            double x = left + (right - left) * (i + .5) / 6;
            double outX = width / 2 + (x - width / 2) * 1.5;
            double y = along(ceiling, (width / 2 - left) * .5);
            Brush.fill(g, Shapes.polygon(x - 10, ceiling, x + 10, ceiling, outX + 18, y, outX - 18, y), beam);
        }
    }

    private void floor(Graphics2D g) {
        double reach = left + 600;
        double down = along(floor, reach);
        Path2D outline = Shapes.polygon(
                left,
                floor,
                right,
                floor,
                right + reach,
                down,
                right + reach,
                2000,
                left - reach,
                2000,
                left - reach,
                down);
        Brush.vertical(g, outline, floor, dark(ground, .2), 1000, lit(ground, .06));
        Shape before = g.getClip();
        g.clip(outline);
        switch (make.laid()) {
            case BOARDS -> boards(g);
            case TILES -> tiles(g);
            case PLAIN -> {}
        }
        new Meadow(picture)
                .dabs(
                        g,
                        0,
                        floor + 20,
                        width,
                        1000,
                        90,
                        60,
                        lit(ground, .3),
                        dark(ground, .3),
                        .25,
                        new Chance(seed + 6L));
        g.setClip(before);
        Brush.fade(
                g,
                Shapes.rectangle(left, floor, right - left, 60),
                0,
                floor,
                palette.shade(),
                .3,
                0,
                floor + 60,
                palette.shade(),
                0);
    }

    private void boards(Graphics2D g) {
        double middle = width / 2;
        for (int i = -24; i < 25; i++) {
            double x = middle + i * 70;
            double nearX = middle + i * 150;
            Brush.fill(g, Shapes.polygon(x, floor, x + 2, floor, nearX + 5, 1040, nearX, 1040), dark(ground, .5), .55);
            if (i % 2 == 0) {
                Brush.fill(
                        g,
                        Shapes.polygon(x, floor, x + 70, floor, nearX + 150, 1040, nearX, 1040),
                        lit(ground, .2),
                        .2);
            }
        }
    }

    private void tiles(Graphics2D g) {
        double middle = width / 2;
        for (int row = 0; row < 6; row++) {
            double y0 = floor + row * row * 9 + row * 12;
            double y1 = floor + (row + 1) * (row + 1) * 9 + (row + 1) * 12;
            double w0 = 74 + row * 22;
            double w1 = 74 + (row + 1) * 22;
            for (int i = -17; i < 18; i++) {
                if ((i + row & 1) == 0) {
                    Brush.fill(
                            g,
                            Shapes.polygon(
                                    middle + i * w0,
                                    y0,
                                    middle + (i + 1) * w0,
                                    y0,
                                    middle + (i + 1) * w1,
                                    y1,
                                    middle + i * w1,
                                    y1),
                            dark(ground, .35),
                            .45);
                }
            }
        }
    }

    /** Daylight or moonlight falls through the window onto the floor; lamps light the rest at night. */
    private void light() {
        Graphics2D middle = picture.middle();
        Palette outside = picture.outdoors;
        int colour = outside.night() ? 0xA9C4EE : outside.light();
        double strength = outside.night() ? .1 : scene.weather() == Weather.CLEAR ? .3 : .12;
        double aside = picture.side * 330;
        Brush.fade(
                middle,
                Shapes.polygon(
                        windowX,
                        windowY,
                        windowX + windowW,
                        windowY,
                        windowX + windowW + aside + 90,
                        floor + 170,
                        windowX + aside - 60,
                        floor + 170),
                windowX,
                windowY,
                colour,
                strength,
                windowX + aside,
                floor + 190,
                colour,
                0);
        Graphics2D g = picture.ground();
        for (int column = 0; column < 2; column++) {
            for (int row = 0; row < 2; row++) {
                double x = windowX + aside * .9 + column * (windowW * .5 + 8);
                double y = floor + 32 + row * 62;
                double slant = picture.side * 46;
                Brush.fill(
                        g,
                        Shapes.polygon(
                                x + row * slant,
                                y,
                                x + windowW * .47 + row * slant,
                                y,
                                x + windowW * .47 + (row + 1) * slant,
                                y + 54,
                                x + (row + 1) * slant,
                                y + 54),
                        colour,
                        strength * .8);
            }
        }
        Chance chance = new Chance(seed + 9L);
        for (int i = 0; i < 34; i++) {
            double t = chance.next();
            double x = windowX + chance.next() * windowW + aside * t;
            double y = windowY + (floor - windowY) * t;
            Brush.fill(picture.air(), Shapes.ellipse(x, y, chance.between(1, 3), chance.between(1, 3)), colour, .5);
        }
    }
}
