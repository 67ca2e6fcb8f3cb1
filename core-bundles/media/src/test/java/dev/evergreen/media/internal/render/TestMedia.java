package dev.evergreen.media.internal.render;

import dev.evergreen.media.WorkLimits;
import dev.evergreen.media.internal.av.Natives;
import dev.evergreen.media.internal.process.ChildProcess;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualSource;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Pictures and sounds made for tests. */
public final class TestMedia {
    private TestMedia() {}

    /** A landscape with detail; another one for each seed. */
    public static Path picture(Path folder, int seed, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        Random random = new Random(seed);
        graphics.setPaint(new GradientPaint(0, 0, colour(random), 0, height, colour(random)));
        graphics.fillRect(0, 0, width, height);
        graphics.setStroke(new BasicStroke(Math.max(1, width / 160f)));
        for (int i = 0; i < 60; i++) {
            graphics.setColor(colour(random));
            graphics.drawLine(
                    random.nextInt(width), random.nextInt(height), random.nextInt(width), random.nextInt(height));
        }
        graphics.dispose();
        Path file = folder.resolve("picture-" + seed + "-" + width + "x" + height + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** A clear picture with a disc in it. */
    public static Path layer(Path folder, int seed, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        Random random = new Random(seed);
        graphics.setColor(colour(random));
        int size = height / 3;
        graphics.fillOval(random.nextInt(width - size), random.nextInt(height - size), size, size);
        graphics.dispose();
        Path file = folder.resolve("layer-" + seed + "-" + width + "x" + height + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** A grey picture that moves: the luma of frame {@code n} is {@code 16 + 3 n}, at 30 frames a second and without losses. */
    public static Path counting(Path folder, int frames, int framesBetweenKeys) throws Exception {
        Path file = folder.resolve("count-" + frames + "-" + framesBetweenKeys + ".mp4");
        ffmpeg(
                folder,
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "color=black:size=160x90:rate=30,format=yuv420p,geq=lum='16+3*N':cb=128:cr=128",
                "-frames:v",
                Integer.toString(frames),
                "-c:v",
                "libx264",
                "-qp",
                "0",
                "-g",
                Integer.toString(framesBetweenKeys),
                "-pix_fmt",
                "yuv420p",
                "-colorspace",
                "bt709",
                "-color_range",
                "tv",
                file.toString());
        return file;
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    /** A mono WAV file at 48 kHz. */
    public static Path sound(Path file, double seconds, IntToDoubleFunction sample) throws IOException {
        int count = (int) Math.round(seconds * 48_000);
        ByteBuffer pcm = ByteBuffer.allocate(count * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            double value = Math.max(-1, Math.min(1, sample.applyAsDouble(i)));
            pcm.putShort((short) Math.round(value * 32_767));
        }
        return wav(file, pcm.array(), 48_000);
    }

    public static Path wav(Path file, byte[] pcm, int rate) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("RIFF");
        out.writeInt(Integer.reverseBytes(36 + pcm.length));
        out.writeBytes("WAVEfmt ");
        out.writeInt(Integer.reverseBytes(16));
        out.writeShort(Short.reverseBytes((short) 1));
        out.writeShort(Short.reverseBytes((short) 1));
        out.writeInt(Integer.reverseBytes(rate));
        out.writeInt(Integer.reverseBytes(rate * 2));
        out.writeShort(Short.reverseBytes((short) 2));
        out.writeShort(Short.reverseBytes((short) 16));
        out.writeBytes("data");
        out.writeInt(Integer.reverseBytes(pcm.length));
        out.write(pcm);
        Files.write(file, bytes.toByteArray());
        return file;
    }

    /** Something like speech: bursts of a buzz with pauses. */
    public static double speech(int sample) {
        double time = sample / 48_000.0;
        double syllable = Math.max(0, Math.sin(2 * Math.PI * 3.1 * time));
        double phrase = time % 4 < 2.8 ? 1 : 0;
        double buzz = 0;
        for (int k = 1; k < 12; k++) {
            buzz += Math.sin(2 * Math.PI * 130 * k * time) / k;
        }
        return 0.22 * phrase * syllable * buzz;
    }

    /** Something like music: a chord. */
    public static double music(int sample) {
        double time = sample / 48_000.0;
        return 0.1
                * (Math.sin(2 * Math.PI * 220 * time)
                        + Math.sin(2 * Math.PI * 277.2 * time)
                        + Math.sin(2 * Math.PI * 329.6 * time));
    }

    public static VisualClip clip(
            String id, VisualSource source, long start, long frames, Transform transform, @Nullable TransitionUse way) {
        return new VisualClip(id, source, start, frames, 0, Ratio.ONE, transform, List.of(), way);
    }

    /** Runs the packed ffmpeg and gives what it said. */
    public static String ffmpeg(Path folder, String... arguments) throws Exception {
        Natives.load(TestEngine.natives());
        List<String> all = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-nostats", "-y"));
        all.addAll(List.of(arguments));
        ChildProcess.Outcome outcome = new ChildProcess(folder).ffmpeg(all, WorkLimits.DEFAULT);
        if (outcome.exit() != 0) {
            throw new AssertionError(outcome.errors());
        }
        return outcome.errors();
    }

    /** The sound of a file as mono samples at 48 kHz, from the start of the file on. */
    public static float[] decoded(Path folder, Path media) throws Exception {
        Path raw = Files.createTempFile(folder, "decoded", ".f32");
        ffmpeg(folder, "-v", "error", "-i", media.toString(), "-map", "0:a", "-ac", "1", "-f", "f32le", raw.toString());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
        float[] samples = new float[bytes.remaining() / 4];
        bytes.asFloatBuffer().get(samples);
        return samples;
    }

    /** A frame of a film as RGB. */
    public static BufferedImage frame(Path folder, Path film, long frame) throws Exception {
        Path png = Files.createTempFile(folder, "frame", ".png");
        ffmpeg(
                folder,
                "-v",
                "error",
                "-i",
                film.toString(),
                "-vf",
                "select=eq(n\\," + frame + ")",
                "-frames:v",
                "1",
                "-update",
                "1",
                png.toString());
        return ImageIO.read(png.toFile());
    }
}
