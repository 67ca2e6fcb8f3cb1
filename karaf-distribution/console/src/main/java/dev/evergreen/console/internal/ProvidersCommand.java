package dev.evergreen.console.internal;

import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.orchestrator.Orchestrator;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Every offer that is there, with its health on this node. */
@Service
@Command(scope = "evergreen", name = "providers", description = "Lists the offers of all providers and their health.")
@SuppressWarnings("NullAway.Init") // the console sets the references before it calls
public final class ProvidersCommand implements Action {
    @Reference
    private Orchestrator orchestrator;

    @Override
    public @Nullable Object execute() {
        ShellTable table = new ShellTable();
        table.column("Capability");
        table.column("Offer");
        table.column("Account");
        table.column("Circuit");
        table.column("Calls");
        table.column("Success");
        for (OfferStatus offer : orchestrator.status()) {
            table.addRow()
                    .addContent(
                            offer.capability(),
                            offer.title(),
                            offer.account(),
                            offer.circuit().toLowerCase(Locale.ROOT),
                            offer.calls(),
                            String.format(Locale.ROOT, "%.0f %%", offer.successRate() * 100));
        }
        table.print(System.out);
        return null;
    }
}
