package dev.evergreen.plugins.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.plugin.InstalledPlugin;
import dev.evergreen.domain.plugin.PluginRepository;
import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.plugins.PluginSet;
import dev.evergreen.plugins.PluginView;
import dev.evergreen.spi.provider.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's bundles equal to the table of installed plugins. A new version is started beside the old one and only then is the old
 * one stopped, so that there is never a moment without the plugin.
 *
 * <p>What was installed later starts only here, never with the framework: so a safe start runs nothing of it, whatever it would do.
 */
@Component(configurationPid = "dev.evergreen.plugins", immediate = true)
@Designate(ocd = PluginsConfiguration.class)
public final class PluginSetComponent implements PluginSet {
    static final String CHANGED = "plugins:changed";

    /** Set by the start script from EVERGREEN_SAFE_START; not a configuration, which may come after the first activation. */
    private static final String SAFE_START = "evergreen.safe.start";

    private static final Logger LOG = LoggerFactory.getLogger(PluginSetComponent.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final PluginRepository plugins;
    private final BlobStore blobs;
    private final EventBus events;
    private final NodeData data;
    private final PluginBundles bundles;
    private final PluginVerifier verifier;
    private final PluginViews views;
    private final long maximumBytes;
    private final boolean safeStart;
    private final Clock clock = Clock.systemUTC();
    private final List<EventBus.Subscription> changes;
    private final PluginWatch watch;

    /** @param secrets what plugins may need; it must be there before they start */
    @Activate
    public PluginSetComponent(
            @Reference PluginRepository plugins,
            @Reference BlobStore blobs,
            @Reference EventBus events,
            @Reference NodeData data,
            @Reference ServiceComponentRuntime components,
            @Reference Secrets secrets,
            BundleContext context,
            PluginsConfiguration configuration) {
        this.plugins = plugins;
        this.blobs = blobs;
        this.events = events;
        this.data = data;
        this.bundles = new PluginBundles(context, components, Duration.ofSeconds(configuration.activationSeconds()));
        this.verifier = new PluginVerifier(configuration.allowedDigests(), configuration.allowedSigners());
        this.maximumBytes = configuration.maximumBytes();
        this.safeStart = Boolean.parseBoolean(context.getProperty(SAFE_START));
        this.views = new PluginViews(bundles, safeStart);
        converge();
        if (safeStart) {
            LOG.warn("safe start: plugins that were installed later are not running: {}", held());
        }
        this.changes = List.of(
                events.subscribe(CHANGED, event -> converge()), events.subscribe(EventBus.GAP, event -> converge()));
        this.watch = new PluginWatch(plugins::list, this::converge).every(LOOK_AGAIN);
    }

    @Deactivate
    void close() {
        watch.close();
        changes.forEach(EventBus.Subscription::close);
    }

    @Override
    public synchronized List<PluginView> list() {
        return views.of(plugins.list());
    }

    @Override
    public Optional<PluginView> find(String symbolicName) {
        return list().stream()
                .filter(view -> view.symbolicName().equals(symbolicName))
                .findFirst();
    }

    @Override
    public synchronized PluginView install(InputStream jar, String fileName) {
        refuseInSafeStart();
        try (IncomingJar incoming = IncomingJar.take(jar, fileName, data.folder("work", "plugins"), maximumBytes)) {
            PluginFile plugin = verifier.verify(incoming.file(), fileName);
            refuseTakenIds(plugin);
            boolean known = blobs.exists(plugin.digest());
            boolean installed = false;
            BlobRef blob = blobs.put(BlobSpec.keep(BlobKind.PLUGINS, "application/java-archive"), incoming.file());
            try {
                install(plugin, blob.digest());
                installed = true;
            } finally {
                if (!installed && !known) {
                    blobs.delete(blob.digest());
                }
            }
            return changed(plugin.symbolicName());
        }
    }

    private void install(PluginFile plugin, String digest) {
        Optional<InstalledPlugin> before = plugins.find(plugin.symbolicName());
        replace(plugin.symbolicName(), digest, plugin.fileName());
        Optional<String> previous = before.filter(row -> row.state() == InstalledPlugin.State.ENABLED)
                .flatMap(row -> row.digest().equals(digest) ? row.previousDigest() : Optional.of(row.digest()));
        plugins.put(new InstalledPlugin(
                plugin.symbolicName(),
                plugin.version().toString(),
                digest,
                plugin.fileName(),
                InstalledPlugin.State.ENABLED,
                previous,
                "",
                clock.instant()));
        before.ifPresent(this::forgetJars);
    }

    @Override
    public synchronized void remove(String symbolicName) {
        Optional<Bundle> bundled = bundled(symbolicName);
        Optional<InstalledPlugin> row = plugins.find(symbolicName);
        if (bundled.isPresent()) {
            plugins.put(new InstalledPlugin(
                    symbolicName,
                    row.map(InstalledPlugin::version)
                            .orElseGet(() -> bundled.get().getVersion().toString()),
                    row.map(InstalledPlugin::digest).orElse(""),
                    row.map(InstalledPlugin::fileName).orElse(""),
                    InstalledPlugin.State.DISABLED,
                    row.flatMap(InstalledPlugin::previousDigest),
                    "",
                    clock.instant()));
        } else if (!plugins.remove(symbolicName)) {
            throw unknown(symbolicName);
        }
        converge();
        if (bundled.isEmpty()) {
            row.ifPresent(this::forgetJars);
        }
        announce(symbolicName);
    }

    @Override
    public synchronized PluginView enable(String symbolicName) {
        refuseInSafeStart();
        Optional<InstalledPlugin> disabled =
                plugins.find(symbolicName).filter(row -> row.state() != InstalledPlugin.State.ENABLED);
        if (disabled.isEmpty()) {
            return find(symbolicName).orElseThrow(() -> unknown(symbolicName));
        }
        InstalledPlugin row = disabled.get();
        if (row.digest().isEmpty()) {
            bundles.resume(bundled(symbolicName).orElseThrow(() -> unknown(symbolicName)));
            plugins.remove(symbolicName);
        } else {
            replace(symbolicName, row.digest(), row.fileName());
            plugins.put(with(row, InstalledPlugin.State.ENABLED, ""));
        }
        return changed(symbolicName);
    }

    @Override
    public synchronized PluginView rollBack(String symbolicName) {
        refuseInSafeStart();
        Optional<Bundle> bundled = bundled(symbolicName);
        InstalledPlugin row = plugins.find(symbolicName)
                .filter(present -> PluginViews.canRollBack(present, bundled.isPresent()))
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.CONFLICT,
                        "plugin",
                        "No earlier version of " + symbolicName + " is kept; install the one you want."));
        if (row.previousDigest().isPresent()) {
            String previous = row.previousDigest().get();
            Bundle now = replace(symbolicName, previous, row.fileName());
            plugins.put(new InstalledPlugin(
                    symbolicName,
                    now.getVersion().toString(),
                    previous,
                    row.fileName(),
                    InstalledPlugin.State.ENABLED,
                    Optional.of(row.digest()),
                    "",
                    clock.instant()));
        } else {
            bundles.resume(bundled.orElseThrow());
            plugins.remove(symbolicName);
            converge();
            forgetJars(row);
        }
        return changed(symbolicName);
    }

    /** Makes before it breaks. */
    private Bundle replace(String symbolicName, String digest, String fileName) {
        List<Bundle> old = bundles.named(symbolicName);
        Optional<Bundle> same = bundles.at(digest);
        Bundle now;
        if (same.isPresent()) {
            now = same.get();
            bundles.resume(now);
        } else {
            try (InputStream jar = blobs.open(digest)) {
                now = bundles.start(digest, fileName, jar);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the plugin " + fileName, e);
            }
        }
        old.stream().filter(bundle -> bundle.getBundleId() != now.getBundleId()).forEach(bundles::withdraw);
        return now;
    }

    /** Brings this node's bundles in line with the table. A plugin that fails stays away and says why; the others go on. */
    private synchronized void converge() {
        List<InstalledPlugin> rows = plugins.list();
        for (InstalledPlugin row : rows) {
            try {
                converge(row);
                if (!safeStart && !row.error().isEmpty()) {
                    plugins.put(with(row, row.state(), ""));
                }
            } catch (RuntimeException e) {
                LOG.error("plugin {} {} does not run here", row.symbolicName(), row.version(), e);
                plugins.put(with(row, row.state(), String.valueOf(e.getMessage())));
                standIn(row.symbolicName());
            }
        }
        List<String> wanted = rows.stream().map(InstalledPlugin::symbolicName).toList();
        bundles.all().stream()
                .filter(bundle -> !wanted.contains(bundle.getSymbolicName()))
                .forEach(this::withoutRow);
    }

    private void converge(InstalledPlugin row) {
        if (row.state() != InstalledPlugin.State.ENABLED) {
            bundles.named(row.symbolicName()).forEach(bundles::withdraw);
        } else if (safeStart) {
            bundles.named(row.symbolicName()).stream()
                    .filter(bundle -> !PluginBundles.isBundled(bundle))
                    .forEach(bundles::stop);
            standIn(row.symbolicName());
        } else if (bundles.at(row.digest())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .isEmpty()) {
            replace(row.symbolicName(), row.digest(), row.fileName());
        }
    }

    /** The distribution's own version serves while the wanted one cannot. */
    private void standIn(String symbolicName) {
        boolean served = bundles.named(symbolicName).stream().anyMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
        if (!served) {
            bundled(symbolicName).ifPresent(bundles::resume);
        }
    }

    /** What came with the distribution runs; what was installed later and has no row any more goes. */
    private void withoutRow(Bundle bundle) {
        if (!PluginBundles.isBundled(bundle)) {
            bundles.uninstall(bundle);
        } else if (bundle.getState() == Bundle.RESOLVED || bundle.getState() == Bundle.INSTALLED) {
            bundles.resume(bundle);
        }
    }

    private Optional<Bundle> bundled(String symbolicName) {
        return bundles.named(symbolicName).stream()
                .filter(PluginBundles::isBundled)
                .findFirst();
    }

    private List<String> held() {
        return plugins.list().stream()
                .filter(row -> row.state() == InstalledPlugin.State.ENABLED)
                .map(row -> row.symbolicName() + " " + row.version())
                .toList();
    }

    /** Deletes the jars that the row knew and no row knows any more. */
    private void forgetJars(InstalledPlugin old) {
        Set<String> kept = new HashSet<>();
        for (InstalledPlugin row : plugins.list()) {
            kept.add(row.digest());
            row.previousDigest().ifPresent(kept::add);
        }
        Stream.concat(Stream.of(old.digest()), old.previousDigest().stream())
                .filter(digest -> !digest.isEmpty() && !kept.contains(digest))
                .forEach(blobs::delete);
    }

    private void refuseInSafeStart() {
        if (safeStart) {
            throw new ProblemException(
                    Problem.Kind.CONFLICT,
                    "plugin",
                    "This node is in safe start, where plugins can only be removed; start it without"
                            + " EVERGREEN_SAFE_START for anything else.");
        }
    }

    private void refuseTakenIds(PluginFile plugin) {
        for (Bundle bundle : bundles.all()) {
            if (bundle.getSymbolicName().equals(plugin.symbolicName())) {
                continue;
            }
            for (Descriptor descriptor : bundles.descriptors(bundle)) {
                if (plugin.descriptors().stream().anyMatch(own -> own.id().equals(descriptor.id()))) {
                    throw PluginVerifier.refused(
                            plugin.fileName(),
                            "brings the plugin id '" + descriptor.id() + "', which belongs to "
                                    + bundle.getSymbolicName() + "; choose another id, or remove that plugin first");
                }
            }
        }
    }

    private InstalledPlugin with(InstalledPlugin row, InstalledPlugin.State state, String error) {
        return new InstalledPlugin(
                row.symbolicName(),
                row.version(),
                row.digest(),
                row.fileName(),
                state,
                row.previousDigest(),
                error,
                row.installedAt());
    }

    private PluginView changed(String symbolicName) {
        announce(symbolicName);
        return find(symbolicName).orElseThrow(() -> unknown(symbolicName));
    }

    private void announce(String symbolicName) {
        events.publish(new Event(CHANGED, symbolicName, Map.of("symbolicName", symbolicName), clock.instant()));
    }

    private static ProblemException unknown(String symbolicName) {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "plugin",
                "There is no plugin " + symbolicName + "; list them to see their names.");
    }
}
