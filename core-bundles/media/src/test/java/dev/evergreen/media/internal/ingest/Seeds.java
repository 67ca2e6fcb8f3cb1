package dev.evergreen.media.internal.ingest;

import dev.evergreen.media.internal.render.TestMedia;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small sound files of every format, to be broken. */
final class Seeds {
    private static final String PICTURE = "testsrc2=size=160x90:rate=10:duration=1";
    private static final String TONE = "sine=frequency=440:duration=1";

    private record Recipe(String name, String... arguments) {}

    private static final List<Recipe> RECIPES = List.of(
            both("h264.mp4", "-c:v", "libx264", "-c:a", "aac", "-movflags", "+faststart"),
            still("still.png"),
            both("vp9.webm", "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus"),
            sound("pcm.wav"),
            still("still.jpg"),
            both("mpeg2.ts", "-c:v", "mpeg2video", "-c:a", "mp2"),
            sound("flac.flac"),
            picture("moving.gif"),
            both("h264.mov", "-c:v", "libx264", "-c:a", "aac"),
            sound("mp3.mp3"),
            still("still.webp"),
            both("mpeg4.avi", "-c:v", "mpeg4", "-c:a", "libmp3lame"),
            sound("opus.ogg", "-c:a", "libopus"),
            still("still.tiff"),
            both("h265.mkv", "-c:v", "libx265", "-x265-params", "log-level=none", "-c:a", "ac3"),
            sound("adts.aac"),
            still("still.bmp"),
            still("still.avif", "-c:v", "libaom-av1", "-cpu-used", "8"),
            picture("moving.webp"),
            picture("alpha.mov", "-pix_fmt", "rgba", "-c:v", "png"),
            sound("pcm.aiff"),
            both("prores.mov", "-c:v", "prores_ks", "-c:a", "pcm_s16le"));

    private Seeds() {}

    private static Recipe both(String name, String... arguments) {
        return recipe(name, List.of("-f", "lavfi", "-i", PICTURE, "-f", "lavfi", "-i", TONE), arguments);
    }

    private static Recipe picture(String name, String... arguments) {
        return recipe(name, List.of("-f", "lavfi", "-i", PICTURE), arguments);
    }

    private static Recipe still(String name, String... arguments) {
        return recipe(name, List.of("-f", "lavfi", "-i", PICTURE, "-frames:v", "1"), arguments);
    }

    private static Recipe sound(String name, String... arguments) {
        return recipe(name, List.of("-f", "lavfi", "-i", TONE), arguments);
    }

    private static Recipe recipe(String name, List<String> inputs, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-v", "error"));
        all.addAll(inputs);
        all.addAll(List.of(arguments));
        return new Recipe(name, all.toArray(String[]::new));
    }

    /** The first {@code most} of them. */
    static List<Path> make(Path folder, int most) throws Exception {
        List<Path> made = new ArrayList<>();
        for (Recipe recipe : RECIPES.subList(0, Math.min(most, RECIPES.size()))) {
            List<String> arguments = new ArrayList<>(List.of(recipe.arguments()));
            Path file = folder.resolve(recipe.name());
            arguments.add(file.toString());
            TestMedia.ffmpeg(folder, arguments.toArray(String[]::new));
            made.add(file);
        }
        return made;
    }
}
