package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Place;
import dev.evergreen.provider.offline.illustrator.internal.words.Season;

/** What is worn on the head; taken off inside, except by those who work in it. */
final class Hat {
    private final Sketch sketch;
    private final Look look;
    private final double turn;

    Hat(Sketch sketch, double turn) {
        this.sketch = sketch;
        this.turn = turn;
        look = sketch.look();
    }

    void draw() {
        if (look.spacesuit() || sketch.scene().place() == Place.UNDERWATER) {
            return;
        }
        boolean inside = sketch.scene().inside();
        if (sketch.scene().season() == Season.WINTER && !inside) {
            woollen();
        } else if (look.hat() && !inside) {
            brimmed();
        } else if (look.cap() && (!inside || look.apron())) {
            cap();
        }
    }

    private int colour() {
        return look.hat() ? Colour.mix(sketch.accent(), sketch.top(), .35) : sketch.accent();
    }

    private void woollen() {
        int wool = colour();
        Brush.gradient(
                sketch.g(),
                Shapes.closed("-1.12,-.3 -.95,-1 -.1,-1.42 .75,-1.08 1.08,-.42 0,-.5"),
                .8,
                -1,
                sketch.lit(wool, .1),
                -.9,
                -.3,
                sketch.dark(wool, .3));
        sketch.fill(Shapes.rounded(-1.17, -.6, 2.3, .38, .16), sketch.lit(wool, .25));
        sketch.fill(Shapes.ellipse(-.1, -1.46, .24, .24), sketch.lit(wool, .4));
    }

    private void brimmed() {
        int felt = colour();
        sketch.fill(Shapes.closed("-.98,-.52 -.8,-1.26 0,-1.42 .66,-1.2 .88,-.54"), felt);
        sketch.fill(Shapes.closed("-1.34,-.46 0,-.66 1.36,-.54 1.38,-.42 0,-.44 -1.32,-.34"), sketch.dark(felt, .2));
        sketch.fill(Shapes.closed("-.96,-.66 0,-.82 .84,-.7 .86,-.56 0,-.66 -.98,-.5"), sketch.dark(felt, .5));
    }

    private void cap() {
        int cloth = look.apron() ? sketch.figure(0xFBF6EC) : sketch.dark(sketch.top(), .18);
        if (look.apron()) {
            sketch.fill(Shapes.closed("-.9,-.5 -1.14,-1.2 -.5,-1.66 .1,-1.5 .66,-1.6 .98,-1.1 .86,-.52"), cloth);
        } else {
            sketch.fill(Shapes.closed("-1.08,-.42 -.96,-1.02 -.2,-1.36 .7,-1.1 1.04,-.5"), cloth);
            sketch.fill(
                    Shapes.smooth(
                            true, .1 + .3 * turn, -.6, .9 + .1 * turn, -.6, 1.0 + .5 * turn, -.36, .4 + .3 * turn, -.4),
                    sketch.dark(cloth, .35));
        }
        sketch.fill(Shapes.closed("-1.08,-.38 0,-.58 1.04,-.48 1.04,-.66 0,-.78 -1.06,-.58"), sketch.dark(cloth, .25));
    }
}
