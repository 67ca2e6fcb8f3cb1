package dev.evergreen.media;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Plays a part of a timeline at once, small and quickly encoded, as it will look in the film. Thread-safe. */
@ProviderType
public interface Preview {
    /**
     * Writes fragmented MP4 (ISO/IEC 14496-12) as it comes into being: a few pictures first, sound as soon as it is mixed. Only what is
     * on screen is opened. The pictures are the film's; the sound is mixed alike, without mastering to the film's loudness. Times in
     * the file start at 0.
     *
     * @param target is flushed after every fragment and not closed
     * @throws MediaException as the renderer does
     * @throws IOException from the target, such as a viewer who has gone
     */
    void play(PreviewRequest request, BlobReader blobs, OutputStream target) throws MediaException, IOException;
}
