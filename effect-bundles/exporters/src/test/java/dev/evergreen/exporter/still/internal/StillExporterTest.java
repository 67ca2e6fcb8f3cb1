package dev.evergreen.exporter.still.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class StillExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new StillExporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.still";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
