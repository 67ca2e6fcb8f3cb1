package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_CLOSED_GOP;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_NEW_EXTRADATA;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_CPU_FLAG_AVX512;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P10;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
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
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.jspecify.annotations.Nullable;

/** Encodes one segment on one thread. Times count frames from 0. */
public final class VideoEncoder implements AutoCloseable {
    private final AVCodecContext context;
    private final AVPacket packet;
    private final Consumer<Packet> target;
    private final int format;
    private byte[] late = {};
    private @Nullable Scaler converter;
    private @Nullable AVFrame converted;

    public VideoEncoder(Canvas canvas, VideoEncoding encoding, Consumer<Packet> target) {
        this.target = target;
        String name = name(encoding.codec());
        format = format(encoding.codec());
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null) {
            throw new AvException("FFmpeg has no encoder " + name, -1);
        }
        context = Av.allocated(avcodec_alloc_context3(codec), "an encoder");
        packet = Av.allocated(av_packet_alloc(), "a packet");
        try {
            configure(canvas, encoding);
            AVDictionary options = Av.options(options(canvas, encoding));
            Av.check(avcodec_open2(context, codec, options), "Opening the encoder " + name);
            Av.allTaken(options, "The encoder " + name);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static String name(VideoCodec codec) {
        return switch (codec) {
            case H264 -> "libx264";
            case VP9 -> "libvpx-vp9";
            case AV1 -> "libaom-av1";
            case PRORES -> "prores_ks";
            case GIF -> "gif";
            case PNG -> "png";
            case JPEG -> "mjpeg";
        };
    }

    private static int format(VideoCodec codec) {
        return switch (codec) {
            case H264, VP9, AV1 -> AV_PIX_FMT_YUV420P;
            case PRORES -> AV_PIX_FMT_YUV422P10;
            case GIF, PNG -> AV_PIX_FMT_RGB24;
            case JPEG -> AV_PIX_FMT_YUVJ420P;
        };
    }

    private void configure(Canvas canvas, VideoEncoding encoding) {
        context.width(canvas.width());
        context.height(canvas.height());
        context.pix_fmt(format);
        context.sample_aspect_ratio(av_make_q(1, 1));
        context.time_base(
                av_make_q(canvas.frameRate().denominator(), canvas.frameRate().numerator()));
        context.framerate(
                av_make_q(canvas.frameRate().numerator(), canvas.frameRate().denominator()));
        context.thread_count(1);
        context.gop_size(encoding.groupOfPicturesFrames());
        context.color_primaries(AVCOL_PRI_BT709);
        context.color_trc(AVCOL_TRC_BT709);
        boolean rgb = format == AV_PIX_FMT_RGB24;
        context.colorspace(rgb ? AVCOL_SPC_RGB : AVCOL_SPC_BT709);
        context.color_range(rgb || format == AV_PIX_FMT_YUVJ420P ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG);
        context.chroma_sample_location(AVCHROMA_LOC_LEFT);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        if (encoding.groupOfPicturesFrames() > 1) {
            context.flags(context.flags() | AV_CODEC_FLAG_CLOSED_GOP);
        }
        if (encoding.codec() == VideoCodec.JPEG) {
            context.flags(context.flags() | AV_CODEC_FLAG_QSCALE);
            context.global_quality(FF_QP2LAMBDA * encoding.quality());
        }
        if (encoding.codec() == VideoCodec.H264) {
            context.max_b_frames(encoding.bFrames());
        }
        if (encoding.maxBitsPerSecond() > 0 && encoding.codec() == VideoCodec.H264) {
            context.rc_max_rate(encoding.maxBitsPerSecond());
            context.rc_buffer_size((int) Math.min(Integer.MAX_VALUE, encoding.maxBitsPerSecond()));
        }
    }

    private static Map<String, String> options(Canvas canvas, VideoEncoding encoding) {
        Map<String, String> options = new LinkedHashMap<>(encoding.options());
        switch (encoding.codec()) {
            case H264, VP9, AV1 -> options.put("crf", Integer.toString(encoding.quality()));
            case PRORES -> options.putIfAbsent("vendor", "apl0");
            case GIF, PNG, JPEG -> {}
        }
        if (encoding.codec() == VideoCodec.H264) {
            // Key frames come where the group of pictures says; so pieces never end on one, and two never stand side by
            // side.
            options.put("sc_threshold", "0");
            int macroblocks = (canvas.width() + 15) / 16;
            if (macroblocks % 8 != 0 && (av_get_cpu_flags() & AV_CPU_FLAG_AVX512) != 0) {
                // For AVX-512, x264 (core 165) carries its macroblock tree on eight macroblocks of a row at a time, the
                // last time with what happens to lie behind the row: the same pictures would not always give the same
                // bytes.
                options.merge("x264-params", "asm=AVX2", (own, asm) -> own + ":" + asm);
            }
        } else if (encoding.codec() == VideoCodec.AV1) {
            options.put("b", Long.toString(encoding.maxBitsPerSecond()));
            options.putIfAbsent("row-mt", "0");
        } else if (encoding.codec() == VideoCodec.VP9) {
            options.put("b", Long.toString(encoding.maxBitsPerSecond()));
            options.putIfAbsent("row-mt", "0");
        }
        return options;
    }

    /** Encodes a picture; the encoder keeps a copy where it needs one. */
    public void send(Picture picture, long pts) {
        AVFrame frame = format == AV_PIX_FMT_YUV420P ? picture.frame() : converted(picture.frame());
        frame.pts(pts);
        Av.check(avcodec_send_frame(context, frame), "Encoding frame " + pts);
        drain();
    }

    private AVFrame converted(AVFrame source) {
        AVFrame target = converted;
        Scaler scaler = converter;
        if (target == null || scaler == null) {
            scaler = new Scaler(source, source.width(), source.height(), format, format == AV_PIX_FMT_YUVJ420P);
            converter = scaler;
            target = Av.allocated(av_frame_alloc(), "a picture");
            converted = target;
            Picture.describe(target, source.width(), source.height(), false);
            target.format(format);
            target.color_range(context.color_range());
            target.colorspace(context.colorspace());
            Av.check(av_frame_get_buffer(target, 0), "Allocating a picture");
        }
        Av.check(av_frame_make_writable(target), "Converting a picture");
        scaler.scale(source, target);
        return target;
    }

    /** Encodes what is still held back. */
    public void finish() {
        Av.check(avcodec_send_frame(context, null), "Ending a segment");
        drain();
    }

    /** The parameter sets that precede all packets; the same for all segments of a film. Complete after {@link #finish}. */
    public byte[] header() {
        if (late.length > 0) {
            return late.clone();
        }
        byte[] header = new byte[context.extradata_size()];
        if (header.length > 0) {
            context.extradata().capacity(header.length).get(header);
        }
        return header;
    }

    /** libaom gives its parameter sets with its first packet. */
    private void noteHeader() {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer header = av_packet_get_side_data(packet, AV_PKT_DATA_NEW_EXTRADATA, size);
            if (header != null && late.length == 0) {
                late = new byte[(int) size.get()];
                header.capacity(late.length).get(late);
            }
        }
    }

    private void drain() {
        int result = avcodec_receive_packet(context, packet);
        while (result >= 0) {
            byte[] data = new byte[packet.size()];
            packet.data().capacity(data.length).get(data);
            noteHeader();
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
        if (converter != null) {
            converter.close();
        }
        if (converted != null) {
            av_frame_free(converted);
        }
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
