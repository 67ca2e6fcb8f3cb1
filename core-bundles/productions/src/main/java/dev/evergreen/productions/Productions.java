package dev.evergreen.productions;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.access.Person;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Makes films. A production is a job whose steps are jobs. */
@ProviderType
public interface Productions {
    /**
     * Starts making the film of the project's newest script, and returns at once. Steps whose inputs did not change since an earlier
     * production are not done again.
     *
     * @throws dev.evergreen.domain.ProblemException INVALID when there is no script or an option makes no sense
     */
    Production start(Person person, UUID projectId, ProductionRequest request);

    /**
     * What {@link #start} with the same request would cost, by the same requests and rules. Nothing is bought, stored or begun; offers
     * that cost nothing may be asked to divide the script.
     *
     * @throws dev.evergreen.domain.ProblemException INVALID when there is no script, it cannot be read, or an option makes no sense
     */
    ProductionEstimate estimate(Person person, UUID projectId, ProductionRequest request);

    Production find(Person person, UUID productionId);

    /** Newest first. */
    Page<Production> list(Person person, UUID projectId, PageRequest page);

    /**
     * Another picture for one shot at the next production.
     */
    void redoShot(Person person, UUID projectId, String shotId, ShotWish wish);
}
