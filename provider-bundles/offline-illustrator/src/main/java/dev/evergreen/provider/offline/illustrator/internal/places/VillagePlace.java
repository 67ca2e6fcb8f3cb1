package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Small houses among trees. */
final class VillagePlace extends PlacePainting {
    VillagePlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        picture.horizon = 600;
        sky.open(610);
        Chance chance = new Chance(seed + 5L);
        terrain.ridges(picture.far(), 570, 190, 3, .9, .62, 0x7C96A0, .0016, 4);
        Graphics2D g = picture.middle();
        for (int k = 0; k < 3; k++) {
            double y = 640 + k * 46, d = .42 - k * .14;
            int colour = meadow.grass(d);
            int sd = seed % 43 + k;
            Brush.vertical(g, terrain.ridge(y, 54, .0016, 3, sd), y - 60, lit(colour, .25), y + 90, colour);
            for (int i = 0; i < 7 - k; i++) {
                double x = width * (i + chance.between(.1, .7)) / (7 - k), w = 70 + k * 36 + chance.between(0, 26);
                double yy = terrain.ridgeY(x + w / 2, y, 54, .0016, 3, sd) + 14;
                if (k == 2 && Math.abs(x - picture.stageX) < 150) {
                    continue;
                }
                trees.tree(
                        g,
                        x - 20,
                        yy - 4,
                        w * chance.between(1, 1.5),
                        scene.snowy() ? "bare" : "round",
                        d,
                        seed + i + k);
                houses.house(g, x, yy, w, w * chance.between(.55, .9), d, seed + i * 3 + k * 31, true);
            }
            if (k == 0) {
                double x = width * (.5 - picture.side * .1), yy = terrain.ridgeY(x, y, 54, .0016, 3, sd);
                int w = local(0xEFE4D0, d);
                Brush.fill(g, Shapes.rectangle(x, yy - 130, 44, 140), w);
                Brush.fill(g, Shapes.rectangle(x + 26, yy - 130, 18, 140), dark(w, .25));
                Brush.fill(g, Shapes.polygon(x - 6, yy - 130, x + 22, yy - 215, x + 50, yy - 130), local(0x6B5A66, d));
                Brush.fill(g, Shapes.ellipse(x + 20, yy - 104, 9, 9), dark(w, .5));
            }
        }
        Graphics2D n = picture.ground();
        int gd = meadow.grass(.01);
        Brush.vertical(n, terrain.ridge(800, 26, .002, 3, seed % 29), 780, lit(gd, .3), 1000, dark(gd, .35));
        double x = picture.stageX;
        Path2D road = Shapes.smooth(
                true, x - 20, 780, x + 50, 780, x + 90, 850, x + 40, 900, x + 330, 1060, x - 420, 1060, x - 190, 900,
                x - 60, 850);
        Brush.vertical(
                n,
                road,
                780,
                local(scene.snowy() ? 0xF7F5F1 : 0xE0C79B, .08),
                1000,
                local(scene.snowy() ? 0xC5CFDF : 0xAE8F6A, 0));
        meadow.dabs(n, 0, 820, width, 1000, 150, 46, lit(gd, .4), dark(gd, .3), .4, chance);
        double s = picture.side;
        houses.house(n, s > 0 ? -60 : width - 300, 900, 360, 300, .02, seed + 5, true);
        for (int i = 0; i < 9; i++) {
            double fx = s > 0 ? width - 40 - i * 52 : 40 + i * 52;
            Brush.fill(n, Shapes.rounded(fx, 838, 12, 74, 4), lit(local(0xB79C7C, 0), .2));
        }
        for (int i = 0; i < 2; i++) {
            Brush.fill(n, Shapes.rectangle(s > 0 ? width - 480 : 30, 856 + i * 26, 460, 9), local(0xA88C6C, 0));
        }
        if (!scene.snowy()) {
            meadow.flowers(n, 0, width, 880, 985, 50, chance);
        }
        picture.groundY = 912;
    }
}
