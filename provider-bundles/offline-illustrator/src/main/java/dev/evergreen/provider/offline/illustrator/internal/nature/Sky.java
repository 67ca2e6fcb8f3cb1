package dev.evergreen.provider.offline.illustrator.internal.nature;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.colour.Palette;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import dev.evergreen.provider.offline.illustrator.internal.words.TimeOfDay;
import dev.evergreen.provider.offline.illustrator.internal.words.Weather;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;

/** Sky with its sun, moon, stars and clouds. */
public final class Sky extends Painting {
    private static final int MOON = 0xF6F1DC;

    private final Palette colours;

    public Sky(Picture picture) {
        super(picture);
        colours = picture.outdoors;
    }

    /** Fills the sky layer down to a little below the horizon. */
    public void open(double horizon) {
        Graphics2D g = picture.sky();
        double top = picture.top;
        double height = horizon + 60 - top;
        Chance chance = new Chance(seed * 3L + 11);
        background(g, -BEYOND * 2, top, width + BEYOND * 4, height, 2400);
        washes(g, chance, top, height);
        if (scene.night() && !scene.weather().gloomy()) {
            stars(g, chance, top, height);
        }
        double clear = scene.weather().gloomy() ? .3 : scene.weather() == Weather.FOG ? .6 : 1;
        Brush.glow(
                g,
                picture.lightX,
                picture.lightY,
                colours.night() ? 420 : 760,
                colours.light(),
                clear * (colours.night() ? .42 : .62));
        Brush.glow(g, picture.lightX, picture.lightY, 230, colours.light(), clear * .5);
        if (!scene.weather().gloomy() && scene.weather() != Weather.CLOUDY
                || scene.has(Thing.MOON)
                || scene.has(Thing.SUN)) {
            disc(g, picture.lightX, picture.lightY, 1);
        }
        if (scene.has(Thing.RAINBOW)) {
            rainbow(g, horizon);
        }
        if (scene.has(Thing.AURORA)) {
            aurora(g, chance, height);
        }
        new Clouds(picture).drift(g, chance, height);
    }

    /** The piece of sky in a window. */
    public void framed(Graphics2D g, double x, double y, double w, double h) {
        background(g, x, y, w, h, h);
        Chance chance = new Chance(seed * 3L + 12);
        if (scene.night() && !scene.weather().gloomy()) {
            for (int i = 0; i < 40; i++) {
                double size = .6 + Math.pow(chance.next(), 4) * 2;
                double brightness = .35 + .6 * chance.next();
                Brush.fill(
                        g,
                        Shapes.ellipse(x + chance.next() * w, y + chance.next() * h * .8, size, size),
                        0xEAF2FF,
                        brightness);
            }
        }
        double lightX = x + w * .3;
        double lightY = y + h * (colours.night() ? .24 : .4);
        if (!scene.weather().gloomy() || scene.has(Thing.MOON)) {
            disc(g, lightX, lightY, .8);
        }
        Brush.glow(g, lightX, lightY, w * .9, colours.light(), .5);
    }

    private void background(Graphics2D g, double x, double y, double w, double h, double filled) {
        int[] stops = colours.sky();
        g.setPaint(
                new LinearGradientPaint(0, (float) y, 0, (float) (y + h), new float[] {0, .38f, .76f, 1}, new Color[] {
                    Colour.paint(stops[0]), Colour.paint(stops[1]), Colour.paint(stops[2]), Colour.paint(stops[3])
                }));
        g.fill(Shapes.rectangle(x, y - (filled > h ? 700 : 0), w, filled + (filled > h ? 700 : 0)));
    }

    /** Broad, hardly visible dabs, without which a gradient looks like a machine's. */
    private void washes(Graphics2D g, Chance chance, double top, double height) {
        for (int i = 0; i < 26; i++) {
            double down = chance.next();
            int colour = colours.sky()[Math.min(3, (int) (3.6 * down))];
            int tint = chance.happens(.5)
                    ? Colour.mix(colour, colours.cloud(), .5)
                    : Colour.mix(colour, colours.cloudShade(), .4);
            double halfWidth = chance.between(200, 620);
            Brush.fill(
                    g,
                    Shapes.lens(chance.between(0, width), top + down * height, halfWidth, chance.between(8, 30)),
                    tint,
                    .16);
        }
    }

    private void stars(Graphics2D g, Chance chance, double top, double height) {
        for (int i = 0; i < 420; i++) {
            double y = top + Math.pow(chance.next(), 1.3) * height * .86;
            double size = .7 + Math.pow(chance.next(), 4) * 2.6;
            int colour = chance.happens(.2) ? 0xFFE9C4 : 0xEAF2FF;
            Brush.fill(
                    g,
                    Shapes.ellipse(chance.between(-100, width + 100), y, size, size),
                    colour,
                    .35 + .6 * chance.next());
        }
        if (scene.weather() != Weather.FOG) {
            for (int i = 0; i < 90; i++) {
                double along = chance.next();
                double y = top + height * (.75 - .75 * along) + chance.bell() * 40;
                Brush.glow(g, width * along, y, chance.between(30, 110), 0x9FB9E6, .035);
            }
        }
    }

    private void disc(Graphics2D g, double x, double y, double size) {
        if (colours.night()) {
            moon(g, x, y, 46 * size);
            return;
        }
        double radius = (scene.time() == TimeOfDay.DAY ? 44 : 58) * size;
        int colour = switch (scene.time()) {
            case DAWN -> 0xFFF3D0;
            case DUSK -> 0xFFE2A0;
            default -> 0xFFFBE6;
        };
        Brush.fill(g, Shapes.ellipse(x, y, radius, radius), colour, scene.weather() == Weather.FOG ? .6 : 1);
    }

    /** A full moon with its seas. */
    public static void moon(Graphics2D g, double x, double y, double radius) {
        Brush.fill(g, Shapes.ellipse(x, y, radius, radius), MOON);
        double unit = radius / 46;
        Brush.fill(g, Shapes.ellipse(x - 12 * unit, y - 9 * unit, 10 * unit, 9 * unit), 0xDDDCCB);
        Brush.fill(g, Shapes.ellipse(x + 14 * unit, y + 10 * unit, 7 * unit, 6 * unit), 0xE2E0CF);
        Brush.fill(g, Shapes.ellipse(x + 3 * unit, y - 24 * unit, 5 * unit, 4 * unit), 0xE2E0CF);
    }

    private void rainbow(Graphics2D g, double horizon) {
        int[] bands = {0xE4574A, 0xEE9A4A, 0xF4D65E, 0x7FBF6A, 0x5FA3D0, 0x7A6AB8};
        double radius = width * .36;
        for (int i = 0; i < bands.length; i++) {
            double r = radius - i * 13;
            Brush.line(g, Shapes.arc(width * .5 - r, horizon - r * .9, r * 2, r * 2, 0, 180), 13.5, bands[i], .4);
        }
    }

    private void aurora(Graphics2D g, Chance chance, double height) {
        int[] curtains = {0x6FE0A8, 0x5FD0C8, 0x8F8AE0};
        for (int curtain = 0; curtain < 3; curtain++) {
            double base = picture.top + height * (.34 + .14 * curtain);
            for (double x = -100; x < width + 100; x += 9) {
                double wave = Noise.fractal(x * .003, curtain * 7, 3, seed + curtain) - .5;
                double tall = 90 + 190 * Noise.smooth(x * .03, curtain, 5) + 30 * chance.next();
                double y = base + wave * 260;
                Brush.fade(
                        g,
                        Shapes.rectangle(x, y - tall, 10, tall),
                        0,
                        y - tall,
                        curtains[curtain],
                        0,
                        0,
                        y,
                        curtains[curtain],
                        .3);
            }
        }
    }

    /** Beams of light falling through leaves or water. */
    public void shafts(Graphics2D g, int count) {
        if (scene.weather().gloomy()) {
            return;
        }
        Chance chance = new Chance(seed + 99L);
        for (int i = 0; i < count; i++) {
            double from = picture.lightX + chance.between(-160, 160);
            double half = chance.between(30, 80);
            double to = from + (width * .5 - picture.lightX) * .9 + chance.between(-460, 460);
            double top = picture.top - 40;
            Brush.fade(
                    g,
                    Shapes.polygon(
                            from - half * .4, top, from + half * .4, top, to + half * 2.2, 860, to - half * 2.2, 860),
                    from,
                    top,
                    palette.light(),
                    palette.night() ? .2 : .34,
                    to,
                    820,
                    palette.light(),
                    0);
        }
    }
}
