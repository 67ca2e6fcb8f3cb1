package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every exporter keeps to. */
public abstract class ExporterContract {
    private static final List<MediaFormat> SIZES = List.of(
            TestFrames.format(1920, 1080),
            TestFrames.format(1080, 1920),
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
                EncodingPlan plan = exporter().plan(request, format);
                assertEquals(plan, exporter().plan(request, format), "equal requests, equal plans");
                assertTrue(plan.video().groupOfPicturesFrames() <= 600, "players must be able to seek");
            }
        }
    }

    @Test
    void defaultsAreThoseOfTheDescriptor() {
        List<Map<String, Object>> sets = Parameters.toTry(pluginId());
        assertEquals(
                exporter().plan(new ExportRequest("", sets.get(0), 900), SIZES.get(0)),
                exporter().plan(new ExportRequest("", sets.get(1), 900), SIZES.get(0)),
                "nothing given must mean the descriptor's defaults");
    }
}
