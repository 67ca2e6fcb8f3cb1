package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Captions of all languages in all styles on one sheet, to be looked at. */
final class Gallery {
    private static final Canvas WIDE = new Canvas(960, 540, FrameRate.FPS_30, Colour.BLACK);
    private static final int STRIP = 150;

    private Gallery() {}

    static TextPicture paint(Canvas canvas, Languages language, CaptionStyle style, long frame) {
        SetCaption set = new CaptionPainter(new Fonts(), canvas)
                .set(new CaptionPainter.Caption(
                        language.text, language.tag, style, style.followsWords() ? language.words() : List.of()));
        return set.paint(set.look(frame));
    }

    static BufferedImage frame(Canvas canvas, TextPicture picture) {
        BufferedImage frame = new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = frame.createGraphics();
        brush.setPaint(new GradientPaint(
                0, 0, new Color(38, 92, 110), canvas.width(), canvas.height(), new Color(196, 172, 120)));
        brush.fillRect(0, 0, canvas.width(), canvas.height());
        BufferedImage words = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        words.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        brush.drawImage(words, picture.x(), picture.y(), null);
        brush.dispose();
        return frame;
    }

    /** The lower part of wide films: languages below each other, styles beside each other. */
    static void styles(Path file) throws IOException {
        int columns = CaptionStyle.PRESETS.size();
        BufferedImage sheet = new BufferedImage(
                columns * WIDE.width() / 2, Languages.values().length * STRIP / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = sheet.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (Languages language : Languages.values()) {
            for (int c = 0; c < columns; c++) {
                BufferedImage frame = frame(WIDE, paint(WIDE, language, CaptionStyle.PRESETS.get(c), 40));
                BufferedImage strip = frame.getSubimage(0, WIDE.height() - STRIP, WIDE.width(), STRIP);
                brush.drawImage(
                        strip, c * WIDE.width() / 2, language.ordinal() * STRIP / 2, WIDE.width() / 2, STRIP / 2, null);
            }
        }
        brush.dispose();
        ImageIO.write(sheet, "png", file.toFile());
    }

    /** Whole films of the other aspects, the safe area drawn in. */
    static void aspects(Path file, List<Languages> languages) throws IOException {
        List<Canvas> canvases = List.of(canvas(1080, 1920), canvas(1080, 1080), canvas(1080, 1350));
        int styles = CaptionStyle.PRESETS.size();
        int height = 480;
        int width = canvases.stream()
                .mapToInt(canvas -> height * canvas.width() / canvas.height())
                .sum();
        BufferedImage sheet = new BufferedImage(width * styles, height * languages.size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = sheet.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (int row = 0; row < languages.size(); row++) {
            int x = 0;
            for (Canvas canvas : canvases) {
                for (CaptionStyle style : CaptionStyle.PRESETS) {
                    CaptionStyle sized = style.sized(style.size() * 1.3, style.maxLines() + 1);
                    BufferedImage frame = frame(canvas, paint(canvas, languages.get(row), sized, 40));
                    Graphics2D guide = frame.createGraphics();
                    SafeArea safe = SafeArea.of(canvas);
                    guide.setColor(new Color(255, 90, 90));
                    guide.drawRect((int) safe.left(), (int) safe.top(), (int) safe.width(), (int) safe.height());
                    guide.dispose();
                    int wide = height * canvas.width() / canvas.height();
                    brush.drawImage(frame, x, row * height, wide, height, null);
                    x += wide;
                }
            }
        }
        brush.dispose();
        ImageIO.write(sheet, "png", file.toFile());
    }

    private static Canvas canvas(int width, int height) {
        return new Canvas(width, height, FrameRate.FPS_30, Colour.BLACK);
    }
}
