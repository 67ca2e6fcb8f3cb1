/**
 * The timeline as immutable values: what a film consists of, frame by frame and sample by sample.
 *
 * <p>Pictures are timed in whole frames of the canvas, sound in whole samples at 48 kHz; nothing is in floating seconds.
 * Everything here is a record, an enum, a list or a map of JSON-like values (null-free strings, numbers, booleans, lists
 * and maps), so any mapper that knows records reads and writes it. The one polymorphic type is the sealed
 * {@link dev.evergreen.spi.timeline.VisualSource}: in JSON it carries the property {@code "type"}, whose value is the
 * simple name of the record ({@code MediaSource}, {@code LayeredSource}, {@code SolidSource}, {@code TitleSource}); the
 * permitted records are those of {@code VisualSource.class.getPermittedSubclasses()}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package dev.evergreen.spi.timeline;
