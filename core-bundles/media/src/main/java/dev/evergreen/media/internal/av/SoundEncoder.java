package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.timeline.FrameRate;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.ShortPointer;

/** Encodes stereo sound at 48 kHz. Times count samples; the first packets have negative ones where the codec needs a run-up. */
public final class SoundEncoder implements AutoCloseable {
    /** Samples in a packet of a codec that takes any number. */
    private static final int FREE_SIZE = 1024;

    private final AVCodecContext context;
    private final AVPacket packet;
    private final AVFrame frame;
    private final Consumer<Packet> target;
    private final int size;
    private final float[] left;
    private final float[] right;
    private int filled;
    private long sent;

    public SoundEncoder(AudioEncoding encoding, Consumer<Packet> target) {
        this.target = target;
        String name = switch (encoding.codec()) {
            case AAC -> "aac";
            case OPUS -> "libopus";
            case MP3 -> "libmp3lame";
            case PCM -> "pcm_s16le";
        };
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null) {
            throw new AvException("FFmpeg has no encoder " + name, -1);
        }
        context = Av.allocated(avcodec_alloc_context3(codec), "an encoder");
        packet = Av.allocated(av_packet_alloc(), "a packet");
        frame = Av.allocated(av_frame_alloc(), "sound");
        try {
            context.sample_fmt(
                    switch (encoding.codec()) {
                        case AAC, MP3 -> AV_SAMPLE_FMT_FLTP;
                        case OPUS -> AV_SAMPLE_FMT_FLT;
                        case PCM -> AV_SAMPLE_FMT_S16;
                    });
            context.sample_rate(FrameRate.SAMPLE_RATE);
            context.time_base(av_make_q(1, FrameRate.SAMPLE_RATE));
            context.bit_rate(encoding.bitsPerSecond());
            context.thread_count(1);
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
            av_channel_layout_default(context.ch_layout(), 2);
            // Noise that the codec makes up in place of the sound's own overshoots its peaks by several decibels.
            AVDictionary options =
                    Av.options(encoding.codec() == AudioCodec.AAC ? Map.of("aac_pns", "0") : Map.<String, String>of());
            Av.check(avcodec_open2(context, codec, options), "Opening the encoder " + name);
            Av.allTaken(options, "The encoder " + name);
            size = context.frame_size() > 0 ? context.frame_size() : FREE_SIZE;
            left = new float[size];
            right = new float[size];
            prepareFrame();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void prepareFrame() {
        frame.format(context.sample_fmt());
        frame.sample_rate(FrameRate.SAMPLE_RATE);
        frame.nb_samples(size);
        av_channel_layout_default(frame.ch_layout(), 2);
        Av.check(av_frame_get_buffer(frame, 0), "Allocating sound");
    }

    /** How many samples the encoder puts before the first. */
    public int runUp() {
        return context.initial_padding();
    }

    public byte[] header() {
        byte[] header = new byte[context.extradata_size()];
        if (header.length > 0) {
            context.extradata().capacity(header.length).get(header);
        }
        return header;
    }

    /** Samples in a packet. */
    public int packetSamples() {
        return size;
    }

    public void send(float[] fromLeft, float[] fromRight, int offset, int n) {
        int done = 0;
        while (done < n) {
            int step = Math.min(n - done, size - filled);
            System.arraycopy(fromLeft, offset + done, left, filled, step);
            System.arraycopy(fromRight, offset + done, right, filled, step);
            filled += step;
            done += step;
            if (filled == size) {
                flush();
            }
        }
    }

    /** Ends the sound; the last packet is filled up with silence. */
    public void finish() {
        if (filled > 0) {
            java.util.Arrays.fill(left, filled, size, 0);
            java.util.Arrays.fill(right, filled, size, 0);
            if (context.frame_size() == 0) {
                frame.nb_samples(filled);
            }
            flush();
        }
        Av.check(avcodec_send_frame(context, null), "Ending the sound");
        drain();
    }

    private void flush() {
        Av.check(av_frame_make_writable(frame), "Encoding sound");
        if (context.sample_fmt() == AV_SAMPLE_FMT_FLTP) {
            new FloatPointer(frame.extended_data(0)).put(left, 0, size);
            new FloatPointer(frame.extended_data(1)).put(right, 0, size);
        } else if (context.sample_fmt() == AV_SAMPLE_FMT_S16) {
            short[] both = new short[2 * size];
            for (int i = 0; i < size; i++) {
                both[2 * i] = whole(left[i]);
                both[2 * i + 1] = whole(right[i]);
            }
            new ShortPointer(frame.extended_data(0)).put(both, 0, both.length);
        } else {
            float[] both = new float[2 * size];
            for (int i = 0; i < size; i++) {
                both[2 * i] = left[i];
                both[2 * i + 1] = right[i];
            }
            new FloatPointer(frame.extended_data(0)).put(both, 0, both.length);
        }
        frame.pts(sent);
        sent += size;
        filled = 0;
        Av.check(avcodec_send_frame(context, frame), "Encoding sound");
        drain();
    }

    private static short whole(float sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * 32768f)));
    }

    private void drain() {
        int result = org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet(context, packet);
        while (result >= 0) {
            byte[] data = new byte[packet.size()];
            packet.data().capacity(data.length).get(data);
            target.accept(new Packet(packet.pts(), packet.dts(), packet.duration(), packet.flags(), data));
            av_packet_unref(packet);
            result = avcodec_receive_packet(context, packet);
        }
        if (result != AVERROR_EOF() && result != AVERROR_EAGAIN()) {
            Av.check(result, "Encoding sound");
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
