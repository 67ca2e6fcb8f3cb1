package dev.evergreen.blobs.s3.internal;

import dev.evergreen.domain.storage.BlobRef;

/**
 * A blob in the object store.
 *
 * @param entityTag what the store calls this version's content
 */
record StoredObject(ObjectPlace place, BlobRef ref, String entityTag) {}
