package dev.evergreen.domain.plugin;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps the installed plugin set. */
@ProviderType
public interface PluginRepository {
    List<InstalledPlugin> list();

    Optional<InstalledPlugin> find(String symbolicName);

    /** Adds or replaces the row of that symbolic name. */
    void put(InstalledPlugin plugin);

    boolean remove(String symbolicName);
}
