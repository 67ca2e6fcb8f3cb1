package dev.evergreen.domain.plugin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps provider accounts. */
@ProviderType
public interface ProviderAccountRepository {
    /** By position. */
    List<ProviderAccount> list();

    Optional<ProviderAccount> find(UUID id);

    /** Adds or replaces by id. */
    void put(ProviderAccount account);

    boolean remove(UUID id);
}
