package dev.evergreen.exporter.hls.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class HlsExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new HlsExporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.hls";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
