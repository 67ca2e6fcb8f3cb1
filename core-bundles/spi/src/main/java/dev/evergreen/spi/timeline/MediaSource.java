package dev.evergreen.spi.timeline;

/**
 * A picture or a moving picture as ingest left it.
 *
 * @param digest {@code sha256:} and 64 lower-case hexadecimal digits
 * @param mediaType such as {@code image/png} or {@code video/mp4}
 */
public record MediaSource(String digest, String mediaType) implements VisualSource {
    public MediaSource {
        Check.digest("A media source's digest", digest);
        Check.require(
                mediaType != null && mediaType.matches("(image|video)/[A-Za-z0-9.+-]+"),
                "A visual source must be image/… or video/…, but is " + mediaType);
    }

    /** Whether it has frames of its own. */
    public boolean moving() {
        return mediaType.startsWith("video/");
    }
}
