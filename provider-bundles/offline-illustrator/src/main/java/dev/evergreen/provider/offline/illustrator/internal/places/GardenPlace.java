package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Graphics2D;

/** A park. */
final class GardenPlace extends PlacePainting {
    GardenPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        picture.horizon = 600;
        sky.open(620);
        Chance chance = new Chance(seed + 5L);
        int fg0 = meadow.grass(.62);
        Brush.vertical(
                picture.far(),
                terrain.ridge(622, 26, .002, 3, seed % 33),
                590,
                Colour.mix(fg0, palette.haze(), .4),
                720,
                fg0);
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 15; i++) {
                double x = width * (i + chance.between(-.5, .5)) / 14;
                trees.tree(
                        k < 2 ? picture.far() : picture.middle(),
                        x,
                        640 + k * 30,
                        chance.between(150, 250) + k * 20,
                        scene.snowy() ? "bare" : chance.happens(.18) ? "cypress" : "round",
                        .72 - k * .22,
                        seed + i + k * 40);
            }
        }
        Graphics2D g = picture.middle();
        int gm = meadow.grass(.2);
        Brush.vertical(g, terrain.ridge(690, 16, .003, 3, seed % 31), 670, lit(gm, .3), 860, gm);
        int hd = local(0x5C8A55, .16);
        for (int i = 0; i < 24; i++) {
            Brush.fill(g, Shapes.blob(i * width / 22, 730, 80, 40, .3, seed + i), i % 2 == 0 ? hd : lit(hd, .12));
        }
        Graphics2D n = picture.ground();
        int gd = meadow.grass(.01);
        Brush.vertical(n, terrain.ridge(772, 12, .002, 2, seed % 29), 750, lit(gd, .35), 1000, dark(gd, .35));
        double x = width * .5;
        Brush.vertical(
                n,
                Shapes.smooth(
                        true,
                        x + 60 * picture.side,
                        770,
                        x + 110 * picture.side,
                        770,
                        x + 60,
                        830,
                        x + 190,
                        900,
                        x + 460,
                        1060,
                        x - 330,
                        1060,
                        x - 60,
                        900,
                        x - 10,
                        830),
                770,
                local(scene.snowy() ? 0xF4F4F2 : 0xE3CDA4, .1),
                1000,
                local(0xBBA07C, 0));
        meadow.dabs(n, 0, 790, width, 1000, 170, 46, lit(gd, .4), dark(gd, .3), .45, chance);
        if (!scene.snowy()) {
            meadow.flowers(n, 0, width * .3, 800, 980, 90, chance);
            meadow.flowers(n, width * .72, width, 800, 980, 90, chance);
        }
        double tx = picture.side > 0 ? width * .12 : width * .88;
        trees.tree(n, tx, 850, 620, scene.snowy() ? "bare" : "round", .02, seed + 3);
        structures.streetlamp(n, width - tx * .9 - 60, 850, 330, .03);
        if (!scene.has(Thing.BENCH)) {
            structures.bench(n, width * .5 - picture.side * 330, 850, 110);
        }
        picture.groundY = 895;
    }
}
