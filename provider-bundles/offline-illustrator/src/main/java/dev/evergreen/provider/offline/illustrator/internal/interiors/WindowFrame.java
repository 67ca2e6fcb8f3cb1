package dev.evergreen.provider.offline.illustrator.internal.interiors;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;

/** A room's window: its opening, frame, panes and curtains. */
final class WindowFrame extends Painting {
    private final Shell shell;
    private final Shell.Window kind;

    WindowFrame(Picture picture, Shell shell, Shell.Window kind) {
        super(picture);
        this.shell = shell;
        this.kind = kind;
    }

    Shape hole() {
        return switch (kind) {
            case ROUND -> Shapes.rounded(shell.windowX, shell.windowY, shell.windowW, shell.windowH, 90);
            case TALL -> {
                Area arch = new Area(Shapes.rectangle(
                        shell.windowX,
                        shell.windowY + shell.windowW / 2,
                        shell.windowW,
                        shell.windowH - shell.windowW / 2));
                arch.add(new Area(Shapes.ellipse(
                        shell.windowX + shell.windowW / 2,
                        shell.windowY + shell.windowW / 2,
                        shell.windowW / 2,
                        shell.windowW / 2)));
                yield arch;
            }
            default -> Shapes.rectangle(shell.windowX, shell.windowY, shell.windowW, shell.windowH);
        };
    }

    void frame(Graphics2D g) {
        boolean dark = kind == Shell.Window.TALL || kind == Shell.Window.WIDE;
        int colour = kind == Shell.Window.ROUND ? local(0x9AA6B4, .05) : local(dark ? 0x5A3E30 : 0xF4ECDC, .05);
        g.setStroke(new BasicStroke(26, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        Shape around = g.getStroke().createStrokedShape(hole());
        Brush.fill(g, around, dark(colour, .12));
        Brush.fill(
                g,
                Shapes.polygon(
                        shell.windowX + shell.windowW * .1,
                        shell.windowY,
                        shell.windowX + shell.windowW * .3,
                        shell.windowY,
                        shell.windowX + shell.windowW * .12,
                        shell.windowY + shell.windowH,
                        shell.windowX,
                        shell.windowY + shell.windowH,
                        shell.windowX,
                        shell.windowY + shell.windowH * .5),
                0xFFFFFF,
                .08);
        if (kind == Shell.Window.ROUND) {
            return;
        }
        int panes = kind == Shell.Window.WIDE ? 3 : kind == Shell.Window.DOUBLE ? 4 : 2;
        for (int i = 1; i < panes; i++) {
            double post = kind == Shell.Window.DOUBLE && i == 2 ? 20 : 9;
            Brush.fill(
                    g,
                    Shapes.rectangle(
                            shell.windowX + shell.windowW * i / panes - post / 2, shell.windowY, post, shell.windowH),
                    colour);
        }
        if (kind != Shell.Window.WIDE) {
            Brush.fill(
                    g, Shapes.rectangle(shell.windowX, shell.windowY + shell.windowH * .46, shell.windowW, 8), colour);
        }
        Brush.fill(
                g,
                Shapes.rectangle(shell.windowX - 30, shell.windowY + shell.windowH + 8, shell.windowW + 60, 18),
                lit(colour, .15));
        Brush.fill(
                g,
                Shapes.rectangle(shell.windowX - 30, shell.windowY + shell.windowH + 26, shell.windowW + 60, 8),
                palette.shade(),
                .35);
        if (kind == Shell.Window.CURTAINED) {
            curtains(g);
        }
    }

    private void curtains(Graphics2D g) {
        int cloth = local(new Chance(seed + 8L).oneOf(0xC8645A, 0xE3B65C, 0x6F93A8, 0xD8A0A8), .1);
        for (int side = -1; side < 2; side += 2) {
            double x = side < 0 ? shell.windowX - 22 : shell.windowX + shell.windowW + 22;
            double y = shell.windowY;
            double h = shell.windowH;
            double s = side;
            Path2D outline = Shapes.smooth(
                    true,
                    x - s * 80,
                    y - 34,
                    x + s * 30,
                    y - 34,
                    x + s * 40,
                    y + h * .5,
                    x + s * 46,
                    y + h + 60,
                    x - s * 8,
                    y + h + 60,
                    x - s * 22,
                    y + h * .55);
            Brush.horizontal(g, outline, x - s * 60, lit(cloth, .2), x + s * 46, dark(cloth, .25));
            for (int i = 0; i < 3; i++) {
                Path2D fold = Shapes.stroke(
                        Shapes.widths(3, 7, 3),
                        x - s * (36 - i * 24),
                        y - 20,
                        x + s * i * 12,
                        y + h * .5,
                        x + s * (i * 15 + 2),
                        y + h + 50);
                Brush.fill(g, fold, dark(cloth, .35), .45);
            }
        }
        Brush.fill(
                g,
                Shapes.rounded(shell.windowX - 90, shell.windowY - 46, shell.windowW + 180, 12, 6),
                local(0x6B4A3A, .05));
    }
}
