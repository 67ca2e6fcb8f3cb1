package dev.evergreen.editor.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.domain.project.TimelineChange;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.GainPoint;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleLayout;
import dev.evergreen.spi.timeline.TitleMotion;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualSource;
import dev.evergreen.spi.timeline.VisualTrack;
import dev.evergreen.spi.timeline.WordTiming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What the editor stands on, in memory, and a small timeline. */
final class EditorFakes {
    static final Person OWNER = new Person(UUID.randomUUID(), "owner@localhost", "Owner");
    static final Person LIN = new Person(UUID.randomUUID(), "lin@localhost", "Lin");
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String OLD = "sha256:" + "0".repeat(64);
    static final String NEW = "sha256:" + "1".repeat(64);

    private EditorFakes() {}

    static TimelineSnapshot snapshot() {
        VisualSource title = new TitleSource(
                TitleLayout.CARD,
                "Tide",
                "A story",
                Colour.WHITE,
                Colour.CLEAR,
                Colour.BLACK,
                TitleMotion.FADE,
                TitleMotion.FADE,
                10);
        VisualClip picture = new VisualClip(
                "v1", new MediaSource(OLD, "video/mp4"), 30, 60, 12, Ratio.ONE, Transform.STILL, List.of(), null);
        VisualClip card = new VisualClip("t1", title, 0, 30, 0, Ratio.ONE, Transform.STILL, List.of(), null);
        VisualClip last = new VisualClip(
                "v2", new MediaSource(OLD, "image/png"), 90, 30, 0, Ratio.ONE, Transform.STILL, List.of(), null);
        CaptionClip caption = new CaptionClip(
                "c1",
                "Look here.",
                30,
                30,
                "MARA",
                "boxed",
                List.of(new WordTiming("Look", 0, 5), new WordTiming("here.", 6, 8)));
        AudioClip voice = new AudioClip(
                "a1",
                OLD,
                0,
                48_000,
                0,
                List.of(new GainPoint(0, 0), new GainPoint(9, -6)),
                0,
                0,
                AudioRole.VOICE,
                List.of());
        return new TimelineSnapshot(
                new Canvas(1920, 1080, new FrameRate(30, 1), Colour.BLACK),
                List.of(new VisualTrack("pictures", List.of(card, picture, last))),
                List.of(new CaptionTrack("captions", "en", true, List.of(caption))),
                List.of(new AudioTrack("voices", List.of(voice))),
                List.of(CaptionStyle.BOXED));
    }

    static final class Gate implements Access {
        @Override
        public void require(Person person, Action action, Optional<UUID> project) {
            if (!person.equals(OWNER) && !person.equals(LIN)) {
                throw new ProblemException(Problem.Kind.FORBIDDEN, "", "Only the owner may.");
            }
        }

        @Override
        public Person localOwner() {
            return OWNER;
        }
    }

    static final class Revisions implements TimelineRepository {
        final List<TimelineRevision> stored = new ArrayList<>();

        @Override
        public Optional<TimelineRevision> newest(UUID projectId) {
            return stored.stream().reduce((older, newer) -> newer);
        }

        @Override
        public Optional<TimelineRevision> find(UUID projectId, int revision) {
            return Optional.of(stored.get(revision - 1));
        }

        @Override
        public List<TimelineChange> changes(UUID projectId, int afterRevision) {
            return stored.stream()
                    .filter(revision -> revision.revision() > afterRevision)
                    .map(revision -> new TimelineChange(
                            revision.revision(), revision.author(), revision.edit(), revision.createdAt()))
                    .toList();
        }

        @Override
        public TimelineRevision append(int base, TimelineRevision next) {
            if (base != stored.size()) {
                throw new ProblemException(Problem.Kind.CONFLICT, "revision", "somebody was faster");
            }
            stored.add(next);
            return next;
        }
    }

    static final class Assets implements AssetRepository {
        private final Map<UUID, Asset> stored = new LinkedHashMap<>();

        UUID add(UUID projectId, Asset.Type type, String mediaType) {
            UUID id = UUID.randomUUID();
            add(new Asset(
                    id,
                    projectId,
                    Optional.empty(),
                    type,
                    Asset.Source.UPLOADED,
                    NEW,
                    mediaType,
                    "file",
                    "upload",
                    "{}",
                    NOW));
            return id;
        }

        @Override
        public void add(Asset asset) {
            stored.put(asset.id(), asset);
        }

        @Override
        public Optional<Asset> find(UUID id) {
            return Optional.ofNullable(stored.get(id));
        }

        @Override
        public Page<Asset> list(UUID projectId, PageRequest page) {
            return new Page<>(List.of(), Optional.empty(), 0);
        }

        @Override
        public List<Asset> listByRole(UUID projectId, String role) {
            return List.of();
        }

        @Override
        public List<Asset> listByDigest(UUID projectId, String digest) {
            return stored.values().stream()
                    .filter(asset -> asset.projectId().equals(projectId)
                            && asset.digest().equals(digest))
                    .toList();
        }

        @Override
        public boolean remove(UUID id) {
            return false;
        }
    }

    static final class Bus implements EventBus {
        final List<String> published = new ArrayList<>();

        @Override
        public void publish(Event event) {
            published.add(event.topic() + " " + event.payload().get("change") + " "
                    + event.payload().get("revision"));
        }

        @Override
        public Subscription subscribe(String topic, Consumer<Event> subscriber) {
            throw new AssertionError("the editor only publishes");
        }
    }
}
