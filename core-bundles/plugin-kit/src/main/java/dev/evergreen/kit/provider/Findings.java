package dev.evergreen.kit.provider;

import dev.evergreen.spi.provider.Support;
import java.util.ArrayList;
import java.util.List;

/** Collects what speaks against a request, and what is changed about it, until it is decided whether it is served. */
public final class Findings {
    private final List<String> reasons = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** @param reason names the field, the value and the limit */
    public Findings refuse(String reason) {
        reasons.add(reason);
        return this;
    }

    public Findings refuseIf(boolean condition, String reason) {
        return condition ? refuse(reason) : this;
    }

    /** @param warning what is changed and why */
    public Findings warn(String warning) {
        warnings.add(warning);
        return this;
    }

    public Findings warnIf(boolean condition, String warning) {
        return condition ? warn(warning) : this;
    }

    /** @param adjusted what will really be asked; the request itself where nothing is changed */
    public <Q> Support<Q> support(Q adjusted) {
        if (!reasons.isEmpty()) {
            return new Support.Unsupported<>(reasons);
        }
        return warnings.isEmpty() ? Support.yes() : new Support.Adjusted<>(adjusted, warnings);
    }
}
