/** ElevenLabs: speech with the times of words, sounds, music. */
@NullMarked
package dev.evergreen.provider.elevenlabs.internal;

import org.jspecify.annotations.NullMarked;
