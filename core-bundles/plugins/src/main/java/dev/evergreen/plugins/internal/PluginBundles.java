package dev.evergreen.plugins.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.kit.descriptor.Descriptor;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The framework's side of plugins: which bundles they are, and how one is started and removed. */
final class PluginBundles {
    /** Locations of bundles that were installed through the set begin so; the digest follows. */
    private static final String LOCATION = "evergreen-plugin:";

    private static final int REFRESH_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(PluginBundles.class);

    private final BundleContext framework;
    private final PluginStarter starter;
    private final DescribedBundles described;

    /** @param patience what a bundle has to become active */
    PluginBundles(BundleContext context, ServiceComponentRuntime components, Duration patience) {
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
        this.described = new DescribedBundles(framework);
        this.starter = new PluginStarter(framework, components, patience);
    }

    /** Every bundle with a descriptor, whoever installed it. */
    List<Bundle> all() {
        return described.all().stream()
                .filter(bundle -> !starter.isStuck(bundle))
                .toList();
    }

    List<Bundle> named(String symbolicName) {
        return all().stream()
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .toList();
    }

    Optional<Bundle> at(String digest) {
        return Optional.ofNullable(framework.getBundle(LOCATION + digest));
    }

    static boolean isBundled(Bundle bundle) {
        return !bundle.getLocation().startsWith(LOCATION);
    }

    /**
     * Installs and starts the jar and holds its components' first activation against the wall.
     *
     * @return the active bundle; nothing is left behind when it does not become active
     */
    Bundle start(String digest, String fileName, InputStream jar) {
        Bundle bundle;
        try {
            bundle = framework.installBundle(LOCATION + digest, jar);
        } catch (BundleException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.INVALID,
                            "plugin",
                            fileName + " cannot be installed: " + PluginStarter.reason(e)
                                    + "; build it with bnd-maven-plugin.")),
                    e);
        }
        boolean active = false;
        try {
            starter.start(bundle, fileName);
            active = true;
            return bundle;
        } finally {
            if (!active) {
                uninstall(bundle);
            }
        }
    }

    /** Takes it out of service; what came with the distribution stays installed and does not start with the node any more. */
    void withdraw(Bundle bundle) {
        if (isBundled(bundle)) {
            stop(bundle);
            letClassesGo(bundle);
        } else {
            uninstall(bundle);
        }
    }

    void stop(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException e) {
            throw new IllegalStateException(
                    "cannot stop " + bundle.getSymbolicName() + ": " + PluginStarter.reason(e), e);
        }
    }

    /** Starts a bundle that is installed already; one that came with the distribution then starts with the node again. */
    void resume(Bundle bundle) {
        if (!isBundled(bundle)) {
            starter.start(bundle, bundle.getSymbolicName());
            return;
        }
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.INVALID,
                            "plugin",
                            bundle.getSymbolicName() + " does not start: " + PluginStarter.reason(e) + ".")),
                    e);
        }
    }

    /** Stops and removes the bundle; its classes go as soon as nothing uses them, and no other bundle is touched. */
    void uninstall(Bundle bundle) {
        if (bundle.getState() == Bundle.UNINSTALLED || starter.isStuck(bundle)) {
            return;
        }
        try {
            bundle.uninstall();
            letClassesGo(bundle);
        } catch (BundleException e) {
            LOG.warn("plugin {} could not be removed cleanly", bundle.getSymbolicName(), e);
        }
    }

    /** Refreshes a bundle that is not running, unless others depend on it: they would be restarted. */
    private void letClassesGo(Bundle bundle) {
        Collection<Bundle> alone = Collections.singleton(bundle);
        FrameworkWiring wiring = framework.getBundle().adapt(FrameworkWiring.class);
        if (wiring.getDependencyClosure(alone).size() > 1) {
            return;
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring.refreshBundles(alone, event -> refreshed.countDown());
        try {
            if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the classes of plugin {} are still being let go", bundle.getSymbolicName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<Descriptor> descriptors(Bundle bundle) {
        return described.descriptors(bundle);
    }
}
