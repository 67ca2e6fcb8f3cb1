package dev.evergreen.provider.offline.illustrator.internal.nature;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.colour.Palette;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.TimeOfDay;
import dev.evergreen.provider.offline.illustrator.internal.words.Weather;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Clouds by weather and hour: heaps by day, streaks in low sun and at night, a closed ceiling when something falls. */
public final class Clouds extends Painting {
    private final Palette colours;

    public Clouds(Picture picture) {
        super(picture);
        colours = picture.outdoors;
    }

    void drift(Graphics2D g, Chance chance, double height) {
        switch (scene.weather()) {
            case FOG -> {}
            case RAIN, STORM, SNOW -> ceiling(g, chance, height);
            case CLOUDY -> {
                ceiling(g, chance, height * .8);
                heaps(g, chance, height, 4);
            }
            case CLEAR -> {
                if (scene.time() == TimeOfDay.DAY) {
                    heaps(g, chance, height, 3 + chance.index(3));
                } else {
                    streaks(g, chance, height);
                }
            }
        }
    }

    /** Big overlapping masses whose lower edges are lost in one another, and veils that hang from them. */
    private void ceiling(Graphics2D g, Chance chance, double height) {
        double top = picture.top;
        boolean heavy = scene.weather() == Weather.STORM;
        for (int i = 0; i < 4; i++) {
            int row = i;
            double y = top + height * (.42 - .13 * row);
            int body = Colour.mix(colours.cloudShade(), colours.cloud(), .25 + .2 * row);
            int belly = Colour.mix(colours.cloudShade(), palette.shade(), heavy ? .34 : .12);
            double reach = 60 + 34 * row;
            int noise = seed % 89 + row * 7;
            Shapes.Profile edge = x -> y
                    + reach * (Noise.fractal(x * .0031 + row * 5.1, row, 4, noise) - .5) * 2.4
                    + 16 * Math.abs(Noise.smooth(x * .017, row, noise) - .5);
            Path2D mass = Shapes.below(-BEYOND, width + BEYOND, 9, top - 800, edge);
            Brush.fade(g, mass, 0, y - reach * 2.2, body, .55, 0, y + reach, belly, .62);
        }
        for (int i = 0; i < 9; i++) {
            double x = chance.between(-100, width + 100);
            double y = top + chance.between(.02, .4) * height;
            double w = chance.between(190, 420);
            int light = Colour.mix(colours.cloud(), colours.cloudShade(), chance.between(.15, .6));
            mass(g, x, y, w, w * chance.between(.16, .26), light, chance);
        }
        for (int i = 0; i < 7; i++) {
            double x = chance.between(0, width);
            double w = chance.between(90, 260);
            double from = top + height * .4;
            Brush.fade(
                    g,
                    Shapes.polygon(
                            x - w * .5,
                            from - 90,
                            x + w * .5,
                            from - 90,
                            x + w * .2,
                            from + 260,
                            x - w * .8,
                            from + 260),
                    0,
                    from - 20,
                    colours.cloudShade(),
                    .2,
                    0,
                    from + 250,
                    colours.cloudShade(),
                    0);
        }
    }

    /** A soft lump, lit from above, without a bottom edge. */
    private void mass(Graphics2D g, double x, double y, double halfWidth, double halfHeight, int light, Chance chance) {
        int noise = chance.index(5000);
        Path2D outline = Shapes.blob(x, y, halfWidth, halfHeight, .5, noise);
        Brush.fade(g, outline, 0, y - halfHeight, light, .6, 0, y + halfHeight * .6, light, 0);
        Path2D crown =
                Shapes.blob(x - halfWidth * .25, y - halfHeight * .3, halfWidth * .55, halfHeight * .6, .5, noise + 1);
        Brush.fade(g, crown, 0, y - halfHeight, Colour.mix(light, 0xFFFFFF, .25), .5, 0, y + halfHeight * .2, light, 0);
    }

    private void heaps(Graphics2D g, Chance chance, double height, int count) {
        for (int i = 0; i < count; i++) {
            double low = chance.next();
            double x = width * (i + chance.between(.1, .9)) / count;
            double size = 1.25 - low;
            heap(
                    g,
                    x,
                    picture.top + height * (.14 + .62 * low),
                    size * chance.between(190, 330),
                    size * chance.between(74, 118),
                    Colour.mix(colours.cloud(), colours.sky()[2], low * .4),
                    Colour.mix(colours.cloudShade(), colours.sky()[2], .25 + low * .4),
                    chance);
        }
    }

    /** A fair-weather cloud: dark, half-lit and lit pass over the same lumps. */
    public void heap(
            Graphics2D g,
            double x,
            double y,
            double halfWidth,
            double halfHeight,
            int light,
            int shade,
            Chance chance) {
        int n = 9;
        double[] xs = new double[n];
        double[] radii = new double[n];
        for (int i = 0; i < n; i++) {
            double t = (i + .5) / n * 2 - 1;
            xs[i] = x + t * halfWidth * .92 + chance.between(-.06, .06) * halfWidth;
            radii[i] = halfHeight * (1 - .72 * t * t) * chance.between(.62, 1);
        }
        double towards = Math.signum(picture.lightX - x);
        for (int pass = 0; pass < 3; pass++) {
            int colour = pass == 0 ? shade : pass == 1 ? Colour.mix(shade, light, .62) : light;
            double size = pass == 0 ? 1 : pass == 1 ? .88 : .66;
            for (int i = 0; i < n; i++) {
                double r = radii[i];
                Brush.fill(
                        g,
                        Shapes.blob(
                                xs[i] + towards * pass * r * .12,
                                y - r * (.55 + pass * .13),
                                r * size * 1.25,
                                r * size,
                                .1,
                                seed + i),
                        colour);
            }
        }
        Brush.fill(g, Shapes.lens(x, y + halfHeight * .06, halfWidth * 1.15, halfHeight * .2), shade);
        Brush.fill(
                g,
                Shapes.lens(x - halfWidth * .2, y + halfHeight * .16, halfWidth * .8, halfHeight * .12),
                Colour.mix(shade, light, .35));
    }

    private void streaks(Graphics2D g, Chance chance, double height) {
        int count = colours.night() ? 6 : 13;
        boolean fromBelow = picture.lightY > 300;
        int light = Colour.mix(colours.cloud(), colours.sky()[3], .2);
        int shade = Colour.mix(colours.cloudShade(), colours.sky()[1], .3);
        for (int i = 0; i < count; i++) {
            double low = chance.next();
            double y = picture.top + height * (.12 + .78 * low);
            double x = chance.between(0, width);
            double w = chance.between(140, 420) * (1.2 - low * .5);
            double h = chance.between(8, 22) * (1.3 - low);
            for (int k = 0; k < 5; k++) {
                double dabX = x + chance.between(-.5, .5) * w;
                double dabW = w * chance.between(.3, .9);
                Brush.fill(
                        g,
                        Shapes.lens(dabX, y + chance.between(-8, 8), dabW, h * chance.between(.6, 1.2)),
                        shade,
                        colours.night() ? .4 : .5);
                Brush.fill(
                        g,
                        Shapes.lens(
                                dabX + 10, y + h * (fromBelow ? .5 : -.5) + chance.between(-4, 4), dabW * .8, h * .45),
                        light,
                        colours.night() ? .28 : .52);
            }
        }
    }
}
