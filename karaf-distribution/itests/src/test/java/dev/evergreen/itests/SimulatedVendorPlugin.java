package dev.evergreen.itests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** The bundle of the simulated vendor's plugin, made from the module's classes, and what the vendor delivers. */
final class SimulatedVendorPlugin {
    static final String ID = "simulated-painter";
    private static final String NAME = "dev.evergreen.provider.simulated";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    private SimulatedVendorPlugin() {}

    static byte[] jar() {
        Path classes = Distribution.root().resolve("core-bundles/vendor-simulator/target/classes");
        Path spi = Distribution.ownBundles().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("dev.evergreen.spi-"))
                .findFirst()
                .orElseThrow();
        try (Builder builder = new Builder()) {
            builder.addClasspath(classes.toFile());
            builder.addClasspath(spi.toFile());
            builder.setProperty("Bundle-SymbolicName", NAME);
            builder.setProperty("Bundle-Version", "1.0.0");
            builder.setProperty("Private-Package", NAME + ".internal");
            builder.setProperty("Import-Package", "!org.jspecify.annotations,*");
            builder.setProperty("-includeresource", "EVG-INF=" + classes.resolve("EVG-INF"));
            Jar jar = builder.build();
            if (!builder.getErrors().isEmpty()) {
                throw new AssertionError(builder.getErrors());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            jar.write(bytes);
            return bytes.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException("The plugin cannot be made from " + classes, e);
        }
    }

    /** A PNG that any film can show. */
    static byte[] picture() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(
                new GradientPaint(0, 0, new Color(0x20, 0x60, 0xa0), WIDTH, HEIGHT, new Color(0xf0, 0xc0, 0x60)));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
