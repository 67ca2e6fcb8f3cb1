package dev.evergreen.provider.offline.narrator.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code dev.evergreen.provider.offline.narrator}. */
@ObjectClassDefinition(name = "Offline narrator")
@interface NarratorConfiguration {
    @AttributeDefinition(
            name = "Local command",
            description =
                    "A program that reads text from standard input and writes a WAV file to {output}; empty for none.")
    String command() default "";

    @AttributeDefinition(name = "Time limit of a local program in seconds", min = "1", max = "3600")
    int timeoutSeconds() default 120;
}
