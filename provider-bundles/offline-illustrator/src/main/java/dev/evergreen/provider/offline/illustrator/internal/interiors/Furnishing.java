package dev.evergreen.provider.offline.illustrator.internal.interiors;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.things.Things;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Graphics2D;

/** What furnishers of rooms share. */
abstract class Furnishing extends Painting {
    protected final Shell shell;
    /** Layer of what stands along the back wall. */
    protected final Graphics2D back;

    protected final Graphics2D far;
    protected final Graphics2D floor;
    protected final Furniture furniture;
    protected final Things things;
    protected final Chance chance;
    protected final double side;
    /** Floor line of the back wall. */
    protected final double base;
    /** Where the wall is free of the window. */
    protected final double wallX;

    protected final double stage;

    protected Furnishing(Picture picture, Shell shell, Graphics2D back) {
        super(picture);
        this.shell = shell;
        this.back = back;
        far = picture.far();
        floor = picture.ground();
        furniture = new Furniture(picture);
        things = new Things(picture);
        chance = new Chance(seed + 77L);
        side = picture.side;
        base = shell.floor;
        wallX = width * .5 + side * Math.min(width * .27, (shell.right - shell.left) * .3);
        stage = picture.stageX;
    }

    abstract void furnish();

    protected void rug(int... colours) {
        int colour = local(chance.oneOf(colours), .02);
        for (int i = 0; i < 4; i++) {
            double wide = Math.min(430, width * .42);
            Brush.fill(
                    floor,
                    Shapes.ellipse(stage, 905, wide - i * 46, 74 - i * 9),
                    i % 2 == 0 ? colour : lit(colour, .35 - i * .05));
        }
    }

    protected void pictures(int count, double x, double y) {
        for (int i = 0; i < count; i++) {
            double w = chance.between(84, 130);
            furniture.frame(
                    far,
                    x + (i - (count - 1) / 2.0) * 150 - w / 2,
                    y + chance.between(-24, 24),
                    w,
                    w * chance.between(.9, 1.25));
        }
    }

    /** A box-like piece along the back wall: cupboards, counters, chests. */
    protected void cupboard(Graphics2D g, double x, double y, double w, double h, int wood, int doors) {
        Brush.fill(g, Shapes.lens(x + w / 2, y + 4, w * .56, 14), palette.shade(), .35);
        Brush.vertical(g, Shapes.rounded(x, y - h, w, h, 6), y - h, lit(wood, .14), y, dark(wood, .25));
        for (int i = 0; i < doors; i++) {
            double doorX = x + w * i / doors + 7;
            double doorW = w / doors - 14;
            Brush.fill(g, Shapes.rounded(doorX, y - h + 12, doorW, h - 24, 5), dark(wood, .14));
            Brush.fill(g, Shapes.rounded(doorX + 3, y - h + 15, doorW - 6, h - 30, 5), lit(wood, .06));
            Brush.fill(g, Shapes.ellipse(doorX + doorW - 12, y - h * .5, 5, 5), local(0xE3B65C, 0));
        }
        Brush.fill(g, Shapes.rounded(x - 8, y - h - 8, w + 16, 14, 4), lit(wood, .28));
    }

    protected void ceilingLamp(double x, double y) {
        Brush.fill(back, Shapes.rectangle(x - 2, picture.top - 60, 4, y - picture.top + 60), local(0x4A4046, .1));
        boolean on = scene.night() || scene.lowSun();
        if (on) {
            Brush.glow(back, x, y + 30, 260, 0xFFC873, .5);
        }
        Brush.fill(
                back,
                Shapes.smooth(true, x - 14, y, x + 14, y, x + 64, y + 44, x - 64, y + 44),
                on ? 0xFFE2A2 : local(0xE6DCC8, .1));
    }

    /** A door seen flat in the back wall. */
    protected void door(double x, double w, double h, int colour) {
        Brush.fill(far, Shapes.rectangle(x - 12, base - h - 12, w + 24, h + 12), lit(dark(shell.wall, .3), .2));
        Brush.vertical(far, Shapes.rectangle(x, base - h, w, h), base - h, lit(colour, .1), base, dark(colour, .2));
        for (int i = 0; i < 2; i++) {
            Brush.fill(
                    far,
                    Shapes.rounded(x + w * .14, base - h * (.94 - i * .48), w * .72, h * .38, 5),
                    dark(colour, .18));
        }
        Brush.fill(far, Shapes.ellipse(x + w * .86, base - h * .47, 6, 6), local(0xE3B65C, 0));
    }

    /** A shelf board with odds and ends. */
    protected void board(Graphics2D g, double x, double y, double w, Thing... load) {
        int wood = local(0x9A6B45, .1);
        Brush.fill(g, Shapes.rectangle(x, y, w, 11), lit(wood, .12));
        Brush.fill(g, Shapes.rectangle(x, y + 11, w, 6), palette.shade(), .3);
        for (int i = 0; i < load.length; i++) {
            things.draw(g, load[i], x + w * (i + .5) / load.length, y, Math.min(56, w / load.length * .8), 1);
        }
    }

    protected int wood(double depth) {
        return local(0x8C5A3C, depth);
    }
}
