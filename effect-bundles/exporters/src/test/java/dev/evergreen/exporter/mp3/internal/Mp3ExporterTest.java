package dev.evergreen.exporter.mp3.internal;

import dev.evergreen.spi.export.Exporter;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.ExporterContract;
import org.junit.jupiter.api.Nested;

class Mp3ExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new Mp3Exporter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.mp3";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
