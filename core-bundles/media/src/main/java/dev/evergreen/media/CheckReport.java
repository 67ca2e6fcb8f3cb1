package dev.evergreen.media;

import java.util.List;

/**
 * What checking a film found.
 *
 * @param facts what the file says of itself
 * @param loudness measured from the decoded sound
 * @param stretches black, frozen and silent parts, whether wanted or not
 * @param findings what is wrong; stretches are findings only where the timeline does not ask for them
 */
public record CheckReport(FilmFacts facts, Loudness loudness, List<Stretch> stretches, List<Finding> findings) {
    public CheckReport {
        stretches = List.copyOf(stretches);
        findings = List.copyOf(findings);
    }

    /** Whether nothing grave was found. */
    public boolean passed() {
        return findings.stream().noneMatch(Finding::grave);
    }
}
