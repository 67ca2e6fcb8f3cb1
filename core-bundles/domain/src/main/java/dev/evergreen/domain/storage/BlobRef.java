package dev.evergreen.domain.storage;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names stored bytes by their content, so equal bytes have equal digests and a reference can never point at changed bytes.
 *
 * @param digest {@code sha256:} and 64 lower-case hexadecimal digits
 * @param size length in bytes
 * @param mediaType IANA media type as given when the bytes were first put
 */
public record BlobRef(String digest, long size, String mediaType) {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    public BlobRef {
        requireDigest(digest);
        Objects.requireNonNull(mediaType, "mediaType");
        if (size < 0) {
            throw new IllegalArgumentException("The size of blob " + digest + " is negative: " + size);
        }
    }

    /**
     * Returns {@code digest} when it is well formed.
     *
     * @throws IllegalArgumentException otherwise, so that nothing else is ever turned into a file name or object key
     */
    public static String requireDigest(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException(
                    "Not a blob digest: '" + digest + "' (expected sha256: and 64 lower-case hexadecimal digits)");
        }
        return digest;
    }
}
