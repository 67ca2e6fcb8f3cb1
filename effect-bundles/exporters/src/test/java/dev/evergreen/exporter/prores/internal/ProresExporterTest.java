package dev.evergreen.exporter.prores.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class ProresExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new ProresExporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.prores";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
