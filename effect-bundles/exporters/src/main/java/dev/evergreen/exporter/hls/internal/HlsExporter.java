package dev.evergreen.exporter.hls.internal;

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
import dev.evergreen.spi.export.PictureSize;
import dev.evergreen.spi.export.Rendition;
import dev.evergreen.spi.export.SideFile;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Plans a ladder of renditions, each about half the rate of the one above; all with key frames at the same places. */
@Component(property = EffectPlugin.ID + "=evergreen.hls")
public final class HlsExporter implements Exporter {
    private static final int[] LADDER = {2160, 1440, 1080, 720, 480, 360, 240};
    private static final int RENDITIONS = 4;
    private static final int QUALITY = 22;

    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        Options options = new Options(request);
        int most = Math.min(options.whole("largest", 1080), Math.min(source.width(), source.height()));
        double rate = source.frameRate().framesPerSecond();
        List<Rendition> renditions = new ArrayList<>();
        for (int shorter : LADDER) {
            if (shorter <= most && renditions.size() < RENDITIONS) {
                PictureSize size = Uploads.scaled(source, shorter);
                renditions.add(new Rendition(size, encoding(size, rate, options.word("speed", "veryfast"))));
            }
        }
        if (renditions.isEmpty()) {
            throw new IllegalArgumentException("HLS needs at least 240 pixels on the shorter side, but the film is "
                    + source.width() + "x" + source.height() + "; choose a larger canvas or evergreen.mp4");
        }
        return new EncodingPlan(
                Container.HLS,
                renditions.get(0).video(),
                new AudioEncoding(
                        AudioCodec.AAC, options.whole("audioBitrate", 128_000), Uploads.LOUDNESS, Uploads.TRUE_PEAK),
                List.of(SideFile.WEB_VTT),
                renditions.get(0).size(),
                renditions);
    }

    /** Key frames every two seconds, as Apple's authoring specification for devices asks; the caps are near its ladder. */
    private static VideoEncoding encoding(PictureSize size, double rate, String speed) {
        double pixels = (double) size.width() * size.height();
        long cap = Math.round(pixels * (Uploads.fast(rate) ? 4.2 : 2.9) / 100_000) * 100_000;
        int group = Math.max(1, (int) Math.round(rate * 2));
        return new VideoEncoding(
                VideoCodec.H264, QUALITY, Math.max(400_000, cap), group, 2, Map.of("preset", speed, "profile", "high"));
    }
}
