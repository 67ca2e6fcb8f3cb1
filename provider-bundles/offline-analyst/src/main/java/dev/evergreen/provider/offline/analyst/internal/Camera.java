package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.CameraMove;
import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Moves the camera for a reason: up along what towers, down with what falls, along with who walks, in on what matters, out when something ends. The
 * same move never comes twice in a row. Used by one thread while a film is planned.
 */
final class Camera {
    private static final Pattern UP = Pattern.compile(
            "(?i)\\b(?:looks? up|gazes? up|rises?|rising|climbs?|tower(?:s|ing)?|lighthouse|sky|stars?|soars?|launch(?:es)?|upwards?|tall|kite|balloon|rocket|treetops?)\\b");
    private static final Pattern DOWN = Pattern.compile(
            "(?i)\\b(?:falls?|falling|rain(?:s|drops?)?|snow(?:s|flakes?)?|drops?|kneels?|crouch(?:es)?|down|sinks?|dives?|into the (?:water|ground|soil))\\b");
    private static final Pattern LEAVING = Pattern.compile(
            "(?i)\\b(?:leaves|left|goodbye|farewell|alone|away|disappears?|vanish(?:es)?|home|gone|end)\\b");
    private static final Set<String> TRAVELLING = Set.of("walk", "run", "ride", "swim", "row");

    private CameraMove last = CameraMove.HOLD;
    private CameraMove beforeLast = CameraMove.HOLD;
    private boolean panRight = true;

    CameraMove move(ShotDescription picture, String text, boolean firstOfFilm, boolean lastOfFilm) {
        List<CameraMove> wanted = new ArrayList<>();
        if (firstOfFilm) {
            wanted.add(CameraMove.PUSH_IN);
        }
        if (lastOfFilm) {
            wanted.add(CameraMove.PULL_OUT);
        }
        boolean wide = picture.size() == ShotSize.WIDE || picture.size() == ShotSize.EXTREME_WIDE;
        if (picture.people().stream().map(PersonInShot::pose).anyMatch(TRAVELLING::contains) && wide) {
            wanted.add(pan());
        }
        if (wide && UP.matcher(text).find()) {
            wanted.add(CameraMove.TILT_UP);
        }
        if (wide && DOWN.matcher(text).find()) {
            wanted.add(CameraMove.TILT_DOWN);
        }
        if (wide && LEAVING.matcher(text).find()) {
            wanted.add(CameraMove.PULL_OUT);
        }
        wanted.addAll(usual(picture.size()));
        CameraMove chosen = wanted.stream()
                .filter(move -> move != last)
                .filter(move -> move != beforeLast || wanted.indexOf(move) == 0)
                .findFirst()
                .orElse(last == CameraMove.PUSH_IN ? CameraMove.PULL_OUT : CameraMove.PUSH_IN);
        if (chosen == CameraMove.PAN_LEFT || chosen == CameraMove.PAN_RIGHT) {
            panRight = !panRight;
        }
        beforeLast = last;
        last = chosen;
        return chosen;
    }

    private List<CameraMove> usual(ShotSize size) {
        return switch (size) {
            case EXTREME_WIDE, WIDE -> List.of(CameraMove.PUSH_IN, pan(), CameraMove.PULL_OUT);
            case MEDIUM -> List.of(pan(), CameraMove.PUSH_IN, CameraMove.PULL_OUT);
            case CLOSE_UP -> List.of(CameraMove.PUSH_IN, pan(), CameraMove.HOLD);
            case DETAIL -> List.of(CameraMove.PUSH_IN, pan(), CameraMove.TILT_DOWN);
        };
    }

    private CameraMove pan() {
        return panRight ? CameraMove.PAN_RIGHT : CameraMove.PAN_LEFT;
    }
}
