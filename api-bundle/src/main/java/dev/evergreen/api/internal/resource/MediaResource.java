package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Limit;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.AssetView;
import dev.evergreen.api.internal.view.Links;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.projects.AssetCompanions;
import dev.evergreen.projects.Assets;
import dev.evergreen.projects.StoredAsset;
import dev.evergreen.projects.Upload;
import dev.evergreen.projects.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The files of projects, under two names. */
public final class MediaResource implements Resource {
    private static final String FORM_FILE = "file";

    @Override
    public void addTo(Routes routes) {
        routes.get("/projects/{projectId}/assets", this::list);
        for (String name : List.of("/media", "/assets")) {
            routes.post(name + "/upload", this::upload);
            routes.get(name + "/{assetId}", exchange -> MediaContent.send(exchange, asset(exchange)));
            routes.head(name + "/{assetId}", exchange -> MediaContent.describe(exchange, asset(exchange)));
            routes.delete(name + "/{assetId}", this::delete);
            routes.get(name + "/{assetId}/details", exchange -> exchange.ok(AssetView.of(asset(exchange))));
            routes.get(name + "/{assetId}/variants", this::variants);
            routes.get(name + "/{assetId}/companions/{companion}", MediaResource::companion);
        }
    }

    private void list(Exchange exchange) {
        UUID project = exchange.id("projectId");
        Optional<String> role = exchange.query("role");
        if (role.isPresent()) {
            exchange.ok(views(assets(exchange).listByRole(exchange.person(), project, role.get())));
        } else {
            exchange.page(assets(exchange).list(exchange.person(), project, exchange.page()), AssetView::of);
        }
    }

    private void upload(Exchange exchange) throws IOException {
        Uploads uploads = exchange.part(Uploads.class);
        Limit limit = new Limit(
                "file",
                uploads.maximumBytes(),
                "Give a smaller file, or raise maximum.megabytes in etc/dev.evergreen.uploads.cfg.");
        if (exchange.context().isMultipartFormData()) {
            FormFile file = FormFile.of(exchange, FORM_FILE, limit);
            try (InputStream content = file.content()) {
                store(exchange, uploads, file.name(), content);
            }
        } else {
            exchange.refuseLargerThan(limit);
            String name = exchange.query("fileName")
                    .orElseThrow(() -> new ProblemException(
                            Problem.Kind.INVALID,
                            "fileName",
                            "The file has no name; give it as fileName in the query."));
            store(exchange, uploads, name, exchange.context().bodyInputStream());
        }
    }

    private static void store(Exchange exchange, Uploads uploads, String fileName, InputStream content) {
        UUID project = Exchange.uuid(
                "projectId",
                said(exchange, "projectId")
                        .orElseThrow(() -> new ProblemException(
                                Problem.Kind.INVALID,
                                "projectId",
                                "The file belongs to no project; give the project's id as projectId.")));
        String role = said(exchange, "role").orElse(Upload.ROLES.get(0));
        StoredAsset asset = uploads.upload(exchange.person(), new Upload(project, role, fileName, content));
        exchange.created(Links.media(asset.asset().id()), AssetView.of(asset));
    }

    /** In the query, or in a form's field. */
    private static Optional<String> said(Exchange exchange, String name) {
        return exchange.query(name)
                .or(() -> exchange.context().isMultipartFormData()
                        ? Optional.ofNullable(exchange.context().formParam(name))
                        : Optional.empty());
    }

    private void delete(Exchange exchange) {
        assets(exchange).delete(exchange.person(), exchange.id("assetId"));
        exchange.nothing();
    }

    private void variants(Exchange exchange) {
        exchange.ok(views(assets(exchange).variants(exchange.person(), exchange.id("assetId"))));
    }

    private static void companion(Exchange exchange) throws IOException {
        String name = exchange.context().pathParam("companion");
        AssetCompanions.Kind kind = Stream.of(AssetCompanions.Kind.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "companion",
                        "There are no '" + name + "' of an asset; ask for thumbnails, proxy or peaks."));
        AssetCompanions.Companion companion =
                exchange.part(AssetCompanions.class).find(exchange.person(), exchange.id("assetId"), kind);
        if (companion.pictures() > 0) {
            exchange.context().header("Evergreen-Thumbnails", Integer.toString(companion.pictures()));
        }
        MediaContent.send(exchange, companion.file());
    }

    private static StoredAsset asset(Exchange exchange) {
        return assets(exchange).find(exchange.person(), exchange.id("assetId"));
    }

    private static List<AssetView> views(List<StoredAsset> assets) {
        return assets.stream().map(AssetView::of).toList();
    }

    private static Assets assets(Exchange exchange) {
        return exchange.part(Assets.class);
    }
}
