package dev.evergreen.media;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes in untrusted media. All work on foreign bytes is done in child processes that can open this one file and nothing
 * else; the type is told by the content, never by the name. Thread-safe.
 */
@ProviderType
public interface Ingest {
    /**
     * Tells what a file is without decoding all of it.
     *
     * @throws MediaException of kind UNREADABLE, UNSUPPORTED, TOO_LARGE or TIMEOUT
     */
    MediaInfo probe(Path file, IngestLimits limits) throws MediaException;

    /**
     * Makes a file that the renderer may open: pictures upright as PNG (or JPEG where they came as such) of at most 4096
     * pixels a side; sound as FLAC, 48 kHz, mono or stereo; moving pictures as H.264 4:2:0 BT.709 with a constant frame
     * rate, short groups of pictures and AAC sound.
     *
     * @param folder where the new file is put under an own name; nothing is left there on failure
     * @throws MediaException of kind UNREADABLE, UNSUPPORTED, TOO_LARGE, TIMEOUT or STORAGE
     */
    Ingested normalise(Path file, Path folder, IngestLimits limits) throws MediaException;
}
