package dev.evergreen.provider.offline.illustrator.internal.files;

import dev.evergreen.provider.offline.illustrator.internal.picture.Developer;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
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
public final class PictureFiles {
    private static final float JPEG_QUALITY = 0.93f;
    private static final int BUFFER = 1 << 16;

    private PictureFiles() {}

    /** @param layered whether each layer gets a file too */
    public static ImageResult write(Picture picture, boolean layered, CallContext call)
            throws IOException, ProviderException {
        Developer developer = new Developer(picture);
        List<ImageResult.Layer> layers = new ArrayList<>();
        try {
            developer.<Exception>develop((kind, pixels, opaque) -> {
                call.throwIfCancelled();
                if (layered) {
                    Path file = call.workspace().newFile(".png");
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                        PngWriter.write(pixels, picture.pixelWidth(), picture.pixelHeight(), opaque, out);
                    }
                    layers.add(new ImageResult.Layer(new MediaFile(file, "image/png"), kind.depth()));
                }
            });
        } catch (IOException | ProviderException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Path flat = call.workspace().newFile(".jpg");
        writeJpeg(developer.flat(), flat);
        return new ImageResult(new MediaFile(flat, "image/jpeg"), layers);
    }

    private static void writeJpeg(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
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
