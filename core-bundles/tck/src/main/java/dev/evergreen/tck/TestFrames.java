package dev.evergreen.tck;

import dev.evergreen.kit.picture.Colours;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.FrameRate;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Pictures to try effects on: a colourful gradient with edges and a little noise, the same for the same number. */
public final class TestFrames {
    private static final int ALIGNMENT = 64;

    private TestFrames() {}

    public static MediaFormat format(int width, int height) {
        return new MediaFormat(width, height, FrameRate.FPS_30, 2);
    }

    public static VideoFrame picture(MediaFormat format, long number) {
        SplittableRandom random = new SplittableRandom(number);
        VideoFrame frame = blank(format, number);
        fill(
                frame.luma(),
                (x, y) ->
                        16 + (x * 3 + y * 2 + (int) number * 5 + (x / 16 + y / 16) % 2 * 60 + random.nextInt(4)) % 220);
        fill(frame.blue(), (x, y) -> 16 + (x * 2 + (int) number) % 224);
        fill(frame.red(), (x, y) -> 16 + (y * 2 + 40) % 224);
        return frame;
    }

    /** A picture of the project's own, in the colours of ITU-R BT.709. */
    public static VideoFrame of(BufferedImage image, long number) {
        VideoFrame frame = blank(format(image.getWidth(), image.getHeight()), number);
        for (int i = 0; i < 3; i++) {
            int part = i;
            int step = i == 0 ? 1 : 2;
            fill(frame.plane(i), (x, y) -> {
                int rgb = image.getRGB(
                        Math.min(image.getWidth() - 1, x * step), Math.min(image.getHeight() - 1, y * step));
                return Colours.planes((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0)[part];
            });
        }
        return frame;
    }

    /** A picture with alpha: opaque in the middle and clearer to the left. */
    public static VideoFrame transparentPicture(MediaFormat format, long number) {
        VideoFrame frame = picture(format, number);
        Plane alpha = plane(format.width(), format.height());
        fill(alpha, (x, y) -> Math.min(255, 40 + x * 400 / format.width()));
        return new VideoFrame(number, frame.luma(), frame.blue(), frame.red(), alpha);
    }

    /** A picture of one value everywhere, alpha too. */
    public static VideoFrame transparentFlat(MediaFormat format, long number, int value) {
        VideoFrame frame = flat(format, number, value);
        Plane alpha = plane(format.width(), format.height());
        fill(alpha, (x, y) -> value);
        return new VideoFrame(number, frame.luma(), frame.blue(), frame.red(), alpha);
    }

    /** A picture of one value everywhere, to see whether all of it is written. */
    public static VideoFrame flat(MediaFormat format, long number, int value) {
        VideoFrame frame = blank(format, number);
        for (int i = 0; i < 3; i++) {
            fill(frame.plane(i), (x, y) -> value);
        }
        return frame;
    }

    private static VideoFrame blank(MediaFormat format, long number) {
        return new VideoFrame(
                number,
                plane(format.width(), format.height()),
                plane(format.chromaWidth(), format.chromaHeight()),
                plane(format.chromaWidth(), format.chromaHeight()));
    }

    private static Plane plane(int width, int height) {
        int stride = (width + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return new Plane(
                ByteBuffer.allocateDirect(stride * height).order(java.nio.ByteOrder.nativeOrder()),
                width,
                height,
                stride);
    }

    private interface Pixel {
        int at(int x, int y);
    }

    private static void fill(Plane plane, Pixel pixel) {
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                plane.data().put(y * plane.stride() + x, (byte) pixel.at(x, y));
            }
        }
    }

    /** Mean absolute difference of all pixels of all planes that both have, 0 to 255. */
    public static double difference(VideoFrame one, VideoFrame other) {
        long sum = 0;
        long count = 0;
        for (int i = 0; i < 4; i++) {
            Plane a = i == 3 ? one.alpha() : one.plane(i);
            Plane b = i == 3 ? other.alpha() : other.plane(i);
            if (a == null || b == null) {
                continue;
            }
            for (int y = 0; y < a.height(); y++) {
                for (int x = 0; x < a.width(); x++) {
                    sum += Math.abs((a.data().get(y * a.stride() + x) & 0xff)
                            - (b.data().get(y * b.stride() + x) & 0xff));
                    count++;
                }
            }
        }
        return (double) sum / count;
    }

    /** Luma and chroma of one pixel. */
    static int value(Plane plane, int x, int y) {
        return plane.data().get(y * plane.stride() + x) & 0xff;
    }
}
