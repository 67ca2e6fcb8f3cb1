package dev.evergreen.api.internal;

import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.NodeData;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens as configured while this bundle runs; another configuration starts another server. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.evergreen.http")
@Designate(ocd = HttpServerComponent.Configuration.class)
public final class HttpServerComponent {
    /** {@code etc/dev.evergreen.http.cfg}. */
    @ObjectClassDefinition(name = "Evergreen HTTP", description = "Where the API and the studio are served")
    public @interface Configuration {
        /** A loopback address; anything else is refused until people can sign in. */
        @AttributeDefinition(name = "Host")
        String host() default "127.0.0.1";

        /** 0 to 65535; 0 takes any that is free. */
        @AttributeDefinition(name = "Port")
        int port() default 8181;

        /** Megabytes of a plugin's jar. */
        @AttributeDefinition(name = "Largest plugin", description = "in megabytes")
        int maximum_plugin_megabytes() default 200;

        /** Megabytes of a file in a form; what it is for may have a smaller limit. */
        @AttributeDefinition(name = "Largest file of a form", description = "in megabytes")
        int maximum_form_megabytes() default 2048;
    }

    private static final Logger LOG = LoggerFactory.getLogger(HttpServerComponent.class);
    private static final long MEGABYTE = 1_000_000;
    private static final int TOKEN_BYTES = 32;

    private final OsgiEngine engine;
    private final BundledStudio studio;
    private final ApiServer server;
    private final NodeFile nodeFile;

    @Activate
    public HttpServerComponent(
            BundleContext context, @Reference NodeData data, @Reference EventBus events, Configuration configuration)
            throws IOException {
        requireLoopback(configuration.host());
        String token = newToken();
        Version version = context.getBundle().getVersion();
        String shown = version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
        engine = new OsgiEngine(context);
        studio = new BundledStudio(context);
        ApiServer started = null;
        try {
            started = listen(configuration, token, shown, data.folder("work", "forms"), events);
            String address = configuration.host().contains(":") ? "[::1]" : "127.0.0.1";
            String url = "http://" + address + ":" + started.port();
            nodeFile = NodeFile.write(
                    data.folder("run"),
                    new NodeFile.Content(ProcessHandle.current().pid(), url, token, shown));
            server = started;
            LOG.info("Serving the API and the studio at {}", url);
        } catch (IOException | RuntimeException e) {
            if (started != null) {
                started.close();
            }
            studio.close();
            engine.close();
            throw e;
        }
    }

    private ApiServer listen(Configuration configuration, String token, String version, Path forms, EventBus events) {
        ApiServer.Options options = new ApiServer.Options(
                configuration.host(),
                configuration.port(),
                token,
                version,
                configuration.maximum_plugin_megabytes() * MEGABYTE,
                configuration.maximum_form_megabytes() * MEGABYTE,
                forms);
        try {
            return ApiServer.start(options, engine, studio, events, Clock.systemUTC());
        } catch (JavalinBindException e) {
            throw new IllegalStateException(
                    "Port " + configuration.port() + " on " + configuration.host()
                            + " is taken; stop what listens there, or set another port in etc/dev.evergreen.http.cfg"
                            + " (0 takes any that is free).",
                    e);
        }
    }

    /** Without sign-in nobody but this machine's own users may reach the node. */
    private static void requireLoopback(String host) throws UnknownHostException {
        if (!InetAddress.getByName(host).isLoopbackAddress()) {
            throw new IllegalStateException("host is " + host
                    + " in dev.evergreen.http, but this node has no sign-in and listens on loopback only;"
                    + " set host to 127.0.0.1, and reach it from elsewhere through a tunnel.");
        }
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Deactivate
    public void stop() throws IOException {
        try {
            nodeFile.close();
        } finally {
            server.close();
            studio.close();
            engine.close();
        }
    }
}
