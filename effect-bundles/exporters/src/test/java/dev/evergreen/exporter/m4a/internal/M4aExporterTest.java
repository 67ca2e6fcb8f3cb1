package dev.evergreen.exporter.m4a.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class M4aExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new M4aExporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.m4a";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
