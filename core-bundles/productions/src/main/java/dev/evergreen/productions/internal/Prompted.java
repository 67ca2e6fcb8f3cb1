package dev.evergreen.productions.internal;

import dev.evergreen.orchestrator.Served;
import dev.evergreen.productions.Production.BillLine;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.PromptResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A picture's request as it is asked, and what became of the author's words.
 *
 * @param request with the prompt that is asked
 * @param author the prompt as it was written
 * @param by {@code plugin/account/offer} that rewrote it; empty when nobody did
 * @param changes what was changed and why
 * @param note why nobody rewrote it, where somebody should have; empty otherwise
 * @param bill what rewriting cost; empty when nothing
 */
record Prompted(
        ImageRequest request, String author, String by, List<String> changes, String note, Optional<BillLine> bill) {
    Prompted {
        changes = List.copyOf(changes);
    }

    static Prompted asWritten(ImageRequest written, String note) {
        return new Prompted(written, written.shot().prompt(), "", List.of(), note, Optional.empty());
    }

    static Prompted rewritten(ImageRequest written, Served<PromptResult> served, String item) {
        PromptResult result = served.result();
        return new Prompted(
                reworded(written, result),
                written.shot().prompt(),
                served.trail().served(),
                result.changes(),
                "",
                served.charge().isZero() ? Optional.empty() : Optional.of(ProviderCalls.bill(item, served)));
    }

    /** The request with other words; a blank answer says nothing better than the author did. */
    static ImageRequest reworded(ImageRequest written, PromptResult result) {
        return result.prompt().isBlank()
                        || result.prompt().equals(written.shot().prompt())
                ? written
                : new ImageRequest(
                        StepRequests.withPrompt(written.shot(), result.prompt()),
                        written.style(),
                        written.width(),
                        written.height(),
                        written.seed(),
                        written.layered(),
                        written.references());
    }

    /** What is told of it beside the picture. */
    Map<String, Object> told() {
        Map<String, Object> told = new TreeMap<>(Map.of("prompt", request.shot().prompt()));
        if (!author.equals(request.shot().prompt())) {
            told.put("authorPrompt", author);
            told.put("promptBy", by);
            told.put("promptChanges", changes);
        }
        if (!note.isEmpty()) {
            told.put("promptNote", note);
        }
        return told;
    }
}
