package dev.evergreen.media.internal.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the media engine: etc/dev.evergreen.media.cfg. */
@ObjectClassDefinition(name = "Evergreen media engine")
public @interface MediaConfiguration {
    @AttributeDefinition(
            name = "Workers",
            description = "Segments drawn at the same time; 0 for one a processor",
            min = "0",
            max = "256")
    int workers() default 0;

    @AttributeDefinition(
            name = "Kept pieces, MiB",
            description = "Encoded pieces kept for the next render; those not used for the longest time go first",
            min = "64")
    long keptPieces() default 4096;

    @AttributeDefinition(
            name = "Pictures in memory, MiB",
            description = "Decoded pictures that one film may hold; 0 for a quarter of the heap",
            min = "0")
    long pictures() default 0;

    @AttributeDefinition(
            name = "Patience with plugins, seconds",
            description = "How long a plugin may take for one frame before it is given up and put in quarantine",
            min = "1",
            max = "3600")
    int pluginSeconds() default 30;

    @AttributeDefinition(
            name = "Folder of the native libraries",
            description = "Where FFmpeg is unpacked to; empty for cache/natives in the data folder")
    String natives() default "";
}
