package dev.evergreen.blobs.s3.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

/** A whole blob, whose digest is compared when its end is reached. */
final class VerifiedInputStream extends FilterInputStream {
    private final DigestInputStream digesting;
    private final String expected;
    private final Function<String, RuntimeException> onDamage;
    private boolean checked;

    /**
     * @param expected {@code sha256:} and the digest
     * @param onDamage makes the failure from the digest that was found
     */
    VerifiedInputStream(InputStream whole, String expected, Function<String, RuntimeException> onDamage) {
        super(new DigestInputStream(whole, sha256()));
        this.digesting = (DigestInputStream) in;
        this.expected = expected;
        this.onDamage = onDamage;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = super.read(buffer, offset, count);
        if (read < 0 && !checked) {
            checked = true;
            String found = "sha256:"
                    + HexFormat.of().formatHex(digesting.getMessageDigest().digest());
            if (!found.equals(expected)) {
                throw onDamage.apply(found);
            }
        }
        return read;
    }

    /** Skipping reads, so that the digest stays that of the whole. */
    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), 8192)];
        return count <= 0 ? 0 : Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, this one has not", e);
        }
    }
}
