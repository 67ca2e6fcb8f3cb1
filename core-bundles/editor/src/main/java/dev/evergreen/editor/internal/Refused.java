package dev.evergreen.editor.internal;

/** A command that makes no sense for the timeline as it is; the message is for its author. */
class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }

    /** What an operation expected of a clip, a track or the timeline is no longer so. */
    static final class Clash extends Refused {
        private static final long serialVersionUID = 1L;

        private final String id;
        private final String property;

        /**
         * @param id of the clip or track; empty for the timeline itself
         * @param property what is not as expected
         */
        Clash(String id, String property, String message) {
            super(message);
            this.id = id;
            this.property = property;
        }

        String id() {
            return id;
        }

        String property() {
            return property;
        }
    }
}
