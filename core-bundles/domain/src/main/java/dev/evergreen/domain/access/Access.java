package dev.evergreen.domain.access;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The one gate that every use case passes. */
@ProviderType
public interface Access {
    /**
     * Returns when the person may do that.
     *
     * @param project the project it is about, or empty for the node itself
     * @throws dev.evergreen.domain.ProblemException FORBIDDEN, or NOT_FOUND where the person may not even know of it
     */
    void require(Person person, Action action, Optional<UUID> project);

    /** The person who owns this node while there is no sign-in. Created on first use. */
    Person localOwner();
}
