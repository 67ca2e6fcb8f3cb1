package dev.evergreen.orchestrator;

import dev.evergreen.spi.Money;
import java.util.Optional;

/**
 * What a call would cost as things stand now. Amounts are in United States dollars; those of other currencies are converted by the
 * operator's exchange rates and rounded up.
 *
 * @param standing what would become of the call
 * @param request digest of the canonical request: equal requests have the same
 * @param repeats whether the result will answer equal requests for nothing
 * @param offer {@code plugin/account/offer} that would be asked first, or that made the kept result; empty when nobody can be asked
 * @param expected what it will probably cost; empty when that is not known
 * @param ceiling the most that it can cost, falling back and asking again included; empty when that is not known
 * @param saved what a kept result saves; zero otherwise
 * @param why why it stands so, in words
 */
public record CallEstimate(
        Standing standing,
        String request,
        boolean repeats,
        String offer,
        Optional<Money> expected,
        Optional<Money> ceiling,
        Money saved,
        String why) {
    /** What would become of a call. */
    public enum Standing {
        /** The result of an earlier request answers it, for nothing. */
        KEPT,
        /** It would be bought, or made for nothing. */
        PRICED,
        /** Only offers without a known price could serve it, and those are not asked. */
        UNPRICED,
        /** Nobody can serve it. */
        UNSERVED
    }
}
