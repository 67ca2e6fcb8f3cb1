package dev.evergreen.spi.provider;

/**
 * @param query words
 * @param kind picture or clip
 * @param width least width in pixels
 * @param height least height in pixels
 */
public record StockRequest(String query, Kind kind, int width, int height) implements Request<StockResult> {
    /** What is looked for. */
    public enum Kind {
        IMAGE,
        VIDEO
    }
}
