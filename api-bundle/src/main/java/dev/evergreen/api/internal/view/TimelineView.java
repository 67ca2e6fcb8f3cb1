package dev.evergreen.api.internal.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.api.internal.http.ApiJson;
import dev.evergreen.domain.json.Json;
import dev.evergreen.editor.EditedTimeline;
import dev.evergreen.spi.timeline.FrameRate;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A timeline at one revision, as plugins see it. */
public record TimelineView(
        UUID projectId,
        int revision,
        String author,
        Instant createdAt,
        long frames,
        double durationSeconds,
        JsonNode timeline,
        Map<String, String> links) {
    public static TimelineView of(EditedTimeline edited) {
        FrameRate rate = edited.timeline().canvas().frameRate();
        long frames = edited.timeline().durationFrames();
        return new TimelineView(
                edited.projectId(),
                edited.revision(),
                edited.author(),
                edited.createdAt(),
                frames,
                frames * (double) rate.denominator() / rate.numerator(),
                ApiJson.tree(Json.write(edited.timeline())),
                Links.self(Links.project(edited.projectId()) + "/timeline")
                        .and("project", Links.project(edited.projectId()))
                        .and("edit", Links.of("editor/timeline"))
                        .and("history", Links.project(edited.projectId()) + "/timeline/history")
                        .and("undo", Links.of("editor/undo"))
                        .and("redo", Links.of("editor/redo"))
                        .and("commands", Links.of("editor/commands"))
                        .and("export", Links.of("exports"))
                        .map());
    }
}
