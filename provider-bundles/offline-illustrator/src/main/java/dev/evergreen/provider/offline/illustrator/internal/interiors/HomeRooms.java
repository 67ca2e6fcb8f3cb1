package dev.evergreen.provider.offline.illustrator.internal.interiors;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Rooms that people live in. */
final class HomeRooms extends Furnishing {
    HomeRooms(Picture picture, Shell shell, Graphics2D back) {
        super(picture, shell, back);
    }

    @Override
    void furnish() {
        switch (scene.place()) {
            case KITCHEN -> kitchen();
            case BEDROOM -> bedroom();
            case BATHROOM -> bathroom();
            case ATTIC -> attic();
            default -> livingRoom();
        }
    }

    private void kitchen() {
        for (int column = 0; column < 60; column++) {
            for (int row = 0; row < 4; row++) {
                double x = shell.left + 4 + column * 44;
                if (x + 42 < shell.right
                        && (x + 44 < shell.windowX - 24 || x > shell.windowX + shell.windowW + 24 || row > 2)) {
                    Brush.fill(
                            far,
                            Shapes.rounded(x, base - 340 + row * 44, 41, 41, 3),
                            Colour.mix(local(0xF4F0E2, .15), shell.wall, Noise.value(column, row) * .5));
                }
            }
        }
        int cabinet = local(chance.oneOf(0x5F8A8A, 0xC96F52, 0x7F9A6A, 0xE3C27A), .1);
        double y = base - 160;
        for (double x = shell.left - 260; x < shell.right + 260; x += 130) {
            Brush.vertical(back, Shapes.rectangle(x, y, 128, 172), y, cabinet, base, dark(cabinet, .3));
            Brush.fill(back, Shapes.rounded(x + 10, y + 14, 108, 146, 5), lit(cabinet, .1));
            Brush.fill(back, Shapes.ellipse(x + 104, y + 50, 5, 5), local(0xE3B65C, 0));
        }
        Brush.fill(back, Shapes.rectangle(-300, y - 16, width + 600, 22), local(0xEFE3CB, .05));
        Brush.fill(back, Shapes.rectangle(-300, y + 6, width + 600, 10), palette.shade(), .3);
        stove(wallX - 115, y);
        fridge(width * .5 - side * width * .43);
        sink(shell.windowX + shell.windowW / 2, y);
        shelves();
        bunting();
        things.draw(back, Thing.BREAD, width * .5 - side * 30, y - 16, 74, 1);
        things.draw(back, Thing.APPLE, width * .5 - side * 110, y - 16, 34, 1);
        things.draw(back, Thing.APPLE, width * .5 - side * 140, y - 16, 34, 1);
        pictureClock();
    }

    private void pictureClock() {
        things.draw(far, Thing.CLOCK, width * .5 + side * 20, 320, 96, 1);
    }

    private void stove(double x, double y) {
        int iron = local(0x3F4350, .05);
        Brush.vertical(back, Shapes.rectangle(x, y - 22, 230, 196), y, lit(iron, .12), base, iron);
        boolean cooking = scene.mentions("bak\\w*|cook\\w*|oven|stir\\w*|soup");
        Brush.fill(back, Shapes.rounded(x + 28, y + 50, 174, 90, 8), Colour.mix(iron, 0xFF9A4A, cooking ? .65 : .1));
        for (int i = 0; i < 4; i++) {
            Brush.fill(back, Shapes.ellipse(x + 40 + i * 48, y + 14, 9, 9), local(0xD9D3C8, 0));
        }
        furniture.pot(back, x + 66, y - 22, 46, local(0xC8483B, .03));
        furniture.pot(back, x + 168, y - 22, 36, local(0x5F7F8C, .03));
        for (int i = 0; i < 4; i++) {
            Path2D steam = Shapes.stroke(
                    Shapes.widths(4, 12, 6, 0),
                    x + 66 + i * 3,
                    y - 74,
                    x + 50 + i * 12,
                    y - 124,
                    x + 86,
                    y - 178,
                    x + 60 + i * 10,
                    y - 240);
            Brush.fill(back, steam, 0xFFFFFF, .16);
        }
        // The hood above.
        int hood = local(0xB9A28A, .1);
        Brush.vertical(
                back,
                Shapes.polygon(x + 70, 96 + picture.top * .3, x + 160, 96 + picture.top * .3, x + 236, 268, x - 6, 268),
                100,
                dark(hood, .1),
                268,
                lit(hood, .15));
    }

    private void fridge(double x) {
        int cream = local(0xE9E2D0, .06);
        Brush.horizontal(
                back,
                Shapes.rounded(x - 90, base - 400, 180, 412, 18),
                x + 90,
                lit(cream, .15),
                x - 90,
                dark(cream, .25));
        Brush.fill(back, Shapes.rectangle(x - 90, base - 270, 180, 5), dark(cream, .4));
        Brush.fill(back, Shapes.rounded(x - side * -62, base - 230, 9, 70, 4), dark(cream, .5));
        Brush.fill(back, Shapes.rectangle(x - 30, base - 350, 34, 42), local(0xF2C14E, .05));
        Brush.fill(back, Shapes.rectangle(x + 14, base - 340, 30, 30), local(0x8FB3C8, .05));
    }

    private void sink(double x, double y) {
        int steel = local(0xC3C9CC, .05);
        Brush.fill(back, Shapes.rounded(x - 90, y - 20, 180, 18, 8), dark(steel, .25));
        Brush.line(
                back,
                Shapes.smooth(false, x - 20, y - 16, x - 20, y - 70, x + 6, y - 88, x + 28, y - 66),
                9,
                lit(steel, .1));
        furniture.potted(far, x + 110, shell.windowY + shell.windowH + 8, 90);
    }

    private void shelves() {
        double x = width * (.5 + side * .05);
        double from = side > 0 ? x : x - 330;
        int plank = lit(wood(.06), .1);
        Brush.fill(back, Shapes.rectangle(from, 214, 330, 12), plank);
        for (int i = 0; i < 6; i++) {
            double jar = from + 18 + i * 52;
            Brush.fill(
                    back,
                    Shapes.rounded(jar, 214 - chance.between(50, 70), 36, 72, 6),
                    local(chance.oneOf(0xE3B65C, 0xC8645A, 0xF0E6D2, 0x7F9A6A), .1));
            Brush.fill(back, Shapes.rectangle(jar, 206, 36, 8), wood(.06));
        }
        for (int i = 0; i < 4; i++) {
            double hook = from + 40 + i * 76;
            Brush.fill(back, Shapes.rectangle(hook, 226, 3, 36), dark(plank, .4));
            double radius = 24 + i % 2 * 7;
            Brush.fill(
                    back,
                    Shapes.ellipse(hook + 2, 286, radius, radius),
                    i % 2 == 0 ? local(0xB87A4A, .05) : local(0x4A4A56, .05));
        }
    }

    private void bunting() {
        int[] colours = {0xC8645A, 0xE3B65C, 0x6F93A8, 0x7F9A6A};
        for (int i = 0; i < 16; i++) {
            double x = width * i / 15.0;
            double y = picture.top + 84 + 26 * Math.sin(i % 5 / 4.0 * Math.PI);
            Brush.fill(far, Shapes.polygon(x - 22, y, x + 22, y, x, y + 44), local(colours[i % 4], .12));
        }
    }

    private void bedroom() {
        wallpaper();
        rug(0xB7523F, 0x35607A, 0x7A8A5A, 0x8A4A6C);
        double x = stage + side * Math.min(250, width * .2);
        bed(x);
        pictures(2, x - 10, 250);
        board(back, width * .5 - side * 30 - 100, 330, 200, Thing.BOOK, Thing.DRUM, Thing.ROCKET);
        double table = shell.windowX + shell.windowW / 2 - side * 250;
        cupboard(back, table - 62, base + 22, 124, 132, wood(.08), 1);
        furniture.lampSmall(back, table, base - 118);
        double chest = width * .5 - side * 30;
        cupboard(back, chest - 100, base + 12, 200, 190, wood(.1), 2);
        things.draw(back, Thing.BOOK, chest - 50, base - 186, 58, 1);
        things.draw(back, Thing.GLOBE, chest + 54, base - 186, 66, 1);
        ceilingLamp(width * .5, picture.top + 120);
        things.draw(floor, Thing.BALL, stage - side * 300, 950, 54, 1);
    }

    private void wallpaper() {
        boolean stripes = chance.happens(.5);
        for (double x = shell.left + 10; x < shell.right - 20; x += 48) {
            if (x + 20 > shell.windowX - 30 && x < shell.windowX + shell.windowW + 30) {
                continue;
            }
            if (stripes) {
                Brush.fill(
                        far,
                        Shapes.rectangle(x, shell.ceiling, 18, base - shell.ceiling - 24),
                        lit(shell.wall, .3),
                        .22);
            } else {
                for (int row = 0; row < 20; row++) {
                    double y = shell.ceiling + 30 + row * 50;
                    if (y < base - 40) {
                        Brush.fill(far, Shapes.ellipse(x + row % 2 * 24, y, 5, 8, .5), lit(shell.wall, .4), .4);
                    }
                }
            }
        }
    }

    private void bed(double x) {
        int quilt = local(chance.oneOf(0x5F7FA8, 0xC8645A, 0x7F9A6A), .03);
        int sheet = local(0xF6EFE2, .02);
        Brush.fill(floor, Shapes.lens(x, 910, 300, 16), palette.shade(), .4);
        Brush.fill(floor, Shapes.rounded(x - 250, 560, 500, 240, 26), wood(.06));
        Brush.fill(floor, Shapes.rounded(x - 226, 582, 452, 190, 20), lit(wood(.06), .12));
        Brush.vertical(floor, Shapes.rounded(x - 240, 700, 480, 190, 30), 690, sheet, 880, dark(sheet, .3));
        Brush.fill(floor, Shapes.smooth(true, x - 200, 720, x - 190, 650, x - 60, 646, x - 40, 720), lit(sheet, .3));
        Brush.fill(floor, Shapes.smooth(true, x + 30, 720, x + 40, 646, x + 180, 650, x + 195, 720), lit(sheet, .3));
        Path2D cover = Shapes.smooth(
                true, x - 256, 760, x, 735, x + 256, 760, x + 266, 890, x + 200, 912, x, 900, x - 200, 914, x - 266,
                890);
        Brush.vertical(floor, cover, 740, lit(quilt, .15), 910, dark(quilt, .3));
        for (int i = 0; i < 6; i++) {
            Path2D fold = Shapes.stroke(
                    Shapes.widths(2, 6, 1), x - 200 + i * 80, 756, x - 190 + i * 80, 820, x - 210 + i * 84, 895);
            Brush.fill(floor, fold, dark(quilt, .35), .5);
        }
        picture.bedX = x;
    }

    private void bathroom() {
        for (double x = shell.left + 3; x < shell.right - 50; x += 52) {
            for (int row = 0; row < 7; row++) {
                if (x + 54 < shell.windowX - 20 || x > shell.windowX + shell.windowW + 20 || row > 3) {
                    Brush.fill(
                            far,
                            Shapes.rounded(x, base - 390 + row * 52, 49, 49, 3),
                            Colour.mix(local(0xEAF2F0, .15), shell.wall, Noise.value((int) x, row) * .5));
                }
            }
        }
        double x = wallX;
        int enamel = local(0xF6F4EE, .03);
        Brush.line(far, Shapes.rounded(x - 74, 190, 148, 190, 74), 12, local(0xC9A45A, .08));
        Brush.vertical(
                far, Shapes.rounded(x - 68, 196, 136, 178, 68), 196, local(0xDCEBF0, .15), 374, local(0xA9C4CE, .15));
        Brush.fill(back, Shapes.rectangle(x - 22, base - 150, 44, 160), dark(enamel, .2));
        Brush.vertical(
                back,
                Shapes.smooth(true, x - 110, base - 190, x + 110, base - 190, x + 74, base - 120, x - 74, base - 120),
                base - 190,
                enamel,
                base - 110,
                dark(enamel, .3));
        double bath = width * .5 - side * width * .2;
        Brush.fill(back, Shapes.lens(bath, base + 62, 270, 16), palette.shade(), .35);
        Brush.vertical(
                back,
                Shapes.smooth(
                        true,
                        bath - 250,
                        base - 110,
                        bath + 250,
                        base - 110,
                        bath + 216,
                        base + 40,
                        bath + 150,
                        base + 58,
                        bath - 150,
                        base + 58,
                        bath - 216,
                        base + 40),
                base - 110,
                enamel,
                base + 60,
                dark(enamel, .35));
        Brush.fill(back, Shapes.rounded(bath - 262, base - 122, 524, 22, 11), lit(enamel, .3));
        for (int i = 0; i < 12; i++) {
            Brush.fill(
                    back,
                    Shapes.ellipse(bath - 180 + i * 32, base - 126 - 12 * Noise.value(i, 2), 24, 20),
                    0xFFFFFF,
                    .85);
        }
        things.draw(back, Thing.DUCK, bath + 60, base - 136, 54, 1);
        furniture.potted(back, shell.left + 40, base + 50, 200);
        board(back, x + side * 140 - 80, 330, 160, Thing.BOTTLE, Thing.CUP, Thing.BOTTLE);
        int towel = local(0xD8787A, .05);
        double rail = width * .5 + side * 10;
        Brush.fill(back, Shapes.rounded(rail - 90, 420, 180, 9, 4), local(0xC9A45A, .08));
        Brush.vertical(back, Shapes.rectangle(rail - 64, 424, 64, 150), 424, lit(towel, .15), 574, dark(towel, .2));
        Brush.vertical(
                back, Shapes.rectangle(rail + 8, 424, 60, 120), 424, local(0xF4E6C8, .05), 544, local(0xD9C49A, .05));
        ceilingLamp(stage, picture.top + 110);
        int mat = local(0x7FB0B4, .03);
        Brush.fill(floor, Shapes.ellipse(stage, 915, 230, 34), mat);
    }

    private void attic() {
        for (int i = 0; i < 16; i++) {
            double x = shell.left + (shell.right - shell.left) * i / 16;
            Brush.fill(far, Shapes.rectangle(x, shell.ceiling, 3, base - shell.ceiling), dark(shell.wall, .4), .5);
        }
        double x = wallX;
        cupboard(back, x - 90, base + 16, 190, 330, wood(.12), 2);
        things.draw(back, Thing.CHEST, width * .5 - side * 30, base + 46, 190, 1);
        things.draw(back, Thing.BOX, shell.windowX + 20, base + 30, 120, 1);
        things.draw(back, Thing.BOX, shell.windowX + 36, base - 50, 90, 1);
        things.draw(back, Thing.SUITCASE, shell.windowX + 160, base + 34, 120, 1);
        things.draw(back, Thing.GUITAR, x + side * 160, base + 40, 200, 1);
        things.draw(back, Thing.LAMP, x - 20, base - 322, 60, 1);
        board(back, width * .5 - 60, 330, 170, Thing.BOTTLE, Thing.CLOCK, Thing.BALL);
        ceilingLamp(width * .5 - side * 60, picture.top + 150);
        rug(0x8A4A4C, 0x6A6A4A);
    }

    private void livingRoom() {
        wallpaper();
        rug(0xB7523F, 0x35607A, 0x7A8A5A, 0x8A4A6C);
        int cloth = local(chance.oneOf(0x4F7A78, 0xC2684A, 0x8A6A8C, 0xB79A4A), .05);
        double x = wallX;
        pictures(2, x - side * 30, 230);
        Brush.fill(back, Shapes.ellipse(x, base + 58, 300, 20), palette.shade(), .35);
        Brush.vertical(
                back, Shapes.rounded(x - 240, base - 190, 480, 190, 46), base - 190, lit(cloth, .16), base, cloth);
        for (int i = -1; i < 2; i += 2) {
            Brush.vertical(
                    back,
                    Shapes.rounded(x + i * 222 - 46, base - 116, 92, 160, 36),
                    base - 110,
                    lit(cloth, .22),
                    base + 40,
                    dark(cloth, .3));
        }
        Brush.vertical(
                back,
                Shapes.rounded(x - 206, base - 66, 412, 100, 26),
                base - 70,
                lit(cloth, .28),
                base + 30,
                dark(cloth, .25));
        for (int i = -1; i < 2; i += 2) {
            Shape cushion = Shapes.rotated(
                    Shapes.rounded(x + i * 120 - 45, base - 140, 90, 84, 18), i * .2, x + i * 120, base - 100);
            Brush.fill(back, cushion, local(i < 0 ? 0xE3B65C : 0xEFE3CB, .03));
        }
        furniture.lamp(back, x - side * 320, base + 40, 430);
        double window = shell.windowX + shell.windowW / 2;
        furniture.table(back, window, base + 50, 220, 120);
        furniture.potted(back, window - 30, base - 66, 150);
        furniture.books(back, window + 66, base - 70);
        fireplaceOrShelf(width * .5 - side * 16);
        furniture.potted(back, width * .5 - side * width * .44, base + 60, 330);
        ceilingLamp(width * .5 - side * 40, picture.top + 96);
    }

    private void fireplaceOrShelf(double x) {
        if (scene.snowy() || scene.mentions("fire ?place|hearth|fire")) {
            int brick = local(0xA8604A, .1);
            Brush.vertical(
                    back,
                    Shapes.rectangle(x - 105, base - 230, 210, 240),
                    base - 230,
                    lit(brick, .1),
                    base,
                    dark(brick, .2));
            Brush.fill(back, Shapes.rounded(x - 66, base - 150, 132, 160, 30), dark(brick, .75));
            things.draw(back, Thing.FIRE, x, base + 6, 110, 1);
            Brush.fill(back, Shapes.rectangle(x - 124, base - 246, 248, 20), lit(wood(.08), .1));
            things.draw(back, Thing.CLOCK, x, base - 246, 60, 1);
            things.draw(back, Thing.CANDLE, x - 80, base - 246, 44, 1);
            return;
        }
        furniture.shelf(back, x - 75, base - 330, 150, 340, local(0x9C7450, .1), .12);
    }
}
