package dev.evergreen.spi.export;

import dev.evergreen.spi.timeline.Canvas;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a film becomes a file.
 *
 * @param container the file's format
 * @param video how the pictures are coded; null where the container holds none
 * @param audio how the sound is mastered and coded; null where the container holds none
 * @param sideFiles what is written beside it
 * @param size of the pictures, for which the film is drawn anew; null for the canvas's own. Its proportions are the canvas's.
 * @param renditions the versions of an HLS presentation, best first, all with the same group of pictures; empty for anything else
 */
public record EncodingPlan(
        Container container,
        @Nullable VideoEncoding video,
        @Nullable AudioEncoding audio,
        List<SideFile> sideFiles,
        @Nullable PictureSize size,
        List<Rendition> renditions) {
    public EncodingPlan {
        Objects.requireNonNull(container, "A plan has no container");
        sideFiles = List.copyOf(sideFiles);
        renditions = List.copyOf(renditions);
        boolean pictures = video == null
                ? container.videoCodecs().isEmpty()
                : container.videoCodecs().contains(video.codec());
        boolean sound = audio == null
                ? container.audioCodecs().isEmpty()
                : container.audioCodecs().contains(audio.codec());
        if (!pictures || !sound) {
            throw new IllegalArgumentException(container + " does not hold " + (video == null ? "no" : video.codec())
                    + " pictures with " + (audio == null ? "no" : audio.codec()) + " sound; it takes pictures of "
                    + container.videoCodecs() + " and sound of " + container.audioCodecs());
        }
        if ((container == Container.HLS) == renditions.isEmpty()) {
            throw new IllegalArgumentException(
                    "HLS has at least one rendition and nothing else has any, but " + container + " has " + renditions);
        }
    }

    /** At the canvas's own size. */
    public EncodingPlan(
            Container container,
            @Nullable VideoEncoding video,
            @Nullable AudioEncoding audio,
            List<SideFile> sideFiles) {
        this(container, video, audio, sideFiles, null, List.of());
    }

    /** How the pictures are coded, where there are any. */
    public Optional<VideoEncoding> pictures() {
        return Optional.ofNullable(video);
    }

    /** How the sound is coded, where there is any. */
    public Optional<AudioEncoding> sound() {
        return Optional.ofNullable(audio);
    }

    /** The canvas that a film is drawn on by this plan. */
    public Canvas canvas(Canvas film) {
        return size == null ? film : new Canvas(size.width(), size.height(), film.frameRate(), film.background());
    }
}
