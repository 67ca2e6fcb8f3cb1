package dev.evergreen.media.internal.compile;

import java.util.ArrayList;
import java.util.List;

/** Where a film is cut into segments. */
final class Cuts {
    /** Parts shorter than this are joined to what precedes them. */
    private static final int SHORTEST = 10;

    private Cuts() {}

    /**
     * @param starts frames at which something new starts, rising, the first 0
     * @param end the film's length
     * @param group frames in a group of pictures
     * @param longest the most frames of a segment, a multiple of {@code group}
     * @return the segments' first frames and {@code end}
     */
    static List<Long> of(List<Long> starts, long end, int group, int longest) {
        List<Long> wide = new ArrayList<>();
        for (long start : starts) {
            boolean room = wide.isEmpty() || start - wide.get(wide.size() - 1) >= SHORTEST;
            if (start < end && room) {
                wide.add(start);
            }
        }
        while (wide.size() > 1 && end - wide.get(wide.size() - 1) < SHORTEST) {
            wide.remove(wide.size() - 1);
        }
        wide.add(end);
        List<Long> cuts = new ArrayList<>();
        for (int i = 0; i + 1 < wide.size(); i++) {
            split(wide.get(i), wide.get(i + 1), group, longest, cuts);
        }
        cuts.add(end);
        return cuts;
    }

    /** Equal pieces of whole groups; the last takes what is left over. */
    private static void split(long from, long to, int group, int longest, List<Long> cuts) {
        long length = to - from;
        long pieces = (length + longest - 1) / longest;
        long groups = (length + group - 1) / group;
        for (long i = 0; i < pieces; i++) {
            long start = from + groups * i / pieces * group;
            if (i == pieces - 1 && i > 0 && to - start < SHORTEST) {
                start -= SHORTEST;
            }
            cuts.add(start);
        }
    }

    /**
     * The distance of key frames in a segment. Two key frames side by side, the last of one segment and the first of the
     * next, could carry the same idr_pic_id (ITU-T H.264, 7.4.3), so no segment may end on one.
     */
    static int group(int frames, int group) {
        int distance = group;
        while (frames > 1 && distance > 1 && frames % distance == 1) {
            distance++;
        }
        return distance;
    }
}
