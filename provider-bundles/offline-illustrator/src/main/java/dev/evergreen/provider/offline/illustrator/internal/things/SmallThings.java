package dev.evergreen.provider.offline.illustrator.internal.things;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Shape;

/** What lies on tables or is held in hands. */
final class SmallThings extends Drawing {
    private static final int PAPER = 0xFBF3DF;
    private static final int IRON = 0x4A4652;
    private static final int WOOD = 0x8C5B45;

    SmallThings(Picture picture) {
        super(picture);
    }

    void draw(Thing thing) {
        switch (thing) {
            case CUP -> cup();
            case CANDLE -> candle();
            case LANTERN -> lantern();
            case LETTER -> letter();
            case MAP -> map();
            case BOOK -> book();
            case PHONE -> phone();
            case KEY -> key();
            case COIN -> coins();
            case GEM -> gem();
            case APPLE -> apple();
            case BREAD -> bread();
            case CAKE -> cake();
            case BOTTLE -> bottle();
            case FLASK -> flasks();
            case MICROSCOPE -> microscope();
            case HOURGLASS -> hourglass();
            case CAMERA -> camera();
            case COMPASS -> compass();
            case GLOBE -> globe();
            case CLOCK -> clock();
            case LAMP -> lamp();
            case COMPUTER -> computer();
            case FEATHER -> feather();
            case EGG -> eggs();
            case MUSHROOM -> mushroom();
            case BALL -> ball();
            case DROP -> drop();
            default -> throw new IllegalArgumentException(thing + " is no small thing");
        }
    }

    private void cup() {
        ring(.07, 0xE2D8C6, .32, -.34, .15, .17);
        disc(0, -.01, .5, .07, 0xD9D0BE);
        body("-.34,-.6 .34,-.6 .3,-.12 .16,-.02 -.16,-.02 -.3,-.12", 0xF6F0E0);
        disc(0, -.6, .34, .07, 0x7A4A2B);
        for (int i = 0; i < 3; i++) {
            double x = -.15 + i * .15;
            Brush.fill(
                    g,
                    Shapes.stroke(widths(0, .06, 0), x, -.68, x - .07, -.85, x + .07, -1, x - .01, -1.2),
                    0xFFFFFF,
                    .3);
        }
    }

    private void candle() {
        shine(0, -.8, 1.6, 0xFFC566, .6);
        box(-.14, -.62, .28, .62, .04, 0xF6EBD2);
        bright(Shapes.closed("0,-1 .09,-.76 0,-.64 -.09,-.76"), 0xFFE08A);
        bright(Shapes.ellipse(0, -.72, .03, .07), 0xFFFFFF);
    }

    private void lantern() {
        shine(0, -.5, 1.8, 0xFFB24E, .6);
        ring(.03, IRON, 0, -.96, .16, .16);
        box(-.26, -.1, .52, .1, .03, IRON);
        plate("-.28,-.72 0,-.9 .28,-.72", IRON);
        bright(Shapes.rounded(-.2, -.7, .4, .6, .06), 0xFFDF90);
        bright(Shapes.closed("0,-.62 .08,-.38 0,-.24 -.08,-.38"), 0xFFFFFF);
        flat(-.22, -.72, .04, .64, IRON);
        flat(.18, -.72, .04, .64, IRON);
    }

    private void letter() {
        turned(-.12, 0, -.3, () -> {
            flat(-.5, -.62, 1, .62, PAPER);
            plate("-.5,-.62 0,-.24 .5,-.62", 0xDDD2BA);
            disc(0, -.26, .07, .07, 0xC8483B);
        });
    }

    private void map() {
        turned(-.08, 0, -.3, () -> {
            block("-.6,-.66 -.2,-.6 .2,-.66 .6,-.6 .6,-.04 .2,-.1 -.2,-.04 -.6,-.1", 0xEBD9AE);
            shape("-.44,-.5 -.24,-.54 -.14,-.36 -.34,-.22 -.5,-.3", 0x9FB27A);
            shape(".1,-.44 .34,-.52 .46,-.3 .26,-.2", 0x9FB27A);
            line(.025, 0xC8483B, "-.34,-.2 -.1,-.26 .02,-.4 .28,-.36");
            straight(.035, 0xC8483B, .3, -.42, .4, -.3);
            straight(.035, 0xC8483B, .4, -.42, .3, -.3);
        });
    }

    private void book() {
        int cover = 0xB7472A;
        int page = 0xFFF6E4;
        plate("-.62,-.05 0,.03 .62,-.05 .6,-.4 0,-.3 -.6,-.4", cover);
        shape("-.57,-.08 -.3,-.12 0,-.02 0,-.34 -.3,-.46 -.56,-.42", page);
        shape(".57,-.08 .3,-.12 0,-.02 0,-.34 .3,-.46 .56,-.42", 0xE6DCC8);
        for (int i = 0; i < 5; i++) {
            double y = -.37 + i * .055;
            Brush.line(g, Shapes.curve(-.48, y, -.3, y - .04, -.06, y + .06), .012, figure(0xA89A86), .7);
            Brush.line(g, Shapes.curve(.48, y, .3, y - .04, .06, y + .06), .012, figure(0xA89A86), .7);
        }
    }

    private void phone() {
        turned(.12, 0, -.4, () -> {
            box(-.24, -.9, .48, .88, .08, 0x33313F);
            bright(Shapes.rounded(-.2, -.84, .4, .74, .04), 0xA9DCE6);
            shine(0, -.5, .7, 0xA9E0EE, .4);
        });
    }

    private void key() {
        ring(.09, 0xD9A83C, -.3, -.3, .18, .18);
        straight(.09, 0xD9A83C, -.12, -.3, .5, -.3);
        straight(.08, 0xD9A83C, .34, -.3, .34, -.12);
        straight(.08, 0xD9A83C, .48, -.3, .48, -.1);
        shine(-.3, -.3, .6, 0xFFE08A, .3);
    }

    private void coins() {
        for (int i = 0; i < 5; i++) {
            disc(-.16, -.04 - i * .09, .26, .09, 0xA87A2A);
            disc(-.16, -.07 - i * .09, .26, .08, 0xE8B84A);
        }
        ball(.3, -.24, .22, .24, 0xE8B84A);
        ring(.03, 0xB98A2E, .3, -.24, .15, .17);
        shine(.2, -.4, .7, 0xFFE08A, .4);
    }

    private void gem() {
        shine(0, -.4, 1.1, 0x8FE0F0, .6);
        plate("-.4,-.56 -.2,-.78 .2,-.78 .4,-.56 0,0", 0x5FC2D6);
        plate("-.2,-.78 .2,-.78 .12,-.56 -.12,-.56", 0xC9F2F6);
        plate("-.4,-.56 -.12,-.56 0,0", 0x8FDDE8);
        plate(".12,-.56 .4,-.56 0,0", 0x3F98B8);
    }

    private void apple() {
        body("0,-.1 -.36,-.06 -.44,-.4 -.26,-.68 0,-.58 .26,-.68 .44,-.4 .36,-.06", 0xD0433A);
        line(.05, 0x5A3A2A, "0,-.58 .02,-.7 .1,-.8");
        shape(".06,-.7 .3,-.84 .34,-.7 .16,-.64", 0x6FA34E);
        Brush.fill(g, Shapes.ellipse(.18, -.5, .06, .1, .4), 0xFFFFFF, .5);
    }

    private void bread() {
        body("-.5,-.02 -.52,-.3 -.2,-.5 .2,-.5 .52,-.3 .5,-.02", 0xC98A4B);
        for (int i = -1; i < 2; i++) {
            Brush.fill(g, Shapes.lens(i * .24, -.36, .09, .03), figure(0xF3DDB4));
        }
    }

    private void cake() {
        disc(0, -.02, .6, .07, 0xE6DCC8);
        box(-.44, -.42, .88, .42, .05, 0xF2D6B4);
        body("-.46,-.34 -.46,-.52 .46,-.52 .46,-.34 .3,-.28 .16,-.38 0,-.28 -.16,-.38 -.3,-.28", 0xE88AA0);
        for (int i = -1; i < 2; i++) {
            flat(i * .24 - .02, -.74, .04, .22, 0x6FB4C8);
            bright(
                    Shapes.closed(i * .24 + ",-.9 " + (i * .24 + .04) + ",-.78 " + (i * .24) + ",-.72 "
                            + (i * .24 - .04) + ",-.78"),
                    0xFFD86A);
            shine(i * .24, -.8, .24, 0xFFC566, .6);
        }
    }

    private void bottle() {
        body("-.2,0 -.22,-.5 -.08,-.68 -.08,-.86 .08,-.86 .08,-.68 .22,-.5 .2,0", 0x5F9A86);
        flat(-.07, -.96, .14, .12, 0xB08A5A);
        flat(-.1, -.44, .2, .34, PAPER);
        Brush.fill(g, Shapes.ellipse(-.12, -.4, .025, .2), 0xFFFFFF, .5);
    }

    private void flasks() {
        body("-.3,0 -.42,-.08 -.22,-.5 -.22,-.8 -.06,-.8 -.06,-.5 .14,-.08 .02,0", 0xCFE6EA);
        shape("-.3,-.02 -.38,-.08 -.28,-.3 0,-.3 .1,-.08 .02,-.02", 0x5FC2A0);
        box(.24, -.7, .18, .7, .08, 0xCFE6EA);
        box(.26, -.4, .14, .38, .06, 0xE8873C);
        for (int i = 0; i < 4; i++) {
            ring(.015, 0xFFFFFF, -.14 + i % 2 * .06, -.4 - i * .12, .03, .03);
        }
    }

    private void microscope() {
        box(-.36, -.1, .72, .1, .04, IRON);
        limb(IRON, widths(.12, .12), ".2,-.1 .3,-.5 .1,-.8");
        flat(-.26, -.32, .4, .06, 0x6F7A88);
        turned(.35, 0, -.6, () -> {
            box(-.1, -.9, .18, .5, .04, 0xD9D3C8);
            box(-.07, -1.04, .12, .18, .03, IRON);
            box(-.06, -.42, .1, .14, .02, IRON);
        });
    }

    private void hourglass() {
        box(-.34, -.08, .68, .08, .03, WOOD);
        box(-.34, -1, .68, .08, .03, WOOD);
        body("-.26,-.92 .26,-.92 .2,-.66 .04,-.5 .2,-.34 .26,-.08 -.26,-.08 -.2,-.34 -.04,-.5 -.2,-.66", 0xDCEBEE);
        plate("-.16,-.66 .16,-.66 .02,-.5 -.02,-.5", 0xE8B86A);
        plate("-.24,-.08 .24,-.08 0,-.32", 0xE8B86A);
    }

    private void camera() {
        box(-.46, -.62, .92, .6, .08, 0x3A3A48);
        box(-.14, -.74, .3, .14, .04, 0x3A3A48);
        disc(.02, -.32, .24, .24, 0x8A8FA0);
        disc(.02, -.32, .17, .17, 0x2A3A58);
        Brush.fill(g, Shapes.ellipse(-.04, -.38, .05, .05), 0xFFFFFF, .8);
        disc(.34, -.52, .05, .05, 0xE4572E);
    }

    private void compass() {
        ball(0, -.44, .44, .44, 0xC9A24A);
        disc(0, -.44, .36, .36, PAPER);
        plate("-.06,-.44 .06,-.44 .1,-.74", 0xC8483B);
        plate("-.06,-.44 .06,-.44 -.1,-.14", 0x35507E);
        disc(0, -.44, .04, .04, IRON);
    }

    private void globe() {
        limb(WOOD, widths(.06, .1), "0,-.2 0,-.04");
        disc(0, -.02, .26, .05, WOOD);
        Brush.line(g, Shapes.arc(-.46, -1, .92, .92, 100, -200), .05, figure(0xC9A24A));
        Shape sphere = Shapes.ellipse(0, -.54, .38, .38);
        lit(sphere, 0x4F9AC0);
        for (int i = 0; i < 4; i++) {
            Shape land = Shapes.blob(-.2 + .16 * i, -.72 + .14 * (i % 3), .16, .12, .6, 40 + i);
            Brush.fill(g, Shapes.common(land, sphere), figure(0x8FAE5C));
        }
    }

    private void clock() {
        disc(0, -.5, .5, .5, 0x6B4A3A);
        disc(0, -.5, .42, .42, PAPER);
        for (int i = 0; i < 12; i++) {
            double angle = i * Math.PI / 6;
            disc(Math.sin(angle) * .34, -.5 - Math.cos(angle) * .34, .025, .025, 0x6B4A3A);
        }
        straight(.05, 0x2A2030, 0, -.5, .16, -.62);
        straight(.04, 0x2A2030, 0, -.5, -.06, -.8);
    }

    private void lamp() {
        disc(0, -.02, .28, .05, IRON);
        straight(.06, IRON, 0, -.04, -.2, -.5);
        straight(.06, IRON, -.2, -.5, .12, -.86);
        shine(.3, -.6, 1.3, 0xFFC873, .6);
        block("0,-.96 .2,-1.02 .44,-.72 .1,-.62", 0x3F7C7A);
        bright(Shapes.ellipse(.27, -.67, .17, .06, .28), 0xFFF0C0);
    }

    private void computer() {
        box(-.5, -.72, 1, .62, .04, 0x3A3A48);
        bright(Shapes.rectangle(-.45, -.68, .9, .52), Colour.mix(0xA9DCE6, palette.ambient(), .2));
        for (int i = 0; i < 5; i++) {
            Brush.fill(g, Shapes.rounded(-.38, -.6 + i * .08, .3 + .12 * (i * 7 % 4), .035, .015), 0xFFFFFF, .75);
        }
        Brush.fill(g, Shapes.ellipse(.24, -.34, .12, .12), 0xF2BE5C, .9);
        flat(-.1, -.1, .2, .1, 0x3A3A48);
        shine(0, -.4, .9, 0xA9E0EE, .3);
    }

    private void feather() {
        body("-.4,-.02 -.3,-.3 0,-.62 .36,-.86 .3,-.5 .02,-.2", 0xEFE6D6);
        line(.02, 0x9A8A76, "-.46,0 -.1,-.34 .34,-.84");
    }

    private void eggs() {
        ball(-.16, -.3, .16, .22, 0xF6EBDC);
        ball(.16, -.3, .16, .22, 0xBFD9D6);
        ball(0, -.34, .16, .22, 0xF2DCC0);
        body("-.5,-.26 -.3,-.14 0,-.1 .3,-.14 .5,-.26 .38,0 -.38,0", 0x9A7448);
        for (int i = 0; i < 6; i++) {
            straight(.02, 0x6B4A30, -.44 + i * .16, -.2, -.34 + i * .12, -.02);
        }
    }

    private void mushroom() {
        body("-.12,0 -.1,-.46 .1,-.46 .14,0", 0xF3E8D4);
        body("-.46,-.38 -.34,-.76 0,-.92 .34,-.76 .46,-.38 0,-.46", 0xD0433A);
        disc(-.16, -.62, .07, .06, 0xFBF3E6);
        disc(.14, -.74, .06, .05, 0xFBF3E6);
        disc(.22, -.54, .06, .05, 0xFBF3E6);
    }

    private void drop() {
        body("0,-1 .3,-.5 .34,-.22 .2,-.02 0,.02 -.2,-.02 -.34,-.22 -.3,-.5", 0x5FAEDC);
        Brush.fill(g, Shapes.ellipse(-.12, -.3, .06, .14, .3), 0xFFFFFF, .7);
    }

    private void ball() {
        ball(0, -.4, .4, .4, 0xE4572E);
        Brush.fill(g, Shapes.lens(0, -.4, .4, .1), figure(0xF6F0E0));
    }
}
