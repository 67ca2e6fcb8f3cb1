package dev.evergreen.spending.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How calls without an end are looked after; {@code etc/dev.evergreen.spending.cfg}. */
@ObjectClassDefinition(name = "Spending", description = "How calls that did not end by themselves are looked after.")
@interface SpendingConfiguration {
    @AttributeDefinition(
            name = "Upkeep (s)",
            description = "How often this node looks for calls past their deadline, in seconds, 1 to 3600.")
    int upkeep_seconds() default 30;

    @AttributeDefinition(
            name = "Grace (s)",
            description = "How long after its deadline a call may still be ending by itself, in seconds, 10 to 86400.")
    int grace_seconds() default 60;

    @AttributeDefinition(
            name = "Look-up (s)",
            description =
                    "How long a vendor that could not tell what became of a call is not asked about it again, in seconds,"
                            + " 1 to 86400.")
    int lookup_seconds() default 300;
}
