package dev.evergreen.media.internal.text;

/** A caption that is broken into lines. It has few looks, numbered in order of time, each of which is painted once. Used by one thread. */
public interface SetCaption {
    /**
     * The look at a moment.
     *
     * @param frame counted from the caption's start
     */
    int look(long frame);

    TextPicture paint(int look);

    /** Whether all its looks stay inside the safe area. */
    boolean safe();
}
