package dev.evergreen.spi.provider;

import dev.evergreen.spi.script.ShotDescription;
import java.util.List;

/**
 * @param shot what is to be seen; {@link ShotDescription#prompt} serves models that take words only
 * @param style a look by name, for example {@code picture-book}; empty for the provider's own
 * @param width of the picture in pixels, with any room the camera needs
 * @param height of the picture in pixels
 * @param seed the same request with the same seed gives the same picture where the offer can
 * @param layered whether separate layers for a parallax camera are wanted
 * @param references pictures whose people or look should be kept
 */
public record ImageRequest(
        ShotDescription shot,
        String style,
        int width,
        int height,
        long seed,
        boolean layered,
        List<MediaFile> references)
        implements Request<ImageResult> {
    public ImageRequest {
        references = List.copyOf(references);
    }
}
