package dev.evergreen.provider.offline.illustrator.internal.interiors;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.colour.Palette;
import dev.evergreen.provider.offline.illustrator.internal.nature.Sky;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Place;
import dev.evergreen.provider.offline.illustrator.internal.words.Weather;
import java.awt.Graphics2D;
import java.awt.Shape;

/** What is seen through a window, with its weather. */
final class WindowView extends Painting {
    private final Palette outside;

    WindowView(Picture picture) {
        super(picture);
        outside = picture.outdoors;
    }

    void paint(double x, double y, double w, double h) {
        Graphics2D g = picture.sky();
        Shape before = g.getClip();
        g.clip(Shapes.rectangle(x, y, w, h));
        Chance chance = new Chance(seed + 4L);
        if (scene.place() == Place.SPACESHIP) {
            space(g, x, y, w, h, chance);
        } else {
            new Sky(picture).framed(g, x, y, w, h * .92);
            if (scene.mentions("sea|harbou?r|ocean|beach|lighthouse|coast|boat|ship|island|lamp room")
                    || scene.place() == Place.LIGHTHOUSE_ROOM) {
                sea(g, x, y, w, h, chance);
            } else if (scene.mentions("city|street|apartment|skyline|downtown|skyscraper") || urban()) {
                city(g, x, y, w, h, chance);
            } else {
                hills(g, x, y, w, h, chance);
            }
            weather(g, x, y, w, h, chance);
        }
        g.setClip(before);
    }

    private boolean urban() {
        return switch (scene.place()) {
            case OFFICE, CAFE, SHOP, HOSPITAL -> true;
            default -> false;
        };
    }

    private void space(Graphics2D g, double x, double y, double w, double h, Chance chance) {
        Brush.fill(g, Shapes.rectangle(x, y, w, h), 0x0D1030);
        for (int i = 0; i < 170; i++) {
            double size = chance.between(.6, 2.4);
            Brush.fill(
                    g,
                    Shapes.ellipse(x + chance.next() * w, y + chance.next() * h, size, size),
                    0xFFFFFF,
                    chance.between(.4, 1));
        }
        Shape earth = Shapes.ellipse(x + w * .34, y + h * 1.02, w * .5, h * .56);
        Brush.glow(g, x + w * .34, y + h, w * .62, 0x7FC8F0, .5);
        Brush.vertical(g, earth, y + h * .45, 0x8FD0DC, y + h * 1.1, 0x1F4F7A);
        for (int i = 0; i < 5; i++) {
            Shape land = Shapes.blob(x + w * (.12 + .12 * i), y + h * (.62 + .1 * (i % 3)), w * .09, h * .06, .7, i);
            Brush.fill(g, Shapes.common(land, earth), 0x7FA868, .8);
        }
    }

    private void sea(Graphics2D g, double x, double y, double w, double h, Chance chance) {
        Brush.vertical(
                g,
                Shapes.rectangle(x, y + h * .58, w, h * .5),
                y + h * .58,
                Colour.mix(outside.sky()[3], Colour.multiply(0x4E93A6, outside.ambient()), .6),
                y + h,
                Colour.multiply(0x2F7C8F, outside.ambient()));
        for (int i = 0; i < 30; i++) {
            Brush.fill(
                    g,
                    Shapes.lens(x + chance.next() * w, y + h * chance.between(.6, 1), chance.between(14, 50), 2),
                    outside.light(),
                    .4);
        }
    }

    private void city(Graphics2D g, double x, double y, double w, double h, Chance chance) {
        for (int row = 0; row < 2; row++) {
            for (int i = 0; i < 12; i++) {
                double tall = h * chance.between(.24, .62 - row * .15);
                double left = x + i * w / 11 - 10;
                int wall = Colour.mix(Colour.multiply(0x7F88A0, outside.ambient()), outside.haze(), .65 - row * .35);
                Brush.fill(g, Shapes.rectangle(left, y + h - tall, w * .11, tall), wall);
                for (int k = 0; k < 10; k++) {
                    if (outside.night() || chance.happens(.25)) {
                        int pane = outside.night() ? 0xFFD27A : Colour.mix(wall, 0xFFFFFF, .3);
                        Brush.fill(
                                g,
                                Shapes.rectangle(left + 5 + chance.index(4) * 11, y + h - tall + 8 + k * 17, 6, 8),
                                pane,
                                .8);
                    }
                }
            }
        }
    }

    private void hills(Graphics2D g, double x, double y, double w, double h, Chance chance) {
        for (int i = 0; i < 3; i++) {
            int grass = Colour.multiply(scene.snowy() ? 0xDDE6EE : 0x7C9F6A, outside.ambient());
            int colour = Colour.mix(grass, outside.haze(), .7 - i * .3);
            double base = y + h * (.58 + i * .12);
            int noise = i + seed % 20;
            Brush.fill(
                    g,
                    Shapes.below(
                            x,
                            x + w,
                            5,
                            y + h + 10,
                            at -> base - 50 * (Noise.fractal(at * .008, noise, 3, noise) - .3)),
                    colour);
            if (i == 1) {
                for (int tree = 0; tree < 9; tree++) {
                    Brush.fill(
                            g,
                            Shapes.blob(x + chance.next() * w, base - 16, 15, 20, .3, tree),
                            Colour.mix(colour, outside.shade(), .25));
                }
            }
        }
    }

    private void weather(Graphics2D g, double x, double y, double w, double h, Chance chance) {
        if (scene.weather().wet()) {
            for (int i = 0; i < 110; i++) {
                Brush.fill(
                        g,
                        Shapes.rectangle(x + chance.next() * w, y + chance.next() * h, 1.6, chance.between(10, 40)),
                        0xFFFFFF,
                        .35);
            }
        }
        if (scene.weather() == Weather.SNOW) {
            for (int i = 0; i < 100; i++) {
                double size = chance.between(1.5, 5);
                Brush.fill(g, Shapes.ellipse(x + chance.next() * w, y + chance.next() * h, size, size), 0xFFFFFF, .85);
            }
        }
        if (scene.weather() == Weather.FOG) {
            Brush.fill(g, Shapes.rectangle(x, y, w, h), outside.haze(), .6);
        }
    }
}
