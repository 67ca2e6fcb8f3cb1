package dev.evergreen.domain.ledger;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Adds up the ledger. */
@ProviderType
public interface SpendRepository {
    /** By key and currency. */
    List<SpendLine> spend(SpendQuestion question);

    /** Projects that have finished a film, dearest minute first within each currency. */
    List<FilmSpend> films();
}
