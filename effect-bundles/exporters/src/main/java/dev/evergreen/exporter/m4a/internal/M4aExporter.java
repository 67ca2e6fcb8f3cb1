package dev.evergreen.exporter.m4a.internal;

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
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Plans the film's sound alone as AAC. */
@Component(property = EffectPlugin.ID + "=evergreen.m4a")
public final class M4aExporter implements Exporter {
    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        Options options = new Options(request);
        return new EncodingPlan(
                Container.M4A,
                null,
                new AudioEncoding(
                        AudioCodec.AAC,
                        options.whole("audioBitrate", 256_000),
                        options.number("loudness", -16),
                        Uploads.TRUE_PEAK),
                List.of());
    }
}
