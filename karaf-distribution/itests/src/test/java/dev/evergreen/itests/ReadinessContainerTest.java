package dev.evergreen.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.evergreen.domain.telemetry.ReadinessReport;
import dev.evergreen.domain.telemetry.ReadinessReport.Finding;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** The distribution as it is comes up whole, and says so when it is not. */
public class ReadinessContainerTest extends ContainerTest {
    @Test
    public void everyBundleAndComponentIsActive() throws InterruptedException {
        awaitReady();
        ReadinessReport report = readiness.check();
        assertEquals(List.of(), report.findings());
        assertTrue("components: " + report.components(), report.components() > 10);
    }

    @Test
    public void aStoppedBundleIsNamed() throws InterruptedException, BundleException {
        awaitReady();
        Bundle scripting = bundle("dev.evergreen.scripting");
        scripting.stop();
        try {
            ReadinessReport report = readiness.check();
            assertFalse(report.ready());
            assertTrue(
                    report.findings().toString(),
                    report.findings().stream()
                            .map(Finding::subject)
                            .anyMatch(subject -> subject.startsWith("dev.evergreen.scripting ")));
        } finally {
            scripting.start();
        }
        awaitReady();
    }

    private Bundle bundle(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(symbolicName + " is not installed"));
    }
}
