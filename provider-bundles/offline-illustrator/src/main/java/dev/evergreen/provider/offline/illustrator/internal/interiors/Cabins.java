package dev.evergreen.provider.offline.illustrator.internal.interiors;

import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Graphics2D;

/** Inside of what moves, and of towers. */
final class Cabins extends Furnishing {
    private static final int[] LAMPS = {0xFFD27A, 0x7FE0D0, 0xFF7A6A};

    Cabins(Picture picture, Shell shell, Graphics2D back) {
        super(picture, shell, back);
    }

    @Override
    void furnish() {
        switch (scene.place()) {
            case TRAIN -> train();
            case LIGHTHOUSE_ROOM -> lampRoom();
            default -> spaceship();
        }
    }

    private void train() {
        int seat = local(0x3F6A6A, .04);
        for (double x = shell.left + 20; x < shell.right; x += 150) {
            Brush.fill(far, Shapes.rounded(x, base - 170, 128, 146, 4), dark(shell.wall, .14), .6);
        }
        double window = shell.windowX + shell.windowW / 2;
        for (int i = -1; i < 2; i += 2) {
            double x = window + i * Math.min(400, width * .36);
            Brush.horizontal(
                    back, Shapes.rounded(x - 110, 420, 220, 380, 40), x + 110, lit(seat, .12), x - 110, dark(seat, .3));
            Brush.vertical(back, Shapes.rounded(x - 130, 690, 260, 120, 26), 690, lit(seat, .2), 810, dark(seat, .3));
            Brush.fill(back, Shapes.rounded(x - 60, 432, 120, 70, 24), local(0xF0E6D2, .05), .9);
        }
        double rack = 110;
        Brush.fill(back, Shapes.rectangle(-300, rack + 4, width + 600, 12), local(0xC9A45A, .1));
        for (int i = 0; i < 22; i++) {
            Brush.fill(back, Shapes.rectangle(width * i / 21 - 2, rack + 14, 4, 34), local(0xC9A45A, .1));
        }
        Thing[] luggage = {Thing.SUITCASE, Thing.BACKPACK, Thing.SUITCASE, Thing.BOX};
        for (int i = 0; i < luggage.length; i++) {
            things.draw(back, luggage[i], width * (.15 + i * .23), rack + 6, 118, 1);
        }
        double x = stage + side * 60;
        Brush.horizontal(
                floor, Shapes.rounded(x - 60, 540, 420, 350, 50), x + 300, lit(seat, .16), x - 100, dark(seat, .25));
        Brush.vertical(floor, Shapes.rounded(x - 120, 800, 480, 110, 30), 800, lit(seat, .26), 910, dark(seat, .25));
        for (int i = 0; i < 3; i++) {
            ceilingLamp(width * (.25 + i * .25), picture.top + 20);
        }
    }

    private void lampRoom() {
        double x = wallX;
        int brass = local(0xC9A24A, .04);
        Brush.glow(back, x, 430, 420, 0xFFE7A0, scene.lampsOn() ? .8 : .4);
        Brush.vertical(
                back,
                Shapes.polygon(x - 90, base + 20, x + 90, base + 20, x + 60, base - 170, x - 60, base - 170),
                base - 170,
                lit(brass, .2),
                base,
                dark(brass, .3));
        for (int i = 0; i < 7; i++) {
            double half = 90 - Math.abs(i - 3) * 14;
            Brush.fill(back, Shapes.lens(x, base - 210 - i * 44, half, 26), 0xFFF6D0, .5);
            Brush.line(back, Shapes.lens(x, base - 210 - i * 44, half, 26), 4, brass);
        }
        Brush.fill(back, Shapes.ellipse(x, base - 340, 30, 46), 0xFFFFFF);
        furniture.table(back, shell.windowX + 60, base + 56, 220, 130);
        things.draw(back, Thing.BOOK, shell.windowX + 30, base - 88, 80, 1);
        things.draw(back, Thing.LANTERN, shell.windowX + 110, base - 88, 56, 1);
        things.draw(back, Thing.TELESCOPE, shell.windowX + shell.windowW * .7, base + 40, 220, (int) side);
    }

    private void spaceship() {
        int metal = local(0x6F7C8C, .08);
        double window = shell.windowX + shell.windowW / 2;
        for (double x = shell.left + 10; x < shell.right; x += 190) {
            if (Math.abs(x - window) > shell.windowW * .7) {
                Brush.fill(back, Shapes.rounded(x, shell.ceiling, 14, base - shell.ceiling, 6), dark(metal, .3));
                Brush.fill(back, Shapes.rounded(x + 26, 250, 130, 120, 12), dark(metal, .18));
                screen(x + 36, 260, 110, 100);
            }
        }
        double half = shell.windowW / 2 + 90;
        Brush.vertical(
                back,
                Shapes.smooth(
                        true,
                        window - half - 30,
                        base + 6,
                        window - half + 30,
                        base - 150,
                        window + half - 30,
                        base - 150,
                        window + half + 30,
                        base + 6),
                base - 150,
                lit(metal, .2),
                base,
                dark(metal, .4));
        for (int i = 0; i < 34; i++) {
            double x = window - half + 40 + chance.next() * (half * 2 - 80);
            double y = base - chance.between(26, 130);
            int lamp = chance.oneOf(LAMPS);
            Brush.fill(back, Shapes.rounded(x, y, 14, 8, 3), lamp);
            Brush.glow(back, x + 7, y + 4, 20, lamp, .5);
        }
        for (int i = -1; i < 2; i += 2) {
            double x = window + i * half * .55;
            int seat = local(0x4A5568, .05);
            Brush.vertical(
                    back,
                    Shapes.rounded(x - 62, base - 150, 124, 150, 34),
                    base - 150,
                    lit(seat, .2),
                    base,
                    dark(seat, .3));
            Brush.fill(back, Shapes.rectangle(x - 12, base - 10, 24, 60), dark(seat, .4));
            Brush.fill(back, Shapes.lens(x, base + 52, 60, 10), dark(seat, .5));
        }
    }

    /** A display with curves and dots. */
    private void screen(double x, double y, double w, double h) {
        Brush.fill(back, Shapes.rounded(x, y, w, h, 8), 0x123A4A);
        Brush.glow(back, x + w / 2, y + h / 2, w, 0x7FE0D0, .2);
        double[] curve = new double[24];
        for (int i = 0; i < 12; i++) {
            curve[2 * i] = x + 8 + (w - 16) * i / 11;
            curve[2 * i + 1] = y + h * (.55 + .26 * Math.sin(i * 1.1 + x));
        }
        Brush.line(back, Shapes.smooth(false, curve), 3, 0x7FE0D0, .9);
        for (int i = 0; i < 4; i++) {
            Brush.fill(back, Shapes.ellipse(x + 18 + i * 24, y + 16, 5, 5), LAMPS[i % 3]);
        }
    }
}
