package dev.evergreen.blobs.s3.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The object store that all nodes share; {@code etc/dev.evergreen.blobs.s3.cfg}. */
@ObjectClassDefinition(
        name = "S3",
        description =
                "An object store that the nodes share for pictures, sounds, films and plugin jars; without one each node"
                        + " keeps them in its own folder.")
@interface S3Configuration {
    @AttributeDefinition(
            name = "Bucket for media",
            required = false,
            description =
                    "What people uploaded, and plugin jars, also EVERGREEN_S3_BUCKET_MEDIA; empty for no object store.")
    String bucket_media() default "";

    @AttributeDefinition(
            name = "Bucket for generated",
            required = false,
            description =
                    "What providers and the renderer made, also EVERGREEN_S3_BUCKET_GENERATED; may be the same bucket.")
    String bucket_generated() default "";

    @AttributeDefinition(
            name = "Bucket for exports",
            required = false,
            description = "Finished films, also EVERGREEN_S3_BUCKET_EXPORTS; may be the same bucket.")
    String bucket_exports() default "";

    @AttributeDefinition(
            required = false,
            description =
                    "Address of a store that is not Amazon's (http://host:9000), also EVERGREEN_S3_ENDPOINT; empty for"
                            + " Amazon's.")
    String endpoint() default "";

    @AttributeDefinition(description = "Region of the buckets, also EVERGREEN_S3_REGION.")
    String region() default "us-east-1";

    @AttributeDefinition(
            name = "Path style",
            description =
                    "Buckets in the path instead of the host's name, as MinIO and other servers of one's own need it.")
    boolean path_style() default false;

    @AttributeDefinition(
            name = "Access key",
            required = false,
            description =
                    "Where the id of the access key is: env:NAME or file:PATH; empty for what Amazon's own rules find"
                            + " (AWS_ACCESS_KEY_ID, profile, container, instance).")
    String access_key() default "";

    @AttributeDefinition(
            name = "Secret key",
            required = false,
            description = "Where the access key's secret is: env:NAME or file:PATH.")
    String secret_key() default "";

    @AttributeDefinition(
            description = "How the store encrypts what lies there: AES256, aws:kms, or none to leave it to the bucket.")
    String encryption() default "AES256";

    @AttributeDefinition(
            name = "KMS key",
            required = false,
            description = "Id of the key for aws:kms; empty for the account's own.")
    String kms_key() default "";

    @AttributeDefinition(
            name = "Manage buckets",
            description =
                    "Whether the node makes missing buckets at its start, switches versions on and sets the rules by which"
                            + " they are cleaned; what it may not do is a warning.")
    boolean manage_buckets() default true;

    @AttributeDefinition(
            name = "Evictable (days)",
            description = "Days after which the buckets drop what can be made again, 1 to 3650; 0 for never.")
    int evictable_days() default 30;

    @AttributeDefinition(
            name = "Old versions (days)",
            description = "Days that deleted and replaced objects can still be brought back, 1 to 3650.")
    int versions_days() default 30;

    @AttributeDefinition(name = "Part (MiB)", description = "Larger blobs are sent in parts of this size, 5 to 512.")
    int part_mebibytes() default 16;

    @AttributeDefinition(description = "How often one request is tried, with growing random pauses, 1 to 10.")
    int attempts() default 4;

    @AttributeDefinition(
            name = "Timeout (s)",
            description = "How long one try of a request may take, and a read may stand still, 1 to 3600.")
    int timeout_seconds() default 60;

    @AttributeDefinition(
            name = "Cache (GiB)",
            description =
                    "Room on this node's disk for copies of what it works with, 1 or more; the least recently used go"
                            + " first, and what was used within a quarter of an hour stays.")
    int cache_gibibytes() default 20;

    @AttributeDefinition(
            name = "Cache folder",
            required = false,
            description = "Where; one node a folder. Empty for cache/blobs in the data folder.")
    String cache_folder() default "";

    @AttributeDefinition(name = "Keep free (MiB)", description = "What must stay free on the device of the cache.")
    int cache_keep_free_mebibytes() default 512;
}
