package dev.evergreen.editor;

import java.util.UUID;

/** One change of a timeline. */
public sealed interface TimelineCommand {
    /** The clip that it changes. */
    String clipId();

    /**
     * Other words for a caption. Word timings stay where the number of words does; otherwise the caption has none any more.
     *
     * @param text not blank
     */
    record SetCaptionText(String clipId, String text) implements TimelineCommand {}

    /**
     * An even gain for a sound in place of its envelope.
     *
     * @param decibels -120 (silence) to +24
     */
    record SetClipGain(String clipId, double decibels) implements TimelineCommand {}

    /**
     * Other words for a title.
     *
     * @param heading not blank
     * @param subheading empty for none
     */
    record SetTitleText(String clipId, String heading, String subheading) implements TimelineCommand {}

    /**
     * Another picture or moving picture for a clip, which keeps its time, camera and effects.
     *
     * @param assetId an image or video of the same project
     */
    record ReplacePicture(String clipId, UUID assetId) implements TimelineCommand {}
}
