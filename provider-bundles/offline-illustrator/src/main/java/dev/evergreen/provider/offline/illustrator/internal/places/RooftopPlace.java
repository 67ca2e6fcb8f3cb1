package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;

/** On a roof above the city. */
final class RooftopPlace extends PlacePainting {
    RooftopPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        picture.horizon = 640;
        sky.open(660);
        Chance chance = new Chance(seed + 5L);
        skyline(picture.far(), chance, 20, 660, .8, 130, 330);
        skyline(picture.far(), chance, 14, 720, .6, 150, 380);
        skyline(picture.middle(), chance, 9, 860, .32, 190, 420);
        Graphics2D g = picture.ground();
        int deck = local(scene.snowy() ? 0xE6ECF3 : 0x9A8E88, .03);
        Brush.vertical(g, Shapes.rectangle(-900, 850, width + 1800, 1200), 850, lit(deck, .15), 1010, dark(deck, .3));
        meadow.dabs(g, 0, 862, width, 1000, 90, 60, lit(deck, .3), dark(deck, .3), .3, chance);
        int wall = local(0xB06A52, .04);
        Brush.vertical(g, Shapes.rectangle(-900, 796, width + 1800, 60), 796, lit(wall, .15), 856, dark(wall, .25));
        Brush.fill(g, Shapes.rectangle(-900, 786, width + 1800, 14), lit(wall, .35));
        chimney(g, width * (.5 + picture.side * .36), 850, 150, wall);
        chimney(g, width * (.5 + picture.side * .29), 852, 96, wall);
        tank(g, width * (.5 - picture.side * .38), 850);
        picture.groundY = 912;
    }

    private void skyline(Graphics2D g, Chance chance, int count, double base, double depth, double low, double high) {
        for (int i = 0; i < count; i++) {
            double w = width / count * chance.between(.9, 1.5);
            double x = width * i / count - w * .2;
            double h = chance.between(low, high);
            int wall = local(chance.oneOf(0x8790A8, 0xA88C86, 0xB49A7A, 0x76839A), depth);
            Brush.vertical(
                    g,
                    Shapes.rectangle(x, base - h, w, h + 900),
                    base - h,
                    wall,
                    base + 60,
                    Colour.mix(wall, palette.haze(), .4));
            Brush.fill(g, Shapes.rectangle(x - 3, base - h - 6, w + 6, 10), dark(wall, .25));
            windows(g, chance, x, base - h, w, h + 120, depth);
        }
    }

    private void windows(Graphics2D g, Chance chance, double x, double y, double w, double h, double depth) {
        double step = 16 + 26 * (1 - depth);
        for (double wx = x + step * .5; wx < x + w - step * .6; wx += step) {
            for (double wy = y + step; wy < y + h; wy += step * 1.3) {
                boolean on = scene.lampsOn() && chance.happens(.4);
                int pane = on ? Colour.mix(0xFFCF7A, palette.haze(), depth * .4) : dark(local(0x7E98A6, depth), .2);
                Brush.fill(g, Shapes.rectangle(wx, wy, step * .45, step * .66), pane, on ? 1 : .7);
            }
        }
    }

    private void chimney(Graphics2D g, double x, double y, double h, int wall) {
        Brush.horizontal(
                g,
                Shapes.rectangle(x - h * .2, y - h, h * .4, h),
                x + h * .2,
                lit(wall, .12),
                x - h * .2,
                dark(wall, .35));
        Brush.fill(g, Shapes.rectangle(x - h * .25, y - h - 12, h * .5, 16), dark(wall, .3));
    }

    /** A water tank on legs. */
    private void tank(Graphics2D g, double x, double y) {
        int wood = local(0x8A6448, .05);
        for (int i = -1; i < 2; i++) {
            Brush.fill(g, Shapes.rectangle(x + i * 54 - 5, y - 130, 10, 130), dark(wood, .5));
        }
        Brush.horizontal(
                g, Shapes.rectangle(x - 78, y - 290, 156, 165), x + 78, lit(wood, .15), x - 78, dark(wood, .35));
        for (int i = 0; i < 3; i++) {
            Brush.fill(g, Shapes.rectangle(x - 79, y - 275 + i * 56, 158, 6), dark(wood, .55));
        }
        Brush.fill(g, Shapes.polygon(x - 90, y - 288, x, y - 362, x + 90, y - 288), dark(wood, .4));
    }
}
