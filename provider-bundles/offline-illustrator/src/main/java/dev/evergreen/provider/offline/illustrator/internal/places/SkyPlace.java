package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.colour.Palette;
import dev.evergreen.provider.offline.illustrator.internal.nature.Clouds;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** High up among clouds. */
final class SkyPlace extends PlacePainting {
    SkyPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        picture.horizon = 1000;
        sky.open(1000);
        Chance chance = new Chance(seed + 5L);
        Clouds clouds = new Clouds(picture);
        Palette air = picture.outdoors;
        bank(picture.far(), clouds, chance, 640, .5, 5);
        bank(picture.middle(), clouds, chance, 800, .25, 4);
        bank(picture.ground(), clouds, chance, 950, 0, 4);
        if (scene.mentions("water cycle|vapou?r|evaporat\\w*|drops?|droplets?|rain cycle|precipitation|condens\\w*")) {
            drops(chance);
        }
        for (int i = 0; i < 3; i++) {
            double x = width * (i + chance.next()) / 3;
            Brush.fill(
                    picture.foreground(),
                    Shapes.blob(x, 1050, 330, 110, .4, seed + i),
                    Colour.mix(air.cloud(), air.cloudShade(), .3),
                    .85);
        }
        picture.groundY = 760;
    }

    private void bank(Graphics2D g, Clouds clouds, Chance chance, double y, double depth, int count) {
        Palette air = picture.outdoors;
        int light = Colour.mix(air.cloud(), air.haze(), depth * .7);
        int shade = Colour.mix(air.cloudShade(), air.haze(), depth);
        Shapes.Profile floor = x -> y + 20 + 40 * (Noise.fractal(x * .004, y, 3, seed) - .5);
        Brush.vertical(
                g,
                Shapes.below(-BEYOND, width + BEYOND, 9, 2000, floor),
                y,
                Colour.mix(light, shade, .4),
                y + 230,
                shade);
        for (int i = 0; i < count; i++) {
            double x = width * (i + chance.between(.1, .9)) / count;
            double size = (1 - depth * .8) * chance.between(200, 320);
            clouds.heap(g, x, y + 40, size, size * chance.between(.4, .6), light, shade, chance);
        }
    }

    private void drops(Chance chance) {
        for (int i = 0; i < 46; i++) {
            double x = chance.between(0, width);
            double y = chance.between(picture.top + 100, 940);
            double s = chance.between(6, 15);
            int blue = local(0x4F9FD0, .1);
            Path2D drop = Shapes.smooth(true, x, y - s * 1.7, x + s * .8, y, x, y + s, x - s * .8, y);
            Brush.vertical(picture.props(), drop, y - s, lit(blue, .4), y + s, blue);
        }
    }
}
