package dev.evergreen.exporter.edl.internal;

import dev.evergreen.kit.interchange.Lanes;
import dev.evergreen.kit.interchange.Losses;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.export.Interchange;
import dev.evergreen.spi.export.InterchangeExporter;
import dev.evergreen.spi.export.InterchangeFile;
import dev.evergreen.spi.export.Loss;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Writes an edit decision list as CMX 3600 editors read it: events of reels with source and record times. Names and paths stand in comments, as is usual. */
@Component(property = EffectPlugin.ID + "=evergreen.edl")
public final class EdlExporter implements InterchangeExporter {
    private static final int SOUND_TRACKS = 2;
    private static final int MOST_EVENTS = 999;

    @Override
    public Interchange write(TimelineSnapshot timeline) {
        StringBuilder text = new StringBuilder("TITLE: FILM\nFCM: NON-DROP FRAME\n\n");
        Events events = new Events(timeline, text);
        List<Loss> losses = new ArrayList<>(Losses.of(timeline, Set.of()));
        if (!timeline.visualTracks().isEmpty()) {
            events.pictures(timeline.visualTracks().get(0));
        }
        List<List<Lanes.Sound>> lanes = Lanes.of(timeline);
        for (int i = 0; i < lanes.size(); i++) {
            if (i < SOUND_TRACKS) {
                events.sounds(lanes.get(i), i == 0 ? "A" : "A2");
            } else {
                String id = lanes.get(i).get(0).clip().id();
                losses.add(new Loss(
                        id, "track", "an EDL has two tracks of sound; the lane that starts with it is left out"));
            }
        }
        if (events.count() > MOST_EVENTS) {
            losses.add(new Loss("film", "events", "there are more than 999 events, the most that some programs read"));
        }
        return new Interchange(List.of(new InterchangeFile("film.edl", "text/plain", text.toString())), losses);
    }
}
