package dev.evergreen.rendering.internal;

import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.media.FilmPieces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pieces that nodes hand to each other: blobs that may be dropped, found by the piece's key through the cache. Nothing depends on
 * finding one; what is not found is made again.
 */
@Component(service = SharedPieces.class)
public final class SharedPieces {
    private static final Logger LOG = LoggerFactory.getLogger(SharedPieces.class);
    private static final String REGION = "piece:";
    private static final String MEDIA_TYPE = "application/vnd.evergreen.piece";
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final FilmPieces pieces;
    private final BlobStore blobs;
    private final Cache cache;
    private final NodeData data;

    @Activate
    public SharedPieces(
            @Reference FilmPieces pieces,
            @Reference BlobStore blobs,
            @Reference Cache cache,
            @Reference NodeData data) {
        this.pieces = pieces;
        this.blobs = blobs;
        this.cache = cache;
        this.data = data;
    }

    /** Which blob holds a piece that some node has made. */
    Optional<String> find(String key) {
        return cache.getText(REGION + key).filter(blobs::exists);
    }

    /**
     * Hands a piece that this node keeps to the others.
     *
     * @return the blob's digest; empty where this node does not have the piece
     * @throws StorageException where it cannot be stored
     */
    Optional<String> share(String key) {
        try {
            Path file = Files.createTempFile(data.folder("tmp", "rendering"), "piece", ".tmp");
            try {
                boolean there;
                try (OutputStream out = Files.newOutputStream(file)) {
                    there = pieces.write(key, out);
                }
                if (!there) {
                    return Optional.empty();
                }
                String digest = blobs.put(BlobSpec.evictable(BlobKind.GENERATED, MEDIA_TYPE), file)
                        .digest();
                cache.putText(REGION + key, digest, REMEMBERED, Set.of());
                return Optional.of(digest);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The piece " + key + " cannot be read to be handed to other nodes", e);
        }
    }

    /** Takes a piece over; answers whether it is here now. */
    boolean fetch(String key, String digest) {
        try (InputStream content = blobs.open(digest)) {
            if (pieces.keep(key, content)) {
                return true;
            }
            LOG.warn("The piece {} in blob {} is damaged and will be made again", key, digest);
        } catch (IOException | StorageException e) {
            LOG.warn("The piece {} cannot be fetched and will be made again", key, e);
        }
        return false;
    }
}
