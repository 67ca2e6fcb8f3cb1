package dev.evergreen.provider.pexels.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.StockLibrary;
import dev.evergreen.spi.provider.StockRequest;
import dev.evergreen.spi.provider.StockResult;
import dev.evergreen.spi.provider.Support;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * Pictures ({@code /v1/search}) and clips ({@code /videos/search}): the first hit that is large enough, of a clip the smallest file that is.
 * The vendor wants the author and itself to be named.
 */
final class PexelsLibrary extends CatalogueProvider<StockRequest, StockResult> implements StockLibrary {
    private static final long MOST_BYTES = 1L << 30;

    /** What the vendor calls large, medium and small pictures: 24, 12 and 4 million pixels or more (pexels.com/api/documentation). */
    private static final long LARGE = 24_000_000;

    private static final long MEDIUM = 12_000_000;
    private static final long SMALL = 4_000_000;

    private final PexelsAccount account;

    PexelsLibrary(PexelsAccount account) {
        super(StockLibrary.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<StockRequest> support(StockRequest request, Offer offer) {
        Model model = model(offer);
        long most = model.limit("query-characters").orElse(Long.MAX_VALUE);
        return new Findings()
                .refuseIf(request.query().isBlank(), "the words are empty; say what to look for")
                .refuseIf(
                        request.query().length() > most,
                        "the words have " + request.query().length() + " letters; " + model.id() + " takes at most "
                                + most)
                .refuseIf(
                        request.width() < 0 || request.height() < 0,
                        "the least size is " + request.width() + "x" + request.height() + "; give 0 for any")
                .support(request);
    }

    @Override
    public Quote quote(StockRequest request, Offer offer) {
        return Quote.free(Duration.ofSeconds(5));
    }

    @Override
    public Outcome<StockResult> execute(StockRequest request, Offer offer, CallContext call) throws ProviderException {
        catalogue().served(offer);
        boolean picture = request.kind() == StockRequest.Kind.IMAGE;
        Answer answer = account.client().send(search(request, picture), call);
        JsonAnswer body = answer.json();
        String list = picture ? "/photos" : "/videos";
        body.at(list);
        for (JsonAnswer hit : body.list(list)) {
            Optional<MediaAddress> file = picture ? photo(hit, request) : clip(hit, request);
            if (file.isPresent()) {
                return Outcome.done(new StockResult(
                        new MediaFile(
                                call.downloads().fetch(file.get().address(), MOST_BYTES),
                                file.get().mediaType()),
                        attribution(hit, picture),
                        address(hit.text("/url"))));
            }
        }
        throw account.client()
                .failure(
                        answer,
                        Failure.of(
                                Kind.UNSUPPORTED,
                                "",
                                "nothing of at least " + request.width() + "x" + request.height() + " was found for '"
                                        + request.query() + "'; use other words or a smaller size",
                                answer));
    }

    /** Where a file lies. */
    private record MediaAddress(URI address, String mediaType) {}

    private VendorRequest search(StockRequest request, boolean picture) {
        VendorRequest search = account.get(picture ? "v1/search" : "videos/search")
                .query("query", request.query().strip())
                .query("per_page", String.valueOf(account.hits()));
        if (request.width() != request.height()) {
            search = search.query("orientation", request.width() > request.height() ? "landscape" : "portrait");
        }
        long pixels = (long) request.width() * request.height();
        if (picture && pixels >= SMALL) {
            search = search.query("size", pixels >= LARGE ? "large" : pixels >= MEDIUM ? "medium" : "small");
        }
        return search;
    }

    private static Optional<MediaAddress> photo(JsonAnswer hit, StockRequest request) throws ProviderException {
        if (hit.whole("/width", 0) < request.width() || hit.whole("/height", 0) < request.height()) {
            return Optional.empty();
        }
        URI original = address(hit.text("/src/original"));
        String mediaType = String.valueOf(original.getPath()).endsWith(".png") ? "image/png" : "image/jpeg";
        return Optional.of(new MediaAddress(original, mediaType));
    }

    private static Optional<MediaAddress> clip(JsonAnswer hit, StockRequest request) throws ProviderException {
        Optional<JsonAnswer> best = hit.list("/video_files").stream()
                .filter(file -> file.text("/file_type", "").equals("video/mp4")
                        && file.whole("/width", 0) >= Math.max(1, request.width())
                        && file.whole("/height", 0) >= Math.max(1, request.height()))
                .min(Comparator.comparingLong(file -> file.whole("/width", 0)));
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(new MediaAddress(address(best.get().text("/link")), "video/mp4"));
    }

    private static String attribution(JsonAnswer hit, boolean picture) {
        String author = picture ? hit.text("/photographer", "") : hit.text("/user/name", "");
        String profile = picture ? hit.text("/photographer_url", "") : hit.text("/user/url", "");
        return (picture ? "Photo by " : "Video by ") + author + (profile.isEmpty() ? "" : " (" + profile + ")")
                + " on Pexels (" + hit.text("/url", "https://www.pexels.com") + "), Pexels License";
    }

    private static URI address(String text) throws ProviderException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Kind.BAD_RESPONSE, "A hit of Pexels has no address: '" + text + "'", e);
        }
    }
}
