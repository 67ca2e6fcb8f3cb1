package dev.evergreen.cache.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The cache of this process; {@code etc/dev.evergreen.cache.cfg}. */
@ObjectClassDefinition(name = "Cache", description = "Small values kept in the memory of this process.")
@interface CacheConfiguration {
    @AttributeDefinition(name = "Size (MiB)", description = "The most memory for keys and values, 1 to 4096.")
    int mebibytes() default 32;
}
