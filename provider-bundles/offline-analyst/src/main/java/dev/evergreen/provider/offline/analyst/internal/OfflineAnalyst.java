package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.provider.AnalysisRequest;
import dev.evergreen.spi.provider.AnalysisResult;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.ScriptAnalyst;
import dev.evergreen.spi.provider.Support;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Divides scripts by rules and word tables, on this machine and for nothing. */
@Component(service = ScriptAnalyst.class, property = ProviderProperties.PLUGIN_ID + "=offline-analyst")
public final class OfflineAnalyst implements ScriptAnalyst {
    static final int SHORTEST_SHOT_SECONDS = 2;
    static final int LONGEST_SHOT_SECONDS = 60;

    private static final Offer OFFER =
            new Offer("rules", "Rules and word tables", Offer.Tier.DRAFT, "local", false, Map.of("languages", "en"));
    private static final Duration USUAL = Duration.ofMillis(200);

    @Override
    public List<Offer> offers() {
        return List.of(OFFER);
    }

    @Override
    public Support<AnalysisRequest> support(AnalysisRequest request, Offer offer) {
        int seconds = request.maximumShotSeconds();
        if (request.screenplay().scenes().isEmpty()) {
            return Support.no("the screenplay has no scene; a film needs at least one");
        }
        if (seconds < SHORTEST_SHOT_SECONDS || seconds > LONGEST_SHOT_SECONDS) {
            return Support.no("maximumShotSeconds is " + seconds + "; it must lie between " + SHORTEST_SHOT_SECONDS
                    + " and " + LONGEST_SHOT_SECONDS);
        }
        return Support.yes();
    }

    @Override
    public Quote quote(AnalysisRequest request, Offer offer) {
        return Quote.free(USUAL);
    }

    @Override
    public Outcome<AnalysisResult> execute(AnalysisRequest request, Offer offer, CallContext call)
            throws ProviderException {
        if (support(request, offer) instanceof Support.Unsupported<AnalysisRequest> refused) {
            throw new ProviderException(ProviderException.Kind.INVALID_REQUEST, String.join("; ", refused.reasons()));
        }
        call.throwIfCancelled();
        AnalysisResult result =
                new AnalysisResult(FilmPlanner.plan(request.screenplay(), request.maximumShotSeconds()));
        call.throwIfCancelled();
        call.progress(1);
        return Outcome.done(result);
    }
}
