package dev.evergreen.effect;

import dev.evergreen.kit.picture.Colours;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.spi.timeline.Curve;
import dev.evergreen.spi.timeline.EffectUse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The small pictures beside the descriptors. */
final class Previews {
    static final int WIDTH = 192;
    static final int HEIGHT = 108;

    /** Long enough after the start for what moves, and long enough before the end. */
    private static final long FRAME = 40;

    /** Where the defaults do not suit the picture. */
    private static final Map<String, Map<String, Object>> SETTINGS = Map.of(
            "evergreen.chroma-key", Map.of("colour", "#38a2dc", "similarity", 0.16),
            "evergreen.luma-key", Map.of("clears", "bright", "threshold", 0.8),
            "evergreen.chromatic-aberration", Map.of("amount", 0.012),
            "evergreen.denoise", Map.of("strength", 0.8),
            "evergreen.sharpen", Map.of("amount", 1.6),
            "evergreen.watermark", Map.of("size", 0.09),
            "evergreen.lower-third", Map.of("size", 0.11),
            "evergreen.progress-bar", Map.of("height", 0.04),
            "evergreen.shake", Map.of("amount", 0.05, "turn", 4));

    private Previews() {}

    static List<EffectUse> uses(String id) {
        return uses(id, Map.of());
    }

    /** An effect as it is shown, after what it needs to be seen. */
    static List<EffectUse> uses(String id, Map<String, Curve> curves) {
        EffectUse use = new EffectUse(id, SETTINGS.getOrDefault(id, Map.of()), curves);
        return id.equals("evergreen.drop-shadow")
                ? List.of(EffectUse.of("evergreen.mask", Map.of("shape", "star")), use)
                : List.of(use);
    }

    /** What an effect makes of the picture; no id draws the picture itself. */
    static BufferedImage of(EffectStage stage, String id, int width, int height) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        stage.draw(
                EffectStage.timeline(width, height, id.isEmpty() ? List.of() : uses(id), true),
                FRAME,
                FRAME + 1,
                (frame, picture) -> paint(picture, image));
        return image;
    }

    static void paint(Picture picture, BufferedImage image) {
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                double[] rgb =
                        Colours.rgb(at(picture, 0, x, y), at(picture, 1, x / 2, y / 2), at(picture, 2, x / 2, y / 2));
                image.setRGB(
                        x,
                        y,
                        (int) Math.round(255 * rgb[0]) << 16
                                | (int) Math.round(255 * rgb[1]) << 8
                                | (int) Math.round(255 * rgb[2]));
            }
        }
    }

    private static int at(Picture picture, int plane, int x, int y) {
        return picture.plane(plane).data().get(y * picture.plane(plane).stride() + x) & 255;
    }

    static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
