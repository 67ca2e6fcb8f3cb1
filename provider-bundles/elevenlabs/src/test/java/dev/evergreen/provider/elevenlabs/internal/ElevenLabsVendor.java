package dev.evergreen.provider.elevenlabs.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import dev.evergreen.contract.test.VendorContract.Misbehaviour;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** What the vendor answers with. */
final class ElevenLabsVendor {
    private ElevenLabsVendor() {}

    /** An MP3 file of frames of 1152 samples at 44.1 kHz, all of them silent. */
    static byte[] mp3(int frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < frames; i++) {
            byte[] frame = new byte[417];
            frame[0] = (byte) 0xff;
            frame[1] = (byte) 0xfb;
            frame[2] = (byte) 0x90;
            bytes.writeBytes(frame);
        }
        return bytes.toByteArray();
    }

    static List<Misbehaviour> errors() {
        List<Misbehaviour> errors = new ArrayList<>();
        errors.add(error("the plan is used up", 401, "quota_exceeded", Kind.QUOTA_EXHAUSTED));
        errors.add(error("the key is wrong", 401, "invalid_api_key", Kind.AUTHENTICATION));
        errors.add(error("the voice is gone", 404, "voice_not_found", Kind.UNSUPPORTED));
        errors.add(error("the text is too long", 400, "max_character_limit_exceeded", Kind.UNSUPPORTED));
        errors.add(error("too much runs at once", 429, "too_many_concurrent_requests", Kind.RATE_LIMITED));
        errors.add(error("the system is busy", 429, "system_busy", Kind.OVERLOADED));
        errors.add(error("it refuses", 400, "content_against_policy", Kind.CONTENT_REJECTED));
        errors.add(new Misbehaviour(
                "it does not understand",
                aResponse()
                        .withStatus(422)
                        .withHeader("Content-Type", "application/json")
                        .withBody(
                                "{\"detail\":[{\"loc\":[\"body\",\"text\"],\"msg\":\"Field required\",\"type\":\"missing\"}]}"),
                Kind.INVALID_REQUEST));
        return errors;
    }

    private static Misbehaviour error(String when, int status, String code, Kind kind) {
        String body = "{\"detail\":{\"status\":\"" + code + "\",\"message\":\"The vendor's own words\"}}";
        return new Misbehaviour(
                when,
                aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(body),
                kind);
    }
}
