package dev.evergreen.kit.generation;

import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.provider.Support;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Music without singing, as WAV or MP3. Places of a template: prompt, seconds, seed. */
public final class GeneratedMusic extends Generation<MusicRequest, SoundResult> implements MusicComposer {
    public GeneratedMusic(Catalogue catalogue, TaskVendor vendor) {
        super(MusicComposer.class, catalogue, vendor, GeneratedSounds.VALUES);
    }

    @Override
    public Support<MusicRequest> support(MusicRequest request, Offer offer) {
        Model model = model(offer);
        Findings findings = prompt(model, prompt(request), false, new Findings());
        Duration length = SoundLengths.of(model, request.duration(), findings);
        return findings.support(new MusicRequest(request.mood(), request.style(), length, request.seed()));
    }

    @Override
    public Quote quote(MusicRequest request, Offer offer) {
        return SoundLengths.quote(catalogue(), model(offer), request.duration());
    }

    @Override
    Map<String, Object> values(MusicRequest request, Model model) {
        return SoundLengths.values(model, prompt(request), request.duration(), request.seed());
    }

    @Override
    public SoundResult of(Path output, Map<String, String> state) throws ProviderException {
        return GeneratedSounds.sound(output);
    }

    private static String prompt(MusicRequest request) {
        return request.mood() + " instrumental background music for a film"
                + (request.style().isBlank() ? "" : ", " + request.style()) + ", with a beginning and an ending.";
    }
}
