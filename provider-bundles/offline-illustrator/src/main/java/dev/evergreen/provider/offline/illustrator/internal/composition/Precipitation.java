package dev.evergreen.provider.offline.illustrator.internal.composition;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Framing;
import dev.evergreen.provider.offline.illustrator.internal.words.TimeOfDay;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** What falls through the air. */
final class Precipitation extends Painting {
    private final Chance chance;

    Precipitation(Picture picture) {
        super(picture);
        chance = new Chance(scene.shotSeed() + 3);
    }

    void fall() {
        switch (scene.place()) {
            case UNDERWATER, STARS, MOON, CAVE, UNDERGROUND -> {
                return;
            }
            default -> {}
        }
        switch (scene.weather()) {
            case RAIN -> rain(.16);
            case STORM -> {
                rain(.42);
                if (scene.time() != TimeOfDay.DAY || scene.mentions("lightning|thunder\\w*")) {
                    lightning();
                }
            }
            case SNOW -> snow();
            case FOG -> fog();
            default -> {}
        }
    }

    private double anyY() {
        return chance.between(picture.top - 60, 1000);
    }

    private void rain(double slant) {
        Graphics2D g = picture.air();
        int colour = Colour.mix(palette.haze(), 0xFFFFFF, .35);
        for (int i = 0; i < 520; i++) {
            double x = chance.between(-200, width + 100);
            double y = anyY();
            double length = chance.between(20, 80);
            double near = chance.next();
            Brush.fill(
                    g,
                    Shapes.polygon(x, y, x + 1.1 + near * 1.6, y, x + length * slant + .6, y + length),
                    colour,
                    .10 + .26 * near);
        }
        if (!picture.water) {
            for (int i = 0; i < 90; i++) {
                double x = chance.between(0, width);
                double y = chance.between(picture.groundY - 60, 1000);
                double size = (y - picture.groundY + 160) / 60;
                Brush.line(g, Shapes.ellipse(x, y, 4.5 * size, 1.8 * size), 1.6, colour, .35);
            }
        }
    }

    private void snow() {
        for (int i = 0; i < 620; i++) {
            double near = chance.next();
            double size = 1.4 + near * near * near * 10;
            double x = chance.between(0, width);
            Brush.fill(picture.air(), Shapes.ellipse(x, anyY(), size, size * .92), 0xFFFFFF, .35 + .5 * (1 - near));
        }
    }

    private void fog() {
        Graphics2D g =
                scene.framing() == Framing.VAST || scene.framing() == Framing.WIDE ? picture.air() : picture.ground();
        for (int i = 0; i < 9; i++) {
            double y = picture.horizon + chance.between(-120, 330);
            double x = chance.between(0, width);
            double reach = chance.between(400, 900);
            AffineTransform before = g.getTransform();
            g.translate(x, y);
            g.scale(1, .16);
            g.setPaint(new RadialGradientPaint(0, 0, (float) reach, new float[] {0, 1}, new Color[] {
                Colour.paint(palette.haze(), .42), Colour.paint(palette.haze(), 0)
            }));
            g.fill(Shapes.ellipse(0, 0, reach, reach));
            g.setTransform(before);
        }
    }

    private void lightning() {
        Graphics2D g = picture.sky();
        double x = picture.lightX;
        double y = picture.top;
        Path2D bolt = new Path2D.Double();
        bolt.moveTo(x, y);
        while (y < picture.horizon * .9) {
            x += chance.between(-46, 46);
            y += chance.between(30, 70);
            bolt.lineTo(x, y);
        }
        for (int halo = 3; halo >= 0; halo--) {
            Brush.line(g, bolt, 3 + halo * 9, 0xF4F1FF, halo == 0 ? .95 : .1);
        }
        Brush.glow(g, x, y, 420, 0xDAD8FF, .45);
    }
}
