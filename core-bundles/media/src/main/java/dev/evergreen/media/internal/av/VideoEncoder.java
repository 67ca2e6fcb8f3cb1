package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_CLOSED_GOP;
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
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_CPU_FLAG_AVX512;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_get_cpu_flags;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Encodes one segment on one thread. Times count frames from 0. */
public final class VideoEncoder implements AutoCloseable {
    private final AVCodecContext context;
    private final AVPacket packet;
    private final Consumer<Packet> target;

    public VideoEncoder(Canvas canvas, VideoEncoding encoding, Consumer<Packet> target) {
        this.target = target;
        String name = encoding.codec() == VideoCodec.H264 ? "libx264" : "libvpx-vp9";
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null) {
            throw new AvException("FFmpeg has no encoder " + name, -1);
        }
        context = Av.allocated(avcodec_alloc_context3(codec), "an encoder");
        packet = Av.allocated(av_packet_alloc(), "a packet");
        try {
            configure(canvas, encoding);
            AVDictionary options = Av.options(options(encoding));
            Av.check(avcodec_open2(context, codec, options), "Opening the encoder " + name);
            Av.allTaken(options, "The encoder " + name);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void configure(Canvas canvas, VideoEncoding encoding) {
        context.width(canvas.width());
        context.height(canvas.height());
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.sample_aspect_ratio(av_make_q(1, 1));
        context.time_base(
                av_make_q(canvas.frameRate().denominator(), canvas.frameRate().numerator()));
        context.framerate(
                av_make_q(canvas.frameRate().numerator(), canvas.frameRate().denominator()));
        context.thread_count(1);
        context.gop_size(encoding.groupOfPicturesFrames());
        context.color_primaries(AVCOL_PRI_BT709);
        context.color_trc(AVCOL_TRC_BT709);
        context.colorspace(AVCOL_SPC_BT709);
        context.color_range(AVCOL_RANGE_MPEG);
        context.chroma_sample_location(AVCHROMA_LOC_LEFT);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_CLOSED_GOP);
        if (encoding.codec() == VideoCodec.H264) {
            context.max_b_frames(encoding.bFrames());
        }
        if (encoding.maxBitsPerSecond() > 0 && encoding.codec() == VideoCodec.H264) {
            context.rc_max_rate(encoding.maxBitsPerSecond());
            context.rc_buffer_size((int) Math.min(Integer.MAX_VALUE, encoding.maxBitsPerSecond()));
        }
    }

    private static Map<String, String> options(VideoEncoding encoding) {
        Map<String, String> options = new LinkedHashMap<>(encoding.options());
        options.put("crf", Integer.toString(encoding.quality()));
        if (encoding.codec() == VideoCodec.H264) {
            // Key frames come where the group of pictures says; so pieces never end on one, and two never stand side by
            // side.
            options.put("sc_threshold", "0");
            if ((av_get_cpu_flags() & AV_CPU_FLAG_AVX512) != 0) {
                // x264's macroblock tree for AVX-512 reads memory that nobody has written (seen with core 165, B-frames
                // and
                // subme 2 or more): the same pictures would not always give the same bytes.
                options.merge("x264-params", "asm=AVX2", (own, asm) -> own + ":" + asm);
            }
        } else {
            options.put("b", Long.toString(encoding.maxBitsPerSecond()));
            options.putIfAbsent("row-mt", "0");
        }
        return options;
    }

    /** Encodes a picture; the encoder keeps a copy where it needs one. */
    public void send(Picture picture, long pts) {
        AVFrame frame = picture.frame();
        frame.pts(pts);
        Av.check(avcodec_send_frame(context, frame), "Encoding frame " + pts);
        drain();
    }

    /** Encodes what is still held back. */
    public void finish() {
        Av.check(avcodec_send_frame(context, null), "Ending a segment");
        drain();
    }

    /** The parameter sets that precede all packets; the same for all segments of a film. */
    public byte[] header() {
        byte[] header = new byte[context.extradata_size()];
        if (header.length > 0) {
            context.extradata().capacity(header.length).get(header);
        }
        return header;
    }

    private void drain() {
        int result = avcodec_receive_packet(context, packet);
        while (result >= 0) {
            byte[] data = new byte[packet.size()];
            packet.data().capacity(data.length).get(data);
            target.accept(new Packet(packet.pts(), packet.dts(), packet.duration(), packet.flags(), data));
            av_packet_unref(packet);
            result = avcodec_receive_packet(context, packet);
        }
        if (result != AVERROR_EOF() && result != AVERROR_EAGAIN()) {
            Av.check(result, "Encoding");
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
