package dev.evergreen.api.internal.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** Registers endpoints with the server: those of the API under both of its prefixes, those of the node at the root. */
public final class Routes {
    /** Where the API is served; the first is the one that links use. */
    public static final List<String> PREFIXES = List.of("/api/v1", "/api");

    /**
     * A registered endpoint.
     *
     * @param path as in the API's description
     */
    public record Route(String method, String path) {}

    private final RoutesConfig server;
    private final Exchange.Surroundings surroundings;
    private final List<Route> registered = new ArrayList<>();

    public Routes(RoutesConfig server, Exchange.Surroundings surroundings) {
        this.server = server;
        this.surroundings = surroundings;
    }

    public void get(String path, Endpoint endpoint) {
        add(HandlerType.GET, path, endpoint);
    }

    public void head(String path, Endpoint endpoint) {
        add(HandlerType.HEAD, path, endpoint);
    }

    public void post(String path, Endpoint endpoint) {
        add(HandlerType.POST, path, endpoint);
    }

    public void put(String path, Endpoint endpoint) {
        add(HandlerType.PUT, path, endpoint);
    }

    public void delete(String path, Endpoint endpoint) {
        add(HandlerType.DELETE, path, endpoint);
    }

    /** Registers a GET that is not under the API's prefixes. */
    public void atRoot(String path, Endpoint endpoint) {
        registered.add(new Route("GET", path));
        register(HandlerType.GET, path, endpoint);
    }

    private void add(HandlerType method, String path, Endpoint endpoint) {
        registered.add(new Route(method.name(), path));
        for (String prefix : PREFIXES) {
            register(method, path.equals("/") ? prefix : prefix + path, endpoint);
        }
    }

    private void register(HandlerType method, String path, Endpoint endpoint) {
        server.addHttpHandler(method, path, context -> {
            context.attribute(RequestMetrics.ROUTE, path);
            endpoint.answer(new Exchange(context, surroundings));
        });
    }

    /** Everything registered so far. */
    public List<Route> registered() {
        return List.copyOf(registered);
    }
}
