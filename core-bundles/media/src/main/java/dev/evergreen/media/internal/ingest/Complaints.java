package dev.evergreen.media.internal.ingest;

import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.process.ChildProcess;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What FFmpeg said of a file, in words for the person who gave it. */
final class Complaints {
    /** What the demuxer of MP4 and QuickTime says where a track's samples are in another file, which it then leaves shut. */
    private static final String REFERENCE = "Skipped opening external track";

    private static final Pattern TOO_MANY_PIXELS =
            Pattern.compile("Picture size (\\d+x\\d+) (?:exceeds specified max pixel count|is invalid)");

    private static final int LONGEST = 200;

    private Complaints() {}

    static MediaException unreadable(String name, Signature signature, ChildProcess.Outcome outcome) {
        String complaint = first(outcome, name);
        return new MediaException(
                MediaException.Kind.UNREADABLE,
                name + " starts like " + signature.mediaType() + ", but is damaged"
                        + (complaint.isEmpty() ? "" : " (" + complaint + ")") + "; give another file");
    }

    /**
     * Refuses what FFmpeg left alone by itself. A film whose pictures lie in other files is refused as a whole, so that nobody
     * wonders where they went.
     */
    static void refuse(String name, ChildProcess.Outcome outcome, IngestLimits limits) throws MediaException {
        Matcher size = TOO_MANY_PIXELS.matcher(outcome.errors());
        if (size.find()) {
            throw new MediaException(
                    MediaException.Kind.TOO_LARGE,
                    name + " has " + size.group(1) + " pixels, but at most " + limits.maxPixels()
                            + " are taken; make it smaller");
        }
        if (outcome.errors().contains(REFERENCE)) {
            throw new MediaException(
                    MediaException.Kind.UNSUPPORTED,
                    name + " refers to other files for its content, which are not opened; export it as one file");
        }
    }

    /** The first complaint, which is nearest to the cause: no addresses in memory, no paths of this machine. */
    static String first(ChildProcess.Outcome outcome, String name) {
        String complaint = outcome.errors()
                .strip()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\[[^\\]]* @ 0x[0-9a-f]+\\] *", "")
                .replaceAll("(file:)?/\\S*/\\S*", name)
                .strip();
        return complaint.length() <= LONGEST ? complaint : complaint.substring(0, LONGEST) + "…";
    }
}
