package dev.evergreen.jobs;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Handles one kind of job; registered as a service with the property {@link #KIND}. Called from many threads. A job whose kind no
 * service handles is parked until one arrives.
 */
@ConsumerType
public interface JobHandler {
    /** Service property: the kind, a string. */
    String KIND = "evergreen.job.kind";

    /**
     * Does the job. May be called again for the same job after a crash: everything it does must be repeatable, or be done in
     * the transaction of its end ({@link JobOutcome.Done}).
     *
     * @throws JobFailedException when trying again is useless or must wait; any other exception is tried again with back-off
     */
    JobOutcome handle(JobContext job) throws Exception;
}
