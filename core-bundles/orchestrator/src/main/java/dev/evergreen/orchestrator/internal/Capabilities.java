package dev.evergreen.orchestrator.internal;

import dev.evergreen.spi.provider.Embedder;
import dev.evergreen.spi.provider.ImageEditor;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.Moderator;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.PromptOptimizer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Publisher;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.ScriptAnalyst;
import dev.evergreen.spi.provider.SoundDesigner;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.StockLibrary;
import dev.evergreen.spi.provider.TextGenerator;
import dev.evergreen.spi.provider.Transcriber;
import dev.evergreen.spi.provider.Upscaler;
import dev.evergreen.spi.provider.VideoGenerator;
import dev.evergreen.spi.provider.VoiceCatalog;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Optional;

/** The capabilities of the SPI. */
final class Capabilities {
    static final List<Class<? extends Provider<?, ?>>> ALL = List.of(
            TextGenerator.class,
            ScriptAnalyst.class,
            ImageGenerator.class,
            ImageEditor.class,
            VideoGenerator.class,
            SpeechSynthesizer.class,
            VoiceCatalog.class,
            MusicComposer.class,
            SoundDesigner.class,
            Transcriber.class,
            Upscaler.class,
            Embedder.class,
            Moderator.class,
            PromptOptimizer.class,
            StockLibrary.class,
            Publisher.class);

    private Capabilities() {}

    /** The one capability of a service; a class can have only one, because each fixes the provider's request and result. */
    static Optional<Class<? extends Provider<?, ?>>> of(Provider<?, ?> provider) {
        return ALL.stream()
                .filter(capability -> capability.isInstance(provider))
                .findFirst();
    }

    /** Whether asking twice is the same as asking once. */
    static boolean repeatable(Class<?> capability) {
        return capability != Publisher.class;
    }

    /** The record a capability answers with. */
    @SuppressWarnings("unchecked")
    static <R extends Result> Class<R> result(Class<?> capability) {
        ParameterizedType provider = (ParameterizedType) capability.getGenericInterfaces()[0];
        return (Class<R>) provider.getActualTypeArguments()[1];
    }
}
