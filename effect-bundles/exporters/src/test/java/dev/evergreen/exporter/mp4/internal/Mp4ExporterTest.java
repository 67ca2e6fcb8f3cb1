package dev.evergreen.exporter.mp4.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class Mp4ExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new Mp4Exporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.mp4";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
