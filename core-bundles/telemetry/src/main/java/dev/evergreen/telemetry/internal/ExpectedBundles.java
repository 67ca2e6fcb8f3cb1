package dev.evergreen.telemetry.internal;

import java.util.Set;

/** What the distribution means to run, whether or not it could be installed. */
@FunctionalInterface
interface ExpectedBundles {
    /** Locations of the bundles, as they were given to the framework: {@code mvn:group/artifact/version}. */
    Set<String> locations();
}
