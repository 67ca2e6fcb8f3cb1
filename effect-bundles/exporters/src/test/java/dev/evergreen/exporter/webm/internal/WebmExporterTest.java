package dev.evergreen.exporter.webm.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class WebmExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new WebmExporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.webm";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
