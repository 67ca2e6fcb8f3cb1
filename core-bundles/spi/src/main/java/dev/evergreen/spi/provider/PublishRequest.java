package dev.evergreen.spi.provider;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * @param film the finished file
 * @param title for the audience
 * @param description for the audience
 * @param tags key words
 * @param visibility who may see it
 * @param captions caption side files by language tag
 * @param thumbnail still picture
 * @param publishAt when it becomes visible, empty for at once
 */
public record PublishRequest(
        MediaFile film,
        String title,
        String description,
        List<String> tags,
        Visibility visibility,
        Map<String, MediaFile> captions,
        Optional<MediaFile> thumbnail,
        Optional<Instant> publishAt)
        implements Request<PublishResult> {
    public PublishRequest {
        tags = List.copyOf(tags);
        captions = Map.copyOf(captions);
    }

    /** Who may see a published film; private unless a person says otherwise. */
    public enum Visibility {
        PRIVATE,
        UNLISTED,
        PUBLIC
    }
}
