package dev.evergreen.exporter.fcpxml.internal;

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

/** Writes FCPXML 1.10 (developer.apple.com, Final Cut Pro XML): media as assets, the lowest track as the spine, all else connected to it in lanes. */
@Component(property = EffectPlugin.ID + "=evergreen.fcpxml")
public final class FcpxmlExporter implements InterchangeExporter {
    private static final Set<Feature> CARRIED = EnumSet.of(Feature.TRACKS);

    @Override
    public Interchange write(TimelineSnapshot timeline) {
        String text = new FcpDocument(timeline).text();
        return new Interchange(
                List.of(new InterchangeFile("film.fcpxml", "application/xml", text)), Losses.of(timeline, CARRIED));
    }
}
