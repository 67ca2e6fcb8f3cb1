package dev.evergreen.launcher;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How soon the preview of two seconds shows and sounds, at several places of a film.
 *
 * @param picture milliseconds from the request to the first fragment of pictures, for each place
 * @param sound likewise of sound
 * @param end likewise to the end of the two seconds
 */
record PreviewTimes(List<Long> picture, List<Long> sound, List<Long> end) {
    private static final int WATCHED_SECONDS = 2;
    private static final int FRAMES_A_SECOND = 30;
    private static final int HEADER = 8;

    /** Asks for the places in turn; what one shows is watched before the next is asked for. */
    static PreviewTimes of(NodeClient node, String project, int... seconds) throws IOException, InterruptedException {
        PreviewTimes times = new PreviewTimes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int second : seconds) {
            times.add(
                    node,
                    "/projects/" + project + "/timeline/preview?from=" + second * FRAMES_A_SECOND + "&frames="
                            + WATCHED_SECONDS * FRAMES_A_SECOND + "&side=360");
            TimeUnit.SECONDS.sleep(WATCHED_SECONDS);
        }
        return times;
    }

    private void add(NodeClient node, String path) throws IOException {
        long began = System.nanoTime();
        Map<Integer, Long> firsts = new HashMap<>();
        try (DataInputStream in = new DataInputStream(node.stream(path))) {
            List<Integer> tracks = List.of();
            for (int size = next(in); size >= HEADER; size = next(in)) {
                byte[] box = in.readNBytes(size - 4);
                String type = new String(box, 0, 4, StandardCharsets.ISO_8859_1);
                if (type.equals("moof")) {
                    tracks = tracks(box);
                } else if (type.equals("mdat")) {
                    long arrived = since(began);
                    tracks.forEach(track -> firsts.putIfAbsent(track, arrived));
                }
            }
        }
        if (firsts.size() < 2) {
            throw new IOException("The preview has " + firsts.size() + " tracks, not pictures and sound: " + path);
        }
        // Pictures come first.
        picture.add(Collections.min(firsts.values()));
        sound.add(Collections.max(firsts.values()));
        end.add(since(began));
    }

    private static int next(DataInputStream in) throws IOException {
        try {
            return in.readInt();
        } catch (EOFException e) {
            return 0; // the last box has been read
        }
    }

    /** The tracks of a fragment: the numbers after its boxes {@code tfhd}. */
    private static List<Integer> tracks(byte[] fragment) {
        String names = new String(fragment, StandardCharsets.ISO_8859_1);
        List<Integer> tracks = new ArrayList<>();
        for (int at = names.indexOf("tfhd"); at >= 0; at = names.indexOf("tfhd", at + HEADER)) {
            tracks.add(ByteBuffer.wrap(fragment).getInt(at + HEADER));
        }
        return tracks;
    }

    private static long since(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "pictures after %s ms, sound after %s ms, all after %s ms",
                span(picture),
                span(sound),
                span(end));
    }

    private static String span(List<Long> times) {
        return Collections.min(times) + " to " + Collections.max(times);
    }
}
