package dev.evergreen.media;

import java.time.Duration;

/**
 * What one child process may use at most. The system itself holds the process to it.
 *
 * @param time from its start to its end
 * @param processorTime of all its threads together; whole seconds count
 * @param memoryBytes of address space, which is somewhat more than what it really uses
 * @param outputBytes of each file that it writes
 */
public record WorkLimits(Duration time, Duration processorTime, long memoryBytes, long outputBytes) {
    /** Ten minutes, an hour of one processor, 4 GiB of memory, 8 GiB of output. */
    public static final WorkLimits DEFAULT =
            new WorkLimits(Duration.ofMinutes(10), Duration.ofHours(1), 4L << 30, 8L << 30);

    public WorkLimits {
        if (time.isNegative()
                || time.isZero()
                || processorTime.toSeconds() < 1
                || memoryBytes < 1
                || outputBytes < 512) {
            throw new IllegalArgumentException(
                    "A child process needs some time, a second of a processor, memory and 512"
                            + " bytes of output, but would get " + time + ", " + processorTime + ", " + memoryBytes
                            + " bytes, "
                            + outputBytes + " bytes");
        }
    }
}
