package dev.evergreen.exporter.captions.internal;

import dev.evergreen.kit.export.Options;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Plans a file of captions. */
@Component(property = EffectPlugin.ID + "=evergreen.captions")
public final class CaptionsExporter implements Exporter {
    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        Container container = switch (new Options(request).word("format", "srt")) {
            case "srt" -> Container.SUBRIP;
            case "vtt" -> Container.WEB_VTT;
            case "ass" -> Container.ASS;
            default ->
                throw new IllegalArgumentException("Captions are exported as srt, vtt or ass; choose one of them");
        };
        return new EncodingPlan(container, null, null, List.of());
    }
}
