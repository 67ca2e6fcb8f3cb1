package dev.evergreen.exporter.wav.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class WavExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new WavExporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.wav";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
