package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Season;
import java.awt.geom.Path2D;

/** The trunk with the make of its clothes. */
final class Torso {
    private final Sketch sketch;
    private final Look look;
    private final Trunk trunk;

    Torso(Sketch sketch, Trunk trunk) {
        this.sketch = sketch;
        this.trunk = trunk;
        look = sketch.look();
    }

    private Path2D outline() {
        double shoulder = look.female() && !look.child() ? .94 : 1;
        double waist = look.child() ? .88 : look.female() ? .7 : .82;
        double hip = look.child() ? .9 : look.female() ? .88 : .8;
        double belly = look.old() ? .98 : waist;
        if (look.coated() || look.spacesuit()) {
            waist = Math.max(waist, .86);
            hip = Math.max(hip, .92);
        }
        return trunk.outline(
                1.03,
                -.28,
                1,
                -.52 * shoulder,
                .95,
                -.82 * shoulder,
                .83,
                -shoulder,
                .62,
                -.9 * shoulder,
                .34,
                -waist,
                .02,
                -hip,
                -.09,
                -hip * .8,
                -.12,
                0,
                -.09,
                hip * .8,
                .02,
                hip,
                .32,
                belly,
                .6,
                .9 * shoulder,
                .83,
                shoulder,
                .95,
                .82 * shoulder,
                1,
                .52 * shoulder,
                1.03,
                .28);
    }

    void draw() {
        Path2D outline = outline();
        int top = sketch.top();
        sketch.form(outline, top, trunk.x(.5, -1.05), trunk.x(.5, 1.05));
        if (look.spacesuit()) {
            spacesuit();
            return;
        }
        pattern(outline, top);
        switch (look.garment()) {
            case COAT -> coat(top);
            case SUIT -> suit(top);
            case SHIRT -> shirt(top);
            case DUNGAREES -> dungarees();
            case DRESS, SKIRT -> belt();
            default -> sketch.line(trunk.curve(-.06, -.72, -.09, 0, -.06, .72), .016, sketch.dark(top, .22), .7);
        }
        if (look.apron() && !sketch.back()) {
            apron();
        }
        if (sketch.close()) {
            folds(top);
        }
    }

    private void spacesuit() {
        sketch.fill(
                Shapes.rounded(trunk.x(.62, .1) - .05, trunk.y(.62, .1), .1, .055, .012), sketch.figure(look.top()));
        sketch.line(trunk.curve(.1, -.95, .08, 0, .1, .95), .012, sketch.figure(0xB4B8C6), .9);
    }

    private void pattern(Path2D outline, int top) {
        if (look.pattern() == Look.Pattern.STRIPES && !look.coated()) {
            int stripe = Colour.luminance(top) > 165 ? sketch.figure(look.accent()) : sketch.figure(0xFBF3E4);
            for (int i = 0; i < 6; i++) {
                double along = .08 + i * .15;
                Path2D band = trunk.outline(
                        along, -1.2, along - .015, 0, along, 1.2, along + .07, 1.2, along + .055, 0, along + .07, -1.2);
                sketch.fill(Shapes.common(band, outline), stripe, .8);
            }
            return;
        }
        if (!sketch.detailed() || look.pattern() == Look.Pattern.PLAIN || look.pattern() == Look.Pattern.STRIPES) {
            return;
        }
        int ink = Colour.luminance(top) > 150 ? sketch.dark(top, .4) : Colour.mix(top, sketch.figure(0xFFF6E4), .5);
        for (int row = 0; row < 14; row++) {
            for (int column = -7; column < 8; column++) {
                double along = .04 + row * .068;
                double across = (column + row % 2 * .5) * .19;
                double x = trunk.x(along, across);
                double y = trunk.y(along, across);
                if (outline.contains(x - .008, y) && outline.contains(x + .008, y) && outline.contains(x, y + .01)) {
                    motif(x, y, ink, row);
                }
            }
        }
    }

    private void motif(double x, double y, int ink, int row) {
        switch (look.pattern()) {
            case DOTS -> sketch.fill(Shapes.ellipse(x, y, .0048, .0048), ink, .75);
            case KNIT -> {
                sketch.fill(Shapes.ellipse(x - .004, y, .002, .007, -.5), ink, .45);
                sketch.fill(Shapes.ellipse(x + .004, y, .002, .007, .5), ink, .45);
            }
            default -> {
                if (row % 2 == 0) {
                    sketch.fill(Shapes.rectangle(x - .006, y, .012, .003), ink, .4);
                }
            }
        }
    }

    private void coat(int top) {
        if (sketch.back() || !sketch.detailed()) {
            return;
        }
        sketch.line(trunk.curve(.98, .14, .5, .12, -.1, .16), .0055, sketch.dark(top, .5), .8);
        for (int i = 0; i < 4; i++) {
            sketch.fill(
                    Shapes.ellipse(trunk.x(.76 - i * .22, -.04), trunk.y(.76 - i * .22, -.04), .0085, .0085),
                    sketch.accent());
        }
        sketch.line(trunk.curve(.16, -.62, .13, -.5, .12, -.3), .005, sketch.dark(top, .5), .7);
    }

    private void suit(int top) {
        if (sketch.back()) {
            return;
        }
        sketch.fill(
                Shapes.polygon(
                        trunk.x(1, -.22),
                        trunk.y(1, -.22),
                        trunk.x(1, .34),
                        trunk.y(1, .34),
                        trunk.x(.5, .1),
                        trunk.y(.5, .1)),
                sketch.figure(0xF6F0E6));
        sketch.limb(
                sketch.accent(),
                Shapes.widths(.016, .024, .004),
                trunk.x(.96, .08),
                trunk.y(.96, .08),
                trunk.x(.75, .08),
                trunk.y(.75, .08),
                trunk.x(.56, .1),
                trunk.y(.56, .1));
        sketch.fill(trunk.outline(1, -.24, .86, -.42, .7, -.2, .5, .08), sketch.lit(top, .12));
        sketch.fill(trunk.outline(1, .36, .86, .5, .7, .34, .5, .12), sketch.dark(top, .15));
        sketch.line(trunk.curve(.5, .1, .2, .1, -.08, .14), .005, sketch.dark(top, .5), .8);
    }

    private void shirt(int top) {
        if (sketch.back()) {
            return;
        }
        if (sketch.detailed()) {
            sketch.line(trunk.curve(.92, .08, .5, .07, -.06, .1), .004, sketch.dark(top, .45), .7);
            for (int i = 0; i < 4; i++) {
                sketch.fill(
                        Shapes.ellipse(trunk.x(.78 - i * .2, .02), trunk.y(.78 - i * .2, .02), .005, .005),
                        sketch.dark(top, .5));
            }
        }
    }

    private void dungarees() {
        int denim = sketch.figure(look.bottom());
        sketch.fill(trunk.outline(.52, -.5, .5, .55, .1, .82, -.1, .7, -.12, 0, -.1, -.7, .1, -.86), denim);
        sketch.line(trunk.curve(.5, -.42, .8, -.5, 1, -.46), .02, denim, 1);
        sketch.line(trunk.curve(.5, .46, .8, .5, 1, .44), .02, sketch.dark(denim, .2), 1);
        if (!sketch.back()) {
            sketch.fill(
                    Shapes.rounded(trunk.x(.36, -.26), trunk.y(.36, -.26), .05, .045, .008), sketch.dark(denim, .25));
        }
    }

    private void belt() {
        if (sketch.detailed()) {
            sketch.line(trunk.curve(.08, -.84, .05, 0, .08, .84), .014, sketch.dark(sketch.accent(), .15), .95);
        }
    }

    /** Lies over the neck. */
    void collar() {
        int top = sketch.top();
        switch (look.garment()) {
            case COAT -> {
                if (!sketch.back()) {
                    sketch.fill(trunk.outline(1.06, -.34, .96, -.52, .84, -.18, .95, .1), sketch.lit(top, .14));
                    sketch.fill(trunk.outline(1.06, .36, .96, .52, .84, .32, .95, .14), sketch.dark(top, .12));
                }
            }
            case SHIRT -> {
                if (!sketch.back()) {
                    int collar = sketch.lit(top, .25);
                    sketch.fill(trunk.outline(1.05, -.34, .97, -.44, .87, -.08, .96, .06), collar);
                    sketch.fill(trunk.outline(1.05, .38, .97, .46, .87, .18, .96, .1), sketch.dark(collar, .12));
                }
            }
            case SUIT, SPACESUIT -> {}
            default ->
                sketch.fill(
                        trunk.outline(
                                1.07, -.34, 1, -.4, .92, -.02, .92, .1, 1, .42, 1.07, .36, .99, .22, .965, .04, .99,
                                -.2),
                        sketch.lit(sketch.dark(top, .16), .16));
        }
    }

    private void apron() {
        int cloth = sketch.figure(0xF6EFE2);
        sketch.fill(trunk.outline(.66, -.4, .64, .5, .1, .7, -.5, .8, -.55, 0, -.5, -.7, .1, -.66), cloth);
        sketch.line(trunk.curve(.66, -.34, .86, -.34, 1, -.26), .008, cloth, 1);
        sketch.line(trunk.curve(.64, .44, .86, .42, 1, .3), .008, cloth, 1);
    }

    private void folds(int top) {
        int crease = sketch.dark(top, .5);
        sketch.line(trunk.curve(.12, -.74, .18, -.5, .16, -.2), .0035, crease, .45);
        sketch.line(trunk.curve(.74, -.8, .66, -.6, .64, -.4), .0035, crease, .4);
        sketch.line(trunk.curve(.1, .7, .16, .5, .13, .3), .0035, crease, .4);
    }

    /** Scarf or shawl, over the collar. */
    void scarf() {
        boolean winter =
                sketch.scene().season() == Season.WINTER && !sketch.scene().inside();
        if (!look.scarf() && !winter || look.spacesuit()) {
            return;
        }
        int wool = sketch.accent();
        sketch.limb(
                sketch.dark(wool, .14),
                Shapes.widths(.042, .05),
                trunk.x(.92, -.3),
                trunk.y(.92, -.3),
                trunk.x(.7, -.5),
                trunk.y(.7, -.5),
                trunk.x(.42, -.54),
                trunk.y(.42, -.54));
        sketch.fill(trunk.outline(1.06, -.5, 1.1, 0, 1.06, .54, .95, .58, .9, .05, .95, -.54), wool);
        if (sketch.detailed()) {
            sketch.line(trunk.curve(1.03, -.4, .96, 0, 1.02, .46), .006, sketch.dark(wool, .35), .7);
        }
    }
}
