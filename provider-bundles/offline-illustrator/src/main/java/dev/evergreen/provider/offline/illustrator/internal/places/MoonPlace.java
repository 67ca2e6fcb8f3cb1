package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** The ground of another world under stars. */
final class MoonPlace extends PlacePainting {
    private static final int DUST = 0x8C82A6;

    MoonPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        Chance chance = new Chance(seed + 5L);
        Cosmos cosmos = new Cosmos(picture);
        cosmos.stars(chance);
        double x = width * (.5 - picture.side * .24);
        Graphics2D far = picture.far();
        boolean earth = scene.mentions("earth|our moon|lunar|the moon|moon surface");
        if (earth) {
            cosmos.earth(far, x, 290, 150);
        } else {
            cosmos.planet(far, x, 300, 190, chance.oneOf(0xE08A5A, 0x5FA3A8, 0xD9A85B), chance);
            cosmos.ring(far, x, 300, 190);
            double moonX = width * (.5 + picture.side * .34);
            Brush.fill(far, Shapes.ellipse(moonX, 150, 40, 40), 0xC9BFCF);
            Shape night = Shapes.without(
                    Shapes.ellipse(moonX, 150, 40, 40), Shapes.ellipse(moonX - picture.side * 15, 140, 42, 42));
            Brush.fill(far, night, 0x2A2350, .7);
        }
        picture.lightX = x;
        int dust = scene.mentions("mars|martian|red planet") ? 0xB8694A : earth ? 0x9A9AA6 : DUST;
        ground(dust, chance);
        picture.groundY = 905;
    }

    private void ground(int dust, Chance chance) {
        for (int row = 0; row < 3; row++) {
            Graphics2D g = row < 2 ? picture.middle() : picture.ground();
            double y = 700 + row * 66;
            int colour = Colour.mix(Colour.multiply(dust, palette.ambient()), palette.haze(), .6 - row * .27);
            Path2D ridge = terrain.ridge(y, 80 - row * 24, .002 + row * .0006, row == 0 ? 5 : 3, seed % 23 + row);
            Brush.vertical(g, ridge, y - 60, lit(colour, .2), y + 190, dark(colour, .35));
        }
        int near = Colour.multiply(dust, palette.ambient());
        for (int i = 0; i < 16; i++) {
            double t = chance.next();
            double x = chance.between(0, width);
            double y = 850 + t * 150;
            double w = 24 + t * 70;
            Brush.fill(picture.ground(), Shapes.ellipse(x, y, w, w * .24), dark(near, .45));
            Brush.fill(picture.ground(), Shapes.ellipse(x, y + w * .05, w * .9, w * .18), lit(near, .16));
        }
        rocks.rocks(picture.ground(), picture.side > 0 ? width * .08 : width * .92, 900, 130, 5, seed, .05);
        rocks.rocks(picture.foreground(), picture.side > 0 ? width * .98 : width * .02, 1020, 180, 3, seed + 1, 0);
    }
}
