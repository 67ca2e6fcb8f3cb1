package dev.evergreen.domain.job;

/** Where a job stands. {@code WAITING}: for other jobs; {@code PARKED}: for a bundle that handles its kind. */
public enum JobState {
    WAITING,
    PENDING,
    PARKED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    DEAD;

    /** Whether nothing more will happen by itself. */
    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED || this == DEAD;
    }
}
