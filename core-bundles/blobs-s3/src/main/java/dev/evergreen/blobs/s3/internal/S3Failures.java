package dev.evergreen.blobs.s3.internal;

import dev.evergreen.domain.storage.StorageException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says what the store answered, where, and what can be done about it. */
final class S3Failures {
    private static final String FILE = "etc/dev.evergreen.blobs.s3.cfg";
    private static final int MOVED = 301;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CHANGED = 412;
    private static final int NO_ROOM = 507;

    private S3Failures() {}

    /** @param what was to be done: {@code "store"} */
    static StorageException of(String what, ObjectPlace place, SdkException failure) {
        String where = "Cannot " + what + " " + place + ": ";
        if (failure instanceof S3Exception refusal && refusal.statusCode() > 0) {
            return refused(where, refusal);
        }
        return new StorageException(
                StorageException.Kind.UNAVAILABLE,
                where + failure.getMessage()
                        + "; the store does not answer in time: start it, or correct endpoint, region and keys in "
                        + FILE,
                failure);
    }

    static boolean isMissing(SdkException failure) {
        return failure instanceof S3Exception refusal
                && refusal.statusCode() == NOT_FOUND
                && !"NoSuchBucket".equals(code(refusal));
    }

    /** The object is another one than the one that was looked at. */
    static boolean isChanged(SdkException failure) {
        return failure instanceof S3Exception refusal && refusal.statusCode() == CHANGED;
    }

    static boolean isUnsupported(SdkException failure) {
        return failure instanceof S3Exception refusal
                && (refusal.statusCode() == 501 || refusal.statusCode() == 405 || refusal.statusCode() == 400);
    }

    static boolean isForbidden(SdkException failure) {
        return failure instanceof S3Exception refusal && refusal.statusCode() == FORBIDDEN;
    }

    private static StorageException refused(String where, S3Exception refusal) {
        String code = code(refusal);
        String answer = where + "HTTP " + refusal.statusCode() + (code.isEmpty() ? "" : " " + code)
                + (refusal.requestId() == null ? "" : ", request " + refusal.requestId());
        if (code.equals("NoSuchBucket")) {
            return failure(
                    StorageException.Kind.MISCONFIGURED,
                    answer + "; make the bucket, or correct bucket.* in " + FILE,
                    refusal);
        }
        if (refusal.statusCode() == FORBIDDEN || refusal.statusCode() == 401) {
            return failure(
                    StorageException.Kind.READ_ONLY,
                    answer + "; correct access.key and secret.key in " + FILE
                            + ", or allow the key to get, put, delete and list objects of the bucket",
                    refusal);
        }
        if (refusal.statusCode() == MOVED) {
            return failure(StorageException.Kind.MISCONFIGURED, answer + "; correct region in " + FILE, refusal);
        }
        if (refusal.statusCode() == NO_ROOM || code.contains("StorageFull") || code.contains("QuotaExceeded")) {
            return failure(StorageException.Kind.FULL, answer + "; give the store more room", refusal);
        }
        return failure(
                StorageException.Kind.UNAVAILABLE,
                answer + "; the same may succeed later, and the store's own log says why",
                refusal);
    }

    private static StorageException failure(StorageException.Kind kind, String message, SdkException cause) {
        return new StorageException(kind, message, cause);
    }

    private static String code(S3Exception refusal) {
        AwsErrorDetails details = refusal.awsErrorDetails();
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }
}
