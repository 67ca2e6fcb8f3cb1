package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
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
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.Container;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.VideoCodec;
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
    private static final int VIDEO = 0;
    private static final int AUDIO = 1;

    private final AVFormatContext format;
    private final AVPacket packet;
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
            String name = plan.container() == Container.MP4 ? "mp4" : "webm";
            Av.check(avformat_alloc_output_context2(format, null, name, file.toString()), "Opening " + file);
            format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
            AVStream video = Av.allocated(avformat_new_stream(format, null), "a stream");
            describeVideo(video.codecpar(), canvas, plan, videoHeader);
            video.time_base(av_make_q(1, rate.numerator() * (plan.container() == Container.MP4 ? 512 : 1)));
            video.avg_frame_rate(av_make_q(rate.numerator(), rate.denominator()));
            video.sample_aspect_ratio(av_make_q(1, 1));
            AVStream sound = Av.allocated(avformat_new_stream(format, null), "a stream");
            describeSound(sound.codecpar(), plan, soundHeader, soundRunUp);
            sound.time_base(sampleUnit);
            AVIOContext io = new AVIOContext(null);
            Av.check(avio_open(io, file.toString(), AVIO_FLAG_WRITE), "Writing " + file);
            format.pb(io);
            AVDictionary options = Av.options(options(plan.container()));
            Av.check(avformat_write_header(format, options), "Writing " + file);
            Av.allTaken(options, "The muxer " + name);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Map<String, String> options(Container container) {
        Map<String, String> options = new LinkedHashMap<>();
        if (container == Container.MP4) {
            options.put("movflags", "+faststart+negative_cts_offsets");
            options.put("use_editlist", "0");
        }
        return options;
    }

    static void describeVideo(AVCodecParameters video, Canvas canvas, EncodingPlan plan, byte[] header) {
        video.codec_type(AVMEDIA_TYPE_VIDEO);
        video.codec_id(plan.video().codec() == VideoCodec.H264 ? AV_CODEC_ID_H264 : AV_CODEC_ID_VP9);
        video.format(AV_PIX_FMT_YUV420P);
        video.width(canvas.width());
        video.height(canvas.height());
        video.sample_aspect_ratio(av_make_q(1, 1));
        video.color_primaries(AVCOL_PRI_BT709);
        video.color_trc(AVCOL_TRC_BT709);
        video.color_space(AVCOL_SPC_BT709);
        video.color_range(AVCOL_RANGE_MPEG);
        video.chroma_location(AVCHROMA_LOC_LEFT);
        video.video_delay(
                plan.video().codec() == VideoCodec.H264
                        ? Math.min(2, plan.video().bFrames())
                        : 0);
        header(video, header);
    }

    static void describeSound(AVCodecParameters sound, EncodingPlan plan, byte[] header, int runUp) {
        sound.codec_type(AVMEDIA_TYPE_AUDIO);
        sound.codec_id(plan.audio().codec() == AudioCodec.AAC ? AV_CODEC_ID_AAC : AV_CODEC_ID_OPUS);
        sound.sample_rate(FrameRate.SAMPLE_RATE);
        sound.frame_size(plan.audio().codec() == AudioCodec.AAC ? 1024 : 960);
        sound.bit_rate(plan.audio().bitsPerSecond());
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
        write(source, frameOffset, VIDEO, frameUnit);
    }

    /** Writes a piece of sound whose times count samples. */
    public void sound(Packet source, long sampleOffset) {
        write(source, sampleOffset, AUDIO, sampleUnit);
    }

    private void write(Packet source, long offset, int stream, AVRational unit) {
        Av.check(av_new_packet(packet, source.data().length), "Muxing");
        packet.data().capacity(source.data().length).put(source.data());
        packet.pts(source.pts() + offset);
        packet.dts(source.dts() + offset);
        packet.duration(stream == VIDEO ? 1 : source.duration());
        packet.flags(source.flags());
        packet.stream_index(stream);
        av_packet_rescale_ts(packet, unit, format.streams(stream).time_base());
        Av.check(av_interleaved_write_frame(format, packet), "Writing the film");
    }

    /** Ends the file. */
    public void finish() {
        Av.check(av_write_trailer(format), "Ending the film");
        AVIOContext io = format.pb();
        int result = avio_closep(io);
        format.pb(null);
        Av.check(result, "Writing the film");
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
