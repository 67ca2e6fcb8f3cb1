package dev.evergreen.blobs.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which blobs are named. */
final class Digests {
    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, this one has not", e);
        }
    }
}
