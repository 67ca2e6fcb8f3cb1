package dev.evergreen.exporter.gif.internal;

import dev.evergreen.kit.export.Options;
import dev.evergreen.kit.export.Uploads;
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

/** Plans an animated picture of at most a minute. */
@Component(property = EffectPlugin.ID + "=evergreen.gif")
public final class GifExporter implements Exporter {
    private static final double LONGEST_SECONDS = 60;

    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        double seconds = request.durationFrames() / source.frameRate().framesPerSecond();
        if (seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException("A GIF may be 60 seconds long, but the film has " + Math.round(seconds)
                    + "; shorten it, or export it with evergreen.webm");
        }
        Options options = new Options(request);
        int shorter = Math.min(options.whole("height", 320), Math.min(source.width(), source.height()));
        String dither = switch (options.word("dither", "fine")) {
            case "none" -> "none";
            case "smooth" -> "sierra2_4a";
            default -> "bayer:bayer_scale=4";
        };
        Map<String, String> how =
                Map.of("fps", Integer.toString(options.whole("fps", 12)), "dither", dither, "loop", "0");
        return new EncodingPlan(
                Container.GIF,
                new VideoEncoding(VideoCodec.GIF, 0, 0, 1, 0, how),
                null,
                List.of(),
                Uploads.scaled(source, shorter),
                List.of());
    }
}
