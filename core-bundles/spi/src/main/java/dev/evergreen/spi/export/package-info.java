/**
 * What an exporter implements: it plans an encoding, and the engine encodes; or it writes a timeline down for another
 * program and says what that program will not see. An exporter is an OSGi service with the service property
 * {@code evergreen.plugin.id}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package dev.evergreen.spi.export;
