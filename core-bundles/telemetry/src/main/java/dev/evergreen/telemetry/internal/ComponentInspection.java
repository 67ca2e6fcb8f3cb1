package dev.evergreen.telemetry.internal;

import dev.evergreen.domain.telemetry.ReadinessReport.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/** Finds components that Declarative Services could not satisfy or activate, and says what they wait for. */
final class ComponentInspection {
    private static final String CAUSED_BY = "Caused by: ";

    private final ServiceComponentRuntime runtime;
    private final LongPredicate blocking;
    private final List<Finding> findings = new ArrayList<>();
    private int satisfied;

    /** @param blocking tells by a bundle's id whether its components must be satisfied for the node to be ready */
    ComponentInspection(ServiceComponentRuntime runtime, LongPredicate blocking) {
        this.runtime = runtime;
        this.blocking = blocking;
    }

    void inspect() {
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            // Disabled on purpose, or waiting for a configuration that nobody has to give.
            if (component.defaultEnabled) {
                inspect(component, runtime.getComponentConfigurationDTOs(component));
            }
        }
    }

    int satisfied() {
        return satisfied;
    }

    List<Finding> findings() {
        return findings;
    }

    private void inspect(ComponentDescriptionDTO component, Collection<ComponentConfigurationDTO> configurations) {
        if (configurations.isEmpty() && !"require".equals(component.configurationPolicy)) {
            report(component, "component is disabled");
        }
        for (ComponentConfigurationDTO configuration : configurations) {
            switch (configuration.state) {
                case ComponentConfigurationDTO.ACTIVE, ComponentConfigurationDTO.SATISFIED -> satisfied++;
                case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> report(component, waitsFor(configuration));
                case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                    report(component, "activation failed: " + rootCause(configuration.failure));
                default -> {
                    // Only a component that requires a configuration comes here: it is optional until configured.
                }
            }
        }
    }

    private void report(ComponentDescriptionDTO component, String reason) {
        findings.add(new Finding(component.name, reason, blocking.test(component.bundle.id)));
    }

    private static String waitsFor(ComponentConfigurationDTO configuration) {
        return Arrays.stream(configuration.unsatisfiedReferences)
                .map(missing -> Arrays.stream(configuration.description.references)
                        .filter(reference -> reference.name.equals(missing.name))
                        .findFirst()
                        .map(ComponentInspection::describe)
                        .orElse(missing.name))
                .collect(Collectors.joining(", ", "component waits for ", ""));
    }

    private static String describe(ReferenceDTO reference) {
        return reference.target == null || reference.target.isEmpty()
                ? reference.interfaceName
                : reference.interfaceName + " " + reference.target;
    }

    /** Of a stack trace the line that names the last cause: the wrappers around it say nothing. */
    private static String rootCause(String failure) {
        if (failure == null) {
            return "no reason given";
        }
        String first = failure.lines().findFirst().orElse("no reason given");
        return failure.lines()
                .filter(line -> line.startsWith(CAUSED_BY))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(CAUSED_BY.length()))
                .orElse(first);
    }
}
