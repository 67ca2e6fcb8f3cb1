package dev.evergreen.provider.offline.illustrator.internal.things;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** What stands about outside, and toys and tools of people. */
final class OutdoorThings extends Drawing {
    private static final int WOOD = 0x9A6B45;
    private static final int IRON = 0x3F3D4C;

    OutdoorThings(Picture picture) {
        super(picture);
    }

    void draw(Thing thing) {
        switch (thing) {
            case FLOWER -> flower();
            case SEEDLING -> seedling();
            case BUCKET -> bucket();
            case BASKET -> basket();
            case SUITCASE -> suitcase();
            case BACKPACK -> backpack();
            case BOX -> parcel();
            case CHEST -> chest();
            case GUITAR -> guitar();
            case DRUM -> drum();
            case ANCHOR -> anchor();
            case SIGNPOST -> signpost();
            case MAILBOX -> mailbox();
            case UMBRELLA -> umbrella();
            case KITE -> kite();
            case BALLOON -> balloon();
            case TELESCOPE -> telescope();
            case FIRE -> fire();
            case TENT -> tent();
            case WELL -> well();
            case SNOWMAN -> snowman();
            case LADDER -> ladder();
            case FENCE -> fence();
            case DOOR -> door();
            case SOLAR_PANEL -> solarPanel();
            case TABLE -> table();
            case CHAIR -> chair();
            case BED -> bed();
            case PIANO -> piano();
            case STOVE -> stove();
            case ROBOT -> robot();
            default -> throw new IllegalArgumentException(thing + " does not stand about outside");
        }
    }

    private void flower() {
        limb(0x5A8B4A, widths(.04, .03), "0,0 .04,-.35 0,-.7");
        shape(".02,-.2 .25,-.42 .34,-.34 .2,-.2", 0x5A8B4A);
        shape(".02,-.14 -.22,-.34 -.32,-.26 -.18,-.12", 0x4A7A3E);
        for (int i = 0; i < 8; i++) {
            double angle = i * .785;
            Shape petal = Shapes.ellipse(Math.cos(angle) * .19, -.74 + Math.sin(angle) * .16, .15, .09, angle);
            Brush.fill(g, petal, figure(i % 2 == 0 ? 0xE8604C : 0xF08A6A));
        }
        disc(0, -.74, .1, .09, 0xF2C14E);
    }

    private void seedling() {
        body("-.5,0 -.3,-.14 .3,-.14 .5,0", 0x6B4A34);
        limb(0x7AAE52, widths(.08, .05), "0,-.1 .02,-.34 -.02,-.56");
        body("0,-.5 .2,-.76 .46,-.78 .4,-.58 .16,-.46", 0x7FB556);
        body("-.02,-.54 -.2,-.8 -.46,-.84 -.4,-.62 -.16,-.5", 0x6FA34E);
    }

    private void bucket() {
        Brush.line(g, Shapes.arc(-.3, -.9, .6, .8, 20, 140), .03, figure(0x8A8AA0));
        block("-.34,-.55 .34,-.55 .25,0 -.25,0", 0xC8483B);
        disc(0, -.55, .34, .08, 0x8A3A34);
    }

    private void basket() {
        Brush.line(g, Shapes.arc(-.34, -.9, .68, .9, 10, 160), .06, figure(0xA87A48));
        block("-.48,-.42 .48,-.42 .38,0 -.38,0", 0xC49A62);
        for (int i = 0; i < 3; i++) {
            straight(.025, 0x8A623A, -.45 + i * .02, -.32 + i * .11, .45 - i * .02, -.32 + i * .11);
        }
        shape("-.44,-.42 -.2,-.54 .1,-.46 .3,-.54 .46,-.42", 0xE4574A);
    }

    private void suitcase() {
        int leather = 0x9A5B3C;
        ring(.05, Colour.scale(leather, .6), 0, -.62, .13, .1);
        box(-.45, -.62, .9, .62, .07, leather);
        flat(-.28, -.62, .08, .62, Colour.scale(leather, .6));
        flat(.2, -.62, .08, .62, Colour.scale(leather, .6));
    }

    private void backpack() {
        box(-.36, -.86, .72, .86, .2, 0x4F7A9A);
        box(-.28, -.4, .56, .34, .08, 0x3F6486);
        flat(-.3, -.58, .6, .05, 0x35546E);
        ring(.05, 0x35546E, 0, -.88, .1, .08);
    }

    private void parcel() {
        block("-.46,-.66 .46,-.66 .46,0 -.46,0", 0xC49A62);
        flat(-.07, -.66, .14, .66, 0xD8533F);
        flat(-.46, -.4, .92, .1, 0xD8533F);
        shape("0,-.66 -.26,-.86 -.2,-.68", 0xE8705C);
        shape("0,-.66 .26,-.86 .2,-.68", 0xE8705C);
    }

    private void chest() {
        shine(0, -.5, .9, 0xFFD86A, .5);
        body("-.5,-.36 -.44,-.66 0,-.74 .44,-.66 .5,-.36", 0x8A5A34);
        disc(0, -.38, .42, .08, 0xF2C14E);
        box(-.5, -.38, 1, .38, .04, 0x9A6638);
        flat(-.4, -.38, .07, .38, 0xD9A83C);
        flat(.33, -.38, .07, .38, 0xD9A83C);
        box(-.08, -.34, .16, .18, .03, 0xE8B84A);
    }

    private void guitar() {
        turned(.3, 0, -.4, () -> {
            body("0,0 -.24,-.1 -.2,-.32 -.16,-.42 -.18,-.56 0,-.64 .18,-.56 .16,-.42 .2,-.32 .24,-.1", 0xC9863C);
            disc(0, -.36, .08, .08, 0x4A2F28);
            flat(-.03, -1.06, .06, .6, 0x5A3A2A);
            box(-.06, -1.16, .12, .14, .02, 0x4A2F28);
        });
    }

    private void drum() {
        block("-.42,-.6 .42,-.6 .42,-.04 -.42,-.04", 0xC8483B);
        disc(0, -.04, .42, .1, 0xA83A34);
        disc(0, -.6, .42, .12, 0xF6F0E0);
        for (int i = 0; i < 4; i++) {
            straight(.02, 0xF2C14E, -.4 + i * .2, -.5, -.3 + i * .2, -.08);
            straight(.02, 0xF2C14E, -.3 + i * .2, -.08, -.2 + i * .2, -.5);
        }
    }

    private void anchor() {
        ring(.06, IRON, 0, -1, .1, .1);
        straight(.09, IRON, 0, -.9, 0, -.08);
        straight(.07, IRON, -.26, -.74, .26, -.74);
        line(.1, IRON, "-.46,-.36 -.34,-.12 0,-.04 .34,-.12 .46,-.36");
    }

    private void signpost() {
        straight(.06, 0x6B4A3A, 0, 0, 0, -.95);
        block("-.04,-.9 .36,-.9 .46,-.8 .36,-.7 -.04,-.7", WOOD);
        block(".04,-.62 -.34,-.62 -.44,-.53 -.34,-.44 .04,-.44", 0xB08A5A);
    }

    private void mailbox() {
        straight(.08, 0x6B4A3A, 0, 0, 0, -.6);
        body("-.34,-.6 -.34,-.86 -.14,-.98 .34,-.98 .34,-.6", 0xC8483B);
        flat(.2, -1.08, .04, .24, 0xF2C14E);
        flat(-.24, -.8, .3, .03, 0x7A2F2A);
    }

    private void umbrella() {
        int red = 0xC8483B;
        flat(-.012, -.8, .024, .8, 0x4A3430);
        Path2D canopy = new Path2D.Double();
        canopy.moveTo(-.55, -.6);
        canopy.curveTo(-.45, -1.1, .45, -1.1, .55, -.6);
        canopy.quadTo(.28, -.7, 0, -.6);
        canopy.quadTo(-.28, -.7, -.55, -.6);
        canopy.closePath();
        lit(canopy, red);
    }

    private void kite() {
        turned(-.4, 0, 0, () -> {
            plate("0,-.8 .4,-.2 0,.6", 0xE4572E);
            plate("0,-.8 -.4,-.2 0,.6", 0xF08A6A);
            plate("0,-.2 .4,-.2 0,.6", 0xF2C14E);
            limb(0x2F7F86, widths(.03, .02), "0,.6 .15,.9 -.05,1.2 .1,1.5");
        });
    }

    private void balloon() {
        line(.012, 0xF6F0E0, "0,0 .1,.6 -.05,1.3");
        body("0,0 -.4,-.4 -.34,-.86 0,-1.02 .34,-.86 .4,-.4", 0xD8483A);
        Brush.fill(g, Shapes.ellipse(.14, -.74, .07, .12, .4), 0xFFFFFF, .5);
    }

    private void telescope() {
        for (double foot : new double[] {-.28, .05, .3}) {
            straight(.05, IRON, 0, -.75, foot, 0);
        }
        turned(-.6, 0, -.8, () -> {
            box(-.4, -.88, .6, .16, .04, 0x8A6A38);
            box(.1, -.91, .5, .22, .04, 0xB08A4A);
        });
    }

    private void fire() {
        shine(0, -.3, 1.9, 0xFF9A3C, .7);
        for (int i = -2; i < 3; i++) {
            limb(0x5A3A2E, widths(.09, .07), -i * .14 + ",-.02 " + i * .13 + ",-.16");
        }
        bright(Shapes.closed("-.26,-.06 -.3,-.34 -.12,-.3 -.06,-.78 .1,-.42 .2,-.5 .26,-.06"), 0xF26B2E);
        bright(Shapes.closed("-.15,-.06 -.16,-.26 -.04,-.24 .02,-.54 .12,-.22 .15,-.06"), 0xFFB43C);
        bright(Shapes.closed("-.07,-.06 0,-.3 .07,-.06"), 0xFFF0B0);
        for (int i = 0; i < 14; i++) {
            bright(Shapes.ellipse(Noise.value(i, 3) * .6 - .3, -.6 - Noise.value(i, 4), .012, .014), 0xFFC35A);
        }
    }

    private void tent() {
        plate("-.1,-.62 .2,-.62 .62,0 .3,0", 0xA0562A);
        block("-.1,-.62 -.56,0 .34,0", 0xD9772E);
        if (palette.night()) {
            bright(Shapes.polygon("-.1,-.5 -.26,0 .06,0"), 0xFFCB73);
            shine(-.1, -.2, .7, 0xFFB95A, .5);
        } else {
            plate("-.1,-.5 -.26,0 .06,0", 0x5A3428);
        }
    }

    private void well() {
        flat(-.3, -.85, .04, .6, 0x6B4A3A);
        flat(.26, -.85, .04, .6, 0x6B4A3A);
        block("-.45,-.8 0,-1.1 .45,-.8", 0x8A4B45);
        box(-.38, -.34, .76, .34, .06, 0x9A938E);
        for (int i = 0; i < 4; i++) {
            straight(.015, 0x6F6A68, -.3 + i * .2, -.32, -.3 + i * .2, -.17);
            straight(.015, 0x6F6A68, -.2 + i * .16, -.17, -.2 + i * .16, -.02);
        }
    }

    private void snowman() {
        double[] balls = {-.24, .3, -.66, .22, -.98, .16};
        for (int i = 0; i < balls.length; i += 2) {
            ball(0, balls[i], balls[i + 1], balls[i + 1] * .95, 0xF6F8FB);
        }
        plate(".06,-1 .3,-.95 .06,-.93", 0xE8803F);
        eye(-.03, -1.04, .02);
        eye(.08, -1.04, .02);
        box(-.17, -.86, .34, .07, .03, 0xC8483B);
        straight(.025, 0x5A4238, -.2, -.66, -.48, -.82);
        straight(.025, 0x5A4238, .2, -.66, .48, -.78);
        box(-.15, -1.22, .3, .1, .02, 0x3A3444);
        box(-.1, -1.36, .2, .16, .02, 0x3A3444);
    }

    private void ladder() {
        straight(.05, WOOD, -.16, 0, -.1, -1);
        straight(.05, WOOD, .16, 0, .1, -1);
        for (int i = 0; i < 8; i++) {
            straight(.03, 0xB08A5A, -.15 + i * .006, -.08 - i * .12, .15 - i * .006, -.08 - i * .12);
        }
    }

    private void fence() {
        for (int i = 0; i < 5; i++) {
            block(
                    -.5 + i * .24 + ",0 " + (-.5 + i * .24) + ",-.52 " + (-.45 + i * .24) + ",-.6 " + (-.4 + i * .24)
                            + ",-.52 " + (-.4 + i * .24) + ",0",
                    0xE9DFCB);
        }
        flat(-.55, -.42, 1.12, .06, 0xD9CDB6);
        flat(-.55, -.18, 1.12, .06, 0xD9CDB6);
    }

    private void door() {
        flat(-.27, -1.06, .54, 1.06, 0x5A3E30);
        block("-.22,-1.01 .22,-1.01 .22,0 -.22,0", 0x9A4B3C);
        for (int i = 0; i < 2; i++) {
            flat(-.16, -.94 + i * .48, .32, .38, 0x7F3B30);
        }
        disc(.15, -.48, .03, .03, 0xE8B84A);
    }

    private void solarPanel() {
        straight(.04, 0x8A8FA0, 0, 0, 0, -.3);
        block("-.5,-.2 .34,-.16 .5,-.76 -.32,-.8", 0x2F4F86);
        for (int i = 1; i < 5; i++) {
            straight(.012, 0x9FB8D8, -.5 + i * .168, -.2 + i * .008, -.32 + i * .164, -.8 + i * .008);
        }
        for (int i = 1; i < 3; i++) {
            straight(.012, 0x9FB8D8, -.5 + i * .06, -.2 - i * .2, .34 + i * .053, -.16 - i * .2);
        }
    }

    private void table() {
        flat(-.44, -.44, .06, .44, 0x6B4630);
        flat(.38, -.44, .06, .44, 0x6B4630);
        box(-.55, -.5, 1.1, .07, .02, WOOD);
    }

    private void chair() {
        flat(-.24, -.46, .05, .46, 0x6B4630);
        flat(.2, -.46, .05, .46, 0x6B4630);
        box(-.26, -1, .06, .58, .02, 0x8A5238);
        box(-.28, -.98, .1, .3, .03, WOOD);
        box(-.28, -.5, .56, .08, .03, WOOD);
    }

    private void bed() {
        box(-.52, -.62, .07, .62, .02, 0x7A4A34);
        box(.46, -.4, .06, .4, .02, 0x7A4A34);
        box(-.48, -.3, .96, .18, .05, 0xF6EFE2);
        body("-.44,-.3 -.42,-.44 -.2,-.44 -.16,-.3", 0xFBF6EA);
        body("-.14,-.3 0,-.38 .48,-.34 .48,-.12 -.14,-.12", 0x5F7FA8);
    }

    private void piano() {
        box(-.5, -.8, 1, .8, .02, 0x4A2F2B);
        flat(-.5, -.46, 1, .09, 0xF6F0E0);
        for (int i = 0; i < 16; i++) {
            flat(-.47 + i * .06, -.46, .025, .05, 0x1F1A28);
        }
    }

    private void stove() {
        box(-.5, -.9, 1, .9, .04, 0x3F4350);
        box(-.38, -.56, .76, .42, .04, 0x6A3A30);
        shine(0, -.36, .5, 0xFF9A4A, .5);
        for (int i = 0; i < 4; i++) {
            disc(-.3 + i * .2, -.72, .04, .04, 0xD9D3C8);
        }
        box(-.3, -1.14, .4, .24, .06, 0xC8483B);
    }

    private void robot() {
        int metal = 0x8FB0B4;
        for (int side = -1; side < 2; side += 2) {
            box(side * .13 - .06, -.26, .12, .26, .03, Colour.scale(metal, .7));
            double s = side;
            Brush.fill(
                    g,
                    Shapes.stroke(widths(.07, .07, .09), s * .26, -.52, s * .38, -.38, s * .36, -.22),
                    figure(Colour.scale(metal, .8)));
        }
        box(-.25, -.6, .5, .4, .07, metal);
        box(-.22, -.95, .44, .32, .09, metal);
        bright(Shapes.ellipse(-.05, -.79, .05, .05), 0xFFE08A);
        bright(Shapes.ellipse(.12, -.79, .05, .05), 0xFFE08A);
        flat(-.01, -1.06, .02, .12, 0x5F7A80);
        disc(0, -1.08, .035, .035, 0xE4572E);
        disc(-.1, -.42, .04, .04, 0xD8533F);
        disc(.02, -.42, .04, .04, 0xF2C14E);
    }
}
