package dev.evergreen.provider.simulated.internal;

/** An account at the simulated vendor, as the configuration has it. */
public @interface PainterSettings {
    /** Where the vendor is. */
    String address() default "";

    /** The account's key: a simulated one, so no secret. */
    String key() default "";

    /** What a picture costs, in US dollars, exactly. */
    String price() default "0.04";

    /** {@code instant} or {@code queued}. */
    String offer() default "instant";

    /** {@code draft}, {@code standard} or {@code high}. */
    String tier() default "standard";

    /** How long an answer is waited for. */
    int timeoutSeconds() default 10;

    /** How long to wait between two looks at a task, in milliseconds. */
    int pollMillis() default 100;
}
