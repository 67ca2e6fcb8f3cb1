package dev.evergreen.productions.internal;

import dev.evergreen.domain.project.FilmFinding;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.productions.Production.BillLine;
import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.WordTiming;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.FilmPlan;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.timeline.VisualSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What steps are given and hand on: the JSON documents of their jobs. */
final class StepData {
    private StepData() {}

    /**
     * Input of the production itself and of its first two steps.
     *
     * @param personId who started it; absent where an earlier release wrote the row
     */
    record Begin(UUID scriptId, ProductionRequest request, Optional<UUID> personId) {}

    /**
     * @param sceneIds row of each scene by its key
     */
    record Divided(FilmPlan plan, Choices choices, Map<String, UUID> sceneIds, List<BillLine> bill) {}

    /**
     * Which shot a step works for.
     *
     * @param sceneNumber position of the scene in the script, counted from 1
     * @param shotNumber position within the scene, counted from 1
     */
    record ShotPlace(UUID sceneId, int sceneNumber, int shotNumber) {
        String words() {
            return "scene " + sceneNumber + ", shot " + shotNumber;
        }
    }

    /**
     * @param cast everybody of the film, so that each speaker keeps one voice
     * @param span which part of the scene's words this shot speaks, for recordings of a whole scene
     */
    record NarrateInput(ShotPlace place, Shot shot, List<CastMember> cast, Choices choices, Span span) {}

    /** A share of something, from 0 to 1. */
    record Span(double from, double to) {}

    record Narrated(String shotId, List<SpokenSound> sounds, List<BillLine> bill) {}

    /**
     * A recording of one line.
     *
     * @param inPoint where in the recording the line begins
     * @param words times from the line's beginning; empty where they are not known
     */
    record SpokenSound(
            String digest, Duration inPoint, Duration duration, String speaker, String text, List<WordTiming> words) {}

    /**
     * @param variation how often another picture was asked for
     * @param notes words of the person who asked
     * @param routing which providers that person wants to be asked; empty for the production's rules
     * @param tier quality of the picture; empty for standard
     */
    record IllustrateInput(
            ShotPlace place,
            Shot shot,
            Choices choices,
            int variation,
            String notes,
            Optional<Routing> routing,
            Optional<Offer.Tier> tier) {
        IllustrateInput {
            // Null in what was written before shots could have rules or a quality of their own.
            routing = routing == null ? Optional.empty() : routing;
            tier = tier == null ? Optional.empty() : tier;
        }
    }

    /**
     * @param length of a moving picture
     */
    record Illustrated(String shotId, VisualSource source, Optional<Duration> length, List<BillLine> bill) {}

    record ComposeInput(UUID divide, List<UUID> narrate) {}

    record Composed(String digest, Duration duration, List<BillLine> bill) {}

    record AssembleInput(UUID divide, List<UUID> narrate, List<UUID> illustrate, Optional<UUID> compose) {}

    record Assembled(int revision, List<String> outOfDate) {}

    record RenderInput(UUID divide, UUID assemble) {}

    /**
     * @param sideFiles blob by file ending, for example {@code srt}
     */
    record Rendered(
            String film,
            String mediaType,
            long size,
            Duration duration,
            Map<String, String> sideFiles,
            int segments,
            int reusedSegments) {}

    record CheckInput(UUID divide, UUID assemble, UUID render) {}

    /**
     * @param loudness integrated, in LUFS
     * @param truePeak in dBTP
     * @param report the findings for programs; absent where an earlier release wrote the row
     */
    record Checked(List<String> findings, double loudness, double truePeak, Optional<List<FilmFinding>> report) {}

    record ExportInput(UUID divide, UUID render) {}

    record Exported(UUID film) {}
}
