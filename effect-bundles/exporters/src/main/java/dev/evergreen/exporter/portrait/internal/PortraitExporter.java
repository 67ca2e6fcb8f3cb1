package dev.evergreen.exporter.portrait.internal;

import dev.evergreen.kit.export.Options;
import dev.evergreen.kit.export.Uploads;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import org.osgi.service.component.annotations.Component;

/** Plans films of 1080x1350 pixels. */
@Component(property = EffectPlugin.ID + "=evergreen.portrait")
public final class PortraitExporter implements Exporter {
    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        return Uploads.mp4(source, Uploads.exactly(source, 1080, 1350, "4:5"), new Options(request));
    }
}
