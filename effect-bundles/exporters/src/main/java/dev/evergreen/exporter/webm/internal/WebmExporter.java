package dev.evergreen.exporter.webm.internal;

import dev.evergreen.kit.export.Options;
import dev.evergreen.kit.export.Uploads;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import dev.evergreen.spi.export.SideFile;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Plans VP9 in constrained quality with Opus; speeds as the WebM project recommends for offline encoding on few cores. */
@Component(property = EffectPlugin.ID + "=evergreen.webm")
public final class WebmExporter implements Exporter {
    private static final int SECONDS_A_GROUP = 4;

    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        Options options = new Options(request);
        double rate = source.frameRate().framesPerSecond();
        return new EncodingPlan(
                Container.WEBM,
                new VideoEncoding(
                        VideoCodec.VP9,
                        options.whole("quality", 32),
                        0,
                        Math.max(1, (int) Math.round(rate * SECONDS_A_GROUP)),
                        0,
                        Map.of("deadline", "good", "cpu-used", "5")),
                new AudioEncoding(
                        AudioCodec.OPUS, options.whole("audioBitrate", 160_000), Uploads.LOUDNESS, Uploads.TRUE_PEAK),
                List.of(SideFile.WEB_VTT));
    }
}
