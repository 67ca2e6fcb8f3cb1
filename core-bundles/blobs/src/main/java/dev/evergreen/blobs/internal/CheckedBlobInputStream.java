package dev.evergreen.blobs.internal;

import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.StorageException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A whole blob, checked against its digest when its end is reached. */
final class CheckedBlobInputStream extends FilterInputStream {
    private final BlobRef ref;
    private final Runnable onDamage;
    private final MessageDigest digest = Digests.sha256();
    private boolean ended;
    private boolean skipped;

    /** @param onDamage runs once before the failure is thrown */
    CheckedBlobInputStream(InputStream whole, BlobRef ref, Runnable onDamage) {
        super(whole);
        this.ref = ref;
        this.onDamage = onDamage;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            digest.update(buffer, offset, read);
        } else if (read < 0 && !ended) {
            ended = true;
            check();
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        skipped = skipped || count > 0;
        return super.skip(count);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    static StorageException corrupt(BlobRef ref, String finding) {
        return new StorageException(
                StorageException.Kind.CORRUPT,
                "Blob " + ref.digest() + " of " + ref.size() + " bytes is damaged (" + finding
                        + "); it was set aside, and putting the same bytes again mends it");
    }

    private void check() {
        String found = "sha256:" + HexFormat.of().formatHex(digest.digest());
        if (!skipped && !found.equals(ref.digest())) {
            onDamage.run();
            throw corrupt(ref, "its bytes have the digest " + found);
        }
    }
}
