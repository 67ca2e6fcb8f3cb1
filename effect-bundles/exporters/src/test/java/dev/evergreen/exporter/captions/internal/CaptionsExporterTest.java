package dev.evergreen.exporter.captions.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class CaptionsExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new CaptionsExporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.captions";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
