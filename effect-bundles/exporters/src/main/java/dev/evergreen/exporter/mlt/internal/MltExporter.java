package dev.evergreen.exporter.mlt.internal;

import dev.evergreen.kit.interchange.Losses;
import dev.evergreen.kit.interchange.Losses.Feature;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.export.Interchange;
import dev.evergreen.spi.export.InterchangeExporter;
import dev.evergreen.spi.export.InterchangeFile;
import dev.evergreen.spi.export.Loss;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Writes MLT XML (mltframework.org, XML format): a playlist for each track, and a tractor of two producers for each dissolve. */
@Component(property = EffectPlugin.ID + "=evergreen.mlt")
public final class MltExporter implements InterchangeExporter {
    private static final Set<Feature> CARRIED = EnumSet.of(Feature.TRACKS, Feature.SOLIDS, Feature.FADES);

    @Override
    public Interchange write(TimelineSnapshot timeline) {
        List<Loss> losses = new ArrayList<>(Losses.of(timeline, CARRIED));
        return new Interchange(
                List.of(new InterchangeFile("film.mlt", "application/xml", new MltDocument(timeline).text())), losses);
    }
}
