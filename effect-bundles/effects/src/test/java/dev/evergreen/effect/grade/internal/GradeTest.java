package dev.evergreen.effect.grade.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.VideoEffectContract;
import org.junit.jupiter.api.Nested;

class GradeTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new Grade();
    }

    @Override
    protected String pluginId() {
        return "evergreen.grade";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
