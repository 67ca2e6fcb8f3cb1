package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_S16LE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PRORES;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_PROGRESSIVE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_NOFILE;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P10;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.FrameRate;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/**
 * Writes encoded packets to a film's file. MP4 files are written without edit lists, as YouTube's upload recommendations
 * (support.google.com/youtube/answer/1722171) ask, with the index in front. The same packets give the same bytes.
 */
public final class Muxer implements AutoCloseable {
    /** The least length of an HLS segment; it ends at the first key frame after it. */
    private static final String HLS_SECONDS = "4";

    private final AVFormatContext format;
    private final AVPacket packet;
    private final int videoStream;
    private final int soundStream;
    private final AVRational frameUnit;
    private final AVRational sampleUnit = av_make_q(1, FrameRate.SAMPLE_RATE);

    /**
     * @param soundRunUp samples which the sound's encoder put before the first one, where the container can tell players
     */
    public Muxer(Path file, Canvas canvas, EncodingPlan plan, byte[] videoHeader, byte[] soundHeader, int soundRunUp) {
        FrameRate rate = canvas.frameRate();
        frameUnit = av_make_q(rate.denominator(), rate.numerator());
        packet = Av.allocated(av_packet_alloc(), "a packet");
        format = new AVFormatContext(null);
        try {
            String name = name(plan.container());
            Av.check(avformat_alloc_output_context2(format, null, name, file.toString()), "Opening " + file);
            format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
            VideoEncoding pictures = plan.video();
            if (pictures != null) {
                AVStream video = Av.allocated(avformat_new_stream(format, null), "a stream");
                describeVideo(video.codecpar(), canvas, pictures, videoHeader);
                video.time_base(av_make_q(1, rate.numerator() * (plan.container() == Container.WEBM ? 1 : 512)));
                video.avg_frame_rate(av_make_q(rate.numerator(), rate.denominator()));
                video.sample_aspect_ratio(av_make_q(1, 1));
            }
            videoStream = pictures == null ? -1 : 0;
            AudioEncoding heard = plan.audio();
            if (heard != null) {
                AVStream sound = Av.allocated(avformat_new_stream(format, null), "a stream");
                describeSound(sound.codecpar(), heard, soundHeader, soundRunUp);
                sound.time_base(sampleUnit);
            }
            soundStream = heard == null ? -1 : videoStream + 1;
            if ((format.oformat().flags() & AVFMT_NOFILE) == 0) {
                AVIOContext io = new AVIOContext(null);
                Av.check(avio_open(io, file.toString(), AVIO_FLAG_WRITE), "Writing " + file);
                format.pb(io);
            }
            AVDictionary options = Av.options(options(plan.container(), file));
            Av.check(avformat_write_header(format, options), "Writing " + file);
            Av.allTaken(options, "The muxer " + name);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static String name(Container container) {
        return switch (container) {
            case MP4 -> "mp4";
            case WEBM -> "webm";
            case MOV -> "mov";
            case HLS -> "hls";
            case M4A -> "ipod";
            case MP3 -> "mp3";
            case WAV -> "wav";
            case GIF, PNG, JPEG, SUBRIP, WEB_VTT, ASS ->
                throw new IllegalArgumentException(container + " is not made of packets");
        };
    }

    private static Map<String, String> options(Container container, Path file) {
        Map<String, String> options = new LinkedHashMap<>();
        switch (container) {
            case MP4, M4A, MOV -> {
                options.put("movflags", "+faststart+negative_cts_offsets");
                options.put("use_editlist", "0");
            }
            case HLS -> {
                options.put("hls_time", HLS_SECONDS);
                options.put("hls_playlist_type", "vod");
                options.put("hls_segment_type", "fmp4");
                options.put("hls_flags", "independent_segments");
                options.put("hls_fmp4_init_filename", "init.mp4");
                options.put(
                        "hls_segment_filename",
                        file.resolveSibling("segment-%04d.m4s").toString());
            }
            default -> {}
        }
        return options;
    }

    static void describeVideo(AVCodecParameters video, Canvas canvas, VideoEncoding encoding, byte[] header) {
        video.codec_type(AVMEDIA_TYPE_VIDEO);
        video.codec_id(
                switch (encoding.codec()) {
                    case H264 -> AV_CODEC_ID_H264;
                    case VP9 -> AV_CODEC_ID_VP9;
                    case AV1 -> AV_CODEC_ID_AV1;
                    case PRORES -> AV_CODEC_ID_PRORES;
                    case GIF, PNG, JPEG ->
                        throw new IllegalArgumentException(encoding.codec() + " is written without a container");
                });
        if (encoding.codec() == VideoCodec.PRORES) {
            // The four characters that say which ProRes it is: proxy, LT, standard and HQ.
            String profile = encoding.options().getOrDefault("profile", "3");
            String[] tags = {"apco", "apcs", "apcn", "apch"};
            String tag = tags[Math.max(0, Math.min(tags.length - 1, Integer.parseInt(profile)))];
            video.codec_tag(tag.charAt(0) | tag.charAt(1) << 8 | tag.charAt(2) << 16 | tag.charAt(3) << 24);
            video.format(AV_PIX_FMT_YUV422P10);
            video.bits_per_raw_sample(10);
            video.field_order(AV_FIELD_PROGRESSIVE);
        } else {
            video.format(AV_PIX_FMT_YUV420P);
        }
        video.width(canvas.width());
        video.height(canvas.height());
        video.sample_aspect_ratio(av_make_q(1, 1));
        video.color_primaries(AVCOL_PRI_BT709);
        video.color_trc(AVCOL_TRC_BT709);
        video.color_space(AVCOL_SPC_BT709);
        video.color_range(AVCOL_RANGE_MPEG);
        video.chroma_location(AVCHROMA_LOC_LEFT);
        video.video_delay(encoding.codec() == VideoCodec.H264 ? Math.min(2, encoding.bFrames()) : 0);
        header(video, header);
    }

    static void describeSound(AVCodecParameters sound, AudioEncoding encoding, byte[] header, int runUp) {
        sound.codec_type(AVMEDIA_TYPE_AUDIO);
        sound.codec_id(
                switch (encoding.codec()) {
                    case AAC -> AV_CODEC_ID_AAC;
                    case OPUS -> AV_CODEC_ID_OPUS;
                    case MP3 -> AV_CODEC_ID_MP3;
                    case PCM -> AV_CODEC_ID_PCM_S16LE;
                });
        sound.sample_rate(FrameRate.SAMPLE_RATE);
        sound.frame_size(
                switch (encoding.codec()) {
                    case AAC -> 1024;
                    case OPUS -> 960;
                    case MP3 -> 1152;
                    case PCM -> 0;
                });
        boolean plain = encoding.codec() == AudioCodec.PCM;
        sound.bit_rate(plain ? 2L * 16 * FrameRate.SAMPLE_RATE : encoding.bitsPerSecond());
        if (plain) {
            sound.format(AV_SAMPLE_FMT_S16);
            sound.bits_per_coded_sample(16);
            sound.block_align(4);
        }
        sound.initial_padding(runUp);
        av_channel_layout_default(sound.ch_layout(), 2);
        header(sound, header);
    }

    private static void header(AVCodecParameters parameters, byte[] header) {
        if (header.length == 0) {
            return;
        }
        BytePointer copy = new BytePointer(av_mallocz((long) header.length + AV_INPUT_BUFFER_PADDING_SIZE));
        copy.capacity(header.length).put(header);
        parameters.extradata(copy);
        parameters.extradata_size(header.length);
    }

    /** Writes a picture whose times count frames of the film. */
    public void video(Packet source, long frameOffset) {
        write(source, frameOffset, videoStream, frameUnit);
    }

    /** Writes a piece of sound whose times count samples. */
    public void sound(Packet source, long sampleOffset) {
        write(source, sampleOffset, soundStream, sampleUnit);
    }

    private void write(Packet source, long offset, int stream, AVRational unit) {
        Av.check(av_new_packet(packet, source.data().length), "Muxing");
        packet.data().capacity(source.data().length).put(source.data());
        packet.pts(source.pts() + offset);
        packet.dts(source.dts() + offset);
        packet.duration(stream == videoStream ? 1 : source.duration());
        packet.flags(source.flags());
        packet.stream_index(stream);
        av_packet_rescale_ts(packet, unit, format.streams(stream).time_base());
        Av.check(av_interleaved_write_frame(format, packet), "Writing the film");
    }

    /** Ends the file. */
    public void finish() {
        Av.check(av_write_trailer(format), "Ending the film");
        AVIOContext io = format.pb();
        if (io != null && !io.isNull() && (format.oformat().flags() & AVFMT_NOFILE) == 0) {
            int result = avio_closep(io);
            format.pb(null);
            Av.check(result, "Writing the film");
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        if (!format.isNull()) {
            if (format.pb() != null) {
                AVIOContext io = format.pb();
                avio_closep(io);
                format.pb(null);
            }
            avformat_free_context(format);
        }
    }
}
