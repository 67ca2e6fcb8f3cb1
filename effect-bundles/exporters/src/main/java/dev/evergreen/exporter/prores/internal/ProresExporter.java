package dev.evergreen.exporter.prores.internal;

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

/** Plans ProRes 422 with 16-bit sound. The rates are those of the profile. */
@Component(property = EffectPlugin.ID + "=evergreen.prores")
public final class ProresExporter implements Exporter {
    private static final List<String> PROFILES = List.of("proxy", "lt", "standard", "hq");

    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        String profile = new Options(request).word("profile", "hq");
        int number = PROFILES.indexOf(profile);
        if (number < 0) {
            throw new IllegalArgumentException("ProRes has no profile " + profile + " here; choose one of " + PROFILES);
        }
        return new EncodingPlan(
                Container.MOV,
                new VideoEncoding(VideoCodec.PRORES, 0, 0, 1, 0, Map.of("profile", Integer.toString(number))),
                new AudioEncoding(AudioCodec.PCM, 512_000, Uploads.LOUDNESS, Uploads.TRUE_PEAK),
                List.of(SideFile.SUBRIP));
    }
}
