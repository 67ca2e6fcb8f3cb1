/** Blobs in the buckets of an object store that speaks S3. */
@NullMarked
package dev.evergreen.blobs.s3.internal;

import org.jspecify.annotations.NullMarked;
