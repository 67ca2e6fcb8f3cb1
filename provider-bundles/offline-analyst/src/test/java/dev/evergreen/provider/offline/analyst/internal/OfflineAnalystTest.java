package dev.evergreen.provider.offline.analyst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.evergreen.spi.provider.AnalysisRequest;
import dev.evergreen.spi.provider.AnalysisResult;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ProviderContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

class OfflineAnalystTest extends ProviderContract<AnalysisRequest, AnalysisResult> {
    @Nested
    class Descriptors extends DescriptorContract {}

    @Override
    protected Provider<AnalysisRequest, AnalysisResult> provider() {
        return new OfflineAnalyst();
    }

    @Override
    protected AnalysisRequest request() {
        return new AnalysisRequest(
                Scripts.script()
                        .character("MARA", "11, in a yellow coat")
                        .scene(Setting.EXTERIOR, "BEACH", "DAWN")
                        .action("Mara kneels beside a tide pool.")
                        .says("MARA", "Look at that.")
                        .scene(Setting.INTERIOR, "KITCHEN", "NIGHT")
                        .action("She sits at the table.")
                        .titled("Tide Pools"),
                7);
    }

    @Override
    protected List<AnalysisRequest> unsupported() {
        return List.of(
                new AnalysisRequest(Scripts.script().titled("Nothing"), 7),
                new AnalysisRequest(request().screenplay(), 0),
                new AnalysisRequest(request().screenplay(), 3600));
    }

    @Override
    protected boolean deterministic() {
        return true;
    }

    @Override
    protected boolean interruptible() {
        return false;
    }

    @Override
    protected void check(AnalysisRequest request, AnalysisResult result) {
        assertEquals("Tide Pools", result.plan().title());
        assertEquals(
                request.screenplay().scenes().stream().map(scene -> scene.id()).toList(),
                result.plan().scenes().stream().map(scene -> scene.sceneId()).toList());
        result.plan().scenes().forEach(scene -> assertFalse(scene.shots().isEmpty(), scene.title()));
    }
}
