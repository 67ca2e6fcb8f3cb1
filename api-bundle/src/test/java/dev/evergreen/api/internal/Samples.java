package dev.evergreen.api.internal;

import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.Script;
import dev.evergreen.plugins.PluginDescriptor;
import dev.evergreen.plugins.PluginView;
import dev.evergreen.spi.descriptor.PluginKind;
import dev.evergreen.spi.script.CameraMove;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.FilmPlan;
import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.spi.script.SpokenLine;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One of each thing that the API answers with. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Person OWNER = new Person(UUID.fromString("00000000-0000-4000-8000-000000000001"), "owner@x", "Owner");
    static final String DIGEST = "sha256:" + "ab".repeat(32);

    static final ShotDescription PICTURE = new ShotDescription(
            "Mara kneels by a tide pool.",
            Setting.EXTERIOR,
            "tide pool",
            "dawn",
            "",
            "",
            "calm",
            ShotSize.WIDE,
            List.of(new PersonInShot("MARA", "kneel", "", "")),
            List.of(),
            List.of("lantern"));
    static final Shot SHOT =
            new Shot("s1-1", List.of(new SpokenLine("MARA", "Look.", "")), PICTURE, CameraMove.PUSH_IN, "", "", "");
    static final ScenePlan PLAN = new ScenePlan("scene-1", "The pool", "calm", List.of(SHOT));
    static final FilmPlan FILM_PLAN = new FilmPlan(
            "Tide Pools",
            "Two friends find a world.",
            List.of(new CastMember("MARA", CastMember.Gender.FEMALE, CastMember.Age.CHILD, "red coat")),
            List.of(PLAN));

    private Samples() {}

    static Project project(UUID id, long revision) {
        return new Project(
                id,
                OWNER.id(),
                "Tide Pools",
                "",
                "draft",
                "{\"format\":\"16:9\",\"shots\":{\"s1-1\":{\"variation\":1,\"notes\":\"\"}}}",
                revision,
                NOW,
                NOW);
    }

    static Script script(UUID projectId) {
        return new Script(UUID.randomUUID(), projectId, "fountain", "tide.fountain", "EXT. POOL - DAWN", 1, NOW);
    }

    static Scene scene(UUID projectId) {
        return new Scene(
                UUID.randomUUID(),
                projectId,
                "scene-1",
                1,
                "The pool",
                "EXT. POOL - DAWN",
                Optional.of(7.5),
                "Look.",
                Json.write(PLAN),
                NOW);
    }

    static Asset asset(UUID id, UUID projectId) {
        return new Asset(
                id,
                projectId,
                Optional.empty(),
                Asset.Type.VIDEO,
                Asset.Source.GENERATED,
                DIGEST,
                "video/mp4",
                "Tide Pools \u00e9.mp4",
                "film",
                "{\"durationSeconds\":12.5}",
                NOW);
    }

    static Job job(UUID id, Optional<UUID> projectId, String kind, JobState state) {
        return new Job(
                id,
                projectId,
                Optional.empty(),
                Queue.HIGH_PRIORITY,
                kind,
                "Make the film",
                state,
                0,
                40,
                "drawing",
                "{}",
                "{}",
                "",
                1,
                1,
                "correlation",
                NOW,
                Optional.of(NOW),
                state.isFinal() ? Optional.of(NOW) : Optional.empty());
    }

    static TimelineSnapshot timeline() {
        VisualClip clip = new VisualClip(
                "v1", new MediaSource(DIGEST, "image/png"), 0, 90, 0, Ratio.ONE, Transform.STILL, List.of(), null);
        AudioClip voice = new AudioClip("a1", DIGEST, 0, 48_000, 0, List.of(), 0, 0, AudioRole.VOICE, List.of());
        CaptionClip caption = new CaptionClip("c1", "Look.", 0, 30, "MARA", "boxed", List.of());
        return new TimelineSnapshot(
                new Canvas(1920, 1080, new FrameRate(30, 1), Colour.BLACK),
                List.of(new VisualTrack("pictures", List.of(clip))),
                List.of(new CaptionTrack("captions", "en", true, List.of(caption))),
                List.of(new AudioTrack("voices", List.of(voice))),
                List.of(CaptionStyle.BOXED));
    }

    static ProviderAccount account(UUID id, int position) {
        return new ProviderAccount(id, "northlight", "main", true, position, "{\"apiKey\":\"secret:1\"}", NOW);
    }

    static PluginView plugin(String name, boolean canRollBack) {
        PluginDescriptor exporter = new PluginDescriptor(
                "evergreen.webm",
                PluginKind.EXPORTER,
                "WebM",
                "VP9 with Opus",
                "1.0.0",
                List.of("web"),
                List.of(),
                "{\"type\":\"object\",\"properties\":{\"preset\":{\"enum\":[\"web\",\"small\"]}}}");
        return new PluginView(name, "1.0.0", true, "active", "", canRollBack, List.of(exporter));
    }
}
