package dev.evergreen.orchestrator.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How providers are chosen; {@code etc/dev.evergreen.orchestrator.cfg}. */
@ObjectClassDefinition(name = "Orchestrator", description = "How providers are chosen, and when they are left alone.")
@interface OrchestratorConfiguration {
    @AttributeDefinition(
            description =
                    "What decides between offers where a project says nothing: cheapest, fastest, best or balanced.")
    String policy() default "balanced";

    @AttributeDefinition(description = "How often one call may ask the same offer again, 0 to 10.")
    int retries() default 2;

    @AttributeDefinition(
            name = "Retry budget",
            description = "Repeated attempts allowed for each first one over all calls, 0 to 1.")
    double retry_budget() default 0.2;

    @AttributeDefinition(
            name = "Breaker window",
            description = "How many of an offer's latest attempts are judged, 5 to 1000.")
    int breaker_window() default 20;

    @AttributeDefinition(name = "Breaker minimum", description = "Fewer attempts than that are not judged.")
    int breaker_minimum() default 5;

    @AttributeDefinition(name = "Failure rate", description = "Share of failures that opens the circuit, above 0 to 1.")
    double breaker_rate() default 0.5;

    @AttributeDefinition(
            name = "Open (s)",
            description = "How long a circuit first stays open in seconds; it doubles while trials fail.")
    int breaker_seconds() default 30;

    @AttributeDefinition(name = "Longest open (s)", description = "Seconds.")
    int breaker_max_seconds() default 300;

    @AttributeDefinition(
            name = "Account trouble (s)",
            description = "How long an offer whose key is refused or whose quota is used up is left alone, in seconds.")
    int account_seconds() default 300;

    @AttributeDefinition(name = "Weight of price", description = "In the policy balanced.")
    double weight_price() default 0.35;

    @AttributeDefinition(name = "Weight of quality", description = "In the policy balanced.")
    double weight_quality() default 0.3;

    @AttributeDefinition(name = "Weight of latency", description = "In the policy balanced.")
    double weight_latency() default 0.15;

    @AttributeDefinition(name = "Weight of success", description = "In the policy balanced.")
    double weight_success() default 0.2;

    @AttributeDefinition(
            name = "Results (minutes)",
            description = "How long a result answers equal requests again, in minutes; 0 switches this off.")
    int results_minutes() default 60;

    @AttributeDefinition(
            name = "Swap (s)",
            description = "How long a call waits for a provider that is just being replaced, in seconds.")
    int swap_seconds() default 10;

    @AttributeDefinition(
            name = "Drain (s)",
            description = "How long running calls may end while their provider goes away, in seconds.")
    int drain_seconds() default 20;

    @AttributeDefinition(
            name = "Limits",
            description = "What vendors let accounts do, instead of what their plugins know, separated by semicolons:"
                    + " acme: calls=50/60s, tokens=90000/1m, concurrency=4; acme/spare: concurrency=2; other: none.")
    String limits() default "";

    @AttributeDefinition(
            name = "Patience (s)",
            description =
                    "How long a thread waits for a turn at an account before the call is put off, 0 to 60 seconds.")
    int waiting_seconds() default 5;

    @AttributeDefinition(
            name = "Longest wait (minutes)",
            description = "How far off the turn of a job's call may be, 1 to 10080 minutes; farther off it fails.")
    int waiting_longest_minutes() default 1_440;

    @AttributeDefinition(
            name = "Recovery (s)",
            description = "How long an offer whose circuit has closed gets only a rising share of the calls that others"
                    + " can serve too, 0 to 86400 seconds; 0 for all of them at once.")
    int recovery_seconds() default 60;

    @AttributeDefinition(name = "First share", description = "The share that it begins with, above 0 to 1.")
    double recovery_share() default 0.1;

    @AttributeDefinition(
            name = "Probe (s)",
            description = "How often plugins that can tell their vendor's health for nothing are asked about accounts"
                    + " that are left alone or idle, 0 to 86400 seconds; 0 for never.")
    int probe_seconds() default 60;

    @AttributeDefinition(
            name = "Idle (minutes)",
            description = "An offer that was not asked for that long is probed, 1 to 10080 minutes.")
    int probe_idle_minutes() default 10;

    @AttributeDefinition(
            description = "Whether a second offer that costs nothing is asked when the first one, which costs nothing"
                    + " either, takes longer than 95 % of its calls.")
    boolean hedging() default false;

    @AttributeDefinition(
            name = "Similar prompts",
            description =
                    "How alike two prompts have to be at least, 0.3 to 1, before the result of one answers the other,"
                            + " where the caller allows that.")
    double similar_threshold() default 0.8;

    @AttributeDefinition(
            name = "Exchange rates",
            description =
                    "What a unit of other currencies is worth in US dollars, separated by commas: EUR=1.08,GBP=1.27. A"
                            + " price in a currency without a rate cannot be compared and is refused.")
    String exchange_rates() default "";
}
