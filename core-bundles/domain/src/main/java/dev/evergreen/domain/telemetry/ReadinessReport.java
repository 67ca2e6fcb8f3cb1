package dev.evergreen.domain.telemetry;

import java.util.List;
import java.util.Objects;

/**
 * What a look at the node found.
 *
 * @param bundles how many bundles are active
 * @param components how many component configurations are satisfied
 * @param findings what is not as it should be; empty on a healthy node
 * @param backings what keeps the node's state, and how it is; one that is in trouble is a finding as well
 */
public record ReadinessReport(int bundles, int components, List<Finding> findings, List<BackingState> backings) {
    public ReadinessReport {
        findings = List.copyOf(findings);
        backings = List.copyOf(backings);
    }

    /** Whether the node can do its work: nothing blocking was found. */
    public boolean ready() {
        return findings.stream().noneMatch(Finding::blocking);
    }

    /**
     * One thing that is not as it should be.
     *
     * @param subject symbolic name of the bundle or name of the component
     * @param reason why, for a person: the state, the missing requirement, the unsatisfied reference
     * @param blocking whether the node cannot do its work; a plugin that came later, or a server the node can do without for a
     *     while, never makes it unready
     */
    public record Finding(String subject, String reason, boolean blocking) {
        public Finding {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
