package dev.evergreen.provider.luma.internal;

import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pictures that go along with an order, inside of it. */
final class LumaPictures {
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/webp");

    private LumaPictures() {}

    /** What speaks against a picture; empty when nothing does. */
    static Optional<String> objection(MediaFile picture, Model model) {
        if (!TYPES.contains(picture.mediaType())) {
            return Optional.of("a picture is " + picture.mediaType() + "; " + model.id() + " takes PNG, JPEG and WebP");
        }
        long most = model.limit("picture-bytes").orElse(Long.MAX_VALUE);
        try {
            return Files.size(picture.path()) > most
                    ? Optional.of("a picture has " + Files.size(picture.path()) + " bytes; " + model.id()
                            + " takes at most " + most)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("a picture cannot be read: " + e.getMessage());
        }
    }

    static Map<String, String> inside(MediaFile picture) throws ProviderException {
        return Map.of("data", ResultFiles.encoded(picture), "media_type", picture.mediaType());
    }
}
