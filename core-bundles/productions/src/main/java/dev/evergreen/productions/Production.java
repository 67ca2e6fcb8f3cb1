package dev.evergreen.productions;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.FilmFinding;
import dev.evergreen.spi.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A production as it stands.
 *
 * @param job the job itself
 * @param steps its steps in order
 * @param eta estimated time to the end; empty while unknown or when final
 * @param film asset of the finished film
 * @param bill what was bought, a line per asset
 * @param total sum of the bill
 * @param checks findings of the quality checks, each one sentence; empty when all is well
 * @param findings the same for programs: what is wrong, how bad it is, and where in the film
 */
public record Production(
        Job job,
        List<Job> steps,
        Optional<Duration> eta,
        Optional<Asset> film,
        List<BillLine> bill,
        Money total,
        List<String> checks,
        List<FilmFinding> findings) {
    public Production {
        steps = List.copyOf(steps);
        bill = List.copyOf(bill);
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
    }

    /**
     * @param item what was made, for example {@code Narration of scene 2}
     * @param provider who served it
     * @param cached whether an earlier result was used
     * @param charge what it cost
     * @param note what else is to be said of it, such as the similar prompt whose picture was used; empty for nothing
     */
    public record BillLine(String item, String provider, boolean cached, Money charge, String note) {
        public BillLine {
            // Null in what was written before lines had notes.
            note = note == null ? "" : note;
        }

        /** Nothing else is to be said of it. */
        public BillLine(String item, String provider, boolean cached, Money charge) {
            this(item, provider, cached, charge, "");
        }
    }
}
