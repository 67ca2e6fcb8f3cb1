package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.PromptOptimizer;
import dev.evergreen.spi.provider.PromptRequest;
import dev.evergreen.spi.provider.PromptResult;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;

/**
 * Takes out of prompts what no picture shows: runs of white space, a sentence that is said twice, a word that is written twice in a row.
 * It invents nothing, so that a prompt without any of these stays as it is.
 */
@Component(service = PromptOptimizer.class, property = ProviderProperties.PLUGIN_ID + "=offline-analyst")
public final class PromptTidying implements PromptOptimizer {
    private static final Offer OFFER =
            new Offer("tidy", "Tidying", Offer.Tier.DRAFT, "local", false, Map.of("languages", "*"));
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？])\\s+");
    /** Letters only: what is repeated on purpose, such as "10 10" or "...", is not a slip. */
    private static final Pattern TWICE = Pattern.compile("(?iu)(?<!\\p{L})(\\p{L}+)(?: \\1)+(?!\\p{L})");

    @Override
    public List<Offer> offers() {
        return List.of(OFFER);
    }

    @Override
    public Support<PromptRequest> support(PromptRequest request, Offer offer) {
        return request.shot().prompt().isBlank()
                ? Support.no("the prompt is blank; say what is to be seen")
                : Support.yes();
    }

    @Override
    public Quote quote(PromptRequest request, Offer offer) {
        return Quote.free(Duration.ofMillis(1));
    }

    @Override
    public Outcome<PromptResult> execute(PromptRequest request, Offer offer, CallContext call)
            throws ProviderException {
        if (support(request, offer) instanceof Support.Unsupported<PromptRequest> refused) {
            throw new ProviderException(ProviderException.Kind.INVALID_REQUEST, String.join("; ", refused.reasons()));
        }
        call.throwIfCancelled();
        return Outcome.done(tidied(request.shot().prompt()));
    }

    static PromptResult tidied(String prompt) {
        List<String> changes = new ArrayList<>();
        String even = note(
                changes,
                "white space was evened out",
                prompt,
                BLANKS.matcher(prompt).replaceAll(" ").strip());
        String once = note(
                changes,
                "a word that was written twice stands once",
                even,
                TWICE.matcher(even).replaceAll("$1"));
        Set<String> said = new HashSet<>();
        List<String> sentences = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(once, -1)) {
            if (said.add(sentence.toLowerCase(Locale.ROOT))) {
                sentences.add(sentence);
            }
        }
        return new PromptResult(
                note(changes, "a sentence that was said twice is said once", once, String.join(" ", sentences)),
                changes);
    }

    private static String note(List<String> changes, String what, String before, String after) {
        if (!after.equals(before)) {
            changes.add(what);
        }
        return after;
    }
}
