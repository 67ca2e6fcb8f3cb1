package dev.evergreen.console.internal;

import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.ledger.SpendLine;
import dev.evergreen.domain.ledger.SpendQuestion;
import dev.evergreen.spending.Spending;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** What was charged, added up. */
@Service
@Command(scope = "evergreen", name = "spend", description = "Adds up what vendors have charged.")
@SuppressWarnings("NullAway.Init") // the console sets the references before it calls
public final class SpendCommand implements Action {
    @Reference
    private Access access;

    @Reference
    private Spending spending;

    @Argument(name = "by", description = "provider, account, project, person or day")
    private String by = "provider";

    @Override
    public @Nullable Object execute() {
        Optional<SpendQuestion.By> wanted = Arrays.stream(SpendQuestion.By.values())
                .filter(one -> one.name().equalsIgnoreCase(by))
                .findFirst();
        if (wanted.isEmpty()) {
            System.out.println(
                    "Nothing is added up by '" + by + "'; choose provider, account, project, person or day.");
            return null;
        }
        SpendQuestion question = new SpendQuestion(wanted.get(), Optional.empty(), Optional.empty(), Optional.empty());
        ShellTable table = new ShellTable().emptyTableText("Nothing was charged yet.");
        table.column(by.substring(0, 1).toUpperCase(Locale.ROOT) + by.substring(1));
        table.column("Charged");
        table.column("Calls");
        for (SpendLine line : spending.spent(access.localOwner(), question)) {
            table.addRow()
                    .addContent(
                            line.name().isEmpty() ? "(none)" : line.name(),
                            line.spent().toString(),
                            line.calls());
        }
        table.print(System.out);
        return null;
    }
}
