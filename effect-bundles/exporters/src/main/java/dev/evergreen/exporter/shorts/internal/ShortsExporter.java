package dev.evergreen.exporter.shorts.internal;

import dev.evergreen.kit.export.Options;
import dev.evergreen.kit.export.Uploads;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import dev.evergreen.spi.export.PictureSize;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Plans vertical films of 1080x1920 pixels. YouTube takes 180 seconds, Instagram 180 and TikTok 600 for what is recorded in the app; the longer ones are refused. */
@Component(property = EffectPlugin.ID + "=evergreen.shorts")
public final class ShortsExporter implements Exporter {
    private static final Map<String, Integer> LONGEST_SECONDS = Map.of("shorts", 180, "reels", 180, "tiktok", 600);

    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        Options options = new Options(request);
        String preset = options.preset("shorts");
        Integer longest = LONGEST_SECONDS.get(preset);
        if (longest == null) {
            throw new IllegalArgumentException(
                    "There is no vertical preset " + preset + "; choose shorts, reels or tiktok");
        }
        PictureSize size = Uploads.exactly(source, 1080, 1920, "9:16");
        double seconds = request.durationFrames() / source.frameRate().framesPerSecond();
        if (seconds > longest) {
            throw new IllegalArgumentException(
                    "For " + preset + " a film may be " + longest + " seconds long, but it has " + Math.round(seconds)
                            + "; shorten it, or export it with evergreen.mp4");
        }
        EncodingPlan plan = Uploads.mp4(source, size, options);
        return new EncodingPlan(
                plan.container(),
                plan.video(),
                new AudioEncoding(
                        AudioCodec.AAC, options.whole("audioBitrate", 256_000), Uploads.LOUDNESS, Uploads.TRUE_PEAK),
                plan.sideFiles(),
                plan.size(),
                List.of());
    }
}
