package dev.evergreen.provider.offline.illustrator.internal.interiors;

import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Rooms open to many. */
final class PublicRooms extends Furnishing {
    PublicRooms(Picture picture, Shell shell, Graphics2D back) {
        super(picture, shell, back);
    }

    @Override
    void furnish() {
        switch (scene.place()) {
            case LIBRARY -> library();
            case CAFE -> cafe();
            case CLASSROOM -> classroom();
            case SHOP -> shop();
            case HALL -> hall();
            case HOSPITAL -> hospital();
            default -> corridor();
        }
    }

    private void library() {
        for (double x = shell.left - 190; x < shell.right + 190; x += 200) {
            if (x + 200 > shell.windowX - 30 && x < shell.windowX + shell.windowW + 30) {
                continue;
            }
            furniture.shelf(back, x, picture.top - 30, 196, base + 22 - picture.top, wood(.06), .15);
        }
        rug(0xB7523F, 0x35607A, 0x8A4A6C);
        int ladder = lit(wood(.06), .2);
        double x = stage + side * Math.min(240, width * .2);
        for (int i = 0; i < 12; i++) {
            Brush.fill(back, Shapes.rectangle(x - 34 + i * 3, 90 + i * 58, 74, 8), ladder);
        }
        for (int i = 0; i < 2; i++) {
            Brush.fill(
                    back,
                    Shapes.polygon(
                            x - 36 + i * 70,
                            40,
                            x - 28 + i * 70,
                            40,
                            x + 8 + i * 70,
                            base + 10,
                            x - 2 + i * 70,
                            base + 10),
                    ladder);
        }
        double window = shell.windowX + shell.windowW / 2;
        furniture.table(back, window - side * 10, base + 62, 330, 150);
        furniture.lampSmall(back, window - 60, base - 102);
        furniture.books(back, window + 40, base - 102);
        things.draw(back, Thing.GLOBE, window + 120, base - 102, 90, 1);
        furniture.lamp(floor, stage + side * 190, 900, 470);
    }

    private void cafe() {
        pictures(2, wallX, 220);
        int counter = local(0x6B4634, .08);
        double x = stage + side * Math.min(190, width * .16);
        board(
                back,
                x - 250,
                356,
                500,
                Thing.BOTTLE,
                Thing.CUP,
                Thing.CUP,
                Thing.BOTTLE,
                Thing.FLOWER,
                Thing.CUP,
                Thing.BOTTLE);
        Brush.vertical(
                back,
                Shapes.rectangle(x - 300, base - 170, 600, 190),
                base - 170,
                lit(counter, .15),
                base,
                dark(counter, .25));
        for (int i = 0; i < 6; i++) {
            Brush.fill(back, Shapes.rounded(x - 288 + i * 98, base - 146, 86, 140, 6), dark(counter, .18));
        }
        Brush.fill(back, Shapes.rectangle(x - 312, base - 184, 624, 18), local(0xEFE3CB, .05));
        things.draw(back, Thing.CAKE, x - 200, base - 184, 84, 1);
        things.draw(back, Thing.BREAD, x - 90, base - 184, 70, 1);
        coffeeMachine(x + 170);
        furniture.round(floor, stage - side * Math.min(390, width * .36), 940);
        things.draw(floor, Thing.CUP, stage - side * Math.min(370, width * .35), 752, 34, 1);
    }

    private void coffeeMachine(double x) {
        int steel = local(0xA9B0B6, .05);
        Brush.vertical(
                back,
                Shapes.rounded(x - 70, base - 290, 140, 106, 10),
                base - 290,
                lit(steel, .25),
                base - 184,
                dark(steel, .3));
        Brush.fill(back, Shapes.rectangle(x - 56, base - 240, 112, 10), dark(steel, .5));
        for (int i = 0; i < 3; i++) {
            Brush.fill(back, Shapes.ellipse(x - 40 + i * 26, base - 268, 7, 7), local(0xD8533F, 0));
        }
        things.draw(back, Thing.CUP, x, base - 186, 26, 1);
    }

    private void classroom() {
        double x = wallX - side * 40;
        double w = Math.min(520, width * .5);
        Brush.fill(back, Shapes.rectangle(x - w / 2 - 14, 226, w + 28, 278), wood(.06));
        Brush.fill(back, Shapes.rectangle(x - w / 2, 240, w, 250), local(0x3F6457, .12));
        chalk(x, w);
        things.draw(far, Thing.CLOCK, x, 200, 70, 1);
        garland(shell.left + 20, shell.right - 20, shell.ceiling + 20);
        board(
                back,
                shell.windowX + 10,
                shell.windowY + shell.windowH + 60,
                shell.windowW - 20,
                Thing.BOOK,
                Thing.SEEDLING,
                Thing.BOX,
                Thing.BOOK,
                Thing.SEEDLING);
        cupboard(back, x + side * (w / 2 + 40) - 55, base + 10, 110, 210, wood(.1), 1);
        things.draw(back, Thing.GLOBE, x + side * (w / 2 + 40), base - 212, 90, 1);
        furniture.table(back, x, base + 40, 280, 130);
        furniture.books(back, x - 60, base - 104);
        things.draw(back, Thing.APPLE, x + 70, base - 104, 34, 1);
        for (int i = 0; i < 4; i++) {
            double desk = width * (.1 + i * .267);
            if (Math.abs(desk - stage) > 190) {
                furniture.table(floor, desk, 900 + i % 2 * 60, 210, 120);
                furniture.books(floor, desk, 766 + i % 2 * 60);
            }
        }
    }

    /** Paper flags on a string. */
    private void garland(double from, double to, double y) {
        int[] colours = {0xD8695A, 0xE3B65C, 0x6F93A8, 0x7F9A6A, 0xB07AA0};
        int count = (int) ((to - from) / 62);
        for (int i = 0; i < count; i++) {
            double x = from + (to - from) * (i + .5) / count;
            double sag = y + 22 * Math.sin(i % 6 / 5.0 * Math.PI);
            Brush.fill(far, Shapes.polygon(x - 18, sag, x + 18, sag, x, sag + 36), local(colours[i % 5], .14));
        }
    }

    /** Drawings on the board: a sun, a plant, a wave; nothing that must be read. */
    private void chalk(double x, double w) {
        int white = 0xF4F4EC;
        Brush.line(back, Shapes.ellipse(x - w * .32, 310, 34, 34), 4, white, .7);
        for (int i = 0; i < 8; i++) {
            double angle = i * .785;
            double cx = x - w * .32;
            Brush.line(
                    back,
                    Shapes.line(
                            cx + Math.cos(angle) * 44,
                            310 + Math.sin(angle) * 44,
                            cx + Math.cos(angle) * 60,
                            310 + Math.sin(angle) * 60),
                    4,
                    white,
                    .7);
        }
        Brush.line(back, Shapes.smooth(false, x - 40, 450, x - 36, 390, x - 44, 330), 4, white, .7);
        Brush.line(back, Shapes.smooth(true, x - 40, 390, x, 350, x + 14, 372), 4, white, .7);
        Brush.line(
                back,
                Shapes.smooth(
                        false, x + w * .16, 400, x + w * .22, 340, x + w * .28, 400, x + w * .34, 460, x + w * .4, 400),
                4,
                0xF2D27A,
                .7);
        Brush.line(back, Shapes.line(x + w * .14, 400, x + w * .44, 400), 3, white, .5);
    }

    private void shop() {
        Thing[][] goods = {
            {Thing.BOTTLE, Thing.BOX, Thing.BOTTLE, Thing.BREAD, Thing.BOTTLE},
            {Thing.APPLE, Thing.APPLE, Thing.BASKET, Thing.BOX, Thing.CAKE},
            {Thing.BOOK, Thing.BALL, Thing.CUP, Thing.DRUM, Thing.CLOCK}
        };
        double x = wallX - 210;
        Brush.fill(back, Shapes.rectangle(x - 14, 210, 448, base - 200), dark(wood(.12), .3));
        for (int i = 0; i < 3; i++) {
            board(back, x, 330 + i * 120, 420, goods[i]);
        }
        int counter = local(chance.oneOf(0x6B8A7A, 0xA8604A, 0x8A6448), .06);
        double c = stage + side * 150;
        cupboard(back, c - 240, base + 42, 480, 190, counter, 4);
        things.draw(back, Thing.BASKET, c - 130, base - 156, 96, 1);
        things.draw(back, Thing.FLOWER, c + 150, base - 156, 80, 1);
        things.draw(back, Thing.BOX, shell.windowX + 30, base + 56, 110, 1);
        things.draw(back, Thing.APPLE, shell.windowX + 150, base + 56, 50, 1);
        ceilingLamp(width * .5 - side * 120, picture.top + 130);
    }

    private void hall() {
        int stone = local(0xE6DAC2, .14);
        banners();
        for (int i = 0; i < 6; i++) {
            double x = shell.left - 70 + (shell.right - shell.left + 80) * i / 5.0;
            if (x + 66 > shell.windowX - 20 && x < shell.windowX + shell.windowW + 20) {
                continue;
            }
            Brush.horizontal(
                    back,
                    Shapes.rectangle(x, picture.top - 40, 62, base + 10 - picture.top),
                    x,
                    lit(stone, .2),
                    x + 62,
                    dark(stone, .34));
            Brush.fill(back, Shapes.rectangle(x - 14, base - 34, 90, 44), stone);
            Brush.fill(back, Shapes.rectangle(x - 14, shell.ceiling + 10, 90, 30), lit(stone, .1));
            for (int k = 1; k < 4; k++) {
                Brush.fill(
                        back,
                        Shapes.rectangle(x + k * 15, shell.ceiling + 40, 3, base - shell.ceiling - 80),
                        dark(stone, .3),
                        .5);
            }
        }
        boolean stageHall = scene.mentions("theat(re|er)|stage|opera");
        if (stageHall) {
            curtain();
        } else {
            pictures(2, wallX, 270);
            things.draw(back, Thing.FLOWER, wallX + side * 20, base - 130, 110, 1);
            cupboard(back, wallX + side * 20 - 50, base + 14, 100, 136, stone, 1);
        }
        if (stageHall) {
            return;
        }
        int carpet = local(0xA83A42, .03);
        Brush.fill(
                floor,
                Shapes.polygon(
                        width / 2 - 70, base, width / 2 + 70, base, width / 2 + 330, 1060, width / 2 - 330, 1060),
                carpet,
                .85);
        Brush.line(floor, Shapes.line(width / 2 - 62, base, width / 2 - 300, 1060), 6, local(0xE3B65C, .02), .8);
        Brush.line(floor, Shapes.line(width / 2 + 62, base, width / 2 + 300, 1060), 6, local(0xE3B65C, .02), .8);
    }

    private void banners() {
        int[] colours = {0x8A3A48, 0x35507E};
        for (int i = 0; i < 2; i++) {
            double x = width * (.5 + picture.side * (.02 + .3 * i));
            int cloth = local(colours[i], .16);
            Brush.vertical(
                    far,
                    Shapes.polygon(
                            x - 44, shell.ceiling + 50, x + 44, shell.ceiling + 50, x + 44, 380, x, 424, x - 44, 380),
                    shell.ceiling,
                    lit(cloth, .12),
                    420,
                    dark(cloth, .25));
            Brush.fill(far, Shapes.ellipse(x, 250, 22, 22), local(0xE3B65C, .12));
        }
    }

    private void curtain() {
        int velvet = local(0xA8323C, .08);
        for (double x = shell.left; x < shell.right; x += 46) {
            Brush.horizontal(
                    back,
                    Shapes.rectangle(x, shell.ceiling, 46, base - shell.ceiling + 8),
                    x,
                    lit(velvet, .12),
                    x + 46,
                    dark(velvet, .4));
        }
        Brush.fill(back, Shapes.rectangle(shell.left, base - 6, shell.right - shell.left, 22), local(0xE3B65C, .05));
        Brush.fade(
                back,
                Shapes.polygon(
                        stage - 60,
                        picture.top,
                        stage + 60,
                        picture.top,
                        stage + 300,
                        base + 60,
                        stage - 300,
                        base + 60),
                0,
                picture.top,
                0xFFF0C8,
                .4,
                0,
                base + 60,
                0xFFF0C8,
                .05);
    }

    private void hospital() {
        double x = wallX;
        int steel = local(0xB4BEC2, .05);
        int sheet = local(0xF4F6F4, .02);
        Brush.fill(back, Shapes.lens(x, base + 66, 250, 14), palette.shade(), .35);
        Brush.line(back, Shapes.line(x - 200, base - 20, x - 200, base + 60), 9, steel);
        Brush.line(back, Shapes.line(x + 200, base - 20, x + 200, base + 60), 9, steel);
        Brush.line(back, Shapes.rounded(x + side * 200 - 6, base - 130, 12, 150, 6), 8, steel);
        Brush.vertical(back, Shapes.rounded(x - 212, base - 60, 424, 66, 16), base - 60, sheet, base, dark(sheet, .3));
        Brush.fill(back, Shapes.rounded(x + side * 140 - 56, base - 92, 112, 46, 18), lit(sheet, .3));
        Brush.vertical(
                back,
                Shapes.smooth(
                        true,
                        x - side * 206,
                        base - 60,
                        x + side * 70,
                        base - 72,
                        x + side * 64,
                        base + 18,
                        x - side * 210,
                        base + 20),
                base - 70,
                local(0x8FB8C4, .03),
                base + 20,
                local(0x6F98A8, .03));
        picture.bedX = x;
        int screen = local(0x9FC4C0, .1);
        Brush.line(back, Shapes.line(x - side * 260, base + 40, x - side * 260, 330), 7, steel);
        Brush.fill(back, Shapes.rounded(x - side * 260 - 22, 336, 44, 70, 12), local(0xDCEBF0, .05), .9);
        Brush.line(
                back,
                Shapes.curve(x - side * 260, 406, x - side * 240, 560, x - side * 200, base - 60),
                3,
                local(0xDCEBF0, .05));
        cupboard(back, x + side * 250 - 50, base + 16, 100, 130, local(0xDDE6E6, .06), 1);
        things.draw(back, Thing.FLOWER, x + side * 250, base - 122, 60, 1);
        pictures(1, width * .5 - side * 20, 240);
        double s = width * .5 - side * 20;
        for (int i = 0; i < 4; i++) {
            Brush.horizontal(
                    back,
                    Shapes.rectangle(s - 110 + i * 54, base - 330, 52, 340),
                    s - 110 + i * 54,
                    lit(screen, .25),
                    s - 58 + i * 54,
                    dark(screen, .2));
        }
        things.draw(back, Thing.FLOWER, shell.windowX + 40, shell.windowY + shell.windowH + 8, 70, 1);
        things.draw(far, Thing.CLOCK, x, 300, 84, 1);
    }

    private void corridor() {
        double middle = width / 2;
        for (int sideWall = -1; sideWall < 2; sideWall += 2) {
            for (double deep : new double[] {1.32, 2.0, 3.1}) {
                sideDoor(middle, sideWall, deep);
            }
        }
        door(middle - 60, 120, (base - shell.ceiling) * .74, wood(.2));
        for (double deep : new double[] {1.25, 1.9, 2.9}) {
            double y = 430 + (shell.ceiling - 430) * deep;
            double half = 46 * deep;
            Brush.fill(
                    far,
                    Shapes.polygon(
                            middle - half,
                            y,
                            middle + half,
                            y,
                            middle + half * 1.14,
                            y - 14 * deep,
                            middle - half * 1.14,
                            y - 14 * deep),
                    0xFFF4D0);
            Brush.glow(far, middle, y, 170 * deep, 0xFFE9B0, .3);
        }
    }

    /** A door in a side wall; deep 1 is at the back wall. */
    private void sideDoor(double middle, int sideWall, double deep) {
        double half = (shell.right - shell.left) / 2;
        double far0 = middle + sideWall * half * deep;
        double near0 = middle + sideWall * half * deep * 1.28;
        double tall = (base - 430) * 1.5;
        double y0 = 430 + (base - 430) * deep;
        double y1 = 430 + (base - 430) * deep * 1.28;
        int colour = local(chance.oneOf(0x7F5A48, 0x5F7A86, 0x8A6A4A), .3 - deep * .08);
        Path2D outline = Shapes.polygon(far0, y0, near0, y1, near0, y1 - tall * deep * 1.28, far0, y0 - tall * deep);
        Brush.horizontal(back, outline, far0, lit(colour, .1), near0, dark(colour, .2));
        Brush.line(back, outline, 7 * deep, lit(dark(shell.wall, .2), .3));
        double knob = near0 - sideWall * 16 * deep;
        Brush.fill(back, Shapes.ellipse(knob, y1 - tall * deep * .6, 5 * deep, 5 * deep), local(0xE3B65C, 0));
    }
}
