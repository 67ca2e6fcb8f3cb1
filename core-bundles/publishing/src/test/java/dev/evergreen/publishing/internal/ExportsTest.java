package dev.evergreen.publishing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.media.MediaException;
import dev.evergreen.publishing.ExportOrder;
import dev.evergreen.publishing.FilmExport;
import dev.evergreen.rendering.Rendering;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.export.Interchange;
import dev.evergreen.spi.export.InterchangeFile;
import dev.evergreen.spi.export.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the order to the file, over a renderer that writes three bytes. */
class ExportsTest {
    private final Fakes.Ports ports = new Fakes.Ports();

    @TempDir
    private Path folder;

    private final InterchangePlugins interchanges = new InterchangePlugins();
    private ExportsComponent exports;
    private ExportHandler handler;

    @BeforeEach
    void activate() {
        exports = new ExportsComponent(
                ports.gate, ports.timelines, ports.assets, ports.jobs, ports.renderer, interchanges);
        ExportedFiles files = new ExportedFiles(ports.blobs, ports.assets, ports.bus, ports.transactions, Fakes.CLOCK);
        handler = new ExportHandler(
                ports.projects,
                ports.timelines,
                ports.blobs,
                new Fakes.Data(folder),
                ports.renderer,
                (request, blobs, job, listener) -> new Rendering.Film(ports.renderer.render(request, blobs, listener)),
                ports.checks,
                files,
                interchanges);
    }

    private ExportOrder order(String preset) {
        return new ExportOrder(Fakes.PROJECT, "evergreen.webm", preset, "", Map.of("quality", 3));
    }

    private JobOutcome.Done run(UUID id) throws IOException, JobFailedException {
        Job job = ports.jobs.find(id).orElseThrow();
        return (JobOutcome.Done) handler.handle(new Fakes.Context(job, ports.progress, ports.cancelled));
    }

    @Test
    void an_order_becomes_a_film_with_its_captions() throws Exception {
        FilmExport started = exports.start(Fakes.OWNER, order("web"));
        UUID id = started.job().id();
        assertEquals(JobState.PENDING, started.job().state());

        JobOutcome.Done done = run(id);
        assertTrue(ports.assets.stored.isEmpty(), "rows come with the job's end, not before");
        done.inTransaction().run();
        ports.jobs.succeed(id, done.output());
        FilmExport finished = exports.find(Fakes.OWNER, id);

        assertEquals(
                List.of("Tide-Pools-web.webm", "Tide-Pools-web.srt"),
                finished.files().stream().map(Asset::name).toList());
        assertEquals(
                List.of("video/webm", "application/x-subrip"),
                finished.files().stream().map(Asset::mediaType).toList());
        assertEquals(List.of("The loudness is -12 LUFS."), finished.checks());
        assertEquals(Map.of("quality", 3), ports.renderer.planned.parameters());
        assertEquals(List.of("asset:created", "asset:created"), ports.bus.topics);
        assertTrue(ports.progress.contains("45 drawing frame 15 of 30"), ports.progress::toString);
        assertNothingLeft();
    }

    @Test
    void a_timeline_for_another_program_comes_with_a_report_of_what_is_lost() throws Exception {
        interchanges.addExporter(
                timeline -> new Interchange(
                        List.of(new InterchangeFile("film.edl", "text/plain", "TITLE: FILM\n")),
                        List.of(new Loss("clip-1", "camera", "the camera's movement is lost"))),
                Map.of(EffectPlugin.ID, "evergreen.edl"));
        ExportOrder order = new ExportOrder(Fakes.PROJECT, "evergreen.edl", "", "", Map.of());
        UUID id = exports.start(Fakes.OWNER, order).job().id();

        JobOutcome.Done done = run(id);
        done.inTransaction().run();
        ports.jobs.succeed(id, done.output());
        FilmExport finished = exports.find(Fakes.OWNER, id);

        assertEquals(
                List.of("Tide-Pools-edl.zip"),
                finished.files().stream().map(Asset::name).toList());
        assertEquals(List.of("clip-1: the camera's movement is lost"), finished.checks());
        assertNothingLeft();
    }

    @Test
    void the_revision_that_was_ordered_is_rendered_even_after_an_edit() throws Exception {
        UUID id = exports.start(Fakes.OWNER, order("web")).job().id();
        ports.timelines.appendCopy();

        run(id);

        assertEquals(1, ports.timelines.lastAsked);
    }

    @Test
    void doing_it_twice_leaves_it_there_once() throws Exception {
        UUID id = exports.start(Fakes.OWNER, order("web")).job().id();

        run(id).inTransaction().run();
        run(id).inTransaction().run();

        assertEquals(2, ports.assets.stored.size());
    }

    @Test
    void what_the_exporter_refuses_is_no_job() {
        ports.renderer.refusal = Optional.of(MediaException.Kind.INVALID_TIMELINE);
        assertRefused(Problem.Kind.INVALID, "preset", () -> exports.start(Fakes.OWNER, order("web")));
        ports.renderer.refusal = Optional.of(MediaException.Kind.MISSING_PLUGIN);
        assertRefused(Problem.Kind.INVALID, "exporter", () -> exports.start(Fakes.OWNER, order("web")));
        ports.renderer.refusal = Optional.empty();
        ports.timelines.clear();
        assertRefused(Problem.Kind.NOT_FOUND, "timeline", () -> exports.start(Fakes.OWNER, order("web")));

        assertTrue(ports.jobs.stored.isEmpty());
    }

    @Test
    void a_failed_render_leaves_nothing_and_says_whether_to_try_again() throws Exception {
        UUID id = exports.start(Fakes.OWNER, order("web")).job().id();
        ports.renderer.failure = Optional.of(MediaException.Kind.STORAGE);
        JobFailedException final_ = assertThrows(JobFailedException.class, () -> run(id));
        ports.renderer.failure = Optional.of(MediaException.Kind.MISSING_PLUGIN);
        JobFailedException later = assertThrows(JobFailedException.class, () -> run(id));

        assertFalse(final_.retryAfter().isPresent());
        assertTrue(later.retryAfter().isPresent(), "the exporter may be on its way back");
        assertTrue(ports.blobs.kept.isEmpty());
        assertNothingLeft();
    }

    @Test
    void a_cancelled_render_ends_as_cancelled() throws Exception {
        UUID id = exports.start(Fakes.OWNER, order("web")).job().id();
        ports.cancelled.set(true);

        assertThrows(CancellationException.class, () -> run(id));
        assertNothingLeft();
    }

    @Test
    void other_jobs_are_no_exports_and_strangers_see_none() {
        UUID id = exports.start(Fakes.OWNER, order("")).job().id();

        assertRefused(Problem.Kind.NOT_FOUND, "exportId", () -> exports.find(Fakes.OWNER, UUID.randomUUID()));
        assertRefused(Problem.Kind.FORBIDDEN, "", () -> exports.find(Fakes.STRANGER, id));
        assertRefused(Problem.Kind.FORBIDDEN, "", () -> exports.start(Fakes.STRANGER, order("")));
    }

    @Test
    void the_output_can_be_read_by_a_later_version_that_knows_more() {
        ExportDocuments.Output read =
                Json.read("{\"assets\":[],\"checks\":[\"a\"],\"somethingNew\":1}", ExportDocuments.Output.class);

        assertEquals(List.of("a"), read.checks());
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
    }

    private static void assertRefused(Problem.Kind kind, String field, Runnable call) {
        ProblemException refused = assertThrows(ProblemException.class, call::run);
        assertEquals(kind, refused.kind());
        assertEquals(field, refused.problems().get(0).field());
    }
}
