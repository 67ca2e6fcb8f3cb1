package dev.evergreen.api.internal.view;

import dev.evergreen.domain.project.FilmFinding;
import dev.evergreen.publishing.FilmExport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An export as it stands. */
public record ExportView(
        UUID id,
        JobView job,
        Optional<AssetView> asset,
        List<AssetView> sideFiles,
        List<String> checks,
        List<FilmFinding> findings,
        Map<String, String> links) {
    public static ExportView of(FilmExport export) {
        UUID id = export.job().id();
        List<AssetView> files = export.files().stream().map(AssetView::of).toList();
        Links links = Links.self(Links.export(id)).and("job", Links.job(id));
        files.stream().findFirst().ifPresent(film -> links.and("content", Links.media(film.id())));
        return new ExportView(
                id,
                JobView.of(export.job()),
                files.stream().findFirst(),
                files.stream().skip(1).toList(),
                export.checks(),
                export.findings(),
                links.map());
    }
}
