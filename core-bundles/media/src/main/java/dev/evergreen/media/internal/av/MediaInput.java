package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/** One stream of a file, decoded frame after frame. Opens local files of the formats that ingest writes, nothing else. */
final class MediaInput implements AutoCloseable {
    private static final String FORMATS = "mov,mp4,m4a,matroska,webm,wav,flac,mp3,ogg,aiff";

    /** Of sound the headers tell everything; with FFmpeg's five megabytes it looks for DTS in every WAV. */
    private static final String BYTES_OF_SOUND = "65536";

    private static final String BYTES_OF_PICTURES = "5000000";

    private final AVFormatContext format;
    private final AVPacket packet;
    private final AVCodecContext decoder;
    private final int stream;
    private boolean ended;

    MediaInput(Path file, int mediaType) {
        AVFormatContext opened = Av.allocated(avformat_alloc_context(), "a demuxer");
        AVDictionary options = Av.options(Map.of(
                "protocol_whitelist",
                "file",
                "format_whitelist",
                FORMATS,
                "probesize",
                mediaType == AVMEDIA_TYPE_AUDIO ? BYTES_OF_SOUND : BYTES_OF_PICTURES));
        try {
            // On failure the call frees the context itself.
            Av.check(avformat_open_input(opened, file.toString(), null, options), "Opening " + file);
        } finally {
            org.bytedeco.ffmpeg.global.avutil.av_dict_free(options);
        }
        format = opened;
        packet = Av.allocated(av_packet_alloc(), "a packet");
        AVCodecContext context = null;
        try {
            Av.check(avformat_find_stream_info(format, (PointerPointer<?>) null), "Reading " + file);
            AVCodec codec = new AVCodec(null);
            stream =
                    Av.check(av_find_best_stream(format, mediaType, -1, -1, codec, 0), "Finding the stream in " + file);
            AVStream found = format.streams(stream);
            codec = org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder(
                    found.codecpar().codec_id());
            context = Av.allocated(avcodec_alloc_context3(codec), "a decoder");
            Av.check(avcodec_parameters_to_context(context, found.codecpar()), "Reading " + file);
            context.thread_count(1);
            context.pkt_timebase(found.time_base());
            Av.check(avcodec_open2(context, codec, (AVDictionary) null), "Opening the decoder of " + file);
            for (int i = 0; i < format.nb_streams(); i++) {
                if (i != stream) {
                    format.streams(i).discard(org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL);
                }
            }
        } catch (RuntimeException e) {
            if (context != null) {
                avcodec_free_context(context);
            }
            av_packet_free(packet);
            avformat_close_input(format);
            throw e;
        }
        decoder = context;
    }

    AVCodecContext decoder() {
        return decoder;
    }

    AVStream stream() {
        return format.streams(stream);
    }

    /** Goes to the last key frame at or before a time in the stream's units. */
    void seek(long time) {
        Av.check(av_seek_frame(format, stream, time, AVSEEK_FLAG_BACKWARD), "Seeking");
        avcodec_flush_buffers(decoder);
        ended = false;
    }

    /** Decodes the next frame; false at the end. Damaged pieces are passed over. */
    boolean next(AVFrame frame) {
        while (true) {
            int received = avcodec_receive_frame(decoder, frame);
            if (received >= 0) {
                return true;
            }
            if (received != AVERROR_EAGAIN() || ended) {
                if (received == AVERROR_EOF() || ended) {
                    return false;
                }
            }
            feed();
        }
    }

    private void feed() {
        int read = av_read_frame(format, packet);
        if (read < 0) {
            ended = true;
            avcodec_send_packet(decoder, null);
            return;
        }
        if (packet.stream_index() == stream) {
            avcodec_send_packet(decoder, packet);
        }
        av_packet_unref(packet);
    }

    static long time(AVFrame frame) {
        long time = frame.best_effort_timestamp();
        return time == AV_NOPTS_VALUE ? 0 : time;
    }

    @Override
    public void close() {
        avcodec_free_context(decoder);
        av_packet_free(packet);
        avformat_close_input(format);
    }
}
