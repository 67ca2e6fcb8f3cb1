package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.EntityTags;
import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Refusal;
import dev.evergreen.api.internal.http.SecurityHeaders;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.projects.Assets;
import dev.evergreen.projects.ByteRange;
import dev.evergreen.projects.StoredAsset;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Sends an asset's file, or the part of it that was asked for (RFC 9110 section 14). */
final class MediaContent {
    /** An asset's bytes never change: another file is another asset. */
    private static final String FOREVER = "private, max-age=31536000, immutable";

    private MediaContent() {}

    static void describe(Exchange exchange, StoredAsset asset) {
        headers(exchange, present(asset));
        exchange.context().res().setContentLengthLong(asset.size());
        exchange.context().status(200);
    }

    static void send(Exchange exchange, StoredAsset asset) throws IOException {
        String tag = headers(exchange, present(asset));
        Context context = exchange.context();
        if (exchange.header("If-None-Match")
                .filter(known -> EntityTags.matches(known, tag))
                .isPresent()) {
            context.removeHeader("Content-Type");
            context.status(304);
            return;
        }
        Optional<ByteRange> range = exchange.header("Range")
                .filter(asked -> exchange.header("If-Range").map(tag::equals).orElse(true))
                .flatMap(asked -> RangeHeader.parse(asked, asset.size(), () -> unsatisfiable(asked, asset)));
        ByteRange sent = range.orElse(new ByteRange(0, asset.size()));
        if (range.isPresent()) {
            long last = sent.offset() + sent.length() - 1;
            context.header("Content-Range", "bytes " + sent.offset() + "-" + last + "/" + asset.size());
        }
        context.status(range.isPresent() ? 206 : 200);
        context.disableCompression();
        context.res().setContentLengthLong(sent.length());
        try (InputStream content = exchange.part(Assets.class).read(exchange.person(), asset, sent)) {
            content.transferTo(context.outputStream());
        }
    }

    private static StoredAsset present(StoredAsset asset) {
        if (asset.size() == 0) {
            throw new ProblemException(
                    Problem.Kind.NOT_FOUND,
                    "assetId",
                    "The file of " + asset.asset().name()
                            + " was dropped to make room; make the film again to have it made again.");
        }
        return asset;
    }

    private static String headers(Exchange exchange, StoredAsset stored) {
        Asset asset = stored.asset();
        Context context = exchange.context();
        String tag = "\"" + asset.digest().substring(asset.digest().indexOf(':') + 1) + "\"";
        SecurityHeaders.forFile(context);
        context.header("ETag", tag);
        context.header("Accept-Ranges", "bytes");
        context.header("Cache-Control", FOREVER);
        context.header("Content-Disposition", disposition(asset, exchange));
        context.contentType(asset.mediaType());
        return tag;
    }

    /** RFC 6266 with the name as RFC 8187 has it. */
    private static String disposition(Asset asset, Exchange exchange) {
        boolean save = exchange.query("download")
                .filter(value -> !value.equals("false"))
                .isPresent();
        String name = URLEncoder.encode(asset.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return (save ? "attachment" : "inline") + "; filename*=UTF-8''" + name;
    }

    private static Refusal unsatisfiable(String asked, StoredAsset asset) {
        return new Refusal(
                416,
                "range_not_satisfiable",
                "Range",
                "The range '" + asked + "' lies outside of " + asset.asset().name() + ", which has " + asset.size()
                        + " bytes.",
                Map.of("Content-Range", "bytes */" + asset.size(), "Content-Type", "application/json"));
    }
}
