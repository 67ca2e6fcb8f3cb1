package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import dev.evergreen.spi.export.PictureSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every exporter keeps to. */
public abstract class ExporterContract {
    private static final List<MediaFormat> SIZES = List.of(
            TestFrames.format(1920, 1080),
            TestFrames.format(1080, 1920),
            TestFrames.format(1080, 1080),
            TestFrames.format(1080, 1350),
            TestFrames.format(3840, 2160),
            TestFrames.format(640, 360));

    protected abstract Exporter exporter();

    /** Its {@code evergreen.plugin.id}. */
    protected abstract String pluginId();

    @Test
    void plansArePureAtEverySizeAndExtreme() {
        for (MediaFormat format : SIZES) {
            for (Map<String, Object> parameters : Parameters.toTry(pluginId())) {
                ExportRequest request = new ExportRequest("", parameters, 900);
                Optional<EncodingPlan> plan = plan(request, format);
                assertEquals(plan, plan(request, format), "equal requests, equal plans");
                plan.flatMap(EncodingPlan::pictures)
                        .ifPresent(pictures ->
                                assertTrue(pictures.groupOfPicturesFrames() <= 600, "players must be able to seek"));
                plan.ifPresent(planned -> assertProportions(planned, format));
            }
        }
    }

    @Test
    void servesSomeFilmByItsDefaults() {
        assertTrue(
                SIZES.stream()
                        .anyMatch(format -> plan(new ExportRequest("", Map.of(), 900), format)
                                .isPresent()),
                "it must serve one of the usual sizes, but refuses them all");
    }

    /** A refusal says what would do. */
    private Optional<EncodingPlan> plan(ExportRequest request, MediaFormat format) {
        try {
            return Optional.of(exporter().plan(request, format));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            assertTrue(message.length() > 30, "a refusal must say what would do, but this says " + message);
            return Optional.empty();
        }
    }

    /** A film is never stretched: within the pixel or two by which sides are rounded, its proportions are the canvas's. */
    private static void assertProportions(EncodingPlan plan, MediaFormat format) {
        PictureSize size = plan.size();
        if (size != null) {
            double height = (double) size.width() * format.height() / format.width();
            assertEquals(height, size.height(), 2, "the height that keeps the film's proportions");
        }
    }

    @Test
    void defaultsAreThoseOfTheDescriptor() {
        List<Map<String, Object>> sets = Parameters.toTry(pluginId());
        for (MediaFormat format : SIZES) {
            assertEquals(
                    plan(new ExportRequest("", sets.get(0), 900), format),
                    plan(new ExportRequest("", sets.get(1), 900), format),
                    "nothing given must mean the descriptor's defaults");
        }
    }
}
