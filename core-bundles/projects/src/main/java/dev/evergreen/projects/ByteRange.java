package dev.evergreen.projects;

/**
 * A part of a file.
 *
 * @param offset of its first byte, from 0
 * @param length in bytes
 */
public record ByteRange(long offset, long length) {
    public ByteRange {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("no range of bytes: " + length + " from " + offset);
        }
    }
}
