package dev.evergreen.publishing;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.FilmFinding;
import java.util.List;

/**
 * An export as it stands.
 *
 * @param files the film first, then what was written beside it; empty until it is finished
 * @param checks what looking at the finished film found, each one sentence
 * @param findings the same for programs: what is wrong, how bad it is, and where in the film
 */
public record FilmExport(Job job, List<Asset> files, List<String> checks, List<FilmFinding> findings) {
    public FilmExport {
        files = List.copyOf(files);
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
    }
}
