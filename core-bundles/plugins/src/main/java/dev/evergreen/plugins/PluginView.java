package dev.evergreen.plugins;

import java.util.List;

/**
 * A plugin bundle as it is on this node.
 *
 * @param symbolicName the bundle's
 * @param version the running version
 * @param bundled whether it came with the distribution
 * @param state {@code active}, {@code disabled}, or {@code failed}
 * @param error why it does not run, empty when it does
 * @param canRollBack whether an earlier version is kept
 * @param descriptors what it offers
 */
public record PluginView(
        String symbolicName,
        String version,
        boolean bundled,
        String state,
        String error,
        boolean canRollBack,
        List<PluginDescriptor> descriptors) {
    public PluginView {
        descriptors = List.copyOf(descriptors);
    }
}
