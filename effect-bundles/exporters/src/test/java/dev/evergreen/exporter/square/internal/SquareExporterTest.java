package dev.evergreen.exporter.square.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class SquareExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new SquareExporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.square";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
