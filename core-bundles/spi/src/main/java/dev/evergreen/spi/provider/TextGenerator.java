package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Language models. */
@ConsumerType
public interface TextGenerator extends Provider<TextRequest, TextResult> {}
