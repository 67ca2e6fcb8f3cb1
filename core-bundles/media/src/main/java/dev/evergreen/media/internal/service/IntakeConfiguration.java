package dev.evergreen.media.internal.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the intake: etc/dev.evergreen.intake.cfg. */
@ObjectClassDefinition(name = "Evergreen intake", description = "What providers' results may be at most")
public @interface IntakeConfiguration {
    @AttributeDefinition(name = "Largest file", description = "in megabytes", min = "1")
    int maximum_megabytes() default 2048;

    @AttributeDefinition(name = "Largest picture", description = "in megapixels", min = "1")
    int maximum_megapixels() default 100;

    @AttributeDefinition(name = "Longest recording", description = "in minutes", min = "1")
    int maximum_minutes() default 240;

    @AttributeDefinition(name = "Most streams", description = "pictures, sounds and texts in one file", min = "1")
    int maximum_streams() default 300;

    @AttributeDefinition(
            name = "Longest work",
            description = "seconds that one step of taking a file in may last",
            min = "1")
    int maximum_work_seconds() default 600;

    @AttributeDefinition(
            name = "Most processor time",
            description = "seconds, all processors together, for one step",
            min = "1")
    int maximum_processor_seconds() default 3600;

    @AttributeDefinition(name = "Most memory", description = "megabytes of address space for one step", min = "1")
    int maximum_memory_megabytes() default 4096;

    @AttributeDefinition(name = "Most output", description = "megabytes that one step may write", min = "1")
    int maximum_output_megabytes() default 8192;
}
