package dev.evergreen.exporter.av1.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class Av1ExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new Av1Exporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.av1";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
