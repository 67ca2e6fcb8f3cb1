package dev.evergreen.spi.provider;

import java.util.List;

/**
 * Whether an offer can serve a request.
 *
 * @param <Q> the request
 */
public sealed interface Support<Q> {
    /** As asked. */
    record Supported<Q>() implements Support<Q> {}

    /**
     * With changes that the caller is told about.
     *
     * @param request what will really be asked
     * @param warnings what was changed and why
     */
    record Adjusted<Q>(Q request, List<String> warnings) implements Support<Q> {
        public Adjusted {
            warnings = List.copyOf(warnings);
        }
    }

    /** Not at all; each reason names the field, the value and the limit. */
    record Unsupported<Q>(List<String> reasons) implements Support<Q> {
        public Unsupported {
            reasons = List.copyOf(reasons);
        }
    }

    static <Q> Support<Q> yes() {
        return new Supported<>();
    }

    static <Q> Support<Q> no(String... reasons) {
        return new Unsupported<>(List.of(reasons));
    }
}
