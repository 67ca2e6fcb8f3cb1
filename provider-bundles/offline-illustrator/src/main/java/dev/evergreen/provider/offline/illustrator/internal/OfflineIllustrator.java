package dev.evergreen.provider.offline.illustrator.internal;

import dev.evergreen.provider.offline.illustrator.internal.composition.Painter;
import dev.evergreen.provider.offline.illustrator.internal.files.PictureFiles;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.words.SceneReader;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;

/** Paints pictures on this machine. The same request always gives the same bytes. */
@Component(service = ImageGenerator.class, property = ProviderProperties.PLUGIN_ID + "=offline-illustrator")
public final class OfflineIllustrator implements ImageGenerator {
    /** Below this a face has no features and a layer no texture. */
    static final int SMALLEST_SIDE = 64;
    /** About half a gigabyte while it is painted. */
    static final int MOST_PIXELS = 16_000_000;

    /** Eight layers of four bytes, and what they are put together in. */
    private static final int BYTES_A_PIXEL = 9 * 4;

    private static final int KIBIBYTE = 1024;
    private static final long LOOK_UP_MS = 200;

    static final double NARROWEST = 1 / 4.0;
    static final double WIDEST = 4.0;

    private static final Offer OFFER = new Offer(
            "picture-book",
            "Picture-book painter",
            Offer.Tier.DRAFT,
            "local",
            false,
            Map.of("layers", "8", "styles", "picture-book", "seeds", "yes"));

    private final int room;
    private final Semaphore free;

    /** Paints side by side what fits into half of Java's memory; the rest waits. */
    public OfflineIllustrator() {
        this(Runtime.getRuntime().maxMemory() / 2);
    }

    /**
     * @param memory bytes for pictures that are painted at the same time; a picture that takes more is painted alone
     */
    OfflineIllustrator(long memory) {
        room = (int) Math.min(Integer.MAX_VALUE, Math.max(1, memory / KIBIBYTE));
        free = new Semaphore(room);
    }

    @Override
    public List<Offer> offers() {
        return List.of(OFFER);
    }

    @Override
    public Support<ImageRequest> support(ImageRequest request, Offer offer) {
        List<String> reasons = new ArrayList<>();
        if (request.width() < SMALLEST_SIDE || request.height() < SMALLEST_SIDE) {
            reasons.add("width x height is " + request.width() + "x" + request.height() + "; each must be at least "
                    + SMALLEST_SIDE + " pixels");
        } else if ((long) request.width() * request.height() > MOST_PIXELS) {
            reasons.add("width x height is " + request.width() + "x" + request.height() + "; at most " + MOST_PIXELS
                    + " pixels fit in memory");
        } else {
            double ratio = request.width() / (double) request.height();
            if (ratio < NARROWEST || ratio > WIDEST) {
                reasons.add("width x height is " + request.width() + "x" + request.height()
                        + "; one side must not be longer than four times the other");
            }
        }
        if (!reasons.isEmpty()) {
            return new Support.Unsupported<>(reasons);
        }
        return adjust(request);
    }

    private static Support<ImageRequest> adjust(ImageRequest request) {
        List<String> warnings = new ArrayList<>();
        if (!request.references().isEmpty()) {
            warnings.add(request.references().size()
                    + " reference pictures are not looked at; people keep their look by name and appearance");
        }
        if (warnings.isEmpty()) {
            return Support.yes();
        }
        ImageRequest served = new ImageRequest(
                request.shot(),
                request.style(),
                request.width(),
                request.height(),
                request.seed(),
                request.layered(),
                List.of());
        return new Support.Adjusted<>(served, warnings);
    }

    @Override
    public Quote quote(ImageRequest request, Offer offer) {
        long pixels = (long) request.width() * request.height();
        return Quote.free(Duration.ofMillis(100 + pixels * 300 / 1_000_000));
    }

    @Override
    public Outcome<ImageResult> execute(ImageRequest request, Offer offer, CallContext call) throws ProviderException {
        if (support(request, offer) instanceof Support.Unsupported<ImageRequest> refused) {
            throw new ProviderException(ProviderException.Kind.UNSUPPORTED, String.join("; ", refused.reasons()));
        }
        int needed = (int) Math.min(room, (long) request.width() * request.height() * BYTES_A_PIXEL / KIBIBYTE);
        awaitRoom(needed, call);
        try {
            return painted(request, call);
        } finally {
            free.release(needed);
        }
    }

    private void awaitRoom(int needed, CallContext call) throws ProviderException {
        try {
            do {
                call.throwIfCancelled();
            } while (!free.tryAcquire(needed, LOOK_UP_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(
                    ProviderException.Kind.CANCELLED, "The painter was interrupted while it waited for memory", e);
        }
    }

    private static Outcome<ImageResult> painted(ImageRequest request, CallContext call) throws ProviderException {
        Picture picture = Painter.paint(SceneReader.read(request), request.width(), request.height());
        call.progress(0.6);
        call.throwIfCancelled();
        try {
            ImageResult result = PictureFiles.write(picture, request.layered(), call);
            call.progress(1);
            return Outcome.done(result);
        } catch (IOException e) {
            throw new ProviderException(
                    ProviderException.Kind.UNAVAILABLE,
                    "the painted picture could not be written to the call's workspace: " + e.getMessage()
                            + "; free space on that disk and try again",
                    e);
        }
    }
}
