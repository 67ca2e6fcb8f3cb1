package dev.evergreen.jobs.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The queues of this node; {@code etc/dev.evergreen.jobs.cfg}, and the roles of {@code etc/dev.evergreen.node.cfg}. */
@ObjectClassDefinition(
        name = "Jobs",
        description = "How many jobs this node runs at a time, and how failures are treated.")
@interface JobsConfiguration {
    @AttributeDefinition(description = "What the node does, separated by commas: api, generation, processing, export.")
    String roles() default "api,generation,processing,export";

    @AttributeDefinition(
            name = "High priority",
            description = "Jobs of this queue at a time, 0 to 64; on every node that works.")
    int high__priority() default 2;

    @AttributeDefinition(description = "Jobs of this queue at a time, 0 to 64; needs the role generation.")
    int generation() default 4;

    @AttributeDefinition(description = "Jobs of this queue at a time, 0 to 64; needs the role processing.")
    int processing() default 2;

    @AttributeDefinition(description = "Jobs of this queue at a time, 0 to 64; needs the role export.")
    int export() default 1;

    @AttributeDefinition(description = "Jobs of this queue at a time, 0 to 64; on every node that works.")
    int notifications() default 2;

    @AttributeDefinition(description = "How often a job is begun before it is dead, 1 to 100.")
    int attempts() default 5;

    @AttributeDefinition(
            name = "Back-off (ms)",
            description = "Rest after the first failure in milliseconds; it doubles with each further one.")
    long backoff_millis() default 2_000;

    @AttributeDefinition(name = "Longest back-off (ms)", description = "Milliseconds.")
    long backoff_max_millis() default 300_000;

    @AttributeDefinition(
            name = "Rescue (s)",
            description = "Seconds without a sign of life after which another node's jobs are taken over, 10 to 3600.")
    int rescue_seconds() default 60;

    @AttributeDefinition(
            description = "How often a job may be taken over from a dead node before it is dead, 1 to 100.")
    int rescues() default 3;

    @AttributeDefinition(
            description =
                    "How often this node may die while a job runs and take it up again before it is dead, 1 to 1000.")
    int crashes() default 3;

    @AttributeDefinition(
            name = "Drain (s)",
            description =
                    "Seconds that running jobs get to end by themselves when the node or their bundle stops, 0 to 600.")
    int drain_seconds() default 3;

    @AttributeDefinition(name = "History (days)", description = "How long jobs that ended are kept, 1 to 3650.")
    int history_days() default 90;

    @AttributeDefinition(
            name = "Prune schedule",
            required = false,
            description = "When older jobs are removed, as in crontab(5), in UTC; empty for never.")
    String prune_schedule() default "15 3 * * *";

    @AttributeDefinition(
            required = false,
            description =
                    "How often jobs of a kind may begin on all nodes together: kind=begins/seconds, separated by commas."
                            + " All nodes need the same.")
    String rates() default "";
}
