package dev.evergreen.exporter.square.internal;

import dev.evergreen.kit.export.Options;
import dev.evergreen.kit.export.Uploads;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import org.osgi.service.component.annotations.Component;

/** Plans films of 1080x1080 pixels. */
@Component(property = EffectPlugin.ID + "=evergreen.square")
public final class SquareExporter implements Exporter {
    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        return Uploads.mp4(source, Uploads.exactly(source, 1080, 1080, "1:1"), new Options(request));
    }
}
