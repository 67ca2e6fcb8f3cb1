package dev.evergreen.telemetry.internal;

import dev.evergreen.domain.telemetry.ReadinessReport.Finding;
import dev.evergreen.spi.descriptor.DescriptorFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Compares the bundles that are there with those that should be, and their states with ACTIVE. */
final class BundleInspection {
    private static final Pattern PLACE_IN_REPOSITORY = Pattern.compile(
            "(?:reference:)?file:(?:.*/system/)?(?<group>.+)/(?<artifact>[^/]+)/(?<version>[^/]+)/[^/]+\\.jar");

    private final Set<String> expected;
    private final List<Finding> findings = new ArrayList<>();
    private int active;

    BundleInspection(Set<String> expected) {
        this.expected = expected;
    }

    void inspect(Bundle[] bundles) {
        Set<String> present = new HashSet<>();
        for (Bundle bundle : bundles) {
            present.add(coordinates(bundle.getLocation()));
            boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
            if (isFine(bundle, fragment)) {
                active++;
            } else if (!isPutAside(bundle)) {
                findings.add(new Finding(
                        bundle.getSymbolicName() + " " + bundle.getVersion(),
                        "bundle is " + name(bundle.getState()) + " instead of ACTIVE",
                        isExpected(bundle)));
            }
        }
        for (String location : expected) {
            if (!present.contains(location)) {
                findings.add(new Finding(location, "bundle is not installed; the log says what it lacks", true));
            }
        }
    }

    boolean isExpected(Bundle bundle) {
        return expected.contains(coordinates(bundle.getLocation()));
    }

    /**
     * Karaf installs what it starts with by the place in the repository, {@code reference:file:/…/system/org/osgi/name/1.0/name-1.0.jar},
     * and everything else by coordinates, {@code mvn:org.osgi/name/1.0}.
     */
    private static String coordinates(String location) {
        Matcher place = PLACE_IN_REPOSITORY.matcher(location);
        return place.matches()
                ? "mvn:" + place.group("group").replace('/', '.') + "/" + place.group("artifact") + "/"
                        + place.group("version")
                : location;
    }

    int active() {
        return active;
    }

    List<Finding> findings() {
        return findings;
    }

    /** A bundle with lazy activation stays STARTING until somebody needs a class of it. */
    private static boolean isFine(Bundle bundle, boolean fragment) {
        int state = bundle.getState();
        return switch (state) {
            case Bundle.ACTIVE -> true;
            case Bundle.RESOLVED -> fragment;
            case Bundle.STARTING -> bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
            default -> false;
        };
    }

    /** A plugin of the distribution that was disabled, or that a newer version stands for: stopped until somebody starts it. */
    private boolean isPutAside(Bundle bundle) {
        return (bundle.getState() & (Bundle.RESOLVED | Bundle.INSTALLED)) != 0
                && isExpected(bundle)
                && bundle.findEntries(DescriptorFiles.FOLDER, "*" + DescriptorFiles.SUFFIX, false) != null
                && !bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
    }

    private static String name(int state) {
        return switch (state) {
            case Bundle.INSTALLED -> "INSTALLED (a requirement is missing)";
            case Bundle.RESOLVED -> "RESOLVED (stopped)";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            case Bundle.UNINSTALLED -> "UNINSTALLED";
            default -> "in state " + state;
        };
    }
}
