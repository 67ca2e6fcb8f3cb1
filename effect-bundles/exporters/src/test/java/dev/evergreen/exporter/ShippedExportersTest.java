package dev.evergreen.exporter;

import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.PluginPage;
import dev.evergreen.tck.PluginProject;
import dev.evergreen.tck.PreviewPictures;
import dev.evergreen.tck.TestFrames;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Every shipped exporter as people see it when they choose one. */
class ShippedExportersTest {
    private static final PluginProject PROJECT = new PluginProject(Path.of(""));

    @Test
    void previewsShowWhatTheExportersPlan() throws Exception {
        SortedMap<String, Exporter> exporters = PROJECT.plugins(Exporter.class);
        for (Descriptor descriptor : PROJECT.descriptors().values()) {
            Exporter exporter = exporters.get(descriptor.id());
            ExportPicture picture = new ExportPicture();
            if (exporter == null) {
                picture.project();
            } else {
                picture.plan(plan(exporter));
            }
            PreviewPictures.compare(
                    PROJECT.descriptorFolder().resolve(descriptor.preview().orElseThrow()),
                    picture.named(descriptor.id().replaceFirst("^evergreen\\.", "")));
        }
    }

    /** For a film of the first shape that the exporter takes. */
    private static EncodingPlan plan(Exporter exporter) {
        IllegalArgumentException refused = new IllegalArgumentException("no shape was tried");
        for (int[] size : List.of(
                new int[] {1920, 1080}, new int[] {1080, 1920}, new int[] {1080, 1080}, new int[] {1080, 1350})) {
            try {
                EncodingPlan plan =
                        exporter.plan(new ExportRequest("", Map.of(), 900), TestFrames.format(size[0], size[1]));
                return plan.size() != null || plan.video() == null
                        ? plan
                        : new EncodingPlan(
                                plan.container(),
                                plan.video(),
                                plan.audio(),
                                plan.sideFiles(),
                                new dev.evergreen.spi.export.PictureSize(size[0], size[1]),
                                plan.renditions());
            } catch (IllegalArgumentException e) {
                refused = e;
            }
        }
        throw refused;
    }

    @Test
    void thePageIsMadeOfTheDescriptors() throws Exception {
        PluginPage.compare(
                Path.of("..", "..", "docs", "exporters.md"),
                """
                # Exporters

                Made from the exporters' descriptors; `mvn -Devergreen.golden=write test` in `effect-bundles/exporters` writes it anew.
                Each is a bundle and a feature of its own (`evergreen-exporter-<name>`). Those that write a project for another editor also
                report what that editor will not see.
                """,
                "../effect-bundles/exporters/src/main/resources/EVG-INF",
                PROJECT.descriptors().values(),
                descriptor -> "");
    }
}
