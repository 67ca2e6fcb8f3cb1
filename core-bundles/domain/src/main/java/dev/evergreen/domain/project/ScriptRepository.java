package dev.evergreen.domain.project;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps scripts. */
@ProviderType
public interface ScriptRepository {
    /** Adds the next version, whatever {@code script.version()} says, and returns it. */
    Script add(Script script);

    Optional<Script> find(UUID id);

    Optional<Script> newest(UUID projectId);
}
