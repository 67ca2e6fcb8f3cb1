package dev.evergreen.media.internal.picture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.internal.av.Natives;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.StillImage.LayerPlanes;
import dev.evergreen.media.internal.av.StillImage.Premultiplied;
import dev.evergreen.media.internal.render.TestEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawing only what can be seen gives what drawing everything gives. */
class LayerStackTest {
    private static final int WIDTH = 424;
    private static final int HEIGHT = 250;

    @BeforeAll
    static void natives() {
        Natives.load(TestEngine.natives());
    }

    @Test
    void tilesMakeNoDifference() {
        LayerScratch scratch = new LayerScratch();
        List<Columns> ground = ground();
        List<Layer> layers = List.of(disc(300, 160, 90), band(150), disc(120, 90, 60));
        try (Picture stacked = new Picture(400, 232);
                Picture plain = new Picture(400, 232)) {
            for (int frame = 0; frame < 5; frame++) {
                List<LayerStack.Seen> seen = draw(layers, frame, stacked, scratch);
                everything(ground, seen, plain, scratch);
                for (int plane = 0; plane < 3; plane++) {
                    assertSame(stacked, plain, plane, 1);
                }
            }
        }
    }

    /** Widths whose chroma ends within a tile, where memory of earlier drawings lies beside the picture. */
    @ParameterizedTest
    @ValueSource(ints = {362, 378, 394, 410})
    void whatWasDrawnBeforeMakesNoDifference(int width) {
        LayerScratch used = new LayerScratch();
        List<Layer> other = List.of(band(0), disc(390, 120, 200));
        List<Layer> layers = List.of(disc(width - 10, 160, 40), disc(width - 24, 70, 30));
        try (Picture before = new Picture(WIDTH, 232);
                Picture fresh = new Picture(width, 232);
                Picture again = new Picture(width, 232)) {
            for (int frame = 0; frame < 20; frame++) {
                draw(other, frame, before, used);
                draw(layers, frame, again, used);
                draw(layers, frame, fresh, new LayerScratch());
                for (int plane = 0; plane < 3; plane++) {
                    assertSame(fresh, again, plane, 0);
                }
            }
        }
    }

    private static List<LayerStack.Seen> draw(List<Layer> layers, int frame, Picture target, LayerScratch scratch) {
        List<LayerStack.Seen> seen = new ArrayList<>();
        seen.add(seen(null, frame * .3));
        for (int i = 0; i < layers.size(); i++) {
            seen.add(seen(layers.get(i), frame * (.7 + i)));
        }
        scratch.stack().draw(ground(), seen, target, 0, 0, target.width(), target.height(), 256, scratch);
        return seen;
    }

    private static LayerStack.Seen seen(@org.jspecify.annotations.Nullable Layer layer, double shift) {
        return new LayerStack.Seen(
                layer, Axis.luma(6 + shift, 408 - shift, 400), Axis.luma(5 + shift / 3, 237 - shift, 232));
    }

    private static void everything(
            List<Columns> ground, List<LayerStack.Seen> seen, Picture target, LayerScratch scratch) {
        for (LayerStack.Seen layer : seen) {
            if (layer.layer() == null) {
                for (int i = 0; i < 3; i++) {
                    int plane = i;
                    scratch.resampler()
                            .resample(
                                    ground.get(i),
                                    i == 0
                                            ? layer.horizontal()
                                            : layer.horizontal().chromaCosited(),
                                    i == 0 ? layer.vertical() : layer.vertical().chromaBetween(),
                                    i == 0 ? 400 : 200,
                                    i == 0 ? 232 : 116,
                                    (y, pixels, n) -> target.write(plane, y, 0, pixels, n));
                }
            } else {
                layer.layer()
                        .draw(target, new int[] {0, 0, 400, 232}, layer.horizontal(), layer.vertical(), 256, scratch);
            }
        }
    }

    private static void assertSame(Picture a, Picture b, int plane, int tolerance) {
        int width = a.plane(plane).width();
        int[] one = new int[(width + 3) / 4];
        int[] other = new int[one.length];
        for (int y = 0; y < a.plane(plane).height(); y++) {
            a.read(plane, y, 0, one, one.length);
            b.read(plane, y, 0, other, other.length);
            for (int x = 0; x < width; x++) {
                int difference = (one[x / 4] >>> 8 * (x & 3) & 255) - (other[x / 4] >>> 8 * (x & 3) & 255);
                assertTrue(
                        Math.abs(difference) <= tolerance,
                        "Plane " + plane + " differs by " + difference + " at " + x + "," + y);
            }
        }
    }

    private static List<Columns> ground() {
        List<Columns> planes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int w = i == 0 ? WIDTH : WIDTH / 2;
            int h = i == 0 ? HEIGHT : HEIGHT / 2;
            byte[] bytes = new byte[w * h];
            for (int p = 0; p < bytes.length; p++) {
                bytes[p] = (byte) (100 + 50 * Math.sin(p % w * .05) + 30 * Math.cos(p / w * .09));
            }
            planes.add(new Columns(java.nio.ByteBuffer.wrap(bytes), w, 0, 0, w, h));
        }
        return planes;
    }

    private static Layer disc(int x, int y, int radius) {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            double distance = Math.hypot(i % WIDTH - x, i / WIDTH - y);
            int alpha = (int) Math.max(0, Math.min(255, (radius - distance) * 40));
            argb[i] = alpha << 24 | 0x30C050;
        }
        return layer(argb);
    }

    private static Layer band(int top) {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            int edge = (int) (top + 12 * Math.sin(i % WIDTH * .04));
            int alpha = Math.max(0, Math.min(255, (i / WIDTH - edge) * 60));
            argb[i] = alpha << 24 | 0x8040A0 + (i % 7 << 8);
        }
        return layer(argb);
    }

    private static Layer layer(int[] argb) {
        try (Premultiplied picture = Premultiplied.of(argb, WIDTH, HEIGHT);
                LayerPlanes planes = picture.scaled(WIDTH, HEIGHT)) {
            return Objects.requireNonNull(Layer.of(planes));
        }
    }
}
