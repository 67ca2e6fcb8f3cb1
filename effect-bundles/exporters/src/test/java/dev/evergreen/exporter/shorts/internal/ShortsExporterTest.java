package dev.evergreen.exporter.shorts.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class ShortsExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new ShortsExporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.shorts";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
