package dev.evergreen.media.internal.av;

/**
 * An encoded picture or piece of sound.
 *
 * @param pts presentation time, in units of its stream
 * @param dts decoding time, in the same units
 * @param duration in the same units
 * @param flags FFmpeg's
 * @param data not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and millions of them pass by
public record Packet(long pts, long dts, long duration, int flags, byte[] data) {}
