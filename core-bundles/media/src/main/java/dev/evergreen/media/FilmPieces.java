package dev.evergreen.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The pieces of films that this node keeps, for nodes that make a film together: each makes some, and {@link Renderer#render} joins
 * those that are there and makes the others. A piece made anywhere is the same, byte for byte. Thread-safe.
 */
@ProviderType
public interface FilmPieces {
    /**
     * What would have to be made now to render a film, in the film's order, its sound first; empty for files that are not joined of
     * pieces. The request's output does not matter here.
     *
     * @throws MediaException as rendering would, where the timeline cannot be drawn as it is
     */
    List<FilmPiece> missing(RenderRequest request) throws MediaException;

    /**
     * Makes some of a film's pieces and keeps them. Keys that are none of this film's with the plugins of this node are passed over.
     *
     * @return the keys of those that are there now
     * @throws MediaException as rendering does; what was made before is kept
     */
    Set<String> make(RenderRequest request, Set<String> keys, BlobReader blobs, RenderListener listener)
            throws MediaException;

    /**
     * Writes a piece for another node.
     *
     * @return whether it is there; otherwise nothing was written
     */
    boolean write(String key, OutputStream target) throws IOException;

    /**
     * Keeps what another node has written.
     *
     * @return whether it was a whole piece; otherwise nothing is kept
     */
    boolean keep(String key, InputStream source) throws IOException;
}
