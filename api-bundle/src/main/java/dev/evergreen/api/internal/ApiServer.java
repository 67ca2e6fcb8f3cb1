package dev.evergreen.api.internal;

import dev.evergreen.api.internal.http.Engine;
import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Failures;
import dev.evergreen.api.internal.http.Guard;
import dev.evergreen.api.internal.http.RequestMetrics;
import dev.evergreen.api.internal.http.RequestSchemas;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.resource.AccountsResource;
import dev.evergreen.api.internal.resource.ChoicesResource;
import dev.evergreen.api.internal.resource.EditorResource;
import dev.evergreen.api.internal.resource.EventsSocket;
import dev.evergreen.api.internal.resource.ExportsResource;
import dev.evergreen.api.internal.resource.JobsResource;
import dev.evergreen.api.internal.resource.MediaResource;
import dev.evergreen.api.internal.resource.NodeResource;
import dev.evergreen.api.internal.resource.NotificationsResource;
import dev.evergreen.api.internal.resource.PluginsResource;
import dev.evergreen.api.internal.resource.PreviewResource;
import dev.evergreen.api.internal.resource.ProductionsResource;
import dev.evergreen.api.internal.resource.ProjectsResource;
import dev.evergreen.api.internal.resource.ProvidersResource;
import dev.evergreen.api.internal.resource.QueuesResource;
import dev.evergreen.api.internal.resource.Resource;
import dev.evergreen.api.internal.resource.RoutingResource;
import dev.evergreen.api.internal.resource.ScriptsResource;
import dev.evergreen.api.internal.resource.SpendingResource;
import dev.evergreen.api.internal.resource.StudioFiles;
import dev.evergreen.api.internal.resource.StudioHandler;
import dev.evergreen.domain.storage.EventBus;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server with everything it serves. */
final class ApiServer implements AutoCloseable {
    private static final int MOST_THREADS = 64;
    private static final int FEWEST_THREADS = 4;

    /**
     * What the server needs to know.
     *
     * @param host a loopback address
     * @param port 0 for any that is free
     * @param token needed by calls that change something
     * @param version of the node
     * @param maximumPluginBytes of a plugin's jar
     * @param maximumFormBytes of any file in a form
     * @param formFolder where files of forms lie while their call lasts
     */
    record Options(
            String host,
            int port,
            String token,
            String version,
            long maximumPluginBytes,
            long maximumFormBytes,
            Path formFolder) {}

    private final Options options;
    private final Engine engine;
    private final StudioFiles studio;
    private final Clock clock;
    private final EventsSocket events;
    private final Javalin server;
    private List<Routes.Route> routes = List.of();

    private ApiServer(Options options, Engine engine, StudioFiles studio, EventBus bus, Clock clock) {
        this.options = options;
        this.engine = engine;
        this.studio = studio;
        this.clock = clock;
        this.events = new EventsSocket(bus);
        this.server = Javalin.create(this::configure);
    }

    /** @throws io.javalin.util.JavalinBindException when the port is taken */
    static ApiServer start(Options options, Engine engine, StudioFiles studio, EventBus bus, Clock clock) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // The libraries inside this bundle look for services through it; the server's threads inherit it.
        Thread.currentThread().setContextClassLoader(new LibraryClassLoader());
        try {
            ApiServer api = new ApiServer(options, engine, studio, bus, clock);
            try {
                api.server.start(options.host(), options.port());
                return api;
            } catch (RuntimeException e) {
                api.close();
                throw e;
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.router.ignoreTrailingSlashes = true;
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.multipartConfig.cacheDirectory(options.formFolder().toString());
        config.jetty.multipartConfig.maxFileSize(options.maximumFormBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        new RequestMetrics(engine).addTo(config);
        new Guard(options.token(), this::port).addTo(config);
        new Failures(clock).addTo(config);
        Routes registering = new Routes(config.routes, new Exchange.Surroundings(engine, new RequestSchemas(), clock));
        resources().forEach(resource -> resource.addTo(registering));
        routes = registering.registered();
        events.addTo(config.routes);
        config.resourceHandler(new StudioHandler(studio));
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("http");
        return threads;
    }

    private List<Resource> resources() {
        return List.of(
                new NodeResource(options.version(), options.token()),
                new ProjectsResource(),
                new RoutingResource(),
                new ScriptsResource(),
                new MediaResource(),
                new ProductionsResource(),
                new EditorResource(),
                new PreviewResource(),
                new ExportsResource(),
                new JobsResource(),
                new QueuesResource(),
                new NotificationsResource(),
                new ProvidersResource(),
                new AccountsResource(),
                new SpendingResource(),
                new PluginsResource(options.maximumPluginBytes()),
                new ChoicesResource());
    }

    /** Where it listens. */
    int port() {
        return server.port();
    }

    /** Everything it serves, but the studio's files and the WebSocket. */
    List<Routes.Route> routes() {
        return routes;
    }

    @Override
    public void close() {
        events.close();
        server.stop();
    }
}
