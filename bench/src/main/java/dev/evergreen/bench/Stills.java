package dev.evergreen.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Pictures that are as hard to encode as photographs: clouds, ridges with texture, grain, and hard edges that show every
 * unsteadiness. The same number always gives the same picture.
 */
final class Stills {
    private static final float[][] HUES = {
        {40, 90, 170}, {190, 110, 60}, {60, 140, 110}, {130, 70, 150}, {200, 160, 70}, {70, 70, 90}
    };

    private Stills() {}

    /** Draws the picture unless it is there. */
    static Path make(Path file, int number, int width, int height) throws IOException {
        if (!Files.exists(file)) {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            write(paint(number, width, height), part);
            Files.move(part, file);
        }
        return file;
    }

    private static BufferedImage paint(int number, int width, int height) {
        Random random = new Random(1000 + number);
        float[] hue = HUES[number % HUES.length];
        float[] clouds = fractal(random, width, height, 3, 8, .55f);
        float[][] plane = new float[3][width * height];
        for (int y = 0; y < height; y++) {
            float light = 1.25f - .6f * y / height;
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    plane[c][y * width + x] = hue[c] * (.45f + .9f * clouds[y * width + x]) * light;
                }
            }
        }
        for (int k = 0; k < 4; k++) {
            ridge(random, plane, hue, k, width, height);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            float grain = (float) (3 * random.nextGaussian());
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                rgb = rgb << 8 | Math.max(0, Math.min(255, Math.round(plane[c][i] + grain)));
            }
            image.setRGB(i % width, i / width, rgb);
        }
        float[] soft = {.06f, .12f, .06f, .12f, .28f, .12f, .06f, .12f, .06f};
        BufferedImage softened =
                new ConvolveOp(new Kernel(3, 3, soft), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
        houses(random, softened, hue);
        return softened;
    }

    private static void ridge(Random random, float[][] plane, float[] hue, int k, int width, int height) {
        float[] profile = fractal(random, width, 64, 4, 7, .55f);
        float[] texture = fractal(random, width, height, 24, 6, .75f);
        for (int x = 0; x < width; x++) {
            int top = (int) (height * (.42 + .12 * k) + (profile[32 * width + x] - .5) * height * .28);
            for (int y = Math.max(0, top); y < height; y++) {
                for (int c = 0; c < 3; c++) {
                    plane[c][y * width + x] = hue[c] * (.75f - .16f * k) * (.55f + .9f * texture[y * width + x]);
                }
            }
        }
    }

    private static void houses(Random random, BufferedImage image, float[] hue) {
        int width = image.getWidth();
        int height = image.getHeight();
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < 26; i++) {
            int x = random.nextInt(width - 200);
            int w = 60 + random.nextInt(120);
            int h = 100 + random.nextInt(320);
            int y = (int) (height * (.7 + .25 * random.nextDouble())) - h;
            float dark = .25f + .25f * random.nextFloat();
            graphics.setColor(new Color(hue[0] / 255 * dark, hue[1] / 255 * dark, hue[2] / 255 * dark));
            graphics.fillRect(x, y, w, h);
            graphics.setColor(new Color(255, 225, 150));
            for (int v = y + 12; v < y + h - 16; v += 30) {
                for (int u = x + 10; u < x + w - 14; u += 26) {
                    if (random.nextDouble() < .6) {
                        graphics.fillRect(u, v, 12, 17);
                    }
                }
            }
        }
        graphics.setColor(new Color(230, 230, 220));
        graphics.setStroke(new java.awt.BasicStroke(3));
        for (int x = 0; x < width; x += 90) {
            graphics.drawLine(x, height - 160, x + 8, height - 40);
        }
        graphics.dispose();
    }

    /** Octaves of smooth noise, from 0 to 1. */
    private static float[] fractal(Random random, int width, int height, int base, int octaves, float gain) {
        float[] sum = new float[width * height];
        float amplitude = 1;
        int cells = base;
        for (int o = 0; o < octaves; o++) {
            octave(random, sum, width, height, cells, amplitude);
            amplitude *= gain;
            cells *= 2;
        }
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (float value : sum) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (sum[i] - low) / (high - low);
        }
        return sum;
    }

    /** Adds noise of so many cells across, smooth between them. */
    private static void octave(Random random, float[] sum, int width, int height, int cells, float amplitude) {
        int columns = cells + 2;
        int rows = Math.max(1, cells * height / width) + 2;
        float[] lattice = new float[columns * rows];
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = amplitude * random.nextFloat();
        }
        float[] line = new float[columns];
        for (int y = 0; y < height; y++) {
            float v = (float) y * (rows - 2) / height;
            int row = (int) v * columns;
            float down = smooth(v - (int) v);
            for (int i = 0; i < columns; i++) {
                line[i] = lattice[row + i] + (lattice[row + columns + i] - lattice[row + i]) * down;
            }
            for (int x = 0; x < width; x++) {
                float u = (float) x * cells / width;
                int i = (int) u;
                sum[y * width + x] += line[i] + (line[i + 1] - line[i]) * smooth(u - i);
            }
        }
    }

    private static float smooth(float t) {
        return t * t * (3 - 2 * t);
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(.92f);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
