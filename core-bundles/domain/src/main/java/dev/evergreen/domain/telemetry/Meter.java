package dev.evergreen.domain.telemetry;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a figure is called.
 *
 * @param name lower case with underscores, beginning with {@code evergreen_}, without a unit's suffix:
 *     {@code evergreen_jobs_finished}
 * @param help one line for the person who reads the figure
 * @param labels few values each: a label for every project or job would fill the memory
 */
public record Meter(String name, String help, Map<String, String> labels) {
    private static final Pattern NAME = Pattern.compile("evergreen(_[a-z0-9]+)+");

    public Meter {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("metric name '" + name + "' does not match " + NAME);
        }
        labels = Map.copyOf(labels);
    }

    /** A figure without labels. */
    public static Meter of(String name, String help) {
        return new Meter(name, help, Map.of());
    }
}
