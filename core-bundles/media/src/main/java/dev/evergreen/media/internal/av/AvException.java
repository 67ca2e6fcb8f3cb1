package dev.evergreen.media.internal.av;

/** A call of FFmpeg's libraries that failed. */
public final class AvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    public AvException(String message, int code) {
        super(message);
        this.code = code;
    }

    /** FFmpeg's negative error number. */
    public int code() {
        return code;
    }
}
