package dev.evergreen.media.internal.render;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.Muxer;
import dev.evergreen.media.internal.av.Packet;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.timeline.Canvas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Joins kept pieces to a film, holding one of each kind in memory. */
final class FilmWriter {
    private final PieceStore store;
    private final Stop stop;

    FilmWriter(PieceStore store, Stop stop) {
        this.store = store;
        this.stop = stop;
    }

    /**
     * @param keys the segments' keys in order
     * @param frames the segments' lengths
     */
    void write(
            Path file,
            Canvas canvas,
            EncodingPlan plan,
            List<String> keys,
            List<Integer> frames,
            SoundPieces pieces,
            SoundPieces.Sound sound)
            throws MediaException, IOException {
        byte[] header = keys.isEmpty() ? new byte[0] : piece(keys.get(0)).header();
        try (Muxer muxer = new Muxer(
                file,
                canvas,
                plan,
                header,
                sound.first().header(),
                sound.first().runUp())) {
            SoundFeed feed = new SoundFeed(pieces, sound.pieces());
            long frame = 0;
            for (int i = 0; i < keys.size(); i++) {
                stop.requested();
                stop.check();
                for (Packet packet : piece(keys.get(i)).packets()) {
                    long until = canvas.frameRate().sampleAt(Math.max(0, packet.dts() + frame));
                    feed.write(muxer, until);
                    muxer.video(packet, frame);
                }
                frame += frames.get(i);
            }
            feed.write(muxer, Long.MAX_VALUE);
            muxer.finish();
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE,
                    "The film cannot be written to " + file + ": " + e.getMessage() + "; check space and permissions",
                    e);
        }
    }

    private EncodedPiece piece(String key) throws IOException {
        return store.find(key)
                .orElseThrow(() -> new IOException("The segment " + key + " vanished while it was in use"));
    }

    /** The sound's packets in order. */
    private static final class SoundFeed {
        private final SoundPieces pieces;
        private final int count;
        private final Deque<Packet> ready = new ArrayDeque<>();
        private int next = 1;

        SoundFeed(SoundPieces pieces, int count) {
            this.pieces = pieces;
            this.count = count;
        }

        /** Writes all that starts at or before a sample. */
        void write(Muxer muxer, long until) throws IOException {
            while (true) {
                if (ready.isEmpty()) {
                    if (next > count) {
                        return;
                    }
                    ready.addAll(pieces.packets(next++));
                }
                Packet packet = ready.peek();
                if (packet == null || packet.pts() > until) {
                    return;
                }
                muxer.sound(packet, 0);
                ready.remove();
            }
        }
    }
}
