package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.picture.LayerKind;
import dev.evergreen.provider.offline.illustrator.internal.picture.Mirror;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** A rocky shore with a pool in the middle. */
final class TidePoolPlace extends PlacePainting {
    TidePoolPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        picture.water = true;
        double hy = picture.horizon;
        sky.open(hy);
        Chance chance = new Chance(seed + 5L);
        Graphics2D f = picture.far();
        terrain.ridges(f, hy - 6, 70, 2, .75, .5, 0x6F8790, .0022, 4);
        Brush.fill(f, Shapes.rectangle(-900, hy, width + 1800, 1000), water.seaTop());
        water.sea(picture.middle(), hy, 640, chance, false);
        Mirror.reflect(picture, LayerKind.MIDDLE, hy, .35, .7, LayerKind.FAR);
        water.glitter(picture.middle(), hy, 620, chance);
        water.foam(picture.middle(), 560, 10, seed + 1, 7);
        rocks.rocks(picture.middle(), width * .16, 540, 120, 4, seed + 3, .3);
        rocks.rocks(picture.middle(), width * .86, 560, 150, 5, seed + 4, .26);
        water.foam(picture.middle(), 600, 12, seed + 2, 9);
        Graphics2D g = picture.ground();
        int rk = local(0x85776F, .02);
        Shapes.Profile edge = x -> 640
                + 46 * (Noise.fractal(x * .004, 1, 4, seed + 8) - .5) * 2
                - 60 * Math.pow((x - width / 2) / (width / 2), 2);
        Brush.vertical(g, Shapes.below(-500, width + 500, 7, 2000, edge), 600, lit(rk, .35), 1000, dark(rk, .45));
        for (int i = 0; i < 60; i++) {
            double x = chance.between(-40, width + 40), t = chance.next(), y = edge.at(x) + 10 + t * 330;
            int colour = Colour.mix(rk, local(chance.oneOf(0x9B8B7A, 0x6E6670, 0xA79A85, 0x7A8066), 0), .7);
            Path2D outline = Shapes.blob(x, y, 30 + 110 * t * chance.between(.5, 1), 8 + 24 * t, .4, seed + i);
            Brush.fill(
                    g,
                    AffineTransform.getTranslateInstance(0, 5 + 5 * t).createTransformedShape(outline),
                    dark(colour, .5),
                    .7);
            Brush.fill(g, outline, i % 3 == 0 ? lit(colour, .3) : colour);
        }
        double px = width * .5 + picture.side * -60, py = 862, rx = 470, ry = 104;
        Path2D pool = Shapes.blob(px, py, rx, ry, .3, seed + 77);
        Brush.fill(g, Shapes.blob(px, py + 6, rx + 46, ry + 30, .3, seed + 77), dark(rk, .4));
        Brush.fill(g, Shapes.blob(px, py - 4, rx + 22, ry + 14, .3, seed + 77), lit(rk, .2));
        Brush.vertical(
                g, pool, py - ry, Colour.mix(local(0x3E8C93, 0), palette.sky()[3], .62), py + ry, local(0x1F5C66, 0));
        Shape cl = g.getClip();
        g.clip(pool);
        for (int i = 0; i < 26; i++) {
            Brush.fill(
                    g,
                    Shapes.blob(
                            px + chance.between(-1, 1) * rx,
                            py + chance.between(-.2, 1) * ry,
                            chance.between(14, 60),
                            chance.between(6, 18),
                            .4,
                            i),
                    local(chance.oneOf(0x3F6F66, 0x6F7F5A, 0x7C5F6B, 0xB07A6A), .05),
                    .5);
        }
        for (int i = 0; i < 16; i++) {
            double x = px + chance.between(-1, 1) * rx, y = py + chance.between(-.5, .9) * ry;
            meadow.weed(g, x, y, chance.between(26, 60), local(chance.happens(.5) ? 0x6E8A3F : 0xA5594F, 0), chance);
        }
        for (int i = 0; i < 60; i++) {
            Brush.fill(
                    g,
                    Shapes.lens(
                            px + chance.between(-1, 1) * rx,
                            py + chance.between(-1, .7) * ry,
                            chance.between(14, 90),
                            chance.between(.8, 3)),
                    palette.sky()[3],
                    .5);
        }
        double gx = px + (picture.lightX - px) * .45;
        for (int i = 0; i < 44; i++) {
            Brush.fill(
                    g,
                    Shapes.lens(
                            gx + chance.bell() * 50,
                            py + chance.between(-1, .8) * ry,
                            chance.between(10, 60),
                            chance.between(1, 3.4)),
                    palette.light(),
                    .75);
        }
        g.setClip(cl);
        for (int i = 0; i < 10; i++) {
            double a = chance.between(-.2, 3.4);
            anem(g, px + Math.cos(a) * rx * 1.02, py + Math.sin(a) * ry * 1.08, chance.between(10, 20), chance);
        }
        picture.groundY = 768;
        picture.stageX = px + picture.side * 120;
        double rx0 = px - picture.side * 250;
        rocks.rock(g, rx0, py + 44, 130, 88, seed + 5, local(0x7C7478, 0), picture.lightX < rx0 ? -1 : 1);
        rocks.rock(g, rx0 - 90, py + 60, 70, 42, seed + 6, local(0x8B7F76, 0), picture.lightX < rx0 ? -1 : 1);
        for (int i = 0; i < 8; i++) {
            Brush.fill(
                    g,
                    Shapes.lens(
                            rx0 + chance.between(-150, 130), py + chance.between(50, 66), chance.between(20, 70), 2.4),
                    palette.sky()[3],
                    .6);
        }
    }

    void anem(Graphics2D g, double x, double y, double s, Chance chance) {
        int colour = local(chance.oneOf(0xC9566B, 0x6FA37C, 0xB778A8, 0xE08A5A), 0);
        for (int i = 0; i < 13; i++) {
            double a = i * .483;
            Brush.fill(
                    g,
                    Shapes.ellipse(x + Math.cos(a) * s * .75, y + Math.sin(a) * s * .4, s * .34, s * .2, a),
                    i % 2 == 0 ? colour : lit(colour, .35));
        }
        Brush.fill(g, Shapes.ellipse(x, y, s * .42, s * .24), dark(colour, .5));
    }
}
