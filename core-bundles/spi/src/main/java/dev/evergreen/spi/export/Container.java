package dev.evergreen.spi.export;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What holds pictures and sound together, or one of them alone. */
public enum Container {
    MP4("mp4", "video/mp4", EnumSet.of(VideoCodec.H264), EnumSet.of(AudioCodec.AAC)),
    WEBM("webm", "video/webm", EnumSet.of(VideoCodec.VP9, VideoCodec.AV1), EnumSet.of(AudioCodec.OPUS)),
    /** Apple QuickTime. */
    MOV("mov", "video/quicktime", EnumSet.of(VideoCodec.PRORES), EnumSet.of(AudioCodec.PCM)),
    /** HTTP Live Streaming (RFC 8216): playlists and fragmented MP4 of each rendition, together in a ZIP archive. */
    HLS("zip", "application/zip", EnumSet.of(VideoCodec.H264), EnumSet.of(AudioCodec.AAC)),
    M4A("m4a", "audio/mp4", EnumSet.noneOf(VideoCodec.class), EnumSet.of(AudioCodec.AAC)),
    MP3("mp3", "audio/mpeg", EnumSet.noneOf(VideoCodec.class), EnumSet.of(AudioCodec.MP3)),
    WAV("wav", "audio/wav", EnumSet.noneOf(VideoCodec.class), EnumSet.of(AudioCodec.PCM)),
    GIF("gif", "image/gif", EnumSet.of(VideoCodec.GIF), EnumSet.noneOf(AudioCodec.class)),
    PNG("png", "image/png", EnumSet.of(VideoCodec.PNG), EnumSet.noneOf(AudioCodec.class)),
    JPEG("jpg", "image/jpeg", EnumSet.of(VideoCodec.JPEG), EnumSet.noneOf(AudioCodec.class)),
    /** The captions alone. */
    SUBRIP("srt", "application/x-subrip", EnumSet.noneOf(VideoCodec.class), EnumSet.noneOf(AudioCodec.class)),
    /** The captions alone. */
    WEB_VTT("vtt", "text/vtt", EnumSet.noneOf(VideoCodec.class), EnumSet.noneOf(AudioCodec.class)),
    /** The captions alone. */
    ASS("ass", "text/x-ssa", EnumSet.noneOf(VideoCodec.class), EnumSet.noneOf(AudioCodec.class));

    private final String extension;
    private final String mediaType;
    private final Set<VideoCodec> video;
    private final Set<AudioCodec> audio;

    Container(String extension, String mediaType, Set<VideoCodec> video, Set<AudioCodec> audio) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.video = Set.copyOf(video);
        this.audio = Set.copyOf(audio);
    }

    /** The one whose files are of a media type. */
    public static Optional<Container> ofMediaType(String mediaType) {
        return Stream.of(values())
                .filter(container -> container.mediaType.equals(mediaType))
                .findFirst();
    }

    /** Of file names, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What its pictures may be coded with; empty where it holds none. */
    public Set<VideoCodec> videoCodecs() {
        return video;
    }

    /** What its sound may be coded with; empty where it holds none. */
    public Set<AudioCodec> audioCodecs() {
        return audio;
    }
}
