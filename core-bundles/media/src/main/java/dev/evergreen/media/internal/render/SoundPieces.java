package dev.evergreen.media.internal.render;

import dev.evergreen.media.Loudness;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Packet;
import dev.evergreen.media.internal.sound.SoundMaster;
import dev.evergreen.spi.export.AudioEncoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A film's encoded sound, kept in pieces of about a minute so that no film's sound is in memory whole. */
final class SoundPieces {
    private static final int PACKETS = 3000;
    private static final String WORD = "-sound-";

    private final PieceStore store;
    private final String key;

    SoundPieces(PieceStore store, String key) {
        this.store = store;
        this.key = key;
    }

    /**
     * What the sound is.
     *
     * @param first its first piece, with header and run-up
     * @param pieces how many there are
     * @param loudness as it was given to the encoder
     * @param reused whether it was there already
     */
    record Sound(EncodedPiece first, int pieces, Loudness loudness, boolean reused) {}

    /** The sound, mastered now unless all its pieces are there. */
    Sound make(SoundMaster master, AudioEncoding encoding, Path temporary) throws MediaException, IOException {
        Optional<Sound> kept = find();
        if (kept.isPresent()) {
            return kept.get();
        }
        List<Packet> pending = new ArrayList<>();
        int[] count = {0};
        SoundMaster.Mastered mastered;
        try {
            mastered = master.master(encoding, temporary, packet -> {
                pending.add(packet);
                if (pending.size() == PACKETS) {
                    keep(++count[0], pending);
                }
            });
            if (!pending.isEmpty()) {
                keep(++count[0], pending);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Loudness loudness = mastered.loudness();
        List<Double> notes = List.of((double) count[0], loudness.integrated(), loudness.truePeak());
        EncodedPiece first = new EncodedPiece(mastered.header(), mastered.runUp(), notes, List.of());
        // The first piece comes last: where it is, all are.
        store.put(name(0), first);
        return new Sound(first, count[0], loudness, false);
    }

    private void keep(int number, List<Packet> packets) {
        try {
            store.put(name(number), new EncodedPiece(new byte[0], 0, List.of(), packets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        packets.clear();
    }

    private Optional<Sound> find() throws IOException {
        Optional<EncodedPiece> first = store.find(name(0));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<Double> notes = first.get().notes();
        int pieces = notes.get(0).intValue();
        for (int i = 1; i <= pieces; i++) {
            if (store.find(name(i)).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Sound(first.get(), pieces, new Loudness(notes.get(1), notes.get(2)), true));
    }

    /** Whether it need not be mastered. */
    boolean areThere() throws IOException {
        return find().isPresent();
    }

    /** The packets of piece {@code number}, from 1 on. */
    List<Packet> packets(int number) throws IOException {
        return store.find(name(number))
                .orElseThrow(() -> new IOException("The piece " + name(number) + " vanished while it was in use"))
                .packets();
    }

    String name(int number) {
        return key + WORD + number;
    }

    /**
     * How many further pieces there are, of the name of a first one.
     *
     * @param first what is kept under that name
     * @return empty where that is no name of a first piece of sound
     */
    static Optional<Integer> furtherCount(String name, EncodedPiece first) {
        return name.endsWith(WORD + 0) ? Optional.of(first.notes().get(0).intValue()) : Optional.empty();
    }

    /** The name of a further piece, of the first one's. */
    static String further(String name, int number) {
        return name.substring(0, name.length() - 1) + number;
    }
}
