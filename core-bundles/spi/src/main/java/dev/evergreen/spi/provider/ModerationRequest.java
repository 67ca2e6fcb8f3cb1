package dev.evergreen.spi.provider;

import java.util.List;

/**
 * @param text the text to judge
 * @param images pictures to judge
 */
public record ModerationRequest(String text, List<MediaFile> images) implements Request<ModerationResult> {
    public ModerationRequest {
        images = List.copyOf(images);
    }
}
