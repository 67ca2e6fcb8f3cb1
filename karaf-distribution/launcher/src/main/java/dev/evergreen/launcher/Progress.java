package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Shows how far a production is. */
interface Progress {
    /**
     * @param percent 0 to 100
     * @param stage what is being done now
     */
    void show(int percent, String stage, Optional<Duration> remaining);

    /** Something worth a line of its own. */
    void note(String line);

    /** Ends the line that is being updated, if any. */
    default void end() {}

    /** For a terminal one line that is updated, else a line whenever something changed. */
    static Progress forPeople(PrintStream out, boolean terminal) {
        return terminal ? new OneLine(out) : new PlainLines(out);
    }

    /** One JSON object a line. */
    static Progress forPrograms(PrintStream out) {
        return new JsonLines(out);
    }

    /** Minutes and seconds as people read them. */
    static String clock(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** Rewrites its line; the bar has twenty cells. */
    final class OneLine implements Progress {
        private static final int CELLS = 20;
        private static final String CLEAR_LINE = "\r\u001b[2K";

        private final PrintStream out;
        private boolean open;

        OneLine(PrintStream out) {
            this.out = out;
        }

        @Override
        public void show(int percent, String stage, Optional<Duration> remaining) {
            int full = percent * CELLS / 100;
            String eta =
                    remaining.map(left -> "  about " + clock(left) + " left").orElse("");
            out.print(CLEAR_LINE
                    + "█".repeat(full)
                    + "░".repeat(CELLS - full)
                    + String.format(Locale.ROOT, " %3d %%  ", percent)
                    + shortened(stage, 44)
                    + eta);
            out.flush();
            open = true;
        }

        @Override
        public void note(String line) {
            end();
            out.println(line);
        }

        @Override
        public void end() {
            if (open) {
                out.print(CLEAR_LINE);
                out.flush();
                open = false;
            }
        }

        private static String shortened(String text, int length) {
            return text.length() <= length ? text : text.substring(0, length - 1) + "…";
        }
    }

    /** For logs and pipes. */
    final class PlainLines implements Progress {
        private final PrintStream out;
        private String last = "";

        PlainLines(PrintStream out) {
            this.out = out;
        }

        @Override
        public void show(int percent, String stage, Optional<Duration> remaining) {
            // A line for each stage and each ten percent is enough to follow along.
            String mark = stage + percent / 10;
            if (!mark.equals(last)) {
                last = mark;
                String eta = remaining
                        .map(left -> ", about " + clock(left) + " left")
                        .orElse("");
                out.println(String.format(Locale.ROOT, "%3d %%  %s%s", percent, stage, eta));
            }
        }

        @Override
        public void note(String line) {
            out.println(line);
        }
    }

    /** Events {@code progress} and {@code note}; the command adds {@code finished} or {@code failed}. */
    final class JsonLines implements Progress {
        private static final ObjectMapper JSON = new ObjectMapper();

        private final PrintStream out;
        private JsonNode last = JSON.nullNode();

        JsonLines(PrintStream out) {
            this.out = out;
        }

        @Override
        public void show(int percent, String stage, Optional<Duration> remaining) {
            ObjectNode event = JSON.createObjectNode()
                    .put("event", "progress")
                    .put("percent", percent)
                    .put("stage", stage);
            remaining.ifPresent(left -> event.put("etaSeconds", left.toSeconds()));
            if (!event.equals(last)) {
                last = event;
                out.println(event);
            }
        }

        @Override
        public void note(String line) {
            out.println(JSON.createObjectNode().put("event", "note").put("message", line));
        }
    }
}
