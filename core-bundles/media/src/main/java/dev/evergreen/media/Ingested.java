package dev.evergreen.media;

import java.nio.file.Path;
import java.util.List;

/**
 * Media that the renderer may open.
 *
 * @param file the normalised file, the caller's to keep or to delete
 * @param media what the normalised file is
 * @param original what was taken in
 * @param notes what could not be kept, each one sentence for people: a damaged end, a second sound track, transparency
 */
public record Ingested(Path file, MediaInfo media, MediaInfo original, List<String> notes) {
    public Ingested {
        notes = List.copyOf(notes);
    }
}
