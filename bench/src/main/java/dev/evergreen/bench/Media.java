package dev.evergreen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What both sides are given.
 *
 * @param wide twelve pictures of 2880x1620
 * @param tall twelve pictures of 1620x2880
 * @param voices a sentence for each picture
 * @param music longer than any of the films
 */
record Media(List<Path> wide, List<Path> tall, List<Path> voices, Path music) {
    static final List<String> LINES = List.of(
            "Every journey begins with one small light.",
            "The river carried the story down to the sea.",
            "Nobody in the village had ever seen it before.",
            "So they built a tower, stone after stone.",
            "At night, the lamp could be seen for miles.",
            "Ships changed their course to find it.",
            "A child kept the flame alive in winter.",
            "When the storm came, the glass held firm.",
            "Years went by, and the tower grew old.",
            "But the light was never allowed to go out.",
            "Today it still turns above the harbour.",
            "And every journey still begins with it.");

    /** Makes what is not there yet; about a minute the first time. */
    static Media in(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> wide = new ArrayList<>();
        List<Path> tall = new ArrayList<>();
        List<Path> voices = new ArrayList<>();
        for (int i = 0; i < LINES.size(); i++) {
            wide.add(Stills.make(folder.resolve("wide-" + i + ".jpg"), i, 2880, 1620));
            tall.add(Stills.make(folder.resolve("tall-" + i + ".jpg"), i, 1620, 2880));
            voices.add(Sounds.voice(folder.resolve("voice-" + i + ".wav"), i));
        }
        return new Media(wide, tall, voices, Sounds.music(folder.resolve("music.wav")));
    }
}
