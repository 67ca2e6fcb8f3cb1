package dev.evergreen.provider.pixabay.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures ({@code /api/}) and clips ({@code /api/videos/}): of the first hit that is large enough the smallest file that is. The vendor scales
 * pictures down to 1280 pixels, and to 1920 for keys with full access, which also get the originals.
 */
final class PixabayLibrary extends CatalogueProvider<StockRequest, StockResult> implements StockLibrary {
    private static final long MOST_BYTES = 1L << 30;
    private static final int LARGE_SIDE = 1280;
    private static final int FULL_SIDE = 1920;

    private final PixabayAccount account;

    PixabayLibrary(PixabayAccount account) {
        super(StockLibrary.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<StockRequest> support(StockRequest request, Offer offer) {
        Model model = model(offer);
        int most = (int)
                Math.min(Integer.MAX_VALUE, model.limit("query-characters").orElse((long) Integer.MAX_VALUE));
        long side = model.limit("image-side").orElse(Long.MAX_VALUE);
        String words = shortened(request.query().strip(), most);
        return new Findings()
                .refuseIf(words.isEmpty(), "the words are empty; say what to look for")
                .refuseIf(
                        request.width() < 0 || request.height() < 0,
                        "the least size is " + request.width() + "x" + request.height() + "; give 0 for any")
                .refuseIf(
                        request.kind() == StockRequest.Kind.IMAGE && Math.max(request.width(), request.height()) > side,
                        "a picture of " + request.width() + "x" + request.height() + "; " + model.id()
                                + " gives at most " + side + " pixels, unless the key has full access")
                .warnIf(
                        !words.equals(request.query().strip()),
                        model.id() + " takes " + most + " letters; looked for is '" + words + "'")
                .support(new StockRequest(words, request.kind(), request.width(), request.height()));
    }

    @Override
    public Quote quote(StockRequest request, Offer offer) {
        return Quote.free(Duration.ofSeconds(5));
    }

    @Override
    public Outcome<StockResult> execute(StockRequest request, Offer offer, CallContext call) throws ProviderException {
        catalogue().served(offer);
        boolean picture = request.kind() == StockRequest.Kind.IMAGE;
        String path = picture ? "api/" : "api/videos/";
        Map<String, String> query = query(request, picture);
        Answer answer = account.search(path, query, call);
        for (JsonAnswer hit : answer.json().list("/hits")) {
            Optional<Rendition> best = (picture ? pictures(hit) : clips(hit))
                    .filter(file -> !file.address().isEmpty()
                            && file.width() >= Math.max(1, request.width())
                            && file.height() >= Math.max(1, request.height()))
                    .min(Comparator.comparingLong(Rendition::width));
            if (best.isPresent()) {
                return Outcome.done(new StockResult(
                        new MediaFile(
                                download(best.get().address(), path, query, call),
                                picture ? pictureType(best.get().address()) : "video/mp4"),
                        attribution(hit, picture),
                        address(hit.text("/pageURL"))));
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

    /**
     * A file of a hit.
     *
     * @param width in pixels
     * @param height in pixels
     */
    private record Rendition(String address, long width, long height) {}

    private Map<String, String> query(StockRequest request, boolean picture) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("q", request.query());
        query.put("lang", account.settings().text("language"));
        query.put("safesearch", String.valueOf(account.settings().flag("safeSearch")));
        query.put("per_page", String.valueOf(account.settings().whole("hits")));
        query.put("min_width", String.valueOf(request.width()));
        query.put("min_height", String.valueOf(request.height()));
        if (picture && request.width() != request.height()) {
            query.put("orientation", request.width() > request.height() ? "horizontal" : "vertical");
        }
        return query;
    }

    private static Stream<Rendition> pictures(JsonAnswer hit) {
        long width = hit.whole("/imageWidth", 0);
        long height = hit.whole("/imageHeight", 0);
        return Stream.of(
                scaled(hit.text("/largeImageURL", ""), width, height, LARGE_SIDE),
                scaled(hit.text("/fullHDURL", ""), width, height, FULL_SIDE),
                new Rendition(hit.text("/imageURL", ""), width, height));
    }

    private static Rendition scaled(String address, long width, long height, long side) {
        double scale = Math.min(1, (double) side / Math.max(1, Math.max(width, height)));
        return new Rendition(address, Math.round(width * scale), Math.round(height * scale));
    }

    /** A rendition that there is not has an empty address. */
    private static Stream<Rendition> clips(JsonAnswer hit) {
        return List.of("large", "medium", "small", "tiny").stream()
                .map(name -> "/videos/" + name)
                .map(place -> new Rendition(
                        hit.text(place + "/url", ""), hit.whole(place + "/width", 0), hit.whole(place + "/height", 0)));
    }

    private Path download(String file, String path, Map<String, String> query, CallContext call)
            throws ProviderException {
        try {
            return call.downloads().fetch(address(file), MOST_BYTES);
        } catch (ProviderException e) {
            // Addresses hold for a day: the next try asks for fresh ones.
            account.forget(path, query);
            throw e;
        }
    }

    private static String attribution(JsonAnswer hit, boolean picture) {
        String user = hit.text("/user", "");
        long id = hit.whole("/user_id", 0);
        return (picture ? "Image by " : "Video by ") + user
                + (id == 0 ? "" : " (https://pixabay.com/users/" + id + "/)") + " on Pixabay ("
                + hit.text("/pageURL", "https://pixabay.com") + "), Pixabay Content License";
    }

    private static String pictureType(String address) {
        return address.endsWith(".png") ? "image/png" : "image/jpeg";
    }

    /** Cut between words where that is possible. */
    private static String shortened(String words, int most) {
        if (words.length() <= most) {
            return words;
        }
        int space = words.lastIndexOf(' ', most);
        return words.substring(0, space > 0 ? space : most).strip();
    }

    private static URI address(String text) throws ProviderException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Kind.BAD_RESPONSE, "A hit of Pixabay has no address: '" + text + "'", e);
        }
    }
}
