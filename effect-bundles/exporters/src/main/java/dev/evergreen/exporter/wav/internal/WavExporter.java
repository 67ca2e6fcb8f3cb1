package dev.evergreen.exporter.wav.internal;

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

/** Plans the film's sound alone without compression. */
@Component(property = EffectPlugin.ID + "=evergreen.wav")
public final class WavExporter implements Exporter {
    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        return new EncodingPlan(
                Container.WAV,
                null,
                new AudioEncoding(
                        AudioCodec.PCM, 512_000, new Options(request).number("loudness", -16), Uploads.TRUE_PEAK),
                List.of());
    }
}
