package dev.evergreen.provider.luma.internal;

import dev.evergreen.contract.test.VendorContract.Misbehaviour;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import java.util.List;

/** What the vendor is asked for and answers with. */
final class LumaVendor {
    private LumaVendor() {}

    static ShotDescription shot(String prompt) {
        return new ShotDescription(
                prompt, Setting.EXTERIOR, "", "", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());
    }

    static String task(String type, String state, String more) {
        return "{\"id\":\"g-1\",\"created_at\":\"2026-11-01T00:00:00Z\",\"model\":\"ray-3.2\",\"state\":\"" + state
                + "\",\"type\":\"" + type + "\"" + more + "}";
    }

    static List<Misbehaviour> errors(Errors errors) {
        return List.of(
                errors.of("it does not understand", 422, "{\"detail\":\"field required\"}", Kind.INVALID_REQUEST),
                errors.of("it refuses", 400, "{\"message\":\"Prompt was moderated\"}", Kind.CONTENT_REJECTED),
                errors.of("there are no credits", 400, "{\"detail\":\"Insufficient credits\"}", Kind.QUOTA_EXHAUSTED),
                errors.of("nothing is paid", 402, "{\"error\":{\"message\":\"pay\"}}", Kind.QUOTA_EXHAUSTED),
                errors.of("the key is wrong", 403, "{\"detail\":\"Not authorized\"}", Kind.AUTHENTICATION));
    }

    /** As the contract makes them. */
    interface Errors {
        Misbehaviour of(String when, int status, String json, Kind kind);
    }
}
