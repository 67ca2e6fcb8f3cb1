package dev.evergreen.domain.access;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps people. */
@ProviderType
public interface PersonRepository {
    Optional<Person> find(UUID id);

    Optional<Person> findByEmail(String email);

    /** Adds the person unless the e-mail address is taken; returns the one who has it. */
    Person addIfAbsent(Person person);
}
