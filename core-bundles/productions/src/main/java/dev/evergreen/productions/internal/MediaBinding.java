package dev.evergreen.productions.internal;

import dev.evergreen.domain.project.Asset;
import dev.evergreen.productions.internal.StepData.ShotPlace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the maker's own media for a shot. A cue names a file, with or without its ending. Without a cue the file name's numbers decide:
 * {@code 3.png}, {@code scene-03.jpg} for all shots of scene 3, {@code 3-2.wav}, {@code scene 3 shot 2.mp4} for one. {@code music.*} is
 * the music of the film.
 */
final class MediaBinding {
    private static final Pattern NUMBERS =
            Pattern.compile("(?:scene)?[ _-]*0*(\\d{1,4})(?:[ ._-]*(?:shot)?[ _-]*0*(\\d{1,4}))?\\.[a-z0-9]+");
    private static final Pattern MUSIC = Pattern.compile("music\\.[a-z0-9]+");

    private final List<Asset> uploads;

    /** @param uploads the maker's files, newest first */
    MediaBinding(List<Asset> uploads) {
        this.uploads = List.copyOf(uploads);
    }

    Optional<Asset> picture(ShotPlace place, String cue) {
        return cue.isBlank()
                ? byNumbers(place, Asset.Type.IMAGE, Asset.Type.VIDEO).map(Bound::asset)
                : byName(cue);
    }

    /** A recording of the shot, or of its whole scene. */
    Optional<Bound> recording(ShotPlace place) {
        return byNumbers(place, Asset.Type.AUDIO);
    }

    Optional<Asset> music() {
        return uploads.stream()
                .filter(asset -> asset.type() == Asset.Type.AUDIO)
                .filter(asset -> MUSIC.matcher(name(asset)).matches())
                .findFirst();
    }

    /** @param wholeScene whether the file belongs to all shots of the scene */
    record Bound(Asset asset, boolean wholeScene) {}

    private Optional<Asset> byName(String cue) {
        String wanted = cue.strip().toLowerCase(Locale.ROOT);
        return uploads.stream()
                .filter(asset -> asset.type() == Asset.Type.IMAGE || asset.type() == Asset.Type.VIDEO)
                .filter(asset -> name(asset).equals(wanted) || name(asset).startsWith(wanted + "."))
                .findFirst();
    }

    private Optional<Bound> byNumbers(ShotPlace place, Asset.Type... types) {
        Optional<Bound> ofScene = Optional.empty();
        for (Asset asset : uploads) {
            Matcher numbers = NUMBERS.matcher(name(asset));
            if (!List.of(types).contains(asset.type())
                    || !numbers.matches()
                    || Integer.parseInt(numbers.group(1)) != place.sceneNumber()) {
                continue;
            }
            if (numbers.group(2) == null) {
                ofScene = ofScene.or(() -> Optional.of(new Bound(asset, true)));
            } else if (Integer.parseInt(numbers.group(2)) == place.shotNumber()) {
                return Optional.of(new Bound(asset, false));
            }
        }
        return ofScene;
    }

    private static String name(Asset asset) {
        return asset.name().toLowerCase(Locale.ROOT);
    }
}
