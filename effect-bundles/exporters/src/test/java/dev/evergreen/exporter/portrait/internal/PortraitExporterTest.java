package dev.evergreen.exporter.portrait.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class PortraitExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new PortraitExporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.portrait";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
