package dev.evergreen.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.rendering.Rendering;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film of six pieces and two nodes. */
class FilmRenderingTest {
    private static final Division DIVISION = new Division(20, 48);

    @TempDir
    private Path folder;

    private final Studio studio = new Studio();
    private final UUID film = UUID.randomUUID();
    private Studio.Node near;
    private Studio.Node far;

    @BeforeEach
    void open() {
        near = studio.new Node("near", folder.resolve("near"));
        far = studio.new Node("far", folder.resolve("far"));
        studio.join("near", Duration.ofSeconds(1));
        studio.join("far", Duration.ofSeconds(2));
    }

    private RenderRequest request() {
        EncodingPlan plan = new EncodingPlan(
                Container.MP4,
                new VideoEncoding(VideoCodec.H264, 21, 0, 15, 2, Map.of("preset", "fast")),
                new AudioEncoding(AudioCodec.AAC, 128_000, -14, -1),
                List.of());
        TimelineSnapshot timeline = new TimelineSnapshot(
                new Canvas(64, 64, new FrameRate(30, 1), Colour.BLACK), List.of(), List.of(), List.of(), List.of());
        return new RenderRequest(timeline, plan, folder.resolve("film.mp4"));
    }

    private Rendering render(Studio.Node node, Division division, UUID job) throws MediaException {
        Job row = studio.job(job, "render", "{}", JobState.RUNNING);
        Rendering rendering = node.rendering(division)
                .render(
                        request(),
                        digest -> folder.resolve(digest),
                        new Studio.Context(row, false),
                        RenderListener.NONE);
        if (rendering instanceof Rendering.Later later) {
            studio.submit(later.outcome().helpers());
        }
        return rendering;
    }

    private List<NewJob> divided(Studio.Node node) throws MediaException {
        Rendering.Later later = assertInstanceOf(Rendering.Later.class, render(node, DIVISION, film));
        return later.outcome().helpers();
    }

    private RenderResult joined(Studio.Node node) throws MediaException {
        return assertInstanceOf(Rendering.Film.class, render(node, DIVISION, film))
                .result();
    }

    @Test
    void bothNodesMakeTheirPartsAndOneJoinsThem() throws Exception {
        List<NewJob> parts = divided(near);
        assertEquals(3, parts.size());
        for (NewJob part : parts) {
            assertTrue(part.helper());
            assertEquals(film, part.parentId().orElseThrow());
            assertEquals(Queue.EXPORT, part.queue());
            assertEquals(20, part.weight());
        }
        studio.run(parts.get(0).id(), near);
        assertEquals(List.of(), divided(far), "parts are under way, and none is added");
        studio.run(parts.get(1).id(), far);
        studio.run(parts.get(2).id(), far);

        assertEquals(0, joined(near).segmentsRendered());
        assertEquals(2, near.made.size());
        assertEquals(4, far.made.size());
        assertEquals(
                "far",
                Json.read(studio.outputs.get(parts.get(1).id()), Parts.Output.class)
                        .node());
    }

    @Test
    void oneNodeAloneAsksForNothing() throws MediaException {
        studio.workers.clear();
        studio.join("near", Duration.ofSeconds(1));
        studio.join("dead", Duration.ofSeconds(30));
        assertEquals(Studio.FILM.size(), joined(near).segmentsRendered());
        assertTrue(studio.blobs.isEmpty(), "nothing is shared");
    }

    @Test
    void aShortFilmIsMadeByOneNode() throws MediaException {
        assertInstanceOf(Rendering.Film.class, render(near, new Division(50, 48), film));
        assertTrue(studio.submitted.isEmpty());
    }

    @Test
    void whatIsMissingIsMadeByTheNodeThatJoins() throws Exception {
        List<NewJob> parts = divided(near);
        studio.run(parts.get(0).id(), far);
        studio.states.put(parts.get(1).id(), JobState.DEAD);
        studio.run(parts.get(2).id(), far);
        studio.blobs.clear();

        assertEquals(Studio.FILM.size(), joined(near).segmentsRendered(), "lost blobs and dead parts cost time only");
    }

    @Test
    void aPartThatFailsTellsWhyAndTheFilmTriesOnceMore() throws Exception {
        List<NewJob> parts = divided(near);
        far.broken.add("d");
        for (NewJob part : parts) {
            studio.run(part.id(), far);
        }
        Parts.Output told = Json.read(studio.outputs.get(parts.get(1).id()), Parts.Output.class);
        assertTrue(told.problem().contains("the paint of d is out"), told.problem());
        assertEquals(Set.of("c"), told.pieces().keySet());
        assertEquals(1, joined(near).segmentsRendered());

        near.kept.clear();
        near.broken.add("d");
        MediaException failure = assertThrows(MediaException.class, () -> joined(near));
        assertEquals("the paint of d is out", failure.getMessage());
    }

    @Test
    void aPartThatNobodyHandlesIsNotWaitedFor() throws Exception {
        List<NewJob> parts = divided(near);
        studio.run(parts.get(0).id(), far);
        studio.run(parts.get(1).id(), far);
        studio.states.put(parts.get(2).id(), JobState.PARKED);
        assertEquals(2, joined(near).segmentsRendered());
    }

    @Test
    void anotherFilmTakesThePiecesThatAreThere() throws Exception {
        for (NewJob part : divided(near)) {
            studio.run(part.id(), far);
        }
        Studio.Node third = studio.new Node("third", folder.resolve("third"));

        Rendering again = render(third, DIVISION, UUID.randomUUID());

        assertEquals(
                0,
                assertInstanceOf(Rendering.Film.class, again).result().segmentsRendered(),
                "all its pieces were made for the film before");
    }

    @Test
    void aPartPassesOverWhatOthersHaveMadeMeanwhile() throws Exception {
        List<NewJob> parts = divided(near);
        studio.run(parts.get(0).id(), near);
        studio.run(parts.get(0).id(), far);
        assertEquals(Set.of(), far.made);
    }

    @Test
    void aNodeWithOtherPluginsSaysThatItCannot() throws IOException {
        String film = studio.put(
                        BlobSpec.evictable(BlobKind.GENERATED, "application/json"),
                        new ByteArrayInputStream(Json.write(new Parts.Film(
                                        request().timeline(), request().encoding()))
                                .getBytes(StandardCharsets.UTF_8)))
                .digest();
        Job row = studio.job(
                UUID.randomUUID(),
                Parts.KIND,
                Json.write(new Parts.Input(film, List.of("b", "unknown"))),
                JobState.RUNNING);
        String output = ((JobOutcome.Done) far.parts().handle(new Studio.Context(row, false))).output();
        Parts.Output told = Json.read(output, Parts.Output.class);
        assertEquals(new TreeSet<>(Set.of("b")), new TreeSet<>(told.pieces().keySet()));
        assertTrue(told.problem().contains("other versions"), told.problem());
        assertThrows(CancellationException.class, () -> far.parts().handle(new Studio.Context(row, true)));
    }
}
