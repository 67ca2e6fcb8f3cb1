package dev.evergreen.plugins.internal;

import dev.evergreen.domain.ProblemException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/** Starts a plugin's bundle within a time limit and makes sure that all that it brings is active. */
final class PluginStarter {
    private static final String CAUSED_BY = "Caused by: ";

    private final BundleContext framework;
    private final ServiceComponentRuntime components;
    private final Duration patience;

    /** Bundles whose start never came back. The framework holds their locks, so nobody may touch them in this run. */
    private final Set<Long> stuck = ConcurrentHashMap.newKeySet();

    /** @param framework the system bundle's context */
    PluginStarter(BundleContext framework, ServiceComponentRuntime components, Duration patience) {
        this.framework = framework;
        this.components = components;
        this.patience = patience;
    }

    boolean isStuck(Bundle bundle) {
        return stuck.contains(bundle.getBundleId());
    }

    /**
     * Starts the bundle until the node stops: at the next start the table of plugins decides anew, before any foreign code runs.
     *
     * @param name of the plugin, for messages
     * @throws ProblemException with one sentence per thing that is wrong
     */
    void start(Bundle bundle, String name) {
        new UnmetRequirements(framework).refuse(bundle, name);
        FutureTask<Void> start = new FutureTask<>(() -> {
            bundle.start(Bundle.START_TRANSIENT);
            activate(bundle, name);
            return null;
        });
        Thread thread = new Thread(start, "evergreen-plugin-start");
        thread.setDaemon(true);
        thread.start();
        try {
            start.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            stuck.add(bundle.getBundleId());
            throw PluginVerifier.refused(
                    name,
                    "did not become active within " + patience.toSeconds()
                            + " seconds; mend it, or raise activationSeconds in etc/dev.evergreen.plugins.cfg."
                            + " Restart the node to be rid of what still runs of it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stuck.add(bundle.getBundleId());
            throw PluginVerifier.refused(name, "was interrupted while it started; install it again");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException refused) {
                throw refused;
            }
            throw PluginVerifier.refused(
                    name, "does not start: " + reason(e) + "; mend the plugin and install it again");
        }
    }

    /** Asks for every service of the bundle once, because components activate only when somebody wants them. */
    private void activate(Bundle bundle, String name) {
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
                            name,
                            "failed to activate " + component.name + ": " + rootCause(configuration.failure)
                                    + "; mend the plugin and install it again");
                }
                if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                    throw PluginVerifier.refused(
                            name,
                            "waits for services that are not here: " + component.name + " needs "
                                    + missing(configuration) + "; install the plugin that offers them first");
                }
            }
        }
    }

    private static String missing(ComponentConfigurationDTO configuration) {
        Set<String> names = Arrays.stream(configuration.unsatisfiedReferences)
                .map(reference -> reference.name)
                .collect(Collectors.toSet());
        return Arrays.stream(configuration.description.references)
                .filter(reference -> names.contains(reference.name))
                .map(PluginStarter::describe)
                .collect(Collectors.joining(", "));
    }

    private static String describe(ReferenceDTO reference) {
        return reference.target == null || reference.target.isEmpty()
                ? reference.interfaceName
                : reference.interfaceName + " " + reference.target;
    }

    /** Of a stack trace the line that names the last cause: the wrappers around it say nothing. */
    private static String rootCause(String failure) {
        if (failure == null || failure.isBlank()) {
            return "no reason given";
        }
        return failure.lines()
                .filter(line -> line.startsWith(CAUSED_BY))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(CAUSED_BY.length()))
                .orElseGet(() -> firstLine(failure));
    }

    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return firstLine(
                root instanceof BundleException
                        ? Objects.requireNonNullElse(root.getMessage(), "the framework gave no reason")
                        : root.toString());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("no reason given");
    }
}
