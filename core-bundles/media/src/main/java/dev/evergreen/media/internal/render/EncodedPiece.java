package dev.evergreen.media.internal.render;

import dev.evergreen.media.internal.av.Packet;
import java.util.List;

/**
 * What an encoder made of a segment, or of the film's sound.
 *
 * @param header the encoder's parameter sets
 * @param runUp samples that the encoder put before the first; 0 for pictures
 * @param notes figures worth keeping, such as the measured loudness
 * @param packets in decoding order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EncodedPiece(byte[] header, int runUp, List<Double> notes, List<Packet> packets) {
    public EncodedPiece {
        notes = List.copyOf(notes);
        packets = List.copyOf(packets);
    }
}
