package dev.evergreen.provider.offline.illustrator.internal.interiors;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Graphics2D;
import java.awt.Shape;

/** Rooms that people work in. */
final class WorkRooms extends Furnishing {
    WorkRooms(Picture picture, Shell shell, Graphics2D back) {
        super(picture, shell, back);
    }

    @Override
    void furnish() {
        switch (scene.place()) {
            case LABORATORY -> laboratory();
            case WORKSHOP -> workshop();
            default -> office();
        }
    }

    private void office() {
        double x = wallX;
        furniture.shelf(back, x + side * 120 - 90, base - 430, 180, 440, local(0x9C8468, .1), .1);
        pinboard(x - side * 110, 250);
        worldMap(width * .5 - side * 30, 250);
        things.draw(far, Thing.CLOCK, x + side * 120, 300, 84, 1);
        board(back, x - side * 110 - 105, 510, 210, Thing.BOOK, Thing.GLOBE, Thing.BOX);
        bin(stage + side * Math.min(360, width * .3));
        double desk = shell.windowX + shell.windowW / 2;
        furniture.table(back, desk, base + 60, 300, 150);
        things.draw(back, Thing.COMPUTER, desk - 30, base - 104, 130, 1);
        furniture.lampSmall(back, desk + 100, base - 104);
        cupboard(back, width * .5 - side * 10 - 60, base + 14, 120, 190, local(0x8F979C, .1), 1);
        furniture.potted(back, width * .5 - side * 10, base - 184, 130);
        for (int i = 0; i < 12; i++) {
            Brush.fill(
                    far,
                    Shapes.rectangle(shell.windowX, shell.windowY + 5 + i * 14, shell.windowW, 5),
                    local(0xF4ECDC, .1),
                    .75);
        }
        panels();
    }

    private void panels() {
        for (int i = -1; i < 2; i += 2) {
            double x = width * .5 + i * width * .2;
            double y = shell.ceiling - 26;
            Brush.fill(
                    far,
                    Shapes.polygon(x - 70, y, x + 70, y, x + 84 + i * 12, y - 20, x - 84 + i * 12, y - 20),
                    0xFFF8E4,
                    .9);
            Brush.glow(far, x, y, 190, 0xFFF4D8, .25);
        }
    }

    private void pinboard(double x, double y) {
        Brush.fill(back, Shapes.rectangle(x - 110, y, 220, 170), wood(.1));
        Brush.fill(back, Shapes.rectangle(x - 100, y + 10, 200, 150), local(0xC49A6C, .12));
        int[] notes = {0xF6EFD8, 0xF2D27A, 0xBFD9D6, 0xE8A898};
        for (int i = 0; i < 9; i++) {
            double w = chance.between(28, 48);
            double nx = x - 90 + i % 4 * 46 + chance.between(-5, 5);
            double ny = y + 22 + i / 4 * 46 + chance.between(-4, 4);
            Brush.fill(
                    back,
                    Shapes.rotated(Shapes.rectangle(nx, ny, w, w * .8), chance.between(-.12, .12), nx, ny),
                    local(notes[i % 4], .08));
        }
    }

    private void laboratory() {
        int bench = local(0xDDE6E6, .06);
        double x = wallX - side * 60;
        board(back, x - 230, 330, 460, Thing.BOTTLE, Thing.FLASK, Thing.BOTTLE, Thing.BOX, Thing.FLASK, Thing.BOTTLE);
        board(
                back,
                x - 230,
                450,
                460,
                Thing.FLASK,
                Thing.GLOBE,
                Thing.BOTTLE,
                Thing.BOTTLE,
                Thing.HOURGLASS,
                Thing.FLASK);
        cupboard(back, shell.left - 200, base + 24, shell.right - shell.left + 400, 180, bench, 9);
        double top = base - 164;
        things.draw(back, Thing.MICROSCOPE, x - side * 60, top, 110, 1);
        things.draw(back, Thing.FLASK, x + side * 110, top, 110, 1);
        things.draw(back, Thing.COMPUTER, shell.windowX + shell.windowW * .5, top, 150, 1);
        things.draw(back, Thing.FLASK, width * .5 - side * 60, top, 84, -1);
        chart(width * .5 + side * 20);
        panels();
    }

    /** Continents on blue. */
    private void worldMap(double x, double y) {
        Brush.fill(far, Shapes.rectangle(x - 112, y - 6, 224, 152), wood(.12));
        Shape sea = Shapes.rectangle(x - 104, y + 2, 208, 136);
        Brush.fill(far, sea, local(0x9FC4D0, .15));
        double[] lands = Shapes.points("-70,40,26,22 -52,92,15,28 -4,42,22,16 2,82,20,28 50,44,38,24 74,100,18,12");
        for (int i = 0; i < lands.length; i += 4) {
            Shape land = Shapes.blob(x + lands[i], y + lands[i + 1], lands[i + 2], lands[i + 3], .7, 20 + i);
            Brush.fill(far, Shapes.common(land, sea), local(0x8FAE6C, .15));
        }
    }

    private void bin(double x) {
        int tin = local(0x6F7A80, .03);
        Brush.fill(floor, Shapes.lens(x, 932, 60, 10), palette.shade(), .35);
        Brush.horizontal(
                floor,
                Shapes.polygon(x - 46, 830, x + 46, 830, x + 36, 930, x - 36, 930),
                x + 40,
                lit(tin, .2),
                x - 40,
                dark(tin, .3));
        Brush.fill(floor, Shapes.ellipse(x, 830, 46, 9), dark(tin, .5));
        Brush.fill(floor, Shapes.blob(x - 8, 826, 22, 16, .5, 3), local(0xF6F0E0, .02));
    }

    /** A hanging chart of rings, as of orbits or cells. */
    private void chart(double x) {
        Brush.fill(far, Shapes.rectangle(x - 74, 210, 148, 190), local(0x2F4F66, .15));
        for (int i = 1; i < 4; i++) {
            Brush.line(far, Shapes.ellipse(x, 305, i * 20, i * 20), 3, 0xCFE6EA, .8);
            Brush.fill(
                    far,
                    Shapes.ellipse(x + Math.cos(i * 2.1) * i * 20, 305 + Math.sin(i * 2.1) * i * 20, 6, 6),
                    0xF2C14E);
        }
    }

    private void workshop() {
        double x = wallX;
        Brush.fill(back, Shapes.rectangle(x - 190, 220, 380, 210), dark(wood(.12), .1));
        tools(x);
        board(
                back,
                shell.windowX - 30,
                140 + picture.top * .4,
                shell.windowW + 60,
                Thing.BUCKET,
                Thing.BOTTLE,
                Thing.BOX,
                Thing.LANTERN,
                Thing.BASKET);
        double bench = x - side * 30;
        furniture.table(back, bench, base + 56, 460, 180);
        things.draw(back, Thing.GEARS, bench - 130, base - 138, 120, 1);
        things.draw(back, Thing.LAMP, bench + 120, base - 138, 100, 1);
        things.draw(back, Thing.BOX, shell.windowX + 60, base + 30, 150, 1);
        things.draw(back, Thing.BUCKET, shell.windowX + 210, base + 40, 80, 1);
        things.draw(back, Thing.LADDER, width * .5 - side * 60, base + 16, 420, 1);
        ceilingLamp(stage, picture.top + 130);
        Chance shavings = new Chance(seed + 3L);
        for (int i = 0; i < 40; i++) {
            double size = shavings.between(3, 8);
            Brush.fill(
                    floor,
                    Shapes.ellipse(shavings.between(0, width), shavings.between(base + 40, 990), size, size * .4),
                    local(0xD9B98A, .02),
                    .7);
        }
    }

    private void tools(double x) {
        int iron = local(0x5A5A66, .08);
        int handle = local(0xB0703C, .06);
        for (int i = 0; i < 6; i++) {
            double tx = x - 150 + i * 60;
            Brush.line(back, Shapes.line(tx, 320, tx, 400), 9, handle);
            if (i % 3 == 0) {
                Brush.fill(back, Shapes.rounded(tx - 24, 270, 48, 24, 5), iron);
                Brush.line(back, Shapes.line(tx, 290, tx, 330), 8, handle);
            } else if (i % 3 == 1) {
                Brush.fill(back, Shapes.polygon(tx - 16, 250, tx + 16, 262, tx + 8, 330, tx - 8, 330), iron);
            } else {
                Brush.line(back, Shapes.arc(tx - 15, 262, 30, 34, 60, 240), 8, iron);
                Brush.line(back, Shapes.line(tx, 296, tx, 330), 8, iron);
            }
        }
    }
}
