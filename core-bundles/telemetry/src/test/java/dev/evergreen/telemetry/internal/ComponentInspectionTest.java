package dev.evergreen.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.domain.telemetry.ReadinessReport.Finding;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.promise.Promise;

class ComponentInspectionTest {
    private static final long OWN_BUNDLE = 7;

    private final Components components = new Components();

    @Test
    void satisfiedAndActiveComponentsAreCounted() {
        components.add("dev.evergreen.A", OWN_BUNDLE, "optional", configuration(ComponentConfigurationDTO.ACTIVE));
        components.add("dev.evergreen.B", OWN_BUNDLE, "optional", configuration(ComponentConfigurationDTO.SATISFIED));
        ComponentInspection inspection = inspect();
        assertEquals(2, inspection.satisfied());
        assertEquals(List.of(), inspection.findings());
    }

    @Test
    void anUnsatisfiedReferenceIsNamedWithItsTarget() {
        addWaiting("dev.evergreen.Rows", "javax.sql.DataSource", "(evergreen.datasource=main)");
        assertEquals(
                List.of(new Finding(
                        "dev.evergreen.Rows",
                        "component waits for javax.sql.DataSource (evergreen.datasource=main)",
                        true)),
                inspect().findings());
    }

    @Test
    void whatEverythingElseWaitsForComesFirst() {
        addWaiting("dev.evergreen.Page", "dev.evergreen.Rows", null);
        addWaiting("dev.evergreen.Rows", "javax.sql.DataSource", null).serviceInterfaces =
                new String[] {"dev.evergreen.Rows"};
        assertEquals(
                List.of("dev.evergreen.Rows", "dev.evergreen.Page"),
                inspect().findings().stream().map(Finding::subject).toList());
    }

    @Test
    void aFailedActivationIsNamedInOneLine() {
        ComponentConfigurationDTO failed = configuration(ComponentConfigurationDTO.FAILED_ACTIVATION);
        failed.failure = "java.lang.reflect.InvocationTargetException\n\tat reflection\n"
                + "Caused by: java.lang.IllegalStateException: no disk\n\tat somewhere\n";
        components.add("dev.evergreen.Disk", OWN_BUNDLE, "optional", failed);
        assertEquals(
                "activation failed: java.lang.IllegalStateException: no disk",
                inspect().findings().get(0).reason());
    }

    @Test
    void aComponentOfAPluginDoesNotMakeTheNodeUnready() {
        ComponentConfigurationDTO failed = configuration(ComponentConfigurationDTO.FAILED_ACTIVATION);
        failed.failure = "broken";
        components.add("com.acme.Voice", OWN_BUNDLE + 1, "optional", failed);
        assertEquals(false, inspect().findings().get(0).blocking());
    }

    @Test
    void aComponentThatWaitsForAnAccountIsFine() {
        components.add("dev.evergreen.Vendor", OWN_BUNDLE, "require");
        components.add(
                "dev.evergreen.Other",
                OWN_BUNDLE,
                "require",
                configuration(ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION));
        assertEquals(List.of(), inspect().findings());
    }

    @Test
    void aDisabledComponentIsNamed() {
        components.add("dev.evergreen.Off", OWN_BUNDLE, "optional");
        assertEquals("component is disabled", inspect().findings().get(0).reason());
    }

    private ComponentDescriptionDTO addWaiting(String name, String service, String target) {
        ComponentConfigurationDTO waiting = configuration(ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
        UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
        missing.name = "needed";
        waiting.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {missing};
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = "needed";
        reference.interfaceName = service;
        reference.target = target;
        ComponentDescriptionDTO description = components.add(name, OWN_BUNDLE, "optional", waiting);
        description.references = new ReferenceDTO[] {reference};
        return description;
    }

    private ComponentInspection inspect() {
        ComponentInspection inspection = new ComponentInspection(components, id -> id == OWN_BUNDLE);
        inspection.inspect();
        return inspection;
    }

    private static ComponentConfigurationDTO configuration(int state) {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = state;
        return configuration;
    }

    /** Declarative Services' records, as a list. */
    private static final class Components implements ServiceComponentRuntime {
        private final Map<ComponentDescriptionDTO, List<ComponentConfigurationDTO>> all = new LinkedHashMap<>();

        ComponentDescriptionDTO add(
                String name, long bundle, String policy, ComponentConfigurationDTO... configurations) {
            ComponentDescriptionDTO description = new ComponentDescriptionDTO();
            description.name = name;
            description.defaultEnabled = true;
            description.configurationPolicy = policy;
            description.references = new ReferenceDTO[0];
            description.serviceInterfaces = new String[0];
            description.bundle = new BundleDTO();
            description.bundle.id = bundle;
            for (ComponentConfigurationDTO configuration : configurations) {
                configuration.description = description;
            }
            all.put(description, List.of(configurations));
            return description;
        }

        @Override
        public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
            return all.keySet();
        }

        @Override
        public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(ComponentDescriptionDTO component) {
            return all.getOrDefault(component, List.of());
        }

        @Override
        public ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
            throw new AssertionError("readiness asks for all components at once");
        }

        @Override
        public boolean isComponentEnabled(ComponentDescriptionDTO component) {
            return component.defaultEnabled;
        }

        @Override
        public Promise<Void> enableComponent(ComponentDescriptionDTO component) {
            throw new AssertionError("readiness changes nothing");
        }

        @Override
        public Promise<Void> disableComponent(ComponentDescriptionDTO component) {
            throw new AssertionError("readiness changes nothing");
        }
    }
}
