package dev.evergreen.blobs.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Blobs in a folder; {@code etc/dev.evergreen.blobs.cfg}. */
@ObjectClassDefinition(name = "Blobs", description = "Where pictures, sounds, films and plugin jars are kept.")
@interface FolderBlobConfiguration {
    @AttributeDefinition(required = false, description = "The folder; empty for blobs in the data folder.")
    String folder() default "";

    @AttributeDefinition(
            name = "Quota (GiB)",
            description = "The most that may be stored; what can be made again is dropped first. 0 for no limit.")
    int quota_gibibytes() default 50;

    @AttributeDefinition(
            name = "Keep free (MiB)",
            description = "What must stay free on the device for the database and everything else.")
    int keep_free_mebibytes() default 512;
}
