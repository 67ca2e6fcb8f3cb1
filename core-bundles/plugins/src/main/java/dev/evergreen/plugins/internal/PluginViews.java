package dev.evergreen.plugins.internal;

import dev.evergreen.domain.plugin.InstalledPlugin;
import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.plugins.PluginDescriptor;
import dev.evergreen.plugins.PluginView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/** Shows plugins as this node has them. */
final class PluginViews {
    private static final String SAFE_START =
            "not started: this node is in safe start; remove the plugin that hinders it, then start the node as usual";

    private final PluginBundles bundles;
    private final boolean safeStart;

    PluginViews(PluginBundles bundles, boolean safeStart) {
        this.bundles = bundles;
        this.safeStart = safeStart;
    }

    /** By symbolic name. */
    List<PluginView> of(List<InstalledPlugin> rows) {
        Map<String, List<Bundle>> present = bundles.all().stream()
                .collect(Collectors.groupingBy(Bundle::getSymbolicName, TreeMap::new, Collectors.toList()));
        Map<String, PluginView> views = new TreeMap<>();
        Map<String, InstalledPlugin> wanted =
                rows.stream().collect(Collectors.toMap(InstalledPlugin::symbolicName, row -> row));
        present.forEach((name, versions) -> views.put(name, present(versions, Optional.ofNullable(wanted.get(name)))));
        rows.stream()
                .filter(row -> !views.containsKey(row.symbolicName()))
                .forEach(row -> views.put(row.symbolicName(), absent(row)));
        return List.copyOf(views.values());
    }

    /** The version that runs stands for the plugin; when none does, the one that came last. */
    private PluginView present(List<Bundle> versions, Optional<InstalledPlugin> row) {
        Bundle shown = versions.stream()
                .max(Comparator.comparing(PluginViews::isActive).thenComparing(Bundle::getBundleId))
                .orElseThrow();
        boolean bundled = versions.stream().anyMatch(PluginBundles::isBundled);
        boolean active = isActive(shown);
        String error = active ? "" : error(shown, row);
        return new PluginView(
                shown.getSymbolicName(),
                shown.getVersion().toString(),
                bundled,
                state(active, row),
                error,
                row.filter(wanted -> canRollBack(wanted, bundled)).isPresent(),
                bundles.descriptors(shown).stream().map(PluginViews::descriptor).toList());
    }

    private PluginView absent(InstalledPlugin row) {
        return new PluginView(
                row.symbolicName(),
                row.version(),
                false,
                state(false, Optional.of(row)),
                row.error().isEmpty() && safeStart ? SAFE_START : row.error(),
                canRollBack(row, false),
                List.of());
    }

    /** Whether there is a version to go back to: the one before the last update, or the distribution's own. */
    static boolean canRollBack(InstalledPlugin row, boolean bundled) {
        return row.state() == InstalledPlugin.State.ENABLED
                && (row.previousDigest().isPresent() || bundled);
    }

    private String error(Bundle bundle, Optional<InstalledPlugin> row) {
        String known = row.map(InstalledPlugin::error).orElse("");
        boolean held = safeStart && !PluginBundles.isBundled(bundle);
        return known.isEmpty() && held ? SAFE_START : known;
    }

    private static String state(boolean active, Optional<InstalledPlugin> row) {
        if (active) {
            return "active";
        }
        return row.map(InstalledPlugin::error).orElse("").isEmpty() ? "disabled" : "failed";
    }

    private static boolean isActive(Bundle bundle) {
        return bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING;
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
}
