package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Place;
import dev.evergreen.provider.offline.illustrator.internal.words.Season;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Between tall trunks. */
final class ForestPlace extends PlacePainting {
    ForestPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        sky.open(700);
        picture.horizon = 640;
        Chance chance = new Chance(seed + 5L);
        boolean jungle = scene.place() == Place.JUNGLE;
        boolean pine = chance.happens(.35) && !jungle || scene.snowy();
        int leafBase = trees.leaf(chance);
        Graphics2D f = picture.far();
        double up = picture.top - 40;
        int hz = local(leafBase, .8);
        Brush.fade(
                f,
                Shapes.rectangle(-500, up - 400, width + 1000, 1080 - up),
                0,
                up,
                Colour.mix(palette.haze(), palette.sky()[2], .5),
                .55,
                0,
                560,
                Colour.mix(palette.haze(), palette.sky()[3], .6),
                1);
        Brush.fill(f, Shapes.rectangle(-500, 670, width + 1000, 900), hz);
        Brush.glow(f, picture.lightX, 380, 620, palette.light(), .55);
        for (int k = 0; k < 3; k++) {
            double depth = .86 - k * .14;
            for (int i = 0; i < 26; i++) {
                double x = chance.between(-60, width + 60), w = 7 + k * 6 + chance.between(0, 7);
                Brush.fill(
                        f,
                        Shapes.polygon(
                                x - w / 2, up, x + w / 2, up, x + w * .8, 690 + k * 16, x - w * .8, 690 + k * 16),
                        local(0x5F5A50, depth));
            }
            int colour = local(leafBase, depth);
            for (int i = 0; i < 26; i++) {
                Brush.fill(
                        f,
                        Shapes.blob(
                                i * width / 25 + chance.between(-40, 40),
                                up + chance.between(0, 150 - k * 30),
                                chance.between(90, 170),
                                chance.between(60, 120),
                                .4,
                                seed + i + k),
                        Colour.mix(colour, k % 2 == 0 ? palette.light() : palette.shade(), .12),
                        .9);
            }
            for (int i = 0; i < 24; i++) {
                Brush.fill(
                        f,
                        Shapes.blob(
                                i * width / 23 + chance.between(-40, 40),
                                672 + k * 16,
                                chance.between(60, 130),
                                chance.between(26, 60),
                                .5,
                                seed + i),
                        Colour.mix(colour, palette.light(), .1));
            }
        }
        Graphics2D g = picture.middle();
        int gr = meadow.grass(.18), gd = meadow.grass(.02);
        Brush.vertical(
                g, terrain.ridge(706, 24, .003, 3, seed % 51), 680, Colour.mix(gr, palette.haze(), .4), 1000, gd);
        int tr = 9;
        for (int i = 0; i < tr; i++) {
            double x = width * (i + .5) / tr + chance.between(-70, 70);
            if (Math.abs(x - picture.stageX) < 130) {
                x += picture.side * 190;
            }
            double b = 700 + chance.between(0, 70), w = 26 + (b - 700) * .5 + chance.between(0, 14);
            if (pine && chance.happens(.6)) {
                trees.tree(g, x, b, chance.between(380, 640), "pine", .24, seed + i);
            } else {
                trees.trunk(g, x, b, w, .26 - (b - 700) * .002, chance, leafBase);
            }
        }
        for (int i = 0; i < 26; i++) {
            double x = chance.between(-50, width + 50), y = chance.between(712, 780);
            Brush.fill(
                    g,
                    Shapes.blob(x, y, chance.between(40, 100), chance.between(16, 34), .5, seed + i),
                    Colour.mix(local(leafBase, .2), gd, chance.between(0, .6)));
        }
        for (int i = 0; i < (scene.snowy() ? 0 : 260); i++) {
            double x = chance.between(-20, width + 20), y = up + 80 + Math.abs(chance.bell()) * 85;
            Brush.fill(
                    g,
                    Shapes.ellipse(x, y, chance.between(5, 10), chance.between(3, 5), chance.between(0, 3)),
                    chance.happens(.5) ? lit(local(leafBase, .3), .3) : dark(local(leafBase, .3), .25),
                    .8);
        }
        sky.shafts(picture.middle(), 5);
        Graphics2D n = picture.ground();
        Brush.vertical(n, terrain.ridge(812, 30, .0026, 3, seed % 37), 790, lit(gd, .16), 1000, dark(gd, .45));
        Path2D path = Shapes.smooth(
                true,
                picture.stageX - 40,
                806,
                picture.stageX + 30,
                806,
                picture.stageX + 80,
                860,
                picture.stageX + 20,
                920,
                picture.stageX + 180,
                1040,
                picture.stageX - 330,
                1040,
                picture.stageX - 170,
                920,
                picture.stageX - 60,
                860);
        Brush.vertical(
                n,
                path,
                800,
                local(scene.snowy() ? 0xF4F4F2 : 0xCDB07F, .12),
                1000,
                local(scene.snowy() ? 0xD0D8E4 : 0x9C7C58, 0));
        meadow.dabs(
                n,
                0,
                820,
                width,
                1000,
                170,
                42,
                lit(gd, .35),
                scene.season() == Season.AUTUMN ? local(0xC8642E, 0) : dark(gd, .4),
                .5,
                chance);
        meadow.blades(n, 0, width, 850, 34, 160, lit(gd, .15), dark(gd, .25), chance);
        if (!scene.snowy()) {
            meadow.flowers(n, 0, width * .4, 850, 960, 24, chance);
            meadow.flowers(n, width * .65, width, 850, 960, 24, chance);
        }
        if (scene.mentions("glow|firefl|magic")) {
            for (int i = 0; i < 60; i++) {
                Brush.glow(
                        picture.air(),
                        chance.between(0, width),
                        chance.between(420, 900),
                        chance.between(6, 22),
                        0xFFE9A0,
                        .8);
            }
        }
        if (jungle) {
            for (int i = 0; i < 7; i++) {
                double x = width * (i + chance.between(.1, .9)) / 7;
                if (Math.abs(x - picture.stageX) > 150) {
                    double tall = chance.between(260, 480);
                    trees.tree(picture.middle(), x, chance.between(760, 800), tall, "palm", .12, seed + 300 + i);
                }
            }
        }
        picture.groundY = 898;
    }
}
