package dev.evergreen.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.domain.telemetry.ReadinessReport.Finding;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;

class BundleInspectionTest {
    @Test
    void activeBundlesFragmentsAndLazyOnesAreFine() {
        BundleInspection inspection = inspect(
                Set.of("mvn:a"),
                bundle("a", Bundle.ACTIVE, Map.of()),
                bundle("fragment", Bundle.RESOLVED, Map.of(Constants.FRAGMENT_HOST, "a")),
                bundle("lazy", Bundle.STARTING, Map.of(Constants.BUNDLE_ACTIVATIONPOLICY, "lazy")));
        assertEquals(List.of(), inspection.findings());
        assertEquals(3, inspection.active());
    }

    @Test
    void aBundleThatKarafStartsWithIsKnownByItsCoordinates() {
        Bundle started = bundleAt(
                "reference:file:/opt/evergreen/system/org/osgi/org.osgi.util.promise/1.3.0/org.osgi.util.promise-1.3.0.jar",
                Bundle.ACTIVE);
        assertEquals(
                List.of(),
                inspect(Set.of("mvn:org.osgi/org.osgi.util.promise/1.3.0"), started)
                        .findings());
    }

    @Test
    void aBundleThatCouldNotBeInstalledIsNamed() {
        assertEquals(
                List.of(new Finding("mvn:b", "bundle is not installed; the log says what it lacks", true)),
                inspect(Set.of("mvn:a", "mvn:b"), bundle("a", Bundle.ACTIVE, Map.of()))
                        .findings());
    }

    @Test
    void statesAreNamedAndOnlyExpectedBundlesBlock() {
        assertEquals(
                List.of(
                        new Finding(
                                "a 1.0.0", "bundle is INSTALLED (a requirement is missing) instead of ACTIVE", true),
                        new Finding("later 1.0.0", "bundle is RESOLVED (stopped) instead of ACTIVE", false)),
                inspect(
                                Set.of("mvn:a"),
                                bundle("a", Bundle.INSTALLED, Map.of()),
                                bundle("later", Bundle.RESOLVED, Map.of()))
                        .findings());
    }

    @Test
    void aBundledPluginThatWasPutAsideIsFineAndOneThatOnlyStoppedIsNot() {
        assertEquals(List.of(), inspect(Set.of("mvn:plugin"), plugin(false)).findings());
        assertEquals(
                List.of(new Finding("plugin 1.0.0", "bundle is RESOLVED (stopped) instead of ACTIVE", true)),
                inspect(Set.of("mvn:plugin"), plugin(true)).findings());
    }

    private static Bundle plugin(boolean persistentlyStarted) {
        BundleStartLevel level = (BundleStartLevel) Proxy.newProxyInstance(
                BundleInspectionTest.class.getClassLoader(),
                new Class<?>[] {BundleStartLevel.class},
                (proxy, method, arguments) -> persistentlyStarted);
        return bundle(
                "plugin",
                "mvn:plugin",
                Bundle.RESOLVED,
                Map.of(),
                Map.of("findEntries", Collections.emptyEnumeration(), "adapt", level));
    }

    private static BundleInspection inspect(Set<String> expected, Bundle... bundles) {
        BundleInspection inspection = new BundleInspection(expected);
        inspection.inspect(bundles);
        return inspection;
    }

    private static Bundle bundleAt(String location, int state) {
        return bundle("promise", location, state, Map.of());
    }

    private static Bundle bundle(String name, int state, Map<String, String> headers) {
        return bundle(name, "mvn:" + name, state, headers);
    }

    private static Bundle bundle(String name, String location, int state, Map<String, String> headers) {
        return bundle(name, location, state, headers, Map.of());
    }

    /** @param answers to further methods, by name; nothing found for those that are not given */
    private static Bundle bundle(
            String name, String location, int state, Map<String, String> headers, Map<String, Object> answers) {
        return (Bundle) Proxy.newProxyInstance(
                BundleInspectionTest.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> name;
                    case "getVersion" -> new Version("1.0.0");
                    case "getLocation" -> location;
                    case "getState" -> state;
                    case "getHeaders" -> new Hashtable<>(headers);
                    case "findEntries", "adapt" -> answers.get(method.getName());
                    default -> throw new AssertionError("not asked by the inspection: " + method);
                });
    }
}
