package dev.evergreen.exporter.still.internal;

import dev.evergreen.kit.export.Options;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Plans a picture of one frame. */
@Component(property = EffectPlugin.ID + "=evergreen.still")
public final class StillExporter implements Exporter {
    /** Of JPEG's quantiser: about what image programs call 95 %. */
    private static final int JPEG_QUALITY = 2;

    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        Options options = new Options(request);
        long frame = Math.round(options.number("position", 0.5) * (request.durationFrames() - 1));
        Map<String, String> which = Map.of("frame", Long.toString(frame));
        boolean png = options.word("format", "png").equals("png");
        VideoCodec codec = png ? VideoCodec.PNG : VideoCodec.JPEG;
        return new EncodingPlan(
                png ? Container.PNG : Container.JPEG,
                new VideoEncoding(codec, png ? 0 : JPEG_QUALITY, 0, 30, 0, which),
                null,
                List.of());
    }
}
