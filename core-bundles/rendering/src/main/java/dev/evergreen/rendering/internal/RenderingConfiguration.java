package dev.evergreen.rendering.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of films that several nodes make: etc/dev.evergreen.rendering.cfg. */
@ObjectClassDefinition(name = "Rendering", description = "How a film is divided among the nodes that render.")
@interface RenderingConfiguration {
    @AttributeDefinition(
            name = "Smallest part, megapixels",
            description = "The pixels of all pictures of a part, 1 to 1000000; 1200 are about 20 s of film at 1080p30."
                    + " A film of less than two parts is made by one node.")
    int part_megapixels() default 1200;

    @AttributeDefinition(
            name = "Most parts",
            description = "Of one film, 1 to 256; with 1 every film is made by one node.")
    int parts() default 48;
}
