package dev.evergreen.blobs.s3.internal;

import dev.evergreen.domain.storage.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Sends a file to a place. The object appears whole when the last request has succeeded, or not at all. Every request names the
 * SHA-256 of what it carries, which the store compares; nothing is held in memory but what is just being sent.
 */
final class Upload {
    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
    private static final int MOST_PARTS = 10_000;
    private static final int CHUNK_BYTES = 128 * 1024;
    private static final String ALGORITHM = "sha256:";

    private final S3Objects objects;
    private final S3Client client;
    private final long partBytes;

    /** @param partBytes the size of parts, and the largest blob that is sent in one; more when a blob would need too many */
    Upload(S3Objects objects, long partBytes) {
        this.objects = objects;
        this.client = objects.client();
        this.partBytes = partBytes;
    }

    void send(Path file, BlobRef ref, ObjectPlace place) {
        objects.run("store", place, () -> {
            if (ref.size() <= partBytes) {
                sendWhole(file, ref, place);
            } else {
                sendParts(file, ref, place);
            }
            return Boolean.TRUE;
        });
    }

    private void sendWhole(Path file, BlobRef ref, ObjectPlace place) {
        byte[] digest = HexFormat.of().parseHex(ref.digest().substring(ALGORITHM.length()));
        client.putObject(
                objects.encryption()
                        .put(put -> put.bucket(place.bucket())
                                .key(place.key())
                                .contentType(ref.mediaType())
                                .contentLength(ref.size())
                                .metadata(S3Objects.metadata(ref))
                                .checksumSHA256(Base64.getEncoder().encodeToString(digest))),
                body(file, 0, ref.size()));
    }

    private void sendParts(Path file, BlobRef ref, ObjectPlace place) {
        String upload = client.createMultipartUpload(objects.encryption()
                        .multipart(multipart -> multipart
                                .bucket(place.bucket())
                                .key(place.key())
                                .contentType(ref.mediaType())
                                .metadata(S3Objects.metadata(ref))
                                .checksumAlgorithm(ChecksumAlgorithm.SHA256)))
                .uploadId();
        boolean completed = false;
        try {
            List<CompletedPart> parts = parts(file, ref.size(), place, upload);
            client.completeMultipartUpload(complete -> complete.bucket(place.bucket())
                    .key(place.key())
                    .uploadId(upload)
                    .multipartUpload(all -> all.parts(parts)));
            completed = true;
        } finally {
            if (!completed) {
                abort(place, upload);
            }
        }
    }

    private List<CompletedPart> parts(Path file, long size, ObjectPlace place, String upload) {
        long each = Math.max(partBytes, (size + MOST_PARTS - 1) / MOST_PARTS);
        List<CompletedPart> parts = new ArrayList<>();
        for (long offset = 0; offset < size; offset += each) {
            long from = offset;
            long length = Math.min(each, size - from);
            int number = parts.size() + 1;
            String checksum = checksum(file, from, length);
            UploadPartResponse sent = client.uploadPart(
                    part -> part.bucket(place.bucket())
                            .key(place.key())
                            .uploadId(upload)
                            .partNumber(number)
                            .contentLength(length)
                            .checksumSHA256(checksum),
                    body(file, from, length));
            parts.add(CompletedPart.builder()
                    .partNumber(number)
                    .eTag(sent.eTag())
                    .checksumSHA256(sent.checksumSHA256())
                    .build());
        }
        return parts;
    }

    /** Parts that stay behind all the same are removed by the bucket's rules, and at a node's start. */
    private void abort(ObjectPlace place, String upload) {
        try {
            client.abortMultipartUpload(
                    abort -> abort.bucket(place.bucket()).key(place.key()).uploadId(upload));
        } catch (SdkException e) {
            LOG.warn("The parts of {} that were sent already could not be removed: {}", place, e.getMessage());
        }
    }

    /** Opens the file anew for each try of the request. */
    private static RequestBody body(Path file, long offset, long length) {
        return RequestBody.fromContentProvider(
                ContentStreamProvider.fromInputStreamSupplier(() -> slice(file, offset, length)),
                length,
                "application/octet-stream");
    }

    private static InputStream slice(Path file, long offset, long length) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new LimitedInputStream(Channels.newInputStream(channel.position(offset)), length);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ", which is to be stored", e);
        }
    }

    private static String checksum(Path file, long offset, long length) {
        try (InputStream content = slice(file, offset, length)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ", which is to be stored", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, this one has not", e);
        }
    }
}
