package dev.evergreen.productions.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the tiers of quality mean, and when a person is asked before money is spent; {@code etc/dev.evergreen.productions.cfg}. */
@ObjectClassDefinition(
        name = "Productions",
        description = "What the tiers draft, standard and high mean, and when a person is asked before money is spent.")
@interface ProductionsConfiguration {
    @AttributeDefinition(
            name = "Ask above",
            description = "Estimates above that many US dollars want a person's word before a film is begun; 0 for"
                    + " every one that costs something.")
    String ask_above() default "1";

    @AttributeDefinition(
            description = "Policy of drafts: cheapest, fastest, best or balanced; empty for the rules' own.")
    String draft_policy() default "cheapest";

    @AttributeDefinition(description = "Least quality of drafts: draft, standard or high; empty for the rules' own.")
    String draft_quality() default "";

    @AttributeDefinition(description = "Size of a draft's pictures by that of the film's, 0.25 to 2.")
    double draft_size() default 0.5;

    @AttributeDefinition(
            description = "The most that one answer for a draft may cost in US dollars; empty for no limit.")
    String draft_price() default "";

    @AttributeDefinition(description = "As for drafts.")
    String standard_policy() default "";

    @AttributeDefinition(description = "As for drafts.")
    String standard_quality() default "";

    @AttributeDefinition(description = "As for drafts.")
    double standard_size() default 1;

    @AttributeDefinition(description = "As for drafts.")
    String standard_price() default "";

    @AttributeDefinition(description = "As for drafts.")
    String high_policy() default "best";

    @AttributeDefinition(description = "As for drafts.")
    String high_quality() default "";

    @AttributeDefinition(description = "As for drafts.")
    double high_size() default 1;

    @AttributeDefinition(description = "As for drafts.")
    String high_price() default "";
}
