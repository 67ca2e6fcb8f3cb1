package dev.evergreen.telemetry.internal;

import dev.evergreen.domain.telemetry.Backing;
import dev.evergreen.domain.telemetry.BackingState;
import dev.evergreen.domain.telemetry.Readiness;
import dev.evergreen.domain.telemetry.ReadinessReport;
import dev.evergreen.domain.telemetry.ReadinessReport.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Asks the framework, Declarative Services, the feature repositories and the backings at each check; keeps nothing. */
@Component
public final class NodeReadiness implements Readiness {
    /** Set by the start script: the feature that stands for all that this node should run. */
    private static final String BOOT_FEATURE = "evergreen.boot";

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final ExpectedBundles expected;
    private final List<Backing> backings = new CopyOnWriteArrayList<>();

    @Activate
    public NodeReadiness(
            BundleContext context, @Reference ServiceComponentRuntime components, @Reference FeaturesService features) {
        this(
                context,
                components,
                new BootFeatures(features, Objects.requireNonNullElse(context.getProperty(BOOT_FEATURE), "evergreen")));
    }

    NodeReadiness(BundleContext context, ServiceComponentRuntime components, ExpectedBundles expected) {
        this.context = context;
        this.components = components;
        this.expected = expected;
    }

    @Override
    public ReadinessReport check() {
        BundleInspection bundles = new BundleInspection(expected.locations());
        bundles.inspect(context.getBundles());
        ComponentInspection satisfied = new ComponentInspection(components, id -> {
            Bundle bundle = context.getBundle(id);
            return bundle != null && bundles.isExpected(bundle);
        });
        satisfied.inspect();
        List<Finding> findings = new ArrayList<>(bundles.findings());
        findings.addAll(satisfied.findings());
        List<BackingState> states = backings.stream()
                .map(Backing::state)
                .sorted(Comparator.comparing(BackingState::role))
                .toList();
        for (BackingState state : states) {
            // The node works on as well as it can, and taking all nodes out of service would help nobody.
            state.trouble()
                    .ifPresent(trouble -> findings.add(
                            new Finding(state.role(), "degraded: " + state.place() + ": " + trouble, false)));
        }
        return new ReadinessReport(bundles.active(), satisfied.satisfied(), findings, states);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addBacking(Backing backing) {
        backings.add(backing);
    }

    void removeBacking(Backing backing) {
        backings.remove(backing);
    }
}
