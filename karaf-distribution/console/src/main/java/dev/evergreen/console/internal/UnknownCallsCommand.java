package dev.evergreen.console.internal;

import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.spending.Reconciliation;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Calls that may have been bought and wait for a word of the vendor or a person. */
@Service
@Command(
        scope = "evergreen",
        name = "unknown-calls",
        description =
                "Lists calls that may have been bought; settle them over the API with what the vendor's bill says.")
@SuppressWarnings("NullAway.Init") // the console sets the references before it calls
public final class UnknownCallsCommand implements Action {
    @Reference
    private Access access;

    @Reference
    private Reconciliation reconciliation;

    @Override
    public @Nullable Object execute() {
        ShellTable table = new ShellTable().emptyTableText("Of every call it is known whether it was bought.");
        table.column("Call");
        table.column("Provider");
        table.column("Account");
        table.column("Up to");
        table.column("Since");
        table.column("Why");
        for (ProviderCall call : reconciliation.unknown(access.localOwner())) {
            table.addRow()
                    .addContent(
                            call.id(),
                            call.plugin(),
                            call.account(),
                            call.reserved().toString(),
                            call.updatedAt(),
                            call.error());
        }
        table.print(System.out);
        return null;
    }
}
