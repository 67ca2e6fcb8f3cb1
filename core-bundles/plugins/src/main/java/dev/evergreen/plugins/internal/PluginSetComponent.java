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
import dev.evergreen.plugins.PluginDescriptor;
import dev.evergreen.plugins.PluginSet;
import dev.evergreen.plugins.PluginView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 */
@Component(configurationPid = "dev.evergreen.plugins", immediate = true)
@Designate(ocd = PluginsConfiguration.class)
public final class PluginSetComponent implements PluginSet {
    static final String CHANGED = "plugins:changed";
    private static final Logger LOG = LoggerFactory.getLogger(PluginSetComponent.class);

    private final PluginRepository plugins;
    private final BlobStore blobs;
    private final EventBus events;
    private final NodeData data;
    private final PluginBundles bundles;
    private final PluginVerifier verifier;
    private final long maximumBytes;
    private final Clock clock = Clock.systemUTC();
    private final EventBus.Subscription changes;

    @Activate
    public PluginSetComponent(
            @Reference PluginRepository plugins,
            @Reference BlobStore blobs,
            @Reference EventBus events,
            @Reference NodeData data,
            @Reference ServiceComponentRuntime components,
            BundleContext context,
            PluginsConfiguration configuration) {
        this.plugins = plugins;
        this.blobs = blobs;
        this.events = events;
        this.data = data;
        this.bundles = new PluginBundles(context, components);
        this.verifier = new PluginVerifier(configuration.allowedDigests(), configuration.allowedSigners());
        this.maximumBytes = configuration.maximumBytes();
        if (configuration.safeStart()) {
            bundles.all().stream()
                    .filter(bundle -> !PluginBundles.isBundled(bundle))
                    .forEach(bundles::stop);
            LOG.warn("safe start: plugins that were installed later are not running");
        } else {
            converge();
        }
        this.changes = events.subscribe(CHANGED, event -> converge());
    }

    @Deactivate
    void close() {
        changes.close();
    }

    @Override
    public synchronized List<PluginView> list() {
        Map<String, InstalledPlugin> rows = new java.util.TreeMap<>();
        plugins.list().forEach(row -> rows.put(row.symbolicName(), row));
        Map<String, PluginView> views = new java.util.TreeMap<>();
        for (Bundle bundle : bundles.all()) {
            views.merge(
                    bundle.getSymbolicName(),
                    view(bundle, Optional.ofNullable(rows.get(bundle.getSymbolicName()))),
                    (one, other) -> one.state().equals("active") ? one : other);
        }
        rows.values().stream()
                .filter(row -> !views.containsKey(row.symbolicName()))
                .forEach(row -> views.put(row.symbolicName(), absent(row)));
        return List.copyOf(views.values());
    }

    @Override
    public Optional<PluginView> find(String symbolicName) {
        return list().stream()
                .filter(view -> view.symbolicName().equals(symbolicName))
                .findFirst();
    }

    @Override
    public synchronized PluginView install(InputStream jar, String fileName) {
        Path file = copy(jar, fileName);
        try {
            PluginFile plugin = verifier.verify(file, fileName);
            Optional<InstalledPlugin> before = plugins.find(plugin.symbolicName());
            refuseTakenIds(plugin);
            BlobRef blob = blobs.put(BlobSpec.keep(BlobKind.PLUGINS, "application/java-archive"), file);
            replace(plugin.symbolicName(), blob.digest(), fileName);
            plugins.put(new InstalledPlugin(
                    plugin.symbolicName(),
                    plugin.version().toString(),
                    blob.digest(),
                    fileName,
                    InstalledPlugin.State.ENABLED,
                    before.filter(row -> row.state() == InstalledPlugin.State.ENABLED)
                            .map(InstalledPlugin::digest)
                            .filter(digest -> !digest.equals(blob.digest())),
                    "",
                    clock.instant()));
            return changed(plugin.symbolicName());
        } finally {
            delete(file);
        }
    }

    @Override
    public synchronized void remove(String symbolicName) {
        List<Bundle> running = bundles.named(symbolicName);
        Optional<InstalledPlugin> row = plugins.find(symbolicName);
        if (running.isEmpty() && row.isEmpty()) {
            throw unknown(symbolicName);
        }
        if (running.stream().anyMatch(PluginBundles::isBundled)) {
            plugins.put(new InstalledPlugin(
                    symbolicName,
                    running.get(0).getVersion().toString(),
                    row.map(InstalledPlugin::digest).orElse(""),
                    "",
                    InstalledPlugin.State.DISABLED,
                    Optional.empty(),
                    "",
                    clock.instant()));
        } else {
            plugins.remove(symbolicName);
        }
        converge();
        announce(symbolicName);
    }

    @Override
    public synchronized PluginView rollBack(String symbolicName) {
        InstalledPlugin row = plugins.find(symbolicName).orElseThrow(() -> unknown(symbolicName));
        String previous = row.previousDigest()
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.CONFLICT, "plugin", "No earlier version of " + symbolicName + " is kept."));
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
        for (Bundle bundle : old) {
            if (bundle.getBundleId() == now.getBundleId()) {
                continue;
            }
            if (PluginBundles.isBundled(bundle)) {
                bundles.stop(bundle);
            } else {
                bundles.uninstall(bundle);
            }
        }
        return now;
    }

    /** Brings this node's bundles in line with the table. A plugin that fails stays away and says why; the others go on. */
    private synchronized void converge() {
        List<InstalledPlugin> rows = plugins.list();
        for (InstalledPlugin row : rows) {
            try {
                converge(row);
            } catch (RuntimeException e) {
                LOG.error("plugin {} {} does not run here", row.symbolicName(), row.version(), e);
                plugins.put(new InstalledPlugin(
                        row.symbolicName(),
                        row.version(),
                        row.digest(),
                        row.fileName(),
                        row.state(),
                        row.previousDigest(),
                        String.valueOf(e.getMessage()),
                        row.installedAt()));
            }
        }
        List<String> wanted = rows.stream().map(InstalledPlugin::symbolicName).toList();
        bundles.all().stream()
                .filter(bundle -> !wanted.contains(bundle.getSymbolicName()))
                .forEach(this::withoutRow);
    }

    private void converge(InstalledPlugin row) {
        if (row.state() == InstalledPlugin.State.ENABLED) {
            boolean runs = bundles.at(row.digest())
                    .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                    .isPresent();
            if (!runs) {
                replace(row.symbolicName(), row.digest(), row.fileName());
            }
            return;
        }
        for (Bundle bundle : bundles.named(row.symbolicName())) {
            if (PluginBundles.isBundled(bundle)) {
                bundles.stop(bundle);
            } else {
                bundles.uninstall(bundle);
            }
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
                                    + bundle.getSymbolicName());
                }
            }
        }
    }

    private PluginView changed(String symbolicName) {
        announce(symbolicName);
        return find(symbolicName).orElseThrow(() -> unknown(symbolicName));
    }

    private void announce(String symbolicName) {
        events.publish(new Event(CHANGED, symbolicName, Map.of("symbolicName", symbolicName), clock.instant()));
    }

    private PluginView view(Bundle bundle, Optional<InstalledPlugin> row) {
        boolean active = bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING;
        String error = row.map(InstalledPlugin::error).orElse("");
        return new PluginView(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                PluginBundles.isBundled(bundle),
                active ? "active" : error.isEmpty() ? "disabled" : "failed",
                active ? "" : error,
                row.flatMap(InstalledPlugin::previousDigest).isPresent(),
                bundles.descriptors(bundle).stream()
                        .map(PluginSetComponent::descriptor)
                        .toList());
    }

    private static PluginView absent(InstalledPlugin row) {
        return new PluginView(
                row.symbolicName(),
                row.version(),
                false,
                row.error().isEmpty() ? "disabled" : "failed",
                row.error(),
                row.previousDigest().isPresent(),
                new ArrayList<>());
    }

    private static PluginDescriptor descriptor(Descriptor descriptor) {
        return new PluginDescriptor(
                descriptor.id(),
                descriptor.kind(),
                descriptor.title(),
                descriptor.description(),
                descriptor.version(),
                descriptor.tags(),
                descriptor.capabilities(),
                descriptor.parameters());
    }

    private Path copy(InputStream jar, String fileName) {
        try {
            Path file = Files.createTempFile(data.folder("work", "plugins"), "plugin", ".jar");
            try (var output = Files.newOutputStream(file)) {
                long size = jar.transferTo(new LimitedOutput(output, maximumBytes, fileName));
                if (size == 0) {
                    delete(file);
                    throw PluginVerifier.refused(fileName, "is empty");
                }
            } catch (IOException | RuntimeException e) {
                delete(file);
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take in the plugin " + fileName, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("cannot delete {}", file, e);
        }
    }

    private static ProblemException unknown(String symbolicName) {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "plugin",
                "There is no plugin " + symbolicName + "; list them to see their names.");
    }
}
