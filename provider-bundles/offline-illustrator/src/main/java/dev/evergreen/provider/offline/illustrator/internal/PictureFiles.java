package dev.evergreen.provider.offline.illustrator.internal;

import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.ProviderException;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Puts a painted picture into the files of a call. */
final class PictureFiles {
    private static final float JPEG_QUALITY = 0.93f;

    private PictureFiles() {}

    static ImageResult write(Painter painter, boolean layered, CallContext call) throws IOException, ProviderException {
        Path flat = call.workspace().newFile(".jpg");
        writeJpeg(painter.flat, flat);
        List<ImageResult.Layer> layers = new ArrayList<>();
        if (layered) {
            for (Layer layer : painter.layers) {
                call.throwIfCancelled();
                Path file = call.workspace().newFile(".png");
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                    PngWriter.write(Painter.px(layer.straight()), painter.W, painter.H, layer.name.equals("sky"), out);
                }
                layers.add(new ImageResult.Layer(new MediaFile(file, "image/png"), layer.depth));
            }
        }
        return new ImageResult(new MediaFile(flat, "image/jpeg"), layers);
    }

    private static void writeJpeg(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
