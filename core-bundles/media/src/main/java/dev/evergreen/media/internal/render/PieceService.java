package dev.evergreen.media.internal.render;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.FilmPiece;
import dev.evergreen.media.FilmPieces;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderRequest;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Pieces of films, made apart and handed to other nodes. Handed over is a number, how many files a piece is kept in, and then their
 * lengths and bytes; a sound's further pieces come before its first one, so that all are there where that is.
 */
public final class PieceService implements FilmPieces {
    /** Keys come from other nodes and become names of files. */
    private static final Pattern KEY = Pattern.compile("[0-9a-z-]{1,200}");

    /** More than an hour of sound for each of a thousand; a number that is damaged should not keep anybody busy. */
    private static final int MOST_FILES = 100_000;

    private final RenderEngine engine;

    public PieceService(RenderEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<FilmPiece> missing(RenderRequest request) throws MediaException {
        if (!isJoined(request)) {
            return List.of();
        }
        try {
            return FilmOutline.of(engine, request).missing(engine.store());
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE, "The kept pieces cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Set<String> make(RenderRequest request, Set<String> keys, BlobReader blobs, RenderListener listener)
            throws MediaException {
        return isJoined(request) ? new FilmWork(engine, request, blobs, listener).pieces(keys) : Set.of();
    }

    /** Files of several films, and of single pictures, are made where they are asked for. */
    private static boolean isJoined(RenderRequest request) {
        return switch (request.encoding().container()) {
            case MP4, WEBM, MOV, M4A, MP3, WAV -> true;
            case HLS, GIF, PNG, JPEG, SUBRIP, WEB_VTT, ASS -> false;
        };
    }

    @Override
    public boolean write(String key, OutputStream target) throws IOException {
        Optional<EncodedPiece> first = engine.store().find(checked(key));
        if (first.isEmpty()) {
            return false;
        }
        int further = SoundPieces.furtherCount(key, first.get()).orElse(0);
        for (int i = 1; i <= further; i++) {
            if (!engine.store().has(SoundPieces.further(key, i))) {
                return false;
            }
        }
        DataOutputStream out = new DataOutputStream(target);
        out.writeInt(further);
        for (int i = 1; i <= further; i++) {
            String name = SoundPieces.further(key, i);
            if (!engine.store().copy(name, out)) {
                throw new IOException("The piece " + name + " vanished while it was in use");
            }
        }
        if (!engine.store().copy(key, out)) {
            throw new IOException("The piece " + key + " vanished while it was in use");
        }
        out.flush();
        return true;
    }

    @Override
    public boolean keep(String key, InputStream source) throws IOException {
        checked(key);
        DataInputStream in = new DataInputStream(source);
        try {
            int further = in.readInt();
            if (further < 0 || further > MOST_FILES) {
                return false;
            }
            for (int i = 1; i <= further; i++) {
                if (!engine.store().take(SoundPieces.further(key, i), in)) {
                    return false;
                }
            }
            return engine.store().take(key, in);
        } catch (EOFException e) {
            return false;
        }
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("'" + key + "' is no key of a film's piece");
        }
        return key;
    }
}
