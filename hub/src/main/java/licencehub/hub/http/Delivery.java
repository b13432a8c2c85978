package licencehub.hub.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/** Puts answers on the wire, each with the headers every answer has. */
final class Delivery {
  static final String REQUEST_ID = "Licencehub-Request";
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  static final String PROBLEM = "application/problem+json";
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY");

  private Delivery() {}

  /** What stands on every answer, refusals of unknown routes included. */
  static void prepare(Context context, String requestId) {
    ALWAYS.forEach(context::header);
    context.header(REQUEST_ID, requestId);
  }

  static void deliver(Context context, Answer answer) {
    switch (answer) {
      case Answer.Document it -> {
        it.headers().forEach(context::header);
        context.status(it.status()).contentType(it.mediaType()).result(it.body());
      }
      case Answer.Stream it -> stream(context, it);
      case Answer.Refusal it -> refuse(context, it);
    }
  }

  /** Once bytes have left there is no other answer: a stream that fails just ends. */
  private static void stream(Context context, Answer.Stream stream) {
    context.status(stream.status()).contentType(stream.mediaType());
    try {
      stream.body().writeTo(context.res().getOutputStream());
    } catch (IOException | JacksonIOException e) {
      LOG.debug("the client has gone", e);
    } catch (Unavailable e) {
      LOG.warn("a stream ended: {}", e.getMessage());
    }
  }

  private static void refuse(Context context, Answer.Refusal refusal) {
    refusal.headers().forEach(context::header);
    String requestId = String.valueOf(context.res().getHeader(REQUEST_ID));
    context
        .status(refusal.type().status())
        .contentType(PROBLEM)
        .result(problem(refusal, requestId));
  }

  /** The body of a refusal (RFC 9457). */
  static byte[] problem(Answer.Refusal refusal, String requestId) {
    return Json.bytes(json -> problem(json, refusal.type(), refusal.detail(), requestId));
  }

  private static void problem(JsonGenerator json, ProblemType type, Text detail, String requestId) {
    json.writeStartObject();
    json.writeStringProperty("type", type.uri());
    json.writeStringProperty("title", type.title().zh());
    json.writeNumberProperty("status", type.status());
    json.writeStringProperty("detail", detail.toString());
    json.writeStringProperty("instance", "urn:uuid:" + requestId);
    json.writeStringProperty("code", type.code());
    Json.text(json, "titles", type.title());
    Json.text(json, "remedy", type.remedy());
    json.writeEndObject();
  }
}
