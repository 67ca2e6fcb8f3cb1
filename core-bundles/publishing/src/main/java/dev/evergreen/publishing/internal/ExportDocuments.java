package dev.evergreen.publishing.internal;

import dev.evergreen.domain.project.FilmFinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an export's job is given and what it leaves: JSON in its row, so only ever added to. */
final class ExportDocuments {
    /** The job's kind. */
    static final String KIND = "export.render";

    private ExportDocuments() {}

    /** @param revision the timeline's, so that a retry renders what was ordered */
    record Input(
            UUID projectId,
            int revision,
            String exporter,
            String preset,
            String aspect,
            Map<String, Object> parameters) {
        Input {
            // Left out by what was ordered before films had other aspects than their timeline's.
            aspect = aspect == null ? "" : aspect;
        }
    }

    /**
     * @param assets the film first
     * @param findings what the checks are about; absent where an earlier release wrote the row
     */
    record Output(List<UUID> assets, List<String> checks, Optional<List<FilmFinding>> findings) {}
}
