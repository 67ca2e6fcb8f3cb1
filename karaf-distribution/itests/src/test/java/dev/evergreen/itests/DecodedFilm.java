package dev.evergreen.itests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a viewer's player makes of a film, decoded with the FFmpeg that the node brings. */
record DecodedFilm(Path film, Path ffmpeg) {
    static final int SAMPLE_RATE = 48_000;
    private static final long PATIENCE_SECONDS = 120;

    /** @param data of a node that has made a film, so that its natives are unpacked there */
    static DecodedFilm of(Path film, Path data) throws IOException {
        Path natives = data.resolve("cache/natives");
        try (Stream<Path> files = Files.walk(natives)) {
            Path ffmpeg = files.filter(file -> file.endsWith("ffmpeg"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no ffmpeg below " + natives));
            return new DecodedFilm(film, ffmpeg);
        }
    }

    /** Time, size and digest of every decoded picture, in order. */
    List<String> frames() throws IOException, InterruptedException {
        byte[] listing = run("-map", "0:v:0", "-f", "framemd5", "-");
        return new String(listing, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** Digest of the whole decoded sound. */
    String soundDigest() throws IOException, InterruptedException {
        return new String(run("-map", "0:a:0", "-f", "md5", "-"), StandardCharsets.UTF_8).strip();
    }

    /** The sound as one channel of {@link #SAMPLE_RATE}, from -1 to 1. */
    float[] sound() throws IOException, InterruptedException {
        String rate = Integer.toString(SAMPLE_RATE);
        byte[] bytes = run("-map", "0:a:0", "-ac", "1", "-ar", rate, "-f", "f32le", "-");
        FloatBuffer samples =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] sound = new float[samples.remaining()];
        samples.get(sound);
        return sound;
    }

    private byte[] run(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(film.toAbsolutePath().getParent(), "decoded", ".out");
        Path errors = Files.createTempFile(film.toAbsolutePath().getParent(), "decoded", ".err");
        try {
            List<String> command =
                    new ArrayList<>(List.of(ffmpeg.toString(), "-nostdin", "-v", "error", "-i", film.toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().put("LD_LIBRARY_PATH", String.valueOf(ffmpeg.getParent()));
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("ffmpeg did not end within " + PATIENCE_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(film + " cannot be decoded: " + Files.readString(errors));
            }
            return Files.readAllBytes(output);
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }
}
