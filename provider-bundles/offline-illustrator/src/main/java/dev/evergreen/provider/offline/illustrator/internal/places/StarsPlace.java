package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.Shape;

/** Space itself: a sun and its planets, or the earth from above. */
final class StarsPlace extends PlacePainting {
    StarsPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        Chance chance = new Chance(seed + 5L);
        Cosmos cosmos = new Cosmos(picture);
        cosmos.stars(chance);
        double side = picture.side;
        picture.groundY = 760;
        if (scene.mentions("earth|orbit|satellite|our planet|atmosphere|globe|climate")) {
            cosmos.earth(picture.middle(), width * (.5 - side * .12), 1130, 560);
            Brush.fill(picture.far(), Shapes.ellipse(width * (.5 + side * .33), picture.top + 190, 44, 44), 0xD9D3DC);
            picture.lightX = width * (.5 - side * .5);
            picture.groundY = 640;
            specks(chance);
            return;
        }
        double sunX = width * (.5 - side * .38);
        cosmos.sun(picture.far(), sunX, 470, 105);
        picture.lightX = sunX;
        double[] reach = {.2, .31, .45, .63};
        int[] colours = {0xC9A58A, 0xE0B86A, 0x5FA3D8, 0xC8694A};
        for (int i = 0; i < reach.length; i++) {
            double radius = width * reach[i];
            Shape orbit = Shapes.ellipse(sunX, 470, radius, radius * .36);
            Brush.line(picture.far(), orbit, 1.6, 0xCFC6F0, .3);
            double angle = chance.between(-.9, .9) + (side > 0 ? 0 : Math.PI);
            double x = sunX + Math.cos(angle) * radius;
            double y = 470 + Math.sin(angle) * radius * .36;
            Graphics2D g = i < 2 ? picture.middle() : picture.ground();
            if (i == 2) {
                cosmos.earth(g, x, y, 46);
            } else {
                cosmos.planet(g, x, y, 22 + 9 * i, colours[i], chance);
            }
        }
        double giantX = width * (.5 + side * .3);
        cosmos.planet(picture.ground(), giantX, 790, 150, 0xD9A85B, chance);
        cosmos.ring(picture.ground(), giantX, 790, 150);
        specks(chance);
    }

    /** Dust close by, so that a moving camera shows depth. */
    private void specks(Chance chance) {
        for (int i = 0; i < 36; i++) {
            double size = chance.between(1, 3.4);
            Brush.fill(
                    picture.foreground(),
                    Shapes.ellipse(chance.between(0, width), chance.between(picture.top, 1000), size, size),
                    0xEAF0FF,
                    .35);
        }
    }
}
