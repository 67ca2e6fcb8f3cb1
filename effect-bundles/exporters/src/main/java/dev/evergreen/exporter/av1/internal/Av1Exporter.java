package dev.evergreen.exporter.av1.internal;

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

/** Plans AV1 by libaom in constant quality with Opus. */
@Component(property = EffectPlugin.ID + "=evergreen.av1")
public final class Av1Exporter implements Exporter {
    private static final int SECONDS_A_GROUP = 4;
    private static final int SMALLEST = 64;

    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        if (Math.min(source.width(), source.height()) < SMALLEST) {
            throw new IllegalArgumentException("AV1 needs at least 64x64 pixels, but the film is " + source.width()
                    + "x" + source.height() + "; choose a larger canvas or evergreen.mp4");
        }
        Options options = new Options(request);
        double rate = source.frameRate().framesPerSecond();
        return new EncodingPlan(
                Container.WEBM,
                new VideoEncoding(
                        VideoCodec.AV1,
                        options.whole("quality", 34),
                        0,
                        Math.max(1, (int) Math.round(rate * SECONDS_A_GROUP)),
                        0,
                        Map.of("cpu-used", Integer.toString(options.whole("speed", 6)))),
                new AudioEncoding(
                        AudioCodec.OPUS, options.whole("audioBitrate", 160_000), Uploads.LOUDNESS, Uploads.TRUE_PEAK),
                List.of(SideFile.WEB_VTT));
    }
}
