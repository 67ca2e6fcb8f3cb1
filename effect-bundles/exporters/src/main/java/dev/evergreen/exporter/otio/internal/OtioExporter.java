package dev.evergreen.exporter.otio.internal;

import dev.evergreen.kit.interchange.Losses;
import dev.evergreen.kit.interchange.Losses.Feature;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.export.Interchange;
import dev.evergreen.spi.export.InterchangeExporter;
import dev.evergreen.spi.export.InterchangeFile;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Writes OpenTimelineIO JSON (opentimelineio.readthedocs.io, file format specification) with the schemas Timeline.1, Stack.1, Track.1, Clip.2, Gap.1, Transition.1 and their parts. */
@Component(property = EffectPlugin.ID + "=evergreen.otio")
public final class OtioExporter implements InterchangeExporter {
    private static final Set<Feature> CARRIED =
            EnumSet.of(Feature.TRACKS, Feature.SPEED, Feature.TITLES, Feature.SOLIDS, Feature.TRANSITIONS);

    @Override
    public Interchange write(TimelineSnapshot timeline) {
        String text = JsonText.of(new OtioTimeline(timeline).timeline());
        return new Interchange(
                List.of(new InterchangeFile("film.otio", "application/json", text)), Losses.of(timeline, CARRIED));
    }
}
