package dev.evergreen.spi.export;

/** What holds pictures and sound together. */
public enum Container {
    MP4("mp4", "video/mp4"),
    WEBM("webm", "video/webm");

    private final String extension;
    private final String mediaType;

    Container(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Of file names, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
