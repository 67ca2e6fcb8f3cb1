package dev.evergreen.exporter;

import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.PictureSize;
import dev.evergreen.spi.export.Rendition;
import dev.evergreen.tck.PreviewPictures;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Shows what comes out of an export: a picture of its shape, its ladder, sound, lines of captions, or tracks of a project. */
final class ExportPicture {
    private static final Color GROUND = new Color(0x14231c);
    private static final Color LEAF = new Color(0x5fbf86);
    private static final Color SAND = new Color(0xf0d9a8);
    private static final int TOP = 8;
    private static final int BOTTOM = 84;
    /** Where the people stand in the picture. */
    private static final int CENTRE = 142;

    private final BufferedImage image =
            new BufferedImage(PreviewPictures.WIDTH, PreviewPictures.HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = image.createGraphics();

    ExportPicture() {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    void plan(EncodingPlan plan) throws IOException {
        if (plan.video() != null) {
            PictureSize size = Objects.requireNonNull(plan.size());
            double shrink = plan.renditions().isEmpty() ? 1 : 0.72;
            film(size, image.getWidth() / 2.0, shrink);
            List<Rendition> ladder = plan.renditions();
            for (int i = 1; i < ladder.size(); i++) {
                double smaller = Math.sqrt((double) ladder.get(i).size().height()
                        / ladder.get(0).size().height());
                film(size, image.getWidth() / 2.0 + i * 26, shrink * smaller * 0.9);
            }
        } else if (plan.audio() != null) {
            sound();
        } else {
            captions();
        }
    }

    /** The picture of the sheet in the documentation in the shape of a film, around a place on the line. */
    private void film(PictureSize size, double centre, double part) throws IOException {
        double height = (BOTTOM - TOP) * part;
        double width = height * size.width() / size.height();
        BufferedImage sheet = ImageIO.read(new File("../../docs/images/tide-pools.jpg"));
        int cut = (int) Math.min(336, 189.0 * size.width() / size.height());
        int cutHeight = (int) Math.min(189, 336.0 * size.height() / size.width());
        double top = (TOP + BOTTOM - height) / 2.0;
        double left = Math.min(image.getWidth() - width - 6, centre - width / 2);
        graphics.setColor(GROUND);
        graphics.fill(new RoundRectangle2D.Double(left - 2, top - 2, width + 4, height + 4, 6, 6));
        graphics.drawImage(
                sheet.getSubimage(48 + Math.max(0, Math.min(336 - cut, CENTRE - cut / 2)), 502, cut, cutHeight),
                (int) left,
                (int) top,
                (int) width,
                (int) height,
                null);
    }

    private void sound() {
        graphics.setColor(LEAF);
        for (int i = 0; i < 28; i++) {
            double loud = Math.abs(Math.sin(i * 1.9) * Math.sin(i * 0.37 + 0.5)) * 0.85 + 0.1;
            double height = loud * (BOTTOM - TOP);
            graphics.fill(new RoundRectangle2D.Double(14 + i * 6, (TOP + BOTTOM - height) / 2, 3.6, height, 3, 3));
        }
    }

    private void captions() {
        int[] widths = {118, 84, 132};
        for (int i = 0; i < widths.length; i++) {
            graphics.setColor(i == 1 ? SAND : LEAF);
            graphics.fill(new RoundRectangle2D.Double(
                    (image.getWidth() - widths[i]) / 2.0, TOP + 10 + i * 22, widths[i], 11, 11, 11));
        }
    }

    /** Tracks with clips. */
    void project() {
        int[][] tracks = {{40, 62, 36}, {16, 58, 26, 40}, {150}};
        Color[] colours = {SAND, LEAF, new Color(0x5a8fbf)};
        for (int track = 0; track < tracks.length; track++) {
            int left = track == 0 ? 30 : 14;
            graphics.setColor(colours[track]);
            for (int length : tracks[track]) {
                graphics.fill(new RoundRectangle2D.Double(left, TOP + 8 + track * 22, length, 16, 6, 6));
                left += length + 4;
            }
        }
        graphics.setColor(Color.WHITE);
        graphics.fillRect(96, TOP, 1, BOTTOM - TOP);
    }

    /** The finished picture with a name below. */
    BufferedImage named(String name) throws IOException, FontFormatException {
        try (InputStream in = Objects.requireNonNull(
                ExportPicture.class.getResourceAsStream("/com/formdev/flatlaf/fonts/inter/Inter-Bold.otf"))) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(13f);
            Shape letters = font.createGlyphVector(new FontRenderContext(null, true, true), name)
                    .getOutline();
            graphics.translate((image.getWidth() - letters.getBounds2D().getWidth()) / 2, 101);
            graphics.setColor(Color.WHITE);
            graphics.fill(letters);
        }
        graphics.dispose();
        return image;
    }
}
