package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Season;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Rolling fields. */
final class FieldPlace extends PlacePainting {
    FieldPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        picture.horizon = 600;
        sky.open(610);
        Chance chance = new Chance(seed + 5L);
        terrain.ridges(picture.far(), 590, 110, 3, .88, .58, 0x7C9A86, .0016, 4);
        Graphics2D g = picture.middle();
        int[] cs = {0x8FAE5C, 0xC7B25A, 0x7A9C58, 0xA7B765};
        for (int i = 0; i < 4; i++) {
            double y = 612 + i * 44, d = .5 - i * .11;
            int colour = scene.snowy()
                    ? meadow.grass(d)
                    : scene.season() == Season.AUTUMN
                            ? Colour.mix(local(cs[i], d), local(0xC8913F, d), .55)
                            : local(cs[(i + seed & 3)], d);
            Path2D rg = terrain.ridge(y, 40 + i * 8, .0018 + i * .0003, 3, seed % 43 + i);
            Brush.vertical(g, rg, y - 50, lit(colour, .3), y + 110, dark(colour, .16));
            if (i % 2 == 1) {
                for (int k = 0; k < 26; k++) {
                    double x0 = width * (k - 3) / 20.0,
                            yy = terrain.ridgeY(x0, y, 40 + i * 8, .0018 + i * .0003, 3, seed % 43 + i);
                    Brush.fill(
                            g,
                            Shapes.polygon(
                                    x0,
                                    yy + 2,
                                    x0 + 4,
                                    yy + 2,
                                    x0 + (x0 - width * .5) * .3 + 14,
                                    yy + 120,
                                    x0 + (x0 - width * .5) * .3,
                                    yy + 120),
                            dark(colour, .25),
                            .35);
                }
            }
            for (int k = 0; k < 9; k++) {
                double x = chance.between(0, width),
                        yy = terrain.ridgeY(x, y, 40 + i * 8, .0018 + i * .0003, 3, seed % 43 + i) + 4;
                trees.tree(
                        g,
                        x,
                        yy,
                        24 + i * 16 + chance.between(0, 18),
                        scene.snowy() ? "bare" : chance.happens(.3) ? "cypress" : "round",
                        d * .9,
                        seed + i * 9 + k);
            }
            if (i == 2) {
                houses.house(g, width * (.5 - picture.side * .2), 704, 74, 44, .24, seed, true);
            }
        }
        Graphics2D n = picture.ground();
        int gd = meadow.grass(.01);
        Brush.vertical(n, terrain.ridge(812, 44, .0016, 3, seed % 29), 770, lit(gd, .3), 1000, dark(gd, .4));
        if (scene.mentions("road|path|lane|track") || chance.happens(.4)) {
            double x = picture.stageX;
            Brush.vertical(
                    n,
                    Shapes.smooth(
                            true, x + 60, 800, x + 84, 800, x + 40, 850, x + 60, 910, x + 240, 1060, x - 300, 1060,
                            x - 110, 910, x - 10, 850),
                    800,
                    local(scene.snowy() ? 0xF6F4F0 : 0xDDBE8C, .1),
                    1000,
                    local(scene.snowy() ? 0xC9D2DF : 0xA98A62, 0));
        }
        meadow.dabs(n, 0, 830, width, 1000, 200, 46, lit(gd, .4), dark(gd, .35), .45, chance);
        meadow.blades(n, -20, width + 20, 870, 34, 200, lit(gd, .12), dark(gd, .3), chance);
        if (!scene.snowy()) {
            meadow.flowers(n, 0, width, 850, 985, 120, chance);
        }
        double tx = picture.side > 0 ? width * .17 : width * .83;
        if (!scene.has(Thing.TREE)) {
            trees.tree(n, tx, 872, 430, scene.snowy() ? "bare" : "round", .03, seed + 3);
        }
        picture.groundY = 908;
    }
}
