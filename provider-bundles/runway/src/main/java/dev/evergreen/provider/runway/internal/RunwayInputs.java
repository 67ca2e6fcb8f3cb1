package dev.evergreen.provider.runway.internal;

import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;

/** Pictures that are sent along, inside the request ({@code data:}), of which the vendor takes up to 5 MiB of letters. */
final class RunwayInputs {
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/webp");
    private static final long LONGEST_ADDRESS = 5_242_880;

    private RunwayInputs() {}

    /** What speaks against a picture; empty when nothing does. */
    static Optional<String> objection(MediaFile picture) {
        if (!TYPES.contains(picture.mediaType())) {
            return Optional.of("a picture is " + picture.mediaType() + "; Runway takes PNG, JPEG and WebP");
        }
        try {
            long letters = Files.size(picture.path()) / 3 * 4 + 64;
            return letters > LONGEST_ADDRESS
                    ? Optional.of("a picture has " + Files.size(picture.path()) + " bytes; Runway takes at most "
                            + LONGEST_ADDRESS / 4 * 3)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("a picture cannot be read: " + e.getMessage());
        }
    }

    static String address(MediaFile picture) throws ProviderException {
        return "data:" + picture.mediaType() + ";base64," + ResultFiles.encoded(picture);
    }
}
