package dev.evergreen.console.internal;

import dev.evergreen.domain.telemetry.Readiness;
import dev.evergreen.domain.telemetry.ReadinessReport;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Whether everything runs, and what does not. */
@Service
@Command(scope = "evergreen", name = "status", description = "Tells whether every bundle and component runs.")
@SuppressWarnings("NullAway.Init") // the console sets the references before it calls
public final class StatusCommand implements Action {
    @Reference
    private Readiness readiness;

    @Override
    public @Nullable Object execute() {
        ReadinessReport report = readiness.check();
        System.out.println((report.ready() ? "ready: " : "not ready: ") + report.bundles() + " bundles, "
                + report.components() + " components");
        report.findings()
                .forEach(finding -> System.out.println("  " + finding.subject() + ": " + finding.reason()
                        + (finding.blocking() ? "" : " (the node works without it)")));
        report.backings().forEach(backing -> System.out.println("  " + backing.role() + " in " + backing.place()));
        return null;
    }
}
