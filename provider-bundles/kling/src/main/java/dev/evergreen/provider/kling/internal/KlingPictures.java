package dev.evergreen.provider.kling.internal;

import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PictureFiles;
import dev.evergreen.kit.provider.PictureSizes;
import dev.evergreen.spi.provider.MediaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;

/** First pictures of films, which have to be of some size and not too long. */
final class KlingPictures {
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg");

    private KlingPictures() {}

    static void inspect(Findings findings, MediaFile picture, Model model) {
        if (!TYPES.contains(picture.mediaType())) {
            findings.refuse("the first picture is " + picture.mediaType() + "; " + model.id() + " takes PNG and JPEG");
            return;
        }
        try {
            long bytes = Files.size(picture.path());
            long most = model.limit("picture-bytes").orElse(Long.MAX_VALUE);
            findings.refuseIf(
                    bytes > most,
                    "the first picture has " + bytes + " bytes; " + model.id() + " takes at most " + most);
            Optional<PictureSizes.Size> size = PictureFiles.size(picture.path());
            findings.refuseIf(size.isEmpty(), "the first picture is none that can be read; give PNG or JPEG");
            size.ifPresent(sides -> inspect(findings, sides, model));
        } catch (IOException e) {
            findings.refuse("the first picture cannot be read: " + e.getMessage());
        }
    }

    private static void inspect(Findings findings, PictureSizes.Size size, Model model) {
        long least = model.limit("picture-side").orElse(1L);
        long stretch = model.limit("picture-stretch-percent").orElse(Long.MAX_VALUE);
        int shorter = Math.min(size.width(), size.height());
        int longer = Math.max(size.width(), size.height());
        findings.refuseIf(
                        shorter < least,
                        "the first picture has " + size + " pixels; " + model.id() + " takes sides of at least "
                                + least)
                .refuseIf(
                        longer * 100.0 / shorter > stretch,
                        "the first picture has " + size + " pixels; " + model.id() + " takes a longer side of at most "
                                + stretch + " % of the shorter");
    }
}
