package dev.evergreen.exporter.gif.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class GifExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new GifExporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.gif";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
