package dev.evergreen.plugins.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.kit.descriptor.DescriptorException;
import dev.evergreen.kit.descriptor.DescriptorReader;
import dev.evergreen.spi.descriptor.DescriptorFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The framework's side of plugins: which bundles they are, and how one is started, checked and removed. */
final class PluginBundles {
    /** Locations of bundles that were installed through the set begin so; the digest follows. */
    private static final String LOCATION = "evergreen-plugin:";

    private static final Logger LOG = LoggerFactory.getLogger(PluginBundles.class);

    private final BundleContext framework;
    private final ServiceComponentRuntime components;
    private final DescriptorReader reader = new DescriptorReader();

    PluginBundles(BundleContext context, ServiceComponentRuntime components) {
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
        this.components = components;
    }

    /** Every bundle with a descriptor, whoever installed it. */
    List<Bundle> all() {
        return Arrays.stream(framework.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
                .filter(bundle -> !descriptorUrls(bundle).isEmpty())
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
        Bundle bundle = null;
        try {
            bundle = framework.installBundle(LOCATION + digest, jar);
            bundle.start();
            activate(bundle, fileName);
            return bundle;
        } catch (BundleException e) {
            uninstall(bundle);
            throw new ProblemException(
                    List.of(new Problem(Problem.Kind.INVALID, "plugin", fileName + " does not start: " + reason(e))),
                    e);
        } catch (ProblemException e) {
            uninstall(bundle);
            throw e;
        }
    }

    /** Asks for every service of the bundle once, because components activate only when somebody wants them. */
    private void activate(Bundle bundle, String fileName) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        for (ServiceReference<?> reference : services == null ? new ServiceReference<?>[0] : services) {
            Object service = framework.getService(reference);
            if (service != null) {
                framework.ungetService(reference);
            }
        }
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(bundle)) {
            for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(component)) {
                if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                    throw PluginVerifier.refused(
                            fileName,
                            "failed to activate " + component.name + ": " + firstLines(configuration.failure));
                }
                if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                    throw PluginVerifier.refused(
                            fileName,
                            "waits for services that are not here: " + component.name + " needs "
                                    + Arrays.stream(configuration.unsatisfiedReferences)
                                            .map(reference -> reference.name)
                                            .toList());
                }
            }
        }
    }

    void stop(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException e) {
            throw new IllegalStateException("cannot stop " + bundle.getSymbolicName() + ": " + reason(e), e);
        }
    }

    void resume(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.INVALID,
                            "plugin",
                            bundle.getSymbolicName() + " does not start: " + reason(e))),
                    e);
        }
    }

    /** Stops and removes the bundle; its classes go as soon as nothing uses them, and no other bundle is touched. */
    void uninstall(@org.jspecify.annotations.Nullable Bundle bundle) {
        if (bundle == null || bundle.getState() == Bundle.UNINSTALLED) {
            return;
        }
        try {
            bundle.uninstall();
            Collection<Bundle> alone = Collections.singleton(bundle);
            FrameworkWiring wiring = framework.getBundle().adapt(FrameworkWiring.class);
            if (wiring.getDependencyClosure(alone).size() == 1) {
                wiring.refreshBundles(alone);
            }
        } catch (BundleException e) {
            LOG.warn("plugin {} could not be removed cleanly", bundle.getSymbolicName(), e);
        }
    }

    List<Descriptor> descriptors(Bundle bundle) {
        List<Descriptor> found = new ArrayList<>();
        for (URL url : descriptorUrls(bundle)) {
            try (InputStream content = url.openStream()) {
                String file = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
                found.add(reader.read(new String(content.readAllBytes(), StandardCharsets.UTF_8), file));
            } catch (IOException | DescriptorException e) {
                LOG.warn("descriptor {} of {} is not valid", url, bundle.getSymbolicName(), e);
            }
        }
        return found;
    }

    private static List<URL> descriptorUrls(Bundle bundle) {
        var entries = bundle.findEntries(DescriptorFiles.FOLDER, "*" + DescriptorFiles.SUFFIX, false);
        return entries == null ? List.of() : Collections.list(entries);
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return firstLines(String.valueOf(root.getMessage()));
    }

    private static String firstLines(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
