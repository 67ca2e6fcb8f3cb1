package dev.evergreen.kit.generation;

import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Recordings;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundDesigner;
import dev.evergreen.spi.provider.SoundRequest;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.provider.Support;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Sounds, as WAV or MP3. Places of a template: prompt, seconds, seed. */
public final class GeneratedSounds extends Generation<SoundRequest, SoundResult> implements SoundDesigner {
    static final Set<String> VALUES = Set.of("prompt", Shapes.SECONDS, "seed");

    public GeneratedSounds(Catalogue catalogue, TaskVendor vendor) {
        super(SoundDesigner.class, catalogue, vendor, VALUES);
    }

    @Override
    public Support<SoundRequest> support(SoundRequest request, Offer offer) {
        Model model = model(offer);
        Findings findings = prompt(model, request.description(), false, new Findings());
        Duration length = SoundLengths.of(model, request.duration(), findings);
        return findings.support(new SoundRequest(request.description(), length, request.seed()));
    }

    @Override
    public Quote quote(SoundRequest request, Offer offer) {
        return SoundLengths.quote(catalogue(), model(offer), request.duration());
    }

    @Override
    Map<String, Object> values(SoundRequest request, Model model) {
        return SoundLengths.values(model, request.description(), request.duration(), request.seed());
    }

    @Override
    public SoundResult of(Path output, Map<String, String> state) throws ProviderException {
        return sound(output);
    }

    static SoundResult sound(Path output) throws ProviderException {
        // The engine tells the type by the content.
        return new SoundResult(new MediaFile(output, "audio/mpeg"), Recordings.length(output));
    }
}
