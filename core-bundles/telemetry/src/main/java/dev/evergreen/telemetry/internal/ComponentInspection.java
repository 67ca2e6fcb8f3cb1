package dev.evergreen.telemetry.internal;

import dev.evergreen.domain.telemetry.ReadinessReport.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/**
 * Finds components that Declarative Services could not satisfy or activate, and says what they wait for. Those that wait for
 * something no other found component would provide come first: the rest follows from them.
 */
final class ComponentInspection {
    private static final String CAUSED_BY = "Caused by: ";

    private final ServiceComponentRuntime runtime;
    private final LongPredicate blocking;
    private final List<Finding> causes = new ArrayList<>();
    private final List<Finding> consequences = new ArrayList<>();
    private final Set<String> withheld = new HashSet<>();
    private int satisfied;

    /** @param blocking tells by a bundle's id whether its components must be satisfied for the node to be ready */
    ComponentInspection(ServiceComponentRuntime runtime, LongPredicate blocking) {
        this.runtime = runtime;
        this.blocking = blocking;
    }

    void inspect() {
        Map<ComponentDescriptionDTO, Collection<ComponentConfigurationDTO>> all = new LinkedHashMap<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            // The others are disabled on purpose.
            if (component.defaultEnabled) {
                all.put(component, runtime.getComponentConfigurationDTOs(component));
            }
        }
        all.forEach((component, configurations) -> {
            if (configurations.stream().anyMatch(ComponentInspection::isWaiting)) {
                withheld.addAll(List.of(component.serviceInterfaces));
            }
        });
        all.forEach(this::inspect);
    }

    int satisfied() {
        return satisfied;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(causes);
        findings.addAll(consequences);
        return findings;
    }

    private void inspect(ComponentDescriptionDTO component, Collection<ComponentConfigurationDTO> configurations) {
        if (configurations.isEmpty() && !"require".equals(component.configurationPolicy)) {
            causes.add(finding(component, "component is disabled"));
        }
        for (ComponentConfigurationDTO configuration : configurations) {
            switch (configuration.state) {
                case ComponentConfigurationDTO.ACTIVE, ComponentConfigurationDTO.SATISFIED -> satisfied++;
                case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                    (isCause(configuration) ? causes : consequences).add(finding(component, waitsFor(configuration)));
                case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                    causes.add(0, finding(component, "activation failed: " + rootCause(configuration.failure)));
                default -> {
                    // Only a component that requires a configuration comes here: it is optional until configured.
                }
            }
        }
    }

    private Finding finding(ComponentDescriptionDTO component, String reason) {
        return new Finding(component.name, reason, blocking.test(component.bundle.id));
    }

    private static boolean isWaiting(ComponentConfigurationDTO configuration) {
        return configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                || configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
    }

    private boolean isCause(ComponentConfigurationDTO configuration) {
        return missing(configuration).anyMatch(reference -> !withheld.contains(reference.interfaceName));
    }

    private static String waitsFor(ComponentConfigurationDTO configuration) {
        return missing(configuration)
                .map(ComponentInspection::describe)
                .collect(Collectors.joining(", ", "component waits for ", ""));
    }

    private static Stream<ReferenceDTO> missing(ComponentConfigurationDTO configuration) {
        Set<String> names = Arrays.stream(configuration.unsatisfiedReferences)
                .map(reference -> reference.name)
                .collect(Collectors.toSet());
        return Arrays.stream(configuration.description.references).filter(reference -> names.contains(reference.name));
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
