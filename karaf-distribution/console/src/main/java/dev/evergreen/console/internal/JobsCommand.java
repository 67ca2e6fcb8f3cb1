package dev.evergreen.console.internal;

import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.job.Job;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.Jobs;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** The newest jobs. */
@Service
@Command(scope = "evergreen", name = "jobs", description = "Lists the newest jobs.")
@SuppressWarnings("NullAway.Init") // the console sets the references before it calls
public final class JobsCommand implements Action {
    @Reference
    private Jobs jobs;

    @Option(name = "--all", description = "With the steps of other jobs")
    private boolean all;

    @Option(name = "--limit", description = "How many, 1 to 200")
    private int limit = 30;

    @Override
    public @Nullable Object execute() {
        ShellTable table = new ShellTable();
        table.column("Job");
        table.column("State");
        table.column("Done");
        table.column("What");
        JobFilter filter = new JobFilter(Optional.empty(), Optional.empty(), Optional.empty(), !all);
        for (Job job : jobs.list(filter, PageRequest.first(limit)).items()) {
            table.addRow()
                    .addContent(
                            job.id(),
                            job.state().name().toLowerCase(java.util.Locale.ROOT),
                            job.progress() + " %",
                            job.error().isEmpty() ? job.title() : job.title() + ": " + job.error());
        }
        table.print(System.out);
        return null;
    }
}
