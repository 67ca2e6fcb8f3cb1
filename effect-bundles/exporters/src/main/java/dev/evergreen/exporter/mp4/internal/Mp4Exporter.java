package dev.evergreen.exporter.mp4.internal;

import dev.evergreen.kit.export.Options;
import dev.evergreen.kit.export.Uploads;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;

/** Plans an upload by YouTube's published encoding settings, at the film's size or another with its proportions. */
@Component(property = EffectPlugin.ID + "=evergreen.mp4")
public final class Mp4Exporter implements Exporter {
    /** The shorter side, and whether it is for 24 to 30 or for 48 to 60 frames a second. */
    private static final Pattern PRESET = Pattern.compile("youtube-(720|1080|1440|2160)p(30|60)");

    @Override
    public EncodingPlan plan(ExportRequest request, MediaFormat source) {
        Options options = new Options(request);
        String preset = options.preset("original");
        if (preset.equals("original")) {
            return Uploads.mp4(source, Uploads.size(source), options);
        }
        Matcher parts = PRESET.matcher(preset);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The MP4 exporter has no preset " + preset
                    + "; choose original, or youtube-, the shorter side (720p, 1080p, 1440p, 2160p) and 30 or 60");
        }
        double rate = source.frameRate().framesPerSecond();
        boolean fast = parts.group(2).equals("60");
        if (fast != Uploads.fast(rate)) {
            throw new IllegalArgumentException("The preset " + preset + " is for "
                    + (fast ? "48 to 60" : "24 to 30") + " frames a second, but the film has " + rate
                    + "; choose youtube-"
                    + parts.group(1) + "p" + (fast ? "30" : "60") + ", or make the film at another rate");
        }
        return Uploads.mp4(source, Uploads.scaled(source, Integer.parseInt(parts.group(1))), options);
    }
}
