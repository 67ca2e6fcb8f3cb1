package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** A farm: fields with a barn, a silo and fences. */
final class FarmPlace extends PlacePainting {
    FarmPlace(Picture picture) {
        super(picture);
    }

    @Override
    public void paint() {
        new FieldPlace(picture).paint();
        Graphics2D g = picture.middle();
        double x = width * (.5 - picture.side * .27);
        silo(g, x - picture.side * 210, 800);
        barn(g, x, 810);
        Graphics2D ground = picture.ground();
        int wood = local(0xB79C7C, .02);
        for (int i = 0; i < 12; i++) {
            double post = width * (i + .5) / 12;
            if (Math.abs(post - picture.stageX) > 170) {
                Brush.fill(ground, Shapes.rounded(post, 806, 11, 66, 4), lit(wood, .15));
                Brush.fill(ground, Shapes.rectangle(post - 30, 820, 70, 8), wood);
                Brush.fill(ground, Shapes.rectangle(post - 30, 842, 70, 8), dark(wood, .15));
            }
        }
    }

    private void barn(Graphics2D g, double x, double y) {
        int red = local(0xB5483A, .12);
        int roof = local(scene.snowy() ? 0xEEF3F8 : 0x6B5A66, .12);
        int white = local(0xF4EDE2, .12);
        Brush.vertical(
                g,
                Shapes.polygon(
                        x - 130, y, x - 130, y - 150, x - 84, y - 226, x, y - 264, x + 84, y - 226, x + 130, y - 150,
                        x + 130, y),
                y - 264,
                lit(red, .15),
                y,
                dark(red, .2));
        Path2D eaves =
                Shapes.smooth(false, x - 140, y - 146, x - 88, y - 232, x, y - 270, x + 88, y - 232, x + 140, y - 146);
        Brush.line(g, eaves, 15, roof);
        Brush.fill(g, Shapes.rectangle(x - 48, y - 104, 96, 104), dark(red, .5));
        Brush.line(g, Shapes.rectangle(x - 48, y - 104, 96, 104), 6, white);
        Brush.line(g, Shapes.line(x - 48, y - 104, x + 48, y), 5, white);
        Brush.line(g, Shapes.line(x + 48, y - 104, x - 48, y), 5, white);
        int pane = scene.lampsOn() ? 0xFFCF74 : dark(local(0x7E98A6, .1), .25);
        Brush.fill(g, Shapes.rectangle(x - 20, y - 190, 40, 36), pane);
        Brush.line(g, Shapes.rectangle(x - 20, y - 190, 40, 36), 5, white);
    }

    private void silo(Graphics2D g, double x, double y) {
        int tin = local(0xC3C9CC, .15);
        Brush.horizontal(
                g,
                Shapes.rectangle(x - 42, y - 250, 84, 250),
                x + 42 * picture.lightSide(x),
                lit(tin, .2),
                x - 42 * picture.lightSide(x),
                dark(tin, .35));
        Brush.fill(g, Shapes.arc(x - 42, y - 292, 84, 84, 0, 180), dark(tin, .2));
        for (int i = 1; i < 6; i++) {
            Brush.fill(g, Shapes.rectangle(x - 42, y - 250 + i * 42, 84, 3), dark(tin, .4), .6);
        }
    }
}
