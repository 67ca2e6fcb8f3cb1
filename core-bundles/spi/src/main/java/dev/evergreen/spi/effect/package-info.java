/**
 * What an effect or a transition implements.
 *
 * <p>There are two ways. A <em>declarative</em> plugin ({@link dev.evergreen.spi.effect.VideoEffect},
 * {@link dev.evergreen.spi.effect.AudioEffect}, {@link dev.evergreen.spi.effect.Transition}) returns a typed
 * {@link dev.evergreen.spi.effect.FilterGraph}, which the engine runs. A <em>frame</em> plugin
 * ({@link dev.evergreen.spi.effect.FrameEffect}, {@link dev.evergreen.spi.effect.FrameTransition}) computes pixels itself
 * in planes which the engine owns. What changes the time of pictures is a {@link dev.evergreen.spi.effect.TimeEffect}. Either is an OSGi service with the service property {@code evergreen.plugin.id}
 * ({@link dev.evergreen.spi.effect.EffectPlugin#ID}), and a timeline names it by that id.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package dev.evergreen.spi.effect;
