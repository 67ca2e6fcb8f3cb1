package dev.evergreen.provider.offline.illustrator.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ProviderContract;
import dev.evergreen.tck.TestCall;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineIllustratorTest extends ProviderContract<ImageRequest, ImageResult> {
    private static final int WIDTH = 331;
    private static final int HEIGHT = 187;

    @TempDir
    Path pictures;

    @Nested
    class Descriptors extends DescriptorContract {}

    @Override
    protected Provider<ImageRequest, ImageResult> provider() {
        return new OfflineIllustrator();
    }

    @Override
    protected ImageRequest request() {
        return shot().request(WIDTH, HEIGHT);
    }

    private static Shots shot() {
        return Shots.outside("harbour")
                .at("dusk")
                .person("MARA", CastMember.Age.ADULT, "red coat, dark curly hair", "point")
                .person("THEO", CastMember.Age.CHILD, "yellow raincoat", "run")
                .with("lighthouse", "dog");
    }

    @Override
    protected List<ImageRequest> unsupported() {
        return List.of(
                shot().request(20, 20),
                shot().request(20_000, 20_000),
                shot().request(4000, 100),
                shot().request(-1, 300));
    }

    @Override
    protected boolean deterministic() {
        return true;
    }

    @Override
    protected void check(ImageRequest request, ImageResult result) throws IOException {
        BufferedImage flat = read(result.image());
        assertEquals(request.width(), flat.getWidth());
        assertEquals(request.height(), flat.getHeight());
        assertEquals(8, result.layers().size());
        BufferedImage together = new BufferedImage(flat.getWidth(), flat.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = together.createGraphics();
        for (ImageResult.Layer layer : result.layers()) {
            BufferedImage image = read(layer.image());
            assertEquals(request.width(), image.getWidth());
            assertEquals(request.height(), image.getHeight());
            assertTrue(layer.depth() >= 0 && layer.depth() <= 1, "depth " + layer.depth());
            g.drawImage(image, 0, 0, null);
        }
        g.dispose();
        double noise = peakSignalToNoise(flat, together);
        assertTrue(noise > 30, "the layers together look like the picture: " + noise + " dB");
    }

    private static BufferedImage read(MediaFile file) throws IOException {
        return ImageIO.read(file.path().toFile());
    }

    private static double peakSignalToNoise(BufferedImage first, BufferedImage second) {
        double sum = 0;
        for (int y = 0; y < first.getHeight(); y++) {
            for (int x = 0; x < first.getWidth(); x++) {
                int a = first.getRGB(x, y);
                int b = second.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    double difference = (a >> shift & 255) - (b >> shift & 255);
                    sum += difference * difference;
                }
            }
        }
        double mean = sum / (first.getWidth() * first.getHeight() * 3.0);
        return 10 * Math.log10(255 * 255 / mean);
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        List<byte[]> alone = paint("alone");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<List<byte[]>> first = threads.submit(() -> paint("first"));
            Future<List<byte[]>> second = threads.submit(() -> paint("second"));
            for (int i = 0; i < alone.size(); i++) {
                assertArrayEquals(alone.get(i), first.get().get(i), "file " + i);
                assertArrayEquals(alone.get(i), second.get().get(i), "file " + i);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<byte[]> paint(String name) throws Exception {
        OfflineIllustrator illustrator = new OfflineIllustrator();
        TestCall call = new TestCall(Files.createDirectory(pictures.resolve(name)));
        Outcome<ImageResult> outcome = illustrator.execute(request(), offer(illustrator), call);
        ImageResult result = ((Outcome.Done<ImageResult>) outcome).result();
        List<byte[]> bytes = new java.util.ArrayList<>(
                List.of(Files.readAllBytes(result.image().path())));
        for (ImageResult.Layer layer : result.layers()) {
            bytes.add(Files.readAllBytes(layer.image().path()));
        }
        return bytes;
    }

    private static Offer offer(OfflineIllustrator illustrator) {
        return illustrator.offers().get(0);
    }

    @Test
    void layersAreOnlyMadeWhenAskedFor() throws Exception {
        OfflineIllustrator illustrator = new OfflineIllustrator();
        ImageRequest layered = request();
        ImageRequest flat = new ImageRequest(layered.shot(), "", WIDTH, HEIGHT, 1, false, List.of());
        TestCall call = new TestCall(Files.createDirectory(pictures.resolve("flat")));
        Outcome<ImageResult> outcome = illustrator.execute(flat, offer(illustrator), call);
        assertTrue(((Outcome.Done<ImageResult>) outcome).result().layers().isEmpty());
        assertEquals(1, call.filesLeft().size());
    }

    @Test
    void otherSeedGivesOtherPicture() throws Exception {
        BufferedImage one = flat(shot().seed(1));
        BufferedImage two = flat(shot().seed(2));
        assertTrue(peakSignalToNoise(one, two) < 30, "another seed shows something else");
    }

    private BufferedImage flat(Shots shots) throws Exception {
        OfflineIllustrator illustrator = new OfflineIllustrator();
        TestCall call = new TestCall(Files.createTempDirectory(pictures, "seed"));
        Outcome<ImageResult> outcome = illustrator.execute(shots.request(WIDTH, HEIGHT), offer(illustrator), call);
        return read(((Outcome.Done<ImageResult>) outcome).result().image());
    }

    @Test
    void referencePicturesAreDroppedWithWarning() {
        OfflineIllustrator illustrator = new OfflineIllustrator();
        ImageRequest plain = request();
        ImageRequest referring = new ImageRequest(
                plain.shot(), "", WIDTH, HEIGHT, 1, true, List.of(new MediaFile(Path.of("mara.png"), "image/png")));
        Support.Adjusted<ImageRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, illustrator.support(referring, offer(illustrator)));
        assertTrue(adjusted.request().references().isEmpty());
        assertFalse(adjusted.warnings().isEmpty());
    }

    /** Two pictures of 4K at a time would be more than a node has; the second waits, and may be cancelled meanwhile. */
    @Test
    void picturesThatDoNotFitTogetherAreOneAfterTheOther() throws Exception {
        OfflineIllustrator illustrator = new OfflineIllustrator(1);
        Offer offer = illustrator.offers().get(0);
        CountDownLatch painted = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TestCall second = new TestCall(Files.createDirectory(pictures.resolve("second")));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            CallContext first =
                    hooked(new TestCall(Files.createDirectory(pictures.resolve("first"))), "progress", () -> {
                        painted.countDown();
                        assertTrue(goOn.await(1, TimeUnit.MINUTES));
                    });
            Future<Outcome<ImageResult>> done = threads.submit(() -> illustrator.execute(request(), offer, first));
            assertTrue(painted.await(1, TimeUnit.MINUTES));
            AtomicInteger looks = new AtomicInteger();
            CallContext waiting = hooked(second, "throwIfCancelled", () -> {
                if (looks.incrementAndGet() == 2) {
                    second.cancel();
                }
            });
            ProviderException cancelled =
                    assertThrows(ProviderException.class, () -> illustrator.execute(request(), offer, waiting));
            assertEquals(ProviderException.Kind.CANCELLED, cancelled.kind());
            assertEquals(List.of(), second.progress());
            goOn.countDown();
            assertInstanceOf(Outcome.Done.class, done.get(1, TimeUnit.MINUTES));
            TestCall third = new TestCall(Files.createDirectory(pictures.resolve("third")));
            assertInstanceOf(Outcome.Done.class, illustrator.execute(request(), offer, third));
        } finally {
            goOn.countDown();
            threads.shutdownNow();
        }
    }

    private interface Hook {
        void run() throws Exception;
    }

    /** The call, with something that happens before one of its methods. */
    private static CallContext hooked(CallContext call, String method, Hook hook) {
        return (CallContext) Proxy.newProxyInstance(
                CallContext.class.getClassLoader(), new Class<?>[] {CallContext.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        hook.run();
                    }
                    try {
                        return called.invoke(call, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
