package dev.evergreen.projects;

import dev.evergreen.domain.access.Person;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The small files that an editor shows and plays in place of assets. They are made when they are first asked for. Thread-safe. */
@ProviderType
public interface AssetCompanions {
    /** What can stand for an asset. */
    enum Kind {
        /** Pictures of equal width side by side, evenly spread over the asset's time. */
        THUMBNAILS,
        /** A moving picture of at most 640 pixels a side with a key frame every half second. */
        PROXY,
        /** The lowest and highest of every 256 samples, in version 2 of audiowaveform's data format. */
        PEAKS
    }

    /**
     * A small file.
     *
     * @param file the asset with the small file's digest, media type and size in place of its own
     * @param pictures how many thumbnails stand side by side; 0 for anything else
     */
    record Companion(StoredAsset file, int pictures) {}

    /**
     * @throws dev.evergreen.domain.ProblemException NOT_FOUND also where the asset has no such companion, saying why
     */
    Companion find(Person person, UUID assetId, Kind kind);
}
