package dev.evergreen.projects;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.access.Person;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The files of projects. Thread-safe. */
@ProviderType
public interface Assets {
    StoredAsset find(Person person, UUID assetId);

    /** Newest first. */
    Page<StoredAsset> list(Person person, UUID projectId, PageRequest page);

    /** The project's files of one role, newest first. */
    List<StoredAsset> listByRole(Person person, UUID projectId, String role);

    /** Other files that serve the same purpose in the same place, newest first. */
    List<StoredAsset> variants(Person person, UUID assetId);

    /**
     * Opens a part of the file.
     *
     * @throws dev.evergreen.domain.ProblemException NOT_FOUND also when the file was evicted and has to be made again
     */
    InputStream read(Person person, StoredAsset asset, ByteRange range);

    /** @throws dev.evergreen.domain.ProblemException CONFLICT while the newest timeline shows it */
    void delete(Person person, UUID assetId);
}
