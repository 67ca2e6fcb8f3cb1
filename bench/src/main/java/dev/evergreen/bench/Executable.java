package dev.evergreen.bench;

import dev.evergreen.media.internal.av.Natives;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packed ffmpeg executable. */
final class Executable {
    private Executable() {}

    static void load(Path cache) {
        Natives.load(cache);
    }

    /**
     * @return what it wrote on both streams
     * @throws IOException with that, where it failed
     */
    static String ffmpeg(List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Natives.ffmpeg().toString(), "-hide_banner", "-nostdin", "-nostats", "-y"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("LD_LIBRARY_PATH", String.valueOf(Natives.ffmpeg().getParent()));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + "\n" + output);
        }
        return output;
    }
}
