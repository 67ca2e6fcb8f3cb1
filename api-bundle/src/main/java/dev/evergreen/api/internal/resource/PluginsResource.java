package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Limit;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.Links;
import dev.evergreen.api.internal.view.PluginJson;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Action;
import dev.evergreen.plugins.PluginSet;
import dev.evergreen.plugins.PluginView;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The installed set, for the node's operator. */
public final class PluginsResource implements Resource {
    private static final String FORM_FILE = "file";

    private final Limit limit;

    /** @param maximumBytes of a plugin's jar */
    public PluginsResource(long maximumBytes) {
        this.limit = new Limit(
                "plugin",
                maximumBytes,
                "Build a smaller jar, or raise maximum.plugin.megabytes in etc/dev.evergreen.http.cfg.");
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/plugins", this::list);
        routes.post("/plugins", this::install);
        routes.get("/plugins/{symbolicName}", exchange -> exchange.ok(PluginJson.of(plugin(exchange))));
        routes.delete("/plugins/{symbolicName}", this::remove);
        routes.post(
                "/plugins/{symbolicName}/enable",
                exchange -> exchange.ok(
                        PluginJson.of(plugins(exchange).enable(plugin(exchange).symbolicName()))));
        routes.post("/plugins/{symbolicName}/rollback", this::rollBack);
    }

    private void list(Exchange exchange) {
        exchange.ok(plugins(exchange).list().stream().map(PluginJson::of).toList());
    }

    private void install(Exchange exchange) throws IOException {
        PluginSet plugins = plugins(exchange);
        PluginView installed;
        if (exchange.context().isMultipartFormData()) {
            FormFile file = FormFile.of(exchange, FORM_FILE, limit);
            try (InputStream jar = file.content()) {
                installed = plugins.install(jar, file.name());
            }
        } else {
            String name = exchange.query("fileName").orElse("plugin.jar");
            installed = plugins.install(exchange.stream(limit), name);
        }
        exchange.created(Links.plugin(installed.symbolicName()), PluginJson.of(installed));
    }

    private void remove(Exchange exchange) {
        plugins(exchange).remove(plugin(exchange).symbolicName());
        exchange.nothing();
    }

    private void rollBack(Exchange exchange) {
        PluginView plugin = plugin(exchange);
        if (!plugin.canRollBack()) {
            throw new ProblemException(
                    Problem.Kind.CONFLICT,
                    "symbolicName",
                    "No earlier version of " + plugin.symbolicName() + " is kept; install the one you want.");
        }
        exchange.ok(PluginJson.of(plugins(exchange).rollBack(plugin.symbolicName())));
    }

    private static PluginView plugin(Exchange exchange) {
        String name = exchange.word("symbolicName");
        return plugins(exchange)
                .find(name)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "symbolicName",
                        "There is no plugin '" + name + "'; list the plugins to find the one you mean."));
    }

    private static PluginSet plugins(Exchange exchange) {
        exchange.require(Action.OPERATE, Optional.empty());
        return exchange.part(PluginSet.class);
    }
}
