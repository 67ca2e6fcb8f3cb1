package dev.evergreen.orchestrator.internal;

import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What each kind of failure leads to. The only place where that is decided. */
final class ErrorTable {
    /** Whether the same offer is asked again within the call. */
    enum SameOffer {
        NO,
        /** Once it has cooled down. */
        AFTER_COOL_DOWN,
        /** A few times, within the retry budget. */
        BOUNDED,
        /** Its task is polled on first; it is asked anew like BOUNDED only if nothing was bought. */
        RESUME
    }

    /** Whether another offer is asked. */
    enum FallBack {
        NO,
        YES,
        IF_POLICY,
        IF_NOTHING_BOUGHT
    }

    /** What it means for the offer's health. */
    enum Health {
        UNTOUCHED,
        /** The circuit opens at once, and somebody is told. */
        OPENS,
        COOLS_DOWN,
        COUNTS
    }

    /** One row. */
    record Rule(SameOffer sameOffer, FallBack fallBack, Health health) {}

    private static final Map<Kind, Rule> RULES = rules();

    private ErrorTable() {}

    static Rule rule(Kind kind) {
        return Objects.requireNonNull(RULES.get(kind), kind.name());
    }

    private static Map<Kind, Rule> rules() {
        Map<Kind, Rule> rules = new EnumMap<>(Kind.class);
        rules.put(Kind.INVALID_REQUEST, new Rule(SameOffer.NO, FallBack.NO, Health.UNTOUCHED));
        rules.put(Kind.CANCELLED, new Rule(SameOffer.NO, FallBack.NO, Health.UNTOUCHED));
        rules.put(Kind.UNSUPPORTED, new Rule(SameOffer.NO, FallBack.YES, Health.UNTOUCHED));
        rules.put(Kind.CONTENT_REJECTED, new Rule(SameOffer.NO, FallBack.IF_POLICY, Health.UNTOUCHED));
        rules.put(Kind.AUTHENTICATION, new Rule(SameOffer.NO, FallBack.YES, Health.OPENS));
        rules.put(Kind.QUOTA_EXHAUSTED, new Rule(SameOffer.NO, FallBack.YES, Health.OPENS));
        rules.put(Kind.RATE_LIMITED, new Rule(SameOffer.AFTER_COOL_DOWN, FallBack.YES, Health.COOLS_DOWN));
        rules.put(Kind.OVERLOADED, new Rule(SameOffer.BOUNDED, FallBack.YES, Health.COUNTS));
        rules.put(Kind.UNAVAILABLE, new Rule(SameOffer.BOUNDED, FallBack.YES, Health.COUNTS));
        rules.put(Kind.TIMEOUT, new Rule(SameOffer.RESUME, FallBack.IF_NOTHING_BOUGHT, Health.COUNTS));
        rules.put(Kind.BAD_RESPONSE, new Rule(SameOffer.RESUME, FallBack.IF_NOTHING_BOUGHT, Health.COUNTS));
        return rules;
    }
}
