package dev.evergreen.kit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.kit.provider.PictureSizes.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proportions, lengths and sizes of files. */
class ShapesTest {
    @TempDir
    Path folder;

    @Test
    void theNearestProportionsAreChosenAndMeasured() {
        AspectRatio wide =
                AspectRatio.nearest(List.of("1:1", "16:9", "9:16"), 1920, 1100).orElseThrow();
        assertEquals("16:9", wide.toString());
        assertEquals(new Size(1344, 768), wide.ofArea(1 << 20, 64));
        assertEquals(new Size(1280, 720), wide.ofShortSide(720));
        assertEquals(new Size(720, 1280), new AspectRatio(9, 16).ofShortSide(720));
        assertEquals(Optional.empty(), AspectRatio.nearest(List.of(), 1920, 1080));
    }

    @Test
    void theShortestLengthThatIsLongEnoughIsChosen() {
        assertEquals(
                Optional.of(Duration.ofSeconds(9)), ClipLengths.shortest(List.of("5", "9"), Duration.ofMillis(5_001)));
        assertEquals(
                Optional.of(Duration.ofSeconds(4)), ClipLengths.shortest(List.of("3-15"), Duration.ofMillis(3_200)));
        assertEquals(Optional.empty(), ClipLengths.shortest(List.of("3-15"), Duration.ofSeconds(16)));
    }

    @Test
    void filesSayHowLargeTheyAre() throws IOException {
        for (String format : List.of("png", "jpg")) {
            Path file = folder.resolve("a." + format);
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, file.toFile());
            assertEquals(Optional.of(new Size(40, 30)), PictureFiles.size(file), format);
        }
        assertEquals(Optional.of(new Size(300, 200)), PictureFiles.size(webp("VP8 ", 26, 300 | 200 << 16)));
        assertEquals(Optional.of(new Size(300, 200)), PictureFiles.size(webp("VP8L", 21, 299 | 199 << 14)));
        Path large = webp("VP8X", 24, 70_000 - 1);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(large)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(27, (byte) 199);
        assertEquals(Optional.of(new Size(70_000, 200)), PictureFiles.size(Files.write(large, bytes.array())));
        assertEquals(Optional.empty(), PictureFiles.size(Files.writeString(folder.resolve("a.txt"), "no picture")));
    }

    private Path webp(String chunk, int at, int value) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, "RIFF".getBytes(StandardCharsets.US_ASCII));
        bytes.put(8, ("WEBP" + chunk).getBytes(StandardCharsets.US_ASCII));
        bytes.putInt(at, value);
        return Files.write(folder.resolve(chunk.strip() + ".webp"), bytes.array());
    }
}
