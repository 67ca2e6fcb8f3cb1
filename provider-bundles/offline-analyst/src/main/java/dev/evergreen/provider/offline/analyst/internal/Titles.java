package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.spi.script.ScriptScene;
import java.util.Locale;

/** Short titles of scenes. */
final class Titles {
    private Titles() {}

    static String of(ScriptScene scene) {
        String place = scene.heading().place();
        if (place.isEmpty()) {
            String text = scene.heading().text();
            return text.isEmpty() ? "Scene " + scene.number() : text;
        }
        String time = scene.heading().timeOfDay();
        String words = (time.isEmpty() ? place : place + ", " + time).toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
