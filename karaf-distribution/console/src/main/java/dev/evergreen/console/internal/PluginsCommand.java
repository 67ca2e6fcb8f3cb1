package dev.evergreen.console.internal;

import dev.evergreen.plugins.PluginSet;
import dev.evergreen.plugins.PluginView;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** The plugins of this node. */
@Service
@Command(scope = "evergreen", name = "plugins", description = "Lists the plugins.")
@SuppressWarnings("NullAway.Init") // the console sets the references before it calls
public final class PluginsCommand implements Action {
    @Reference
    private PluginSet plugins;

    @Override
    public @Nullable Object execute() {
        ShellTable table = new ShellTable();
        table.column("Plugin");
        table.column("Version");
        table.column("State");
        table.column("Origin");
        for (PluginView plugin : plugins.list()) {
            table.addRow()
                    .addContent(
                            plugin.symbolicName(),
                            plugin.version(),
                            plugin.error().isEmpty() ? plugin.state() : plugin.state() + ": " + plugin.error(),
                            plugin.bundled() ? "bundled" : "installed");
        }
        table.print(System.out);
        return null;
    }
}
