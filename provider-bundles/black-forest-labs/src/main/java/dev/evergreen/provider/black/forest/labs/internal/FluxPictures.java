package dev.evergreen.provider.black.forest.labs.internal;

import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PictureFiles;
import dev.evergreen.kit.provider.PictureSizes;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Quote;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What pictures that are made and pictures that are sent in have in common, whatever they are for: what is taken, and what it costs. */
final class FluxPictures {
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/webp");
    private static final String PICTURE = "image";
    private static final String FIRST = "first-megapixel";
    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final long SEEDS = Integer.MAX_VALUE;
    private static final long USUAL_AREA = 4_000_000;

    private FluxPictures() {}

    /** What speaks against a picture that is sent in; empty when nothing does. */
    static Optional<String> objection(MediaFile picture, Model model) {
        if (!TYPES.contains(picture.mediaType())) {
            return Optional.of("a picture is " + picture.mediaType() + "; " + model.id() + " takes PNG, JPEG and WebP");
        }
        long most = model.limit("reference-bytes").orElse(Long.MAX_VALUE);
        try {
            return Files.size(picture.path()) > most
                    ? Optional.of("a picture has " + Files.size(picture.path()) + " bytes; " + model.id()
                            + " takes at most " + most)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("a picture cannot be read: " + e.getMessage());
        }
    }

    /** Adds what every order has. */
    static void settle(Map<String, Object> order, Model model, long seed) {
        order.put("seed", Math.floorMod(seed, SEEDS));
        order.put("output_format", model.option("format", "png"));
        if (model.options().containsKey("safetyTolerance")) {
            order.put("safety_tolerance", new BigDecimal(model.option("safetyTolerance", "")));
        }
    }

    /**
     * By the picture, or by millions of pixels of what is made and of what is sent in; begun ones count whole in the ceiling.
     *
     * @param made millions of pixels
     */
    static Quote quote(Catalogue catalogue, Model model, BigDecimal made, List<MediaFile> inputs) {
        Optional<BigDecimal> picture = model.price(PICTURE);
        if (picture.isPresent()) {
            return catalogue.price(picture.get(), picture.get(), USUAL);
        }
        Optional<BigDecimal> first = model.price(FIRST);
        Optional<BigDecimal> further = model.price("megapixel", FIRST);
        Optional<BigDecimal> sent = model.price("input-megapixel", FIRST);
        if (first.isEmpty() || further.isEmpty() || sent.isEmpty()) {
            return catalogue.noPrice(model, FIRST);
        }
        BigDecimal more = made.subtract(BigDecimal.ONE).max(BigDecimal.ZERO);
        BigDecimal expected = first.get().add(further.get().multiply(more));
        BigDecimal ceiling = first.get().add(further.get().multiply(whole(more)));
        for (MediaFile input : inputs) {
            BigDecimal share = megapixels(input, model);
            expected = expected.add(sent.get().multiply(share));
            ceiling = ceiling.add(sent.get().multiply(whole(share)));
        }
        return catalogue.price(expected, ceiling, USUAL);
    }

    static BigDecimal megapixels(PictureSizes.Size size) {
        return BigDecimal.valueOf((long) size.width() * size.height(), 6);
    }

    /** What cannot be measured counts as the largest that the vendor works with. */
    static BigDecimal megapixels(MediaFile picture, Model model) {
        BigDecimal most = BigDecimal.valueOf(model.limit("pixels").orElse(USUAL_AREA), 6);
        try {
            return PictureFiles.size(picture.path())
                    .map(FluxPictures::megapixels)
                    .orElse(most)
                    .min(most);
        } catch (IOException e) {
            return most;
        }
    }

    private static BigDecimal whole(BigDecimal megapixels) {
        return megapixels.setScale(0, RoundingMode.CEILING);
    }
}
