/**
 * The kit that every plugin passes. A plugin's tests extend the contract of what it is: {@link dev.evergreen.tck.ProviderContract},
 * {@link dev.evergreen.tck.FrameEffectContract}, {@link dev.evergreen.tck.FrameTransitionContract},
 * {@link dev.evergreen.tck.VideoEffectContract}, {@link dev.evergreen.tck.ExporterContract}; and
 * {@link dev.evergreen.tck.DescriptorContract} for its descriptors.
 */
@NullMarked
package dev.evergreen.tck;

import org.jspecify.annotations.NullMarked;
