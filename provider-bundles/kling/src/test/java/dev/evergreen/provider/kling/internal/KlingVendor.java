package dev.evergreen.provider.kling.internal;

import dev.evergreen.contract.test.VendorContract.Misbehaviour;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import java.util.List;

/** What the vendor is asked for and answers with. */
final class KlingVendor {
    private KlingVendor() {}

    static ShotDescription shot(String prompt) {
        return new ShotDescription(
                prompt, Setting.EXTERIOR, "", "", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());
    }

    static String task(String status, String more) {
        return "{\"code\":0,\"message\":\"SUCCEED\",\"request_id\":\"r-1\",\"data\":{\"task_id\":\"t-1\",\"task_status\":\""
                + status + "\",\"created_at\":1722769557708,\"updated_at\":1722769557708" + more + "}}";
    }

    static String error(int code) {
        return "{\"code\":" + code + ",\"message\":\"The vendor's words\",\"request_id\":\"r-3\"}";
    }

    static List<Misbehaviour> errors(Errors errors) {
        return List.of(
                errors.of("the token is too old", 401, error(1004), Kind.AUTHENTICATION),
                errors.of("the account is in arrears", 429, error(1101), Kind.QUOTA_EXHAUSTED),
                errors.of("the pack is used up", 429, error(1102), Kind.QUOTA_EXHAUSTED),
                errors.of("the plan has it not", 403, error(1103), Kind.UNSUPPORTED),
                errors.of("it does not understand", 400, error(1201), Kind.INVALID_REQUEST),
                errors.of("it refuses", 400, error(1301), Kind.CONTENT_REJECTED),
                errors.of("it is asked too often", 429, error(1302), Kind.RATE_LIMITED),
                errors.of("too much runs at once", 429, error(1303), Kind.RATE_LIMITED),
                errors.of("our address is not on its list", 429, error(1304), Kind.AUTHENTICATION),
                errors.of("it breaks", 500, error(5000), Kind.UNAVAILABLE),
                errors.of("it is closed", 503, error(5001), Kind.OVERLOADED),
                errors.of("it is late", 504, error(5002), Kind.UNAVAILABLE));
    }

    /** As the contract makes them. */
    interface Errors {
        Misbehaviour of(String when, int status, String json, Kind kind);
    }
}
