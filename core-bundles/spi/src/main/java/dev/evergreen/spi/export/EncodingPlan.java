package dev.evergreen.spi.export;

import java.util.List;
import java.util.Objects;

/**
 * How a film becomes a file.
 *
 * @param container the file's format
 * @param video how the pictures are coded
 * @param audio how the sound is mastered and coded
 * @param sideFiles what is written beside it
 */
public record EncodingPlan(Container container, VideoEncoding video, AudioEncoding audio, List<SideFile> sideFiles) {
    public EncodingPlan {
        Objects.requireNonNull(container, "A plan has no container");
        Objects.requireNonNull(video, "A plan has no video encoding");
        Objects.requireNonNull(audio, "A plan has no audio encoding");
        sideFiles = List.copyOf(sideFiles);
        boolean matroska = container == Container.WEBM;
        if (matroska != (video.codec() == VideoCodec.VP9) || matroska != (audio.codec() == AudioCodec.OPUS)) {
            throw new IllegalArgumentException(container + " does not hold " + video.codec() + " with " + audio.codec()
                    + "; MP4 takes H264 with AAC, WEBM takes VP9 with OPUS");
        }
    }
}
