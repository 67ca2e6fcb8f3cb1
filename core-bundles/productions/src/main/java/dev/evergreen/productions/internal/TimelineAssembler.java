package dev.evergreen.productions.internal;

import dev.evergreen.domain.timeline.Aspect;
import dev.evergreen.domain.timeline.Layouts;
import dev.evergreen.productions.internal.CaptionText.Piece;
import dev.evergreen.productions.internal.StepData.Composed;
import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.productions.internal.StepData.Illustrated;
import dev.evergreen.productions.internal.StepData.Narrated;
import dev.evergreen.productions.internal.Timing.TimedLine;
import dev.evergreen.productions.internal.Timing.TimedShot;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.Fit;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.Placement;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleLayout;
import dev.evergreen.spi.timeline.TitleMotion;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import dev.evergreen.spi.timeline.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays pictures, titles, captions, voices and music of a film on a timeline. Pure. */
final class TimelineAssembler {
    private static final Colour NIGHT = Colour.of("#0b0f0e");
    private static final Colour VEIL = Colour.of("#0b0f0e78");
    private static final Colour LEAF = Colour.of("#4ade80");
    private static final double MUSIC_DECIBELS = -9;
    /** A caption stays that long after its last word, so that the eye can finish. */
    private static final double LINGER_SECONDS = 0.35;
    /** As fast as adults read, and as short as a caption may be (Netflix, Timed Text Style Guide, general requirements and English). */
    private static final double LETTERS_A_SECOND = 20;

    private static final double SHORTEST_SECONDS = 5 / 6.0;

    /** What scripts and analysts call transitions; any other word is a plugin id. */
    private static final Map<String, String> TRANSITIONS = Map.of(
            "dissolve", "evergreen.cross-dissolve",
            "fade", "evergreen.dip-to-colour",
            "fade-through-black", "evergreen.dip-to-colour",
            "wipe", "evergreen.wipe",
            "slide", "evergreen.slide",
            "push", "evergreen.push",
            "iris", "evergreen.iris");

    private static final double CLOSING_SECONDS = 0.8;
    private static final double NANOS = 1e9;

    private final Divided divided;
    private final Timing timing;
    private final Map<String, Illustrated> pictures;
    private final FilmFormat film;
    private final FrameRate rate;

    private TimelineAssembler(Divided divided, Map<String, Narrated> narration, Map<String, Illustrated> pictures) {
        this.divided = divided;
        this.timing = Timing.of(divided, narration);
        this.pictures = pictures;
        this.film = divided.choices().film();
        this.rate = FrameRate.of(film.framesPerSecond());
    }

    static TimelineSnapshot assemble(
            Divided divided,
            Map<String, Narrated> narration,
            Map<String, Illustrated> pictures,
            Optional<Composed> music) {
        TimelineAssembler assembler = new TimelineAssembler(divided, narration, pictures);
        List<AudioTrack> sound = new ArrayList<>();
        sound.add(new AudioTrack("voice", assembler.voices()));
        music.ifPresent(composed -> sound.add(new AudioTrack("music", List.of(assembler.music(composed)))));
        CaptionStyle style = assembler.captionStyle();
        return new TimelineSnapshot(
                new Canvas(assembler.film.width(), assembler.film.height(), assembler.rate, NIGHT),
                List.of(
                        new VisualTrack("pictures", assembler.pictureClips()),
                        new VisualTrack("titles", assembler.titles())),
                List.of(new CaptionTrack(
                        "captions",
                        divided.choices().language(),
                        divided.choices().captions(),
                        assembler.captions(style))),
                sound,
                List.of(style));
    }

    private List<VisualClip> pictureClips() {
        List<VisualClip> clips = new ArrayList<>();
        long closing = frames(CLOSING_SECONDS);
        for (int i = 0; i < timing.shots().size(); i++) {
            TimedShot timed = timing.shots().get(i);
            boolean last = i == timing.shots().size() - 1;
            long length = last ? Math.max(1, timed.durationFrames() - closing) : timed.durationFrames();
            TransitionUse transition =
                    transition(timed, last ? closing : timing.shots().get(i + 1).durationFrames(), last);
            clips.add(picture(timed, length, transition));
        }
        clips.add(new VisualClip(
                "closing",
                new SolidSource(NIGHT),
                timing.frames() - closing,
                closing,
                0,
                Ratio.ONE,
                Transform.STILL,
                List.of(),
                null));
        return clips;
    }

    private VisualClip picture(TimedShot timed, long length, @Nullable TransitionUse transition) {
        Illustrated picture = pictures.get(timed.shot().id());
        if (picture == null) {
            throw new IllegalStateException("shot " + timed.shot().id() + " has no picture");
        }
        boolean moving = picture.source() instanceof MediaSource media && media.moving();
        long seen = length + (transition == null ? 0 : transition.frames());
        return new VisualClip(
                "picture/" + timed.shot().id(),
                picture.source(),
                timed.startFrame(),
                length,
                0,
                moving ? speed(picture, seen) : Ratio.ONE,
                moving ? new Transform(Fit.COVER, Placement.FULL, List.of()) : camera(timed, seen),
                List.of(),
                transition);
    }

    /** A clip that is shorter than its shot is slowed down to fill it, at most to half its speed. */
    private Ratio speed(Illustrated picture, long seen) {
        long has = picture.length()
                .map(length -> Math.round(length.toNanos() / NANOS * rate.framesPerSecond()))
                .orElse(seen);
        return has >= seen ? Ratio.ONE : new Ratio((int) Math.max(has, seen / 2), (int) seen);
    }

    private Transform camera(TimedShot timed, long seen) {
        return Camera.transform(timed.shot().move(), seen, rate.framesPerSecond());
    }

    private @Nullable TransitionUse transition(TimedShot timed, long nextFrames, boolean last) {
        String asked = timed.shot().transition();
        if (asked.equals("cut")) {
            return null;
        }
        boolean turn = timed.lastOfScene() || last;
        String usual = turn ? "evergreen.dip-to-colour" : "evergreen.cross-dissolve";
        String id = asked.isBlank() ? usual : TRANSITIONS.getOrDefault(asked, asked);
        double seconds = last ? CLOSING_SECONDS : turn ? 0.8 : 0.5;
        return new TransitionUse(id, (int) Math.max(1, Math.min(frames(seconds), nextFrames)), Map.of());
    }

    private List<VisualClip> titles() {
        List<VisualClip> clips = new ArrayList<>();
        TimedShot first = timing.shots().get(0);
        long words = first.lines().isEmpty()
                ? first.durationFrames()
                : rate.frameAt(first.lines().get(0).startSample());
        long start = frames(0.3);
        long length = Math.max(frames(1), words - start - frames(0.15));
        if (!divided.plan().title().isBlank() && divided.choices().scene().isEmpty()) {
            clips.add(title("title", divided.plan().title(), TitleLayout.CARD, VEIL, start, length));
        }
        for (TimedShot timed : timing.shots()) {
            String text = timed.shot().onScreenText();
            boolean underTitle = timed == first && !clips.isEmpty();
            if (text.isBlank() || underTitle) {
                continue;
            }
            boolean alone = timed.lines().isEmpty();
            long from = timed.startFrame() + frames(0.5);
            long stays = Math.min(frames(alone ? 6 : 3.2), timed.durationFrames() - frames(0.9));
            if (stays >= frames(0.8)) {
                clips.add(title(
                        "text/" + timed.shot().id(),
                        text,
                        alone ? TitleLayout.CARD : TitleLayout.LOWER_THIRD,
                        alone ? VEIL : Colour.of("#0b0f0eb4"),
                        from,
                        stays));
            }
        }
        return clips;
    }

    private VisualClip title(String id, String text, TitleLayout layout, Colour backdrop, long start, long length) {
        boolean card = layout == TitleLayout.CARD;
        return new VisualClip(
                id,
                new TitleSource(
                        layout,
                        text,
                        "",
                        Colour.WHITE,
                        LEAF,
                        backdrop,
                        card ? TitleMotion.RISE : TitleMotion.SLIDE,
                        TitleMotion.FADE,
                        (int) frames(0.5)),
                start,
                length,
                0,
                Ratio.ONE,
                Transform.STILL,
                List.of(),
                null);
    }

    private CaptionStyle captionStyle() {
        String chosen = divided.choices().captionStyle();
        CaptionStyle usual = film.isVertical() ? CaptionStyle.KARAOKE : CaptionStyle.BOXED;
        CaptionStyle style = chosen.isBlank() ? usual : CaptionStyle.preset(chosen);
        return Aspect.of(divided.choices().format())
                .map(aspect -> Layouts.usual(style, aspect))
                .orElse(style);
    }

    private List<CaptionClip> captions(CaptionStyle style) {
        List<CaptionClip> clips = new ArrayList<>();
        int limit = film.isVertical() ? 32 : film.width() == film.height() ? 48 : 76;
        for (TimedShot timed : timing.shots()) {
            for (int l = 0; l < timed.lines().size(); l++) {
                TimedLine line = timed.lines().get(l);
                List<Piece> pieces = CaptionText.pieces(
                        line.sound().text(),
                        line.sound().duration(),
                        line.sound().words(),
                        limit);
                for (int p = 0; p < pieces.size(); p++) {
                    Piece piece = pieces.get(p);
                    long start = frameOf(line, piece.from());
                    long end = p + 1 < pieces.size()
                            ? frameOf(line, pieces.get(p + 1).from())
                            : Math.max(
                                    frameOf(line, piece.to()) + frames(LINGER_SECONDS),
                                    start + frames(readingSeconds(piece.text())));
                    String id = "caption/" + timed.shot().id() + "/" + (l + 1) + "." + (p + 1);
                    clips.add(new CaptionClip(
                            id,
                            piece.text(),
                            start,
                            Math.max(1, end - start),
                            line.sound().speaker(),
                            style.id(),
                            words(line, piece, start)));
                }
            }
        }
        return apart(clips);
    }

    private static double readingSeconds(String text) {
        return Math.max(SHORTEST_SECONDS, SpokenWords.weight(text) / LETTERS_A_SECOND);
    }

    private List<WordTiming> words(TimedLine line, Piece piece, long start) {
        return piece.words().stream()
                .map(word -> {
                    long from = Math.max(0, frameOf(line, word.from()) - start);
                    return new WordTiming(word.text(), from, Math.max(0, frameOf(line, word.to()) - start - from));
                })
                .toList();
    }

    /** Captions may not overlap: one that lingers gives way to the next. */
    private static List<CaptionClip> apart(List<CaptionClip> clips) {
        List<CaptionClip> apart = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            CaptionClip clip = clips.get(i);
            long end = i + 1 < clips.size()
                    ? Math.min(clip.endFrame(), clips.get(i + 1).startFrame())
                    : clip.endFrame();
            if (end > clip.startFrame()) {
                apart.add(new CaptionClip(
                        clip.id(),
                        clip.text(),
                        clip.startFrame(),
                        end - clip.startFrame(),
                        clip.speaker(),
                        clip.styleId(),
                        clip.words()));
            }
        }
        return apart;
    }

    private List<AudioClip> voices() {
        List<AudioClip> clips = new ArrayList<>();
        for (TimedShot timed : timing.shots()) {
            for (int l = 0; l < timed.lines().size(); l++) {
                TimedLine line = timed.lines().get(l);
                clips.add(new AudioClip(
                        "voice/" + timed.shot().id() + "/" + (l + 1),
                        line.sound().digest(),
                        line.startSample(),
                        line.durationSamples(),
                        samples(line.sound().inPoint()),
                        List.of(),
                        0,
                        0,
                        AudioRole.VOICE,
                        List.of()));
            }
        }
        return clips;
    }

    private AudioClip music(Composed music) {
        long length = rate.sampleAt(timing.frames());
        long fade = Math.min(length / 2, 2L * FrameRate.SAMPLE_RATE);
        boolean shorterThanFilm = samples(music.duration()) < length;
        return new AudioClip(
                "music/bed",
                music.digest(),
                0,
                shorterThanFilm ? Math.max(1, samples(music.duration())) : length,
                0,
                List.of(new dev.evergreen.spi.timeline.GainPoint(0, MUSIC_DECIBELS)),
                0,
                shorterThanFilm ? 0 : fade,
                AudioRole.MUSIC,
                List.of());
    }

    private long frameOf(TimedLine line, Duration offset) {
        return rate.frameAt(line.startSample() + samples(offset));
    }

    private static long samples(Duration duration) {
        return Math.round(duration.toNanos() / NANOS * FrameRate.SAMPLE_RATE);
    }

    private long frames(double seconds) {
        return Math.max(1, Math.round(seconds * rate.framesPerSecond()));
    }
}
