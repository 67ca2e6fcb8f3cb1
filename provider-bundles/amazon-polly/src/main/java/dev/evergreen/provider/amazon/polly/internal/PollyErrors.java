package dev.evergreen.provider.amazon.polly.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.ErrorMapper;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.Optional;

/** The header {@code x-amzn-ErrorType: TextLengthExceededException:…} and {@code {"message"}} (AWS restJson1 protocol). */
final class PollyErrors implements ErrorMapper {
    @Override
    public Failure failure(Answer answer) {
        Optional<JsonAnswer> body = JsonAnswer.parseObject("error", answer.text());
        String type = answer.header("x-amzn-errortype")
                .or(() -> body.flatMap(error -> error.optionalText("/__type")))
                .orElse("");
        String code = type.replaceFirst("^.*#", "").replaceFirst(":.*", "");
        String message = body.map(error -> error.text("/message", error.text("/Message", "")))
                .orElse(answer.text());
        return Failure.of(kind(answer.status(), code), code, message, answer);
    }

    private static Kind kind(int status, String code) {
        return switch (code) {
            case "TextLengthExceededException",
                    "LanguageNotSupportedException",
                    "EngineNotSupportedException",
                    "InvalidSampleRateException",
                    "MarksNotSupportedForFormatException",
                    "SsmlMarksNotSupportedForTextTypeException" -> Kind.UNSUPPORTED;
            case "InvalidSsmlException", "ValidationException", "LexiconNotFoundException" -> Kind.INVALID_REQUEST;
            case "ThrottlingException", "TooManyRequestsException" -> Kind.RATE_LIMITED;
            case "ServiceFailureException" -> Kind.UNAVAILABLE;
            case "UnrecognizedClientException",
                    "InvalidSignatureException",
                    "InvalidClientTokenId",
                    "SignatureDoesNotMatch",
                    "AccessDeniedException",
                    "ExpiredTokenException",
                    "IncompleteSignatureException",
                    "MissingAuthenticationTokenException",
                    "OptInRequired" -> Kind.AUTHENTICATION;
            default -> Failure.kindOf(status);
        };
    }
}
