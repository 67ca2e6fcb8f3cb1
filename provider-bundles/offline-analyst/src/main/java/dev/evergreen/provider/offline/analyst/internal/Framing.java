package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.ShotSize;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chooses field sizes: wide where a scene begins and where people travel, close for faces and small gestures, details for things alone, and in between
 * medium shots, so that neighbours differ. Used by one thread while a film is planned.
 */
final class Framing {
    private static final Pattern CLOSE = Pattern.compile("(?i)\\b(?:close[- ]?up|close on|tight on)\\b");
    private static final Pattern DETAIL = Pattern.compile("(?i)\\b(?:insert|detail|extreme close|macro)\\b");
    private static final Pattern WIDE =
            Pattern.compile("(?i)\\b(?:wide shot|wide on|establishing|panorama|aerial|bird's[- ]eye)\\b");
    private static final Pattern FACE = Pattern.compile(
            "(?i)\\b(?:smiles?|grins?|teeth|tooth|eyes?|face|tears?|whispers?|frowns?|blushes|cheeks?|lips|gasps?|sighs?|cries|winks?|nods?|laughs?)\\b");
    private static final Set<String> TRAVELLING =
            Set.of("walk", "run", "ride", "swim", "row", "climb", "dance", "jump");
    /** Too large for a detail, or nothing by itself. */
    private static final Set<String> LARGE = Set.of(
            "sun",
            "moon",
            "star",
            "cloud",
            "rainbow",
            "lightning",
            "mountain",
            "river",
            "waterfall",
            "lighthouse",
            "windmill",
            "bridge",
            "house",
            "train",
            "boat",
            "wave",
            "rocket",
            "planet",
            "plane",
            "whale",
            "factory",
            "snow",
            "tree",
            "fire",
            "tent",
            "car",
            "cow",
            "sheep",
            "camel",
            "drop",
            "leaf",
            "rock",
            "window",
            "pot",
            "aurora",
            "comet",
            "ship",
            "castle",
            "pyramid",
            "elephant",
            "wind turbine",
            "solar panel",
            "truck",
            "shark",
            "horse",
            "bear",
            "deer",
            "dragon",
            "dolphin",
            "satellite",
            "door",
            "bed",
            "table",
            "bench");

    private ShotSize last = ShotSize.WIDE;
    private int closeInARow;

    /**
     * @param text what the shot shows in words; empty when only speech goes on
     */
    ShotSize size(String text, Picture picture, boolean firstOfScene, boolean lastOfFilm) {
        ShotSize size = chosen(text, picture, firstOfScene, lastOfFilm);
        closeInARow = size == ShotSize.CLOSE_UP ? closeInARow + 1 : 0;
        last = size;
        return size;
    }

    /** The size for speech that goes on after the picture was seen. */
    ShotSize coverage(int speakers) {
        ShotSize size = speakers != 1
                ? ShotSize.MEDIUM
                : closeInARow >= 2 || last == ShotSize.CLOSE_UP && closeInARow > 1
                        ? ShotSize.MEDIUM
                        : ShotSize.CLOSE_UP;
        if (size == ShotSize.MEDIUM && last == ShotSize.MEDIUM && speakers == 0) {
            size = ShotSize.WIDE;
        }
        closeInARow = size == ShotSize.CLOSE_UP ? closeInARow + 1 : 0;
        last = size;
        return size;
    }

    private ShotSize chosen(String text, Picture picture, boolean firstOfScene, boolean lastOfFilm) {
        if (DETAIL.matcher(text).find()) {
            return ShotSize.DETAIL;
        }
        if (CLOSE.matcher(text).find()) {
            return ShotSize.CLOSE_UP;
        }
        boolean nobody = picture.people.isEmpty();
        if (WIDE.matcher(text).find() || lastOfFilm || firstOfScene) {
            return nobody && (firstOfScene || lastOfFilm) ? ShotSize.EXTREME_WIDE : ShotSize.WIDE;
        }
        if (nobody) {
            boolean small =
                    !picture.objects.isEmpty() && picture.objects.stream().noneMatch(LARGE::contains);
            return small && last != ShotSize.DETAIL
                    ? ShotSize.DETAIL
                    : last == ShotSize.WIDE ? ShotSize.MEDIUM : ShotSize.WIDE;
        }
        if (picture.people.values().stream().anyMatch(person -> TRAVELLING.contains(person.pose))) {
            return ShotSize.WIDE;
        }
        if (FACE.matcher(text).find() && closeInARow < 2) {
            long subjects = picture.people.values().stream()
                    .filter(person -> person.subject)
                    .count();
            return picture.people.size() == 1 || subjects == 1 ? ShotSize.CLOSE_UP : ShotSize.MEDIUM;
        }
        return last == ShotSize.MEDIUM && picture.people.size() == 1 ? ShotSize.CLOSE_UP : ShotSize.MEDIUM;
    }
}
