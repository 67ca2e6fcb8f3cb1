package dev.evergreen.telemetry.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;

/**
 * The bundles of a boot feature and of all features it depends on, from the distribution's feature repositories: also those
 * that Karaf could not install.
 */
final class BootFeatures implements ExpectedBundles {
    private final FeaturesService features;
    private final String root;

    BootFeatures(FeaturesService features, String root) {
        this.features = features;
        this.root = root;
    }

    @Override
    public Set<String> locations() {
        Set<String> locations = new LinkedHashSet<>();
        collect(root, new LinkedHashSet<>(), locations);
        return locations;
    }

    private void collect(String name, Set<String> visited, Set<String> locations) {
        if (!visited.add(name)) {
            return;
        }
        Feature feature = find(name);
        for (BundleInfo bundle : feature.getBundles()) {
            locations.add(bundle.getLocation());
        }
        for (Dependency dependency : feature.getDependencies()) {
            collect(dependency.getName(), visited, locations);
        }
    }

    private Feature find(String name) {
        try {
            Feature feature = features.getFeature(name);
            if (feature == null) {
                throw new IllegalStateException("feature " + name + " is in no repository of this distribution");
            }
            return feature;
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) { // the declared type of Karaf's method
            throw new IllegalStateException("feature " + name + " cannot be read", e);
        }
    }
}
