package dev.evergreen.spi.script;

import java.util.List;

/**
 * One shot: a picture and what is said over it.
 *
 * @param id stable over re-planning as long as the shot is recognisable; unique in the film
 * @param lines what is spoken, in order; may be empty
 * @param picture what is seen
 * @param move camera move
 * @param transition transition into the next shot: {@code cut}, {@code dissolve}, {@code fade}, {@code wipe}, {@code slide}, {@code push},
 *     {@code iris} or a plugin id; empty for the style's own
 * @param cue the media the writer asked for by name, empty for none
 * @param onScreenText a title or centred text shown over the picture, empty for none
 */
public record Shot(
        String id,
        List<SpokenLine> lines,
        ShotDescription picture,
        CameraMove move,
        String transition,
        String cue,
        String onScreenText) {
    public Shot {
        lines = List.copyOf(lines);
    }
}
